"""Cells that are filled and say nothing: dashes, "TBD", a template's own hints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
        self._near: dict[str, tuple[str, ...]] = {}

    def unsettled(self, texts: Iterable[str]) -> Iterator[str]:
        """The texts that are not plain words of which the first shows that they say something.

        A large sheet has hundreds of thousands, so they are told in one loop. What is learned of a text that needs a
        look counts for the next ones.
        """
        saying = self._saying
        for text in texts:
            first, blank, _ = text.partition(" ")
            if not (blank and first in saying and text[-1] != " " and text.replace(" ", "").isalnum()):
                yield text

    def why_not(self, text: str) -> str:
        """Empty for a text that says something, else a few words on why it does not count."""
        first, blank, _ = text.partition(" ")
        if blank and first in self._saying:
            return ""
        near = self._near.get(first) if blank and text[-1] != " " else None
        if near is not None and not fold(text).startswith(near):
            return ""
        word = None if _INITIALS.match(text) else _FIRST_WORD.match(text)
        if word and word.end() < len(text):
            self._learn(first, word.group())
            if fold(word.group()) not in self._beginnings:
                return ""
        known = self._known.get(text)
        if known is None:
            known = self._why_not(text)
            if len(self._known) < _MOST_KNOWN:
                self._known[text] = known
        return known

    def _learn(self, first: str, word: str) -> None:
        """Remembers what begins with the first word of a longer text: nothing, or placeholders that it may be."""
        folded = fold(word)
        if first != word or len(word) == 1 or len(self._saying) + len(self._near) > _MOST_KNOWN:
            return  # a letter may also begin "n / a"
        if folded not in self._beginnings:
            self._saying.add(first)
        elif first not in self._near:
            whole = (term for term in self._whole if term.split(" ", 1)[0] == folded)
            self._near[first] = (*whole, *self._openings.get(folded, ()), *self._hints.get(folded, ()))

    def _why_not(self, text: str) -> str:
        shown = text.strip().strip(_QUOTES).strip() or text.strip()
        if not shown:
            return "is empty"
        folded = fold(shown)
        if folded not in self._whole and _INITIALS.match(shown):
            folded = folded.replace(" ", "")  # "t.b.c." and "n / a" are what "tbc" and "na" are
        worded = shown[0].isalpha() and " " in shown  # neither signs, nor a slot, nor in brackets
        if not worded and _ONLY_SIGNS.match(shown) and not _SYMBOLS.search(shown):
            return f'is a placeholder ("{shown[:20]}")'
        if folded in self._whole or (not worded and _SLOT.match(shown)):
            return f'is a placeholder ("{shown[:40]}")'
        if len(shown) <= _LONGEST and _begins(folded, self._openings):
            return f'is a placeholder ("{shown[:40]}")'
        hinted = _begins(folded, self._hints) or (not worded and _BRACKETED.match(shown))
        return "is a template's hint" if hinted else ""


def _by_first_word(terms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for folded in sorted({fold(term) for term in terms} - {""}):
        first = folded.split(" ", 1)[0]
        found[first] = (*found.get(first, ()), folded)
    return found


def _begins(folded: str, openings: dict[str, tuple[str, ...]]) -> bool:
    known = openings.get(folded.partition(" ")[0], ())
    if not folded.startswith(known):
        return False
    return any(folded == opening or folded.startswith(opening + " ") for opening in known)
