"""The words that texts are made of: a term of other words cannot stand in any of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from cxaudit.words.labeltext import fold, stem, unspaced


class Spoken:
    """All words of some texts. `stems` are their stems; a stem that ends in `*` stands for all that begin so.

    `unspaced` tells whether there is any text in a script that does not part its words.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        pieces: set[str] = set()
        for text in texts:
            pieces.update(text.split())
        self._by_stem: dict[str, list[str]] = {}
        for word in {word for piece in pieces for word in fold(piece).split()}:
            self._by_stem.setdefault(stem(word), []).append(word)
        self.stems = frozenset(self._by_stem)
        self._sorted = sorted(self._by_stem)
        self._signs = "\n".join(piece for piece in pieces if not piece.isascii())
        self.unspaced = unspaced("".join(word for word in self._sorted if not word.isascii()))

    def hold(self, stems: Iterable[str]) -> bool:
        """Whether each of the stems is among them."""
        return all(word in self.stems or (word.endswith("*") and any(self._begun(word[:-1]))) for word in stems)

    def shows(self, sign: str) -> bool:
        """Whether a sign may stand in the texts; of plain characters any may."""
        return sign.isascii() or sign in self._signs

    def words(self, stems: Iterable[str]) -> set[str]:
        """The words that have one of the stems."""
        found: set[str] = set()
        for word in stems:
            for each in self._begun(word[:-1]) if word.endswith("*") else (word,):
                found.update(self._by_stem.get(each, ()))
        return found

    def _begun(self, beginning: str) -> Iterator[str]:
        for at in range(bisect_left(self._sorted, beginning), len(self._sorted)):
            if not self._sorted[at].startswith(beginning):
                return
            yield self._sorted[at]
