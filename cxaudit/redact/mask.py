"""The mask: what is hidden, what stands in its place, and a text with all of it hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

EMAIL, PHONE, QUOTE = "[e-mail]", "[phone]", "[quote]"
_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[\s()./-]*|\(?0\d)\d*(?:[\s()./-]{0,2}\d{2,}){2,}(?![\w,.-]*\d)"
    r"|(?<![\w.-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\w-])"
)
_GAP, _QUOTE_GAP = r"[\s_\-\u00a0]+", r"[\s/]+"


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
    """What to hide. `loose` is hidden in any case of letters, `strict` as it is written, each by its mask.

    `quotes` become "[quote]" wherever they stand, e-mail addresses and phone numbers a mark of their own.
    """

    loose: Mapping[str, str] = field(default_factory=dict)
    strict: Mapping[str, str] = field(default_factory=dict)
    quotes: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "_pattern", _pattern(self))

    @property
    def hidden(self) -> tuple[str, ...]:
        """Every text that is hidden, for those who check it."""
        return (*self.loose, *self.strict, *sorted(self.quotes))

    def text(self, text: str) -> str:
        """The text with everything hidden that the mask hides."""
        if not text:
            return text
        pattern: re.Pattern[str] | None = self.__dict__["_pattern"]
        if pattern is not None:
            text = pattern.sub(self._mark, text)
        return _PHONE.sub(PHONE, _EMAIL.sub(EMAIL, text))

    def _mark(self, match: re.Match[str]) -> str:
        found = match.group(0)
        if match.lastgroup == "mail":
            return EMAIL
        if match.lastgroup == "quote":
            return QUOTE
        if match.lastgroup == "loose":
            return next(mark for name, mark in self.loose.items() if _same(name, found))
        return next(mark for name, mark in self.strict.items() if _tokens(name) == _tokens(found))


def _pattern(mask: Mask) -> re.Pattern[str] | None:
    """One pattern of all that is hidden: quotes first, since they may hold names; of names the longest first."""
    kinds: tuple[tuple[str, Iterable[str], str, str], ...] = (
        ("quote", mask.quotes, _QUOTE_GAP, ""),
        ("loose", mask.loose, _GAP, "i"),
        ("strict", mask.strict, _GAP, ""),
    )
    parts = [f"(?P<mail>{_EMAIL.pattern})"]
    for kind, texts, gap, flag in kinds:
        found = sorted({text for text in texts if text.split()}, key=lambda text: (-len(text), text))
        if found:
            choices = "|".join(_spelt(text, gap) for text in found)
            parts.append(f"(?P<{kind}>(?{flag}:{choices}))")
    return re.compile("|".join(parts)) if len(parts) > 1 else None


def _spelt(text: str, gap: str) -> str:
    """A text with any white space between its words, where no letter goes on before or behind it."""
    words = _tokens(text) if gap == _GAP else text.replace("/", " ").split() or [text]
    inner = gap.join(re.escape(word) for word in words)
    before = r"(?<![^\W_])" if words[0][0].isalnum() else ""
    behind = r"(?![^\W_])" if words[-1][-1].isalnum() else ""
    return f"{before}{inner}{behind}"


def _tokens(name: str) -> list[str]:
    return [token for token in re.split(_GAP, name) if token] or [name]


def _same(one: str, other: str) -> bool:
    return [t.casefold() for t in _tokens(one)] == [t.casefold() for t in _tokens(other)]
