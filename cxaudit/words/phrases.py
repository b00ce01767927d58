"""Terms found in running text: whole words, plural or not, the longest first; substrings where words are not spaced."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from cxaudit.words.labeltext import fold, stem, unspaced

T = TypeVar("T")
_WORD = re.compile(r"\w+")
_MOST_IDLE = 100_000


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
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
        return self.__dict__ | {"_idle": set()}

    def find(self, text: str) -> tuple[Hit[T], ...]:
        """The terms of a text in its order; where two overlap the longer one counts."""
        folded = fold(text)
        if self._idle.issuperset(folded.split()) and not (self._signs or self._glued):
            return ()  # most texts use no word of most lists
        hits = _without_overlaps([*self._worded(folded), *self._substrings(folded)])
        return (*hits, *self._marks(text, len(folded))) if self._signs else hits

    def _marks(self, text: str, end: int) -> Iterable[Hit[T]]:
        """Terms without any letter (check marks, smileys): folding takes them out, so they follow the words."""
        for sign, value in self._signs:
            if sign in text:
                yield Hit(end, end, sign, value)

    def _worded(self, folded: str) -> Iterable[Hit[T]]:
        if self._idle.issuperset(folded.split()):
            return
        spans, stems = _words_of(folded)
        for index, (start, end, word) in enumerate(spans):
            near = self._beginning_with(word)
            if not near and len(self._idle) < _MOST_IDLE:
                self._idle.add(folded[start:end])
            for words, term, value in near:
                last = index + len(words) - 1
                if last < len(spans) and all(map(_matches, words, stems[index : last + 1])):
                    yield Hit(start, spans[last][1], term, value)

    def _beginning_with(self, word: str) -> list[tuple[tuple[str, ...], str, T]]:
        """The terms whose first word is this one, or a beginning of it."""
        near = [*self._by_word.get(word, ())]
        if self._by_beginning:
            for length in range(1, min(3, len(word)) + 1):
                near += self._by_beginning.get(word[:length], ())
        return near

    def _substrings(self, folded: str) -> Iterable[Hit[T]]:
        if not self._glued or not unspaced(folded):
            return
        for glued, term, value in self._glued:
            start = folded.find(glued)
            while start >= 0:
                yield Hit(start, start + len(glued), term, value)
                start = folded.find(glued, start + len(glued))


@lru_cache(maxsize=4096)
def _words_of(folded: str) -> tuple[tuple[tuple[int, int, str], ...], tuple[str, ...]]:
    """The words of a folded text: from where to where, as stems."""
    spans = tuple((m.start(), m.end(), stem(m.group())) for m in _WORD.finditer(folded))
    return spans, tuple(word for _, _, word in spans)


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
    kept: list[Hit[T]] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if all(hit.end <= k.start or k.end <= hit.start or _twins(hit, k) for k in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h.start))
