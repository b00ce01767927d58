"""Terms found in running text: whole words, plural or not, the longest first; substrings where words are not spaced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import Any, Generic, TypeVar

from msgspec import Struct

from cxaudit.words.labeltext import fold, stem, unspaced, word_list, word_lists
from cxaudit.words.spoken import Spoken
from cxaudit.words.starts import Starts

T = TypeVar("T")
_MOST_FOUND = 4_000
_WEIGHTY_INSIDE, _WEIGHTY_AT_END = 0.25, 0.15


class Hit(Struct, Generic[T], frozen=True):
    """A term found in a text: where (in the folded text), the term as its list writes it, and what it stands for."""

    start: int
    end: int
    term: str
    value: T

    @property
    def words(self) -> int:
        return len(self.term.split())


class Phrases(Generic[T]):
    """A set of terms, each standing for something.

    A term's word that ends in `*` matches any ending; `*` alone matches any word.
    """

    def __init__(self, terms: Iterable[tuple[str, T]]) -> None:
        self._starts: Starts[T] = Starts()
        self._glued: list[tuple[str, str, T]] = []
        self._signs: list[tuple[str, T]] = []
        self._found: dict[str, tuple[Hit[T], ...]] = {}
        alike: dict[str, T] = {}  # what is written alike is one thing, which comes back from the rule cache sooner
        for term, each in terms:
            value = alike.setdefault(repr(each), each)
            if unspaced(term):
                self._glued.append((fold(term), term, value))
            elif words := _term_words(term):
                self._starts.add((words, term, value))
            elif term.strip():
                self._signs.append((term.strip(), value))

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: the terms, without what it has learned of texts."""
        return self.__dict__ | {"_found": {}}

    def narrowed(self, spoken: Spoken) -> Phrases[T]:
        """The terms without those that have a word which is not spoken; for texts of spoken words it is the same."""
        narrow: Phrases[T] = Phrases(())
        narrow._starts = self._starts.narrowed(spoken)
        narrow._glued = self._glued if spoken.unspaced else []
        narrow._signs = [(sign, value) for sign, value in self._signs if spoken.shows(sign)]
        return narrow

    @property
    def none(self) -> bool:
        """Whether there is no term at all."""
        return self._starts.none and not self._glued and not self._signs

    def find(self, text: str) -> tuple[Hit[T], ...]:
        """The terms of a text in its order; where two overlap the longer one counts."""
        known = self._found.get(text)
        if known is not None:
            return known
        words = word_list(text)
        if (self._starts.none or self._starts.quiet(words)) and not self._beyond_words(text):
            return ()  # it uses none of the words that begin a term, as most texts with most lists
        found = self._looked_for(text, words)
        if len(self._found) < _MOST_FOUND:
            self._found[text] = found
        return found

    def any_in(self, text: str) -> bool:
        """Whether a text holds any term."""
        words = word_list(text)
        if not self._starts.quiet(words) and any(self._starts.each(words)):
            return True
        return self._beyond_words(text) and bool(self.find(text))

    def held_by(self, texts: Collection[str]) -> Collection[str]:
        """Those of some texts that hold any term; most are passed over by a look at their words alone."""
        if self.none:
            return ()
        quiet, each, beyond = self._starts.quiet, self._starts.each, bool(self._signs or self._glued)
        return [
            text
            for text, words in zip(texts, word_lists(texts), strict=True)
            if (not quiet(words) and any(each(words))) or (beyond and self._beyond_words(text) and self.find(text))
        ]

    def may_hold(self, texts: Collection[str]) -> Iterable[bool]:
        """Whether each text has a word that begins a term, or may hold one otherwise; most have none."""
        begin, beyond = self._starts.begin, self._beyond_words
        return (begin(words) or beyond(text) for text, words in zip(texts, word_lists(texts), strict=True))

    def _looked_for(self, text: str, words: Sequence[str]) -> tuple[Hit[T], ...]:
        hits = list(self._worded(words))
        if self._glued and not text.isascii():
            hits += self._substrings(fold(text))
        found = _without_overlaps(hits)
        return (*found, *self._marks(text, len(fold(text)))) if self._signed(text) else found

    def _beyond_words(self, text: str) -> bool:
        """Whether a term may stand in a text other than as words of it."""
        return (bool(self._signs) and self._signed(text)) or (bool(self._glued) and not text.isascii())

    def _signed(self, text: str) -> bool:
        """Whether a term without letters stands in a text; few are of plain characters."""
        return any(sign in text for sign in (self._plain_signs if text.isascii() else self._all_signs))

    @cached_property
    def _all_signs(self) -> tuple[str, ...]:
        return tuple(sign for sign, _ in self._signs)

    @cached_property
    def _plain_signs(self) -> tuple[str, ...]:
        return tuple(sign for sign in self._all_signs if sign.isascii())

    def _marks(self, text: str, end: int) -> Iterable[Hit[T]]:
        """Terms without any letter (check marks, smileys): folding takes them out, so they follow the words."""
        for sign, value in self._signs:
            if sign in text:
                yield Hit(end, end, sign, value)

    def may_open(self, text: str) -> bool:
        """Whether a text may begin with a term; a look at its first word shows that most do not."""
        return self._starts.begin(word_list(text)[:1]) or self._beyond_words(text)

    def opening(self, text: str) -> Hit[T] | None:
        """The term that a text begins with; none where a longer one that overlaps it counts instead."""
        words = word_list(text)
        if not self._beyond_words(text):
            begun = self._starts.at(words, 0)
            if not begun:
                return None
            count, shown, value = begun[0] if len(begun) == 1 else max(begun, key=itemgetter(0))
            if count == 1 or not any(self._starts.at(words, index) for index in range(1, count)):
                return Hit(0, len(" ".join(words[:count])), shown, value)
        return next((hit for hit in self.find(text) if hit.start == 0), None)

    def _worded(self, words: Sequence[str]) -> Iterable[Hit[T]]:
        for index, (count, shown, value) in self._starts.each(words):
            start = sum(map(len, words[:index])) + index
            yield Hit(start, start + len(" ".join(words[index : index + count])), shown, value)

    def _substrings(self, folded: str) -> Iterable[Hit[T]]:
        if not unspaced(folded):
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


def _twins(one: Hit[T], other: Hit[T]) -> bool:
    """Whether one wording stands in two lists: then it means both."""
    return (one.start, one.end) == (other.start, other.end) and one.value != other.value


def _without_overlaps(hits: list[Hit[T]]) -> tuple[Hit[T], ...]:
    if all(hit.end <= following.start for hit, following in pairwise(hits)):
        return tuple(hits)
    kept: list[Hit[T]] = []
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        if all(hit.end <= k.start or k.end <= hit.start or _twins(hit, k) for k in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda h: h.start))


def weighs(hit: Hit[T], text: str) -> bool:
    """Whether a word is no mere part of a sentence: where blanks part no words, it is found inside any of them."""
    if not unspaced(text):
        return True
    share = (hit.end - hit.start) / max(1, len(fold(text)))
    return share >= (_WEIGHTY_AT_END if hit.end == len(fold(text)) else _WEIGHTY_INSIDE)
