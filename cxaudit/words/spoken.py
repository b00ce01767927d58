"""The words that texts are made of, each as its stem: a term of other words cannot stand in any of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from cxaudit.words.labeltext import fold, stem


class Spoken:
    """The stems of all words of some texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        pieces = set("\n".join(texts).split())
        self.stems = frozenset(stem(word) for piece in pieces for word in fold(piece).split())
        self._sorted = sorted(self.stems)

    def hold(self, words: Iterable[str]) -> bool:
        """Whether each word of a term is among them; one that ends in `*` stands for all that begin so."""
        return all(word in self.stems or (word.endswith("*") and self._begun(word[:-1])) for word in words)

    def _begun(self, beginning: str) -> bool:
        at = bisect_left(self._sorted, beginning)
        return at < len(self._sorted) and self._sorted[at].startswith(beginning)
