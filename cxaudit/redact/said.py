"""Quotes found again in a text, word by word: whatever stands between their words, and also where they are cut off."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from cxaudit.pattern import pattern
from cxaudit.redact.spelling import joined

_WORD = pattern(r"[^\W_]+")
_CUT = pattern(r"\s*(?:…|\.\.\.)")
_KEY = 3
"""Words by which a quote is looked up; so many must be left of one that is cut off."""

Token = tuple[str, int, int]


class Said:
    """Quotes, looked up by their first words."""

    def __init__(self, quotes: Iterable[str]) -> None:
        self._by_start: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for quote in sorted(set(quotes)):
            words = tuple(word for word, _, _ in _tokens(unicodedata.normalize("NFC", quote)))
            if words:
                self._by_start.setdefault(words[:_KEY], []).append(words)

    def hide(self, text: str, mark: str) -> str:
        """The text with a mark in the place of each quote."""
        if not self._by_start:
            return text
        kept, end = [], 0
        for start, stop in self._spans(text, _tokens(text)):
            kept += [text[end:start], mark]
            end = stop
        return "".join(kept) + text[end:]

    def _spans(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(tokens):
            size, stop = max(self._found(text, tokens, at), default=(0, 0))
            if size:
                yield tokens[at][1], stop
            at += max(1, size)

    def _found(self, text: str, tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
        """How many words of the text from one on are a quote, and where they end, for each that begins there."""
        words = tuple(word for word, _, _ in tokens[at : at + _KEY])
        for length in range(1, len(words) + 1):
            for quote in self._by_start.get(words[:length], ()):
                same = _same(quote, tokens, at)
                last = tokens[at + same - 1][2]
                if same == len(quote):
                    yield same, last
                elif same >= _KEY and (cut := _cut_off(text, tokens, at + same, quote[same])):
                    yield max(same, cut[0] - at), cut[1]


def _same(quote: Sequence[str], tokens: Sequence[Token], at: int) -> int:
    """How many words of a quote stand in the text from one on."""
    same = 0
    while same < len(quote) and at + same < len(tokens) and tokens[at + same][0] == quote[same]:
        same += 1
    return same


def _cut_off(text: str, tokens: Sequence[Token], at: int, missing: str) -> tuple[int, int] | None:
    """Where a quote is cut off behind the words that are the same, or within the next; None where it goes on."""
    if _CUT.match(text, tokens[at - 1][2]):
        return at, tokens[at - 1][2]
    if at < len(tokens) and missing.startswith(tokens[at][0]) and _CUT.match(text, tokens[at][2]):
        return at + 1, tokens[at][2]
    return None


def _tokens(text: str) -> list[Token]:
    """The words of a text with their places; of scripts without blanks every sign is one."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word, start = match.group(), match.start()
        if any(map(joined, word)):
            found += [(sign, start + number, start + number + 1) for number, sign in enumerate(word)]
        else:
            found.append((word, start, match.end()))
    return found
