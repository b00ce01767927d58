"""Cells that are filled and say nothing: dashes, "TBD", a template's own hints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxaudit.pattern import pattern
from cxaudit.words.files import PlaceholdersFile
from cxaudit.words.labeltext import fold

_LONGEST = 80
_FIRST_WORD = pattern(r"[a-zA-Zà-ÿÀ-Ÿ]+(?=\s|$)")
_INITIALS = pattern(r"^\W*[^\W\d_](?:\s?[./]?\s?[^\W\d_]){1,3}\W*$")
_MOST_KNOWN = 20_000
_ONLY_SIGNS = pattern(r"^[\W_]*$")
_SYMBOLS = pattern("[\U0001f000-\U0001faff\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff+★☆✓✔✗✘]")
_BRACKETED = pattern(r"^[\[<{【][^\[\]<>{}【】]*[\]>}】][.:]?$")
_QUOTES = "\"'“”„«»‘’"
_SLOT = pattern(r"^(?:\[[^\]]{0,40}\]|\{\{?[^}]{0,40}\}?\}|<[^>]{0,40}>|x{2,}|_{2,}|\.{2,}|…)%?$", re.IGNORECASE)


class Placeholders:
    """The placeholder texts of all languages."""

    def __init__(self, files: Iterable[PlaceholdersFile]) -> None:
        lists = tuple(files)
        self._whole = frozenset(fold(term) for file in lists for term in file.whole) - {""}
        self._openings = _by_first_word(term for file in lists for term in file.openings)
        self._hints = _by_first_word(term for file in lists for term in file.hints)
        beginnings = {*self._openings, *self._hints, *(term.split(" ", 1)[0] for term in self._whole)}
        self._beginnings = frozenset(fold(beginning) for beginning in beginnings)
        self._known: dict[str, str] = {}
        self._saying: set[str] = set()

    def told_at_once(self, text: str) -> bool:
        """Whether a text is plain words, of which the first shows that it says something."""
        first, blank, _ = text.partition(" ")
        return bool(blank) and first in self._saying and text[-1] != " " and text.replace(" ", "").isalnum()

    def why_not(self, text: str) -> str:
        """Empty for a text that says something, else a few words on why it does not count."""
        first, blank, _ = text.partition(" ")
        if blank and first in self._saying:
            return ""
        word = None if _INITIALS.match(text) else _FIRST_WORD.match(text)
        if word and word.end() < len(text) and fold(word.group()) not in self._beginnings:
            if word.group() == first and len(self._saying) < _MOST_KNOWN:
                self._saying.add(first)
            return ""
        known = self._known.get(text)
        if known is None:
            known = self._why_not(text)
            if len(self._known) < _MOST_KNOWN:
                self._known[text] = known
        return known

    def _why_not(self, text: str) -> str:
        shown = text.strip().strip(_QUOTES).strip() or text.strip()
        if not shown:
            return "is empty"
        folded = fold(shown)
        if folded not in self._whole and _INITIALS.match(shown):
            folded = folded.replace(" ", "")  # "t.b.c." and "n / a" are what "tbc" and "na" are
        if _ONLY_SIGNS.match(shown) and not _SYMBOLS.search(shown):
            return f'is a placeholder ("{shown[:20]}")'
        if folded in self._whole or _SLOT.match(shown):
            return f'is a placeholder ("{shown[:40]}")'
        if len(shown) <= _LONGEST and _begins(folded, self._openings):
            return f'is a placeholder ("{shown[:40]}")'
        return "is a template's hint" if _BRACKETED.match(shown) or _begins(folded, self._hints) else ""


def _by_first_word(terms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for folded in sorted({fold(term) for term in terms} - {""}):
        first = folded.split(" ", 1)[0]
        found[first] = (*found.get(first, ()), folded)
    return found


def _begins(folded: str, openings: dict[str, tuple[str, ...]]) -> bool:
    first = folded.split(" ", 1)[0]
    if not folded.startswith(openings.get(first, ())):
        return False
    return any(folded == opening or folded.startswith(opening + " ") for opening in openings.get(first, ()))
