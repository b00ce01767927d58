"""The small words around labels: what joins two fields, what may be left out, and whom a label asks about."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.words.files import LabelsFile
from cxaudit.words.labeltext import stem, stems

PERSON = "they"
"""Whoever a label asks about, in all languages."""
_SHORTENED = pattern(r"['’](?:s|re)\b", re.IGNORECASE)


class SmallWords(Struct, frozen=True):
    """The small words of all languages, as stems."""

    joining: frozenset[str]
    links: frozenset[str]
    fillers: frozenset[str]
    company: frozenset[str]
    persons: frozenset[str]
    possessives: frozenset[str]
    asking: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    copulas: frozenset[str]
    wanting: frozenset[str]
    pointing: frozenset[str]
    identifying: frozenset[str]

    @classmethod
    def of(cls, files: Iterable[LabelsFile]) -> SmallWords:
        """The words of several languages together."""
        lists = tuple(files)
        return cls(
            *(frozenset(s for f in lists for t in getattr(f, name) for s in stems(t)) for name in cls.__struct_fields__)
        )

    def stems(self, text: str) -> tuple[str, ...]:
        """The words of a label as stems; whoever it asks about is one person: "what she or he / the guest wants"."""
        words, found, index = stems(_SHORTENED.sub("", text)), list[str](), 0
        if all(told.isdisjoint(words) for told in (self.persons, self.possessives, self.asking)):
            return words
        while index < len(words):
            if self.one_meant(words, index + 1) and words[index] not in self.persons:
                index += 2
                continue
            if self._is_auxiliary(words, index, found[-1] if found else ""):
                index += 1
                continue
            length = self._person(words, index, found[-1] if found else "")
            found.append(PERSON if length else words[index])
            index += length or 1
        return tuple(found)

    def asked_for(self, text: str) -> str:
        """The thing that a label asks for, empty where it asks for none: "what's the buying process?"."""
        words = stems(_SHORTENED.sub(" is", text))
        if len(words) < 3 or words[0] not in self.asking or words[1] not in self.copulas:
            return ""
        rest = words[2:]
        while len(rest) > 1 and rest[0] in (self.articles | self.possessives) - self.company:
            rest = rest[1:]
        return " ".join(rest)

    def identifies(self, text: str) -> bool:
        """Whether a label names the codes of things, and not the things: "Touchpoint ID", "need_id"."""
        words = stems(text)
        return len(words) > 1 and words[-1] in self.identifying

    def plain(self, term: str) -> str:
        """A term of a list in the same form; its wildcards stay."""
        starred = any("*" in word for word in term.split())
        return " ".join(stem(w) for w in term.split()) if starred else " ".join(self.stems(term)) or term

    def one_meant(self, words: tuple[str, ...], index: int) -> bool:
        """Whether a joining word stands between two names of the same one: "she or he", "her or his"."""
        if not 0 < index < len(words) - 1 or words[index] not in self.joining:
            return False
        pair = {words[index - 1], words[index + 1]}
        return pair <= self.persons or pair <= self.possessives

    def _is_auxiliary(self, words: tuple[str, ...], index: int, before: str) -> bool:
        """Whether a word only asks: "what does she want" is what she wants, "why they are here" why they're here."""
        if index == len(words) - 1:
            return False
        asks = words[index] in self.auxiliaries and words[index + 1] in self.persons
        return asks or (words[index] in self.copulas and (before in self.asking or before == PERSON))

    def _person(self, words: tuple[str, ...], index: int, before: str) -> int:
        """How many words from here on name whom the label asks about."""
        if words[index] in self.possessives and index == len(words) - 1:
            return 1
        if words[index] in self.persons:
            more = index + 1
            while self.one_meant(words, more):
                more += 2
            return more - index
        if before not in self.asking:
            return 0
        named = index + (words[index] in self.articles)
        if named >= len(words) - 1 or words[named] in self.company or words[named + 1] in self.fillers:
            return 0  # "how the content is used" asks about a thing
        if named == index and words[named] not in self.fillers - self.articles:
            return 0
        more = named + 1
        while more + 2 < len(words) and words[more] in self.joining and words[more + 1] not in self.company:
            more += 2
        return more - index
