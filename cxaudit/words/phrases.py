"""Terms found in running text: whole words, plural or not, the longest first; substrings where words are not spaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from cxaudit.words.labeltext import fold, stem, unspaced

T = TypeVar("T")
_MOST_KNOWN = 20_000


class Hit(NamedTuple, Generic[T]):
    """A term found in a text: where (in the folded text), the term as its list writes it, and what it stands for."""

    start: int
    end: int
    term: str
    value: T


class Phrases(Generic[T]):
    """A set of terms, each standing for something.

    A term's word that ends in `*` matches any ending; `*` alone matches any word.
    """

    def __init__(self, terms: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], str, T]]] = defaultdict(list)
        self._by_beginning: dict[str, list[tuple[tuple[str, ...], str, T]]] = defaultdict(list)
        self._glued: list[tuple[str, str, T]] = []
        self._signs: list[tuple[str, T]] = []
        self._near: dict[str, tuple[tuple[tuple[str, ...], str, T], ...]] = {}
        self._idle: set[str] = set()
        for term, value in terms:
            if unspaced(term):
                self._glued.append((fold(term), term, value))
                continue
            words = _term_words(term)
            if words and words[0].endswith("*"):
                self._by_beginning[words[0][:3].rstrip("*")].append((words, term, value))
            elif words:
                self._by_word[words[0]].append((words, term, value))
            elif term.strip():
                self._signs.append((term.strip(), value))

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: the terms, without what it has learned of texts."""
        return self.__dict__ | {"_near": {}, "_idle": set()}

    def find(self, text: str) -> tuple[Hit[T], ...]:
        """The terms of a text in its order; where two overlap the longer one counts."""
        folded = fold(text)
        if self._idle.issuperset(folded.split()) and not self._beyond_words(text, folded):
            return ()  # most texts use no word of most lists
        hits = _without_overlaps([*self._worded(folded), *self._substrings(folded)])
        return (*hits, *self._marks(text, len(folded))) if self._signed(text) else hits

    def _beyond_words(self, text: str, folded: str) -> bool:
        """Whether a term may stand in a text other than as words of it."""
        return self._signed(text) or (bool(self._glued) and not folded.isascii())

    def _signed(self, text: str) -> bool:
        """Whether a term without letters may stand in a text; few are of plain characters."""
        return bool(self._signs) and (not text.isascii() or any(sign.isascii() for sign, _ in self._signs))

    def _marks(self, text: str, end: int) -> Iterable[Hit[T]]:
        """Terms without any letter (check marks, smileys): folding takes them out, so they follow the words."""
        for sign, value in self._signs:
            if sign in text:
                yield Hit(end, end, sign, value)

    def begins(self, text: str) -> bool:
        """Whether a term may stand at the beginning of a text; where not, none does."""
        first = fold(text).split(" ", 1)[0]
        return bool(self._signs or self._glued or not first or self._starting_with(first))

    def _worded(self, folded: str) -> Iterable[Hit[T]]:
        words, start = folded.split(), 0
        for index, word in enumerate(words):
            if word not in self._idle:
                behind = stem(words[index + 1]) if index + 1 < len(words) else ""
                for term, shown, value in self._starting_with(word):
                    if len(term) > 1 and not _matches(term[1], behind):
                        continue
                    found = words[index : index + len(term)]
                    if len(found) == len(term) and all(map(_matches, term[2:], map(stem, found[2:]))):
                        yield Hit(start, start + len(" ".join(found)), shown, value)
            start += len(word) + 1

    def _starting_with(self, word: str) -> tuple[tuple[tuple[str, ...], str, T], ...]:
        """The terms whose first word is this one, or a beginning of it."""
        known = self._near.get(word)
        if known is not None:
            return known
        stemmed = stem(word)
        beginnings = (stemmed[:length] for length in range(1, min(3, len(stemmed)) + 1))
        begun = (term for beginning in beginnings for term in self._by_beginning.get(beginning, ()))
        near = (*self._by_word.get(stemmed, ()), *(term for term in begun if _matches(term[0][0], stemmed)))
        if not near:
            self._idle.add(word)
        elif len(self._near) < _MOST_KNOWN:
            self._near[word] = near
        if len(self._idle) > _MOST_KNOWN:
            self._idle.clear()
        return near

    def _substrings(self, folded: str) -> Iterable[Hit[T]]:
        if not self._glued or folded.isascii() or not unspaced(folded):
            return
        for glued, term, value in self._glued:
            start = folded.find(glued)
            while start >= 0:
                yield Hit(start, start + len(glued), term, value)
                start = folded.find(glued, start + len(glued))


def _term_words(term: str) -> tuple[str, ...]:
    words = []
    for piece in term.split():
        if piece == "*":
            words.append("*")
            continue
        starred = piece.endswith("*")
        folded = fold(piece).split()
        words += [w + "*" if starred and n == len(folded) - 1 else stem(w) for n, w in enumerate(folded)]
    return tuple(words)


def _matches(word: str, found: str) -> bool:
    return found.startswith(word[:-1]) if word.endswith("*") else found == word


def _twins(one: Hit[T], other: Hit[T]) -> bool:
    """Whether one wording stands in two lists: then it means both."""
    return (one.start, one.end) == (other.start, other.end) and one.value != other.value


def _without_overlaps(hits: list[Hit[T]]) -> tuple[Hit[T], ...]:
    if len(hits) < 2:
        return tuple(hits)
    kept: list[Hit[T]] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if all(hit.end <= k.start or k.end <= hit.start or _twins(hit, k) for k in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h.start))
