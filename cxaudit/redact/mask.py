"""The mask: what is hidden, what stands in its place, and a text with all of it hidden."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cxaudit.redact.spelling import QUOTE_GAP, joined, spelt, words_of

EMAIL, PHONE, QUOTE = "[e-mail]", "[phone]", "[quote]"
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[\s()./-]*|\(?0\d)\d*(?:[\s()./-]{0,2}\d{2,}){2,}(?![\w,.-]*\d)"
    r"|(?<![\w.-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\w-])"
)
_CUT = re.compile(r"…|\.\.\.")
_SHORTEST_CUT = 8


def letters(number: int) -> str:
    """A, B … Z, AA, AB … for 0, 1 …"""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


@dataclass(frozen=True)
class Mask:
    """What to hide. `loose` is hidden in any case of letters, `strict` as it is written or in capitals, each by its
    mask. `quotes` become "[quote]" wherever they stand, e-mail addresses and phone numbers a mark of their own.
    """

    loose: Mapping[str, str] = field(default_factory=dict)
    strict: Mapping[str, str] = field(default_factory=dict)
    quotes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        marks = dict(_names(self))
        object.__setattr__(self, "_marks", list(marks.values()))
        object.__setattr__(self, "_pattern", re.compile("|".join(marks)) if marks else None)
        object.__setattr__(self, "_said", _by_first_word(self.quotes))

    @property
    def hidden(self) -> tuple[str, ...]:
        """Every text that is hidden, for those who check it."""
        return (*self.loose, *self.strict, *sorted(self.quotes))

    def text(self, text: str) -> str:
        """The text with everything hidden that the mask hides."""
        if not text:
            return text
        text = unicodedata.normalize("NFC", text)
        text = self._without_quotes(_EMAIL.sub(EMAIL, text))
        pattern: re.Pattern[str] | None = self.__dict__["_pattern"]
        if pattern is not None:
            text = pattern.sub(self._mark, text)
        return _PHONE.sub(PHONE, text)

    def _without_quotes(self, text: str) -> str:
        said: dict[str, list[str]] = self.__dict__["_said"]
        near = [quote for word in _first_words(text) for quote in said.get(word, ())] if said else []
        for quote in sorted(near, key=lambda quote: (-len(quote), quote)):
            text = re.sub(spelt(quote, QUOTE_GAP), QUOTE, text)
        return _without_cut_quotes(text, near) if near and _CUT.search(text) else text

    def _mark(self, match: re.Match[str]) -> str:
        marks: list[str] = self.__dict__["_marks"]
        return marks[int((match.lastgroup or "n0")[1:])]


def _names(mask: Mask) -> Iterator[tuple[str, str]]:
    """A pattern for each name, the longest first, with what takes its place."""
    kinds = [(name, mark, "i") for name, mark in mask.loose.items()]
    kinds += [(name, mark, "") for name, mark in mask.strict.items()]
    found = [(name, mark, flag) for name, mark, flag in kinds if words_of(name)]
    for number, (name, mark, flag) in enumerate(sorted(found, key=lambda each: (-len(each[0]), each))):
        spelling = spelt(name) if flag else f"{spelt(name)}|{spelt(name.upper())}"
        yield f"(?P<n{number}>(?{flag}:{spelling}))", mark


def _by_first_word(quotes: frozenset[str]) -> dict[str, list[str]]:
    """The quotes by the word that they begin with, so that few are tried on a text."""
    found: dict[str, list[str]] = {}
    for quote in sorted(unicodedata.normalize("NFC", each) for each in quotes):
        first = next(_first_words(quote), "")
        if first:
            found.setdefault(first, []).append(quote)
    return found


def _first_words(text: str) -> Iterator[str]:
    """The words by which a quote is looked up, each once: of scripts without blanks every sign is one."""
    words = (sign for word in re.findall(r"\w+", text) for sign in (word if joined(word[0]) else (word,)))
    return iter(dict.fromkeys(words))


def _without_cut_quotes(text: str, quotes: list[str]) -> str:
    """The text without the beginnings of quotes that were cut off to make it shorter."""
    kept, start = [], 0
    for cut in _CUT.finditer(text):
        before = text[start : cut.start()]
        lengths = (length for quote in quotes if (length := _begun(quote, before)))
        longest = max(lengths, default=0)
        kept.append(f"{before[: len(before) - longest]}{QUOTE}" if longest else before + cut.group())
        start = cut.end()
    return "".join(kept) + text[start:]


def _begun(quote: str, text: str) -> int:
    """How many letters at the end of a text are the beginning of a quote; 0 where they are too few to tell."""
    line = " ".join(quote.split())
    for length in range(min(len(line), len(text)), _SHORTEST_CUT - 1, -1):
        if text.endswith(line[:length]):
            return length
    return 0
