"""Compounds that no list has, told by what they end in: "Kochverhalten" is a behaviour."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cxaudit.words.labeltext import stems

SHORTEST_PART = 4


class Endings(Struct, frozen=True):
    """The last parts of compounds and what each stands for, the longest first."""

    kinds: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, ends: Iterable[tuple[str, str]]) -> Endings:
        """The same of endings as a list writes them."""
        kinds = {(stem, kind) for end, kind in ends for stem in stems(end)}
        return cls(tuple(sorted(kinds, key=lambda each: (-len(each[0]), each))))

    def kind_of(self, word: str, company: Iterable[str]) -> str:
        """What a word is a kind of; empty where it is none, or the company's own, as "Vertriebsziele" are."""
        found = next((each for each in self.kinds if _ends_in(word, each[0])), None)
        if found is None or any(len(own) >= SHORTEST_PART and word.startswith(own) for own in company):
            return ""
        return found[1]


def _ends_in(word: str, end: str) -> bool:
    return word.endswith(end) and len(word) - len(end) >= SHORTEST_PART
