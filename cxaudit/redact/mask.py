"""The mask: what is hidden, what stands in its place, and a text with all of it hidden."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from cxaudit.pattern import pattern
from cxaudit.redact.said import Said
from cxaudit.redact.spelling import opening, spelt, words_of

EMAIL, PHONE, QUOTE = "[e-mail]", "[phone]", "[quote]"
_EMAIL = pattern(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = pattern(
    r"(?<![\w.,/-])(?:\+\d{1,3}[\s()./-]*|\(?0\d)\d*(?:[\s()./-]{0,2}\d{2,}){2,}(?![\w,.-]*\d)"
    r"|(?<![\w.-])\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?![\w-])"
)
_OPENINGS = (1, 2, 3)
"""Lengths of the beginnings by which a name is looked up."""


def letters(number: int) -> str:
    """A, B … Z, AA, AB … for 0, 1 …"""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


class _Name(Struct, frozen=True):
    """A name to hide: its pattern and what takes its place."""

    pattern: str
    mark: str


class Mask(Struct, frozen=True, dict=True):
    """What to hide. `loose` is hidden in any case of letters, `strict` as it is written or in capitals, each by its
    mask. `quotes` become "[quote]" wherever they stand, e-mail addresses and phone numbers a mark of their own.
    """

    loose: Mapping[str, str] = field(default_factory=dict)
    strict: Mapping[str, str] = field(default_factory=dict)
    quotes: frozenset[str] = frozenset()

    @property
    def hidden(self) -> tuple[str, ...]:
        """Every text that is hidden, for those who check it."""
        return (*self.loose, *self.strict, *sorted(self.quotes))

    def text(self, text: str) -> str:
        """The text with everything hidden that the mask hides."""
        if not text:
            return text
        text = _EMAIL.sub(EMAIL, unicodedata.normalize("NFC", text))
        return _PHONE.sub(PHONE, self._without_names(self._said.hide(text, QUOTE)))

    def _without_names(self, text: str) -> str:
        near = tuple(sorted(self._near(text.casefold())))
        if not near:
            return text
        if near not in self._patterns:
            named = (f"(?P<n{number}>{self._names[number].pattern})" for number in near)
            self._patterns[near] = re.compile("|".join(named))
        return self._patterns[near].sub(lambda found: self._names[int((found.lastgroup or "n0")[1:])].mark, text)

    def _near(self, folded: str) -> set[int]:
        """The names, by number, that may stand in a text: their first letters do."""
        openings = {folded[at : at + size] for size in _OPENINGS for at in range(len(folded))}
        return {number for each in openings & self._by_opening.keys() for number in self._by_opening[each]}

    @cached_property
    def _said(self) -> Said:
        return Said(self.quotes)

    @cached_property
    def _patterns(self) -> dict[tuple[int, ...], re.Pattern[str]]:
        return {}

    @cached_property
    def _spelt(self) -> tuple[tuple[str, _Name], ...]:
        """Each name as it is looked up and as it is hidden, the longest first."""
        kinds = [(name, mark, "i") for name, mark in self.loose.items()]
        kinds += [(name, mark, "") for name, mark in self.strict.items()]
        found = sorted(((name, mark, flag) for name, mark, flag in kinds if words_of(name)), key=_longest_first)
        return tuple((opening(name), _Name(_either(name, flag), mark)) for name, mark, flag in found)

    @cached_property
    def _names(self) -> tuple[_Name, ...]:
        return tuple(name for _, name in self._spelt)

    @cached_property
    def _by_opening(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, (first, _) in enumerate(self._spelt):
            found.setdefault(first, []).append(number)
        return found


def _longest_first(name: tuple[str, str, str]) -> tuple[int, tuple[str, str, str]]:
    return -len(name[0]), name


def _either(name: str, flag: str) -> str:
    """A pattern for a name in any case of letters, or as it is written and in capitals."""
    return f"(?i:{spelt(name)})" if flag else f"(?:{spelt(name)}|{spelt(name.upper())})"
