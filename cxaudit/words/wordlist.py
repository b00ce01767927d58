"""A named list of words that rules look for in a client's text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

from cxaudit.words.labeltext import fold, folded_words
from cxaudit.words.phrases import Phrases
from cxaudit.words.spoken import Spoken


class WordList:
    """Terms, or terms in groups. `groups` maps each group to its terms; a plain list has one group, named ""."""

    def __init__(self, name: str, groups: Mapping[str, tuple[str, ...]]) -> None:
        self.name = name
        self.groups = dict(groups)
        self._folded = frozenset(fold(term) for terms in groups.values() for term in terms if " *" not in term)

    @cached_property
    def _phrases(self) -> Phrases[str]:
        return Phrases((term, group) for group, terms in self.groups.items() for term in terms)

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: everything built."""
        return self.__dict__ | {"_phrases": self._phrases}

    def narrowed(self, spoken: Spoken) -> WordList:
        """The list for texts of spoken words: it looks for no term that has another."""
        narrow = WordList.__new__(WordList)
        narrow.__dict__.update(self.__dict__, _phrases=self._phrases.narrowed(spoken))
        return narrow

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(term for terms in self.groups.values() for term in terms)

    @property
    def silent(self) -> bool:
        """Whether none of its terms can stand in any text."""
        return self._phrases.none

    def uses(self, text: str) -> bool:
        """Whether the text uses any term."""
        return self._phrases.any_in(text)

    def using(self, texts: Collection[str]) -> Collection[str]:
        """Those of some texts that use any term."""
        return self._phrases.held_by(texts)

    def find(self, text: str) -> tuple[str, ...]:
        """The terms that the text uses, each once, in the order of the text."""
        return tuple(dict.fromkeys(hit.term for hit in self._phrases.find(text)))

    def find_groups(self, text: str) -> tuple[str, ...]:
        """The groups that the text uses a term of, each once, in the order of the text."""
        return tuple(dict.fromkeys(hit.value for hit in self._phrases.find(text)))

    def find_in(self, group: str, text: str) -> tuple[str, ...]:
        """The terms of one group that the text uses, in the order of the text."""
        return tuple(dict.fromkeys(hit.term for hit in self._phrases.find(text) if hit.value == group))

    def firsts(self, text: str) -> tuple[tuple[str, str], ...]:
        """The groups that the text uses a term of, each with its first term, in the order of the text."""
        firsts: dict[str, str] = {}
        for hit in self._phrases.find(text):
            firsts.setdefault(hit.value, hit.term)
        return tuple(firsts.items())

    def opening(self, text: str) -> tuple[str, str]:
        """The term that the text begins with and its group; two empty strings where it begins with none."""
        first = self._phrases.opening(text)
        return (first.term, first.value) if first else ("", "")

    def hits(self, text: str) -> tuple[tuple[str, str], ...]:
        """The groups that the text uses a term of, each with the folded words of the text, in its order."""
        return tuple((hit.value, folded_words(text, hit.start, hit.end)) for hit in self._phrases.find(text))

    def is_whole(self, text: str) -> bool:
        """Whether the text is nothing but one term of the list; a term's `*` is any word."""
        folded = fold(text)
        if folded in self._folded:
            return True
        if not self._phrases.may_open(text):
            return False
        wide = (hit for hit in self._phrases.find(text) if "*" in hit.term)
        return any(hit.start == 0 and hit.end == len(folded) for hit in wide)
