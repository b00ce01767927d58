"""Terms found in running text: whole words, plural or not, the longest first; substrings where words are not spaced."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from cxaudit.words.labeltext import fold, stem, unspaced
from cxaudit.words.spoken import Spoken

T = TypeVar("T")
Term = tuple[tuple[str, ...], str, T]
"""A term by its words, as its list writes it, and what it stands for."""
_MOST_KNOWN = 20_000
_MOST_FOUND = 4_000


class Hit(NamedTuple, Generic[T]):
    """A term found in a text: where (in the folded text), the term as its list writes it, and what it stands for."""

    start: int
    end: int
    term: str
    value: T


class Start(Generic[T]):
    """The terms that one word begins, by the word behind it."""

    __slots__ = ("_alone", "_by_second", "_open", "any")

    def __init__(self, terms: Sequence[Term[T]]) -> None:
        self.any = bool(terms)
        self._alone = tuple(term for term in terms if len(term[0]) == 1)
        longer = [term for term in terms if len(term[0]) > 1]
        self._open = any(term[0][1].endswith("*") for term in longer)
        self._by_second: dict[str, list[Term[T]]] = {}
        for term in longer:
            self._by_second.setdefault("" if self._open else term[0][1], []).append(term)

    def terms(self, behind: str) -> Iterable[Term[T]]:
        """Those of one word, and those whose second word the stem of the next one is."""
        if self._open:
            longer = [term for term in self._by_second[""] if _matches(term[0][1], behind)]
        else:
            longer = self._by_second.get(behind, [])
        return (*self._alone, *longer) if longer else self._alone


class Phrases(Generic[T]):
    """A set of terms, each standing for something.

    A term's word that ends in `*` matches any ending; `*` alone matches any word.
    """

    def __init__(self, terms: Iterable[tuple[str, T]]) -> None:
        self._by_word: dict[str, list[Term[T]]] = defaultdict(list)
        self._by_beginning: dict[str, list[Term[T]]] = defaultdict(list)
        self._glued: list[tuple[str, str, T]] = []
        self._signs: list[tuple[str, T]] = []
        self._near: dict[str, Start[T]] = {}
        self._idle: set[str] = set()
        self._found: dict[str, tuple[Hit[T], ...]] = {}
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
        return self.__dict__ | _nothing_learned()

    def narrowed(self, spoken: Spoken) -> Phrases[T]:
        """The terms without those that have a word which is not spoken; for texts of spoken words it is the same."""
        narrow = copy.copy(self)
        by_word = {word: self._by_word[word] for word in self._by_word.keys() & spoken.stems}
        narrow._by_word = _held(by_word, spoken)
        narrow._by_beginning = _held(self._by_beginning, spoken)
        narrow.__dict__.update(_nothing_learned())
        return narrow

    def find(self, text: str) -> tuple[Hit[T], ...]:
        """The terms of a text in its order; where two overlap the longer one counts."""
        if not self._by_word and not self._by_beginning and text.isascii() and not self._signed(text):
            return ()
        known = self._found.get(text)
        if known is None:
            known = self._looked_for(text)
            if len(self._found) < _MOST_FOUND:
                self._found[text] = known
        return known

    def _looked_for(self, text: str) -> tuple[Hit[T], ...]:
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

    def opening(self, text: str) -> Hit[T] | None:
        """The term that a text begins with; none where a longer one that overlaps it counts instead."""
        folded = fold(text)
        words = folded.split()
        if not self._beyond_words(text, folded):
            begun = max(self._at(words, 0), key=lambda hit: hit[0], default=None)
            if begun is None:
                return None
            count, shown, value = begun
            if not any(self._at(words, index) for index in range(1, count)):
                return Hit(0, len(" ".join(words[:count])), shown, value)
        return next((hit for hit in self.find(text) if hit.start == 0), None)

    def _worded(self, folded: str) -> Iterable[Hit[T]]:
        words, start = folded.split(), 0
        for index, word in enumerate(words):
            if word not in self._idle:
                for count, shown, value in self._at(words, index):
                    yield Hit(start, start + len(" ".join(words[index : index + count])), shown, value)
            start += len(word) + 1

    def _at(self, words: list[str], index: int) -> list[tuple[int, str, T]]:
        """The terms that begin at a word, each with how many words of the text it takes."""
        if index >= len(words):
            return []
        behind = stem(words[index + 1]) if index + 1 < len(words) else ""
        begun = []
        for term, shown, value in self._starting_with(words[index]).terms(behind):
            found = words[index : index + len(term)]
            if len(found) == len(term) and all(map(_matches, term[2:], map(stem, found[2:]))):
                begun.append((len(term), shown, value))
        return begun

    def _starting_with(self, word: str) -> Start[T]:
        """The terms whose first word is this one, or a beginning of it."""
        known = self._near.get(word)
        if known is not None:
            return known
        stemmed = stem(word)
        beginnings = (stemmed[:length] for length in range(1, min(3, len(stemmed)) + 1))
        begun = (term for beginning in beginnings for term in self._by_beginning.get(beginning, ()))
        near = (*self._by_word.get(stemmed, ()), *(term for term in begun if _matches(term[0][0], stemmed)))
        start = Start(near)
        if not near:
            self._idle.add(word)
        elif len(self._near) < _MOST_KNOWN:
            self._near[word] = start
        if len(self._idle) > _MOST_KNOWN:
            self._idle.clear()
        return start

    def _substrings(self, folded: str) -> Iterable[Hit[T]]:
        if not self._glued or folded.isascii() or not unspaced(folded):
            return
        for glued, term, value in self._glued:
            start = folded.find(glued)
            while start >= 0:
                yield Hit(start, start + len(glued), term, value)
                start = folded.find(glued, start + len(glued))


def _nothing_learned() -> dict[str, Any]:
    return {"_near": {}, "_idle": set(), "_found": {}}


def _held(terms: Mapping[str, list[Term[T]]], spoken: Spoken) -> dict[str, list[Term[T]]]:
    """The terms all of whose words are spoken."""
    held = {first: [term for term in found if spoken.hold(term[0])] for first, found in terms.items()}
    return {first: found for first, found in held.items() if found}


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
