"""Terms of several words by the word that they begin with, so that a text is looked through word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from cxaudit.words.labeltext import stem
from cxaudit.words.spoken import Spoken

T = TypeVar("T")
Term = tuple[tuple[str, ...], str, T]
"""A term by its words, as its list writes it, and what it stands for."""
Begun = tuple[int, str, T]
"""A term that begins at a word of a text: how many words it takes, how its list writes it, what it stands for."""
_MOST_KNOWN = 20_000
_LONGEST_BEGINNING = 3
_NEXT, _AND, _IN = "\x1d", "\x1e", "\x1f"
"""What parts first words, terms, and the parts of one, where they are kept; no rule file can hold such signs."""


class Starts(Generic[T]):
    """Terms by their first words, each word as its stem; one that ends in `*` matches any ending."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Term[T]]] = {}
        self._by_beginning: dict[str, list[Term[T]]] = {}
        self._kept: dict[str, str] = {}
        self._values: tuple[T, ...] = ()
        self._forget()

    def _forget(self) -> None:
        self._near: dict[str, _Start[T]] = {}
        self._idle: set[str] = set()
        self._all_known = False

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: all terms as two texts, by their first words, without what it has learned of texts."""
        by_word = {word: self._begun_by(word) for word in (*self._by_word, *self._kept)}
        values = {id(term[2]): term[2] for terms in by_word.values() for term in terms}  # not all can be hashed
        places = {number: str(place) for place, number in enumerate(values)}
        kept = (_AND.join(_written(term, places) for term in terms) for terms in by_word.values())
        return {
            "words": _NEXT.join(by_word),
            "kept": _NEXT.join(kept),
            "values": tuple(values.values()),
            "_by_beginning": self._by_beginning,
        }

    def __setstate__(self, state: dict[str, Any]) -> None:
        self._by_word = {}
        self._by_beginning = state["_by_beginning"]
        words, kept = state["words"].split(_NEXT), state["kept"].split(_NEXT)
        self._kept = dict(zip(words, kept, strict=True)) if state["words"] else {}
        self._values = state["values"]
        self._forget()

    def _begun_by(self, stemmed: str) -> list[Term[T]]:
        """The terms that a stem begins; those that were kept as a text are made of it when they are first asked for."""
        if stemmed in self._kept:
            terms = (term.split(_IN) for term in self._kept.pop(stemmed).split(_AND))
            self._by_word[stemmed] = [(tuple(words.split()), said, self._values[int(at)]) for words, said, at in terms]
        return self._by_word.get(stemmed, [])

    def add(self, term: Term[T]) -> None:
        """Look for one more term."""
        first = term[0][0]
        if first.endswith("*"):
            self._by_beginning.setdefault(first[:_LONGEST_BEGINNING].rstrip("*"), []).append(term)
        else:
            self._by_word.setdefault(first, []).append(term)

    def narrowed(self, spoken: Spoken) -> Starts[T]:
        """The terms without those that have a word which is not spoken; for texts of spoken words it is the same."""
        narrow: Starts[T] = Starts()
        spoken_firsts = spoken.stems.intersection(self._by_word) | spoken.stems.intersection(self._kept)
        narrow._by_word = _held({word: self._begun_by(word) for word in spoken_firsts}, spoken)
        narrow._by_beginning = _held(self._by_beginning, spoken)
        firsts = {*narrow._by_word, *(term[0][0] for terms in narrow._by_beginning.values() for term in terms)}
        for word in spoken.words(firsts):
            narrow._near[word] = _Start(narrow._terms(word))
        narrow._all_known = True
        return narrow

    @property
    def none(self) -> bool:
        """Whether there is no term at all."""
        return not self._by_word and not self._kept and not self._by_beginning

    @property
    def quiet(self) -> Callable[[Iterable[str]], bool]:
        """Tells whether none of some words is known to begin a term; most texts use no word of most lists."""
        return self._near.keys().isdisjoint if self._all_known else self._idle.issuperset

    def begin(self, words: Iterable[str]) -> bool:
        """Whether any of some words begins a term, whatever stands behind it."""
        if self._all_known:
            return not self._near.keys().isdisjoint(words)
        return any(word not in self._idle and self._starting_with(word) is not None for word in words)

    def each(self, words: Sequence[str]) -> Iterator[tuple[int, Begun[T]]]:
        """The terms that a text holds, each with the number of the word that it begins at."""
        # Asked for every word of very many texts, so those that begin no term are passed over without a call.
        passed_over, near = self._idle, self._near if self._all_known else None
        for index, word in enumerate(words):
            if word in near if near is not None else word not in passed_over:
                for begun in self.at(words, index):
                    yield index, begun

    def at(self, words: Sequence[str], index: int) -> Sequence[Begun[T]]:
        """The terms that begin at a word of a text."""
        if index >= len(words):
            return ()
        start = self._near.get(words[index]) if self._all_known else self._starting_with(words[index])
        if start is None:
            return ()
        if not start.longer:
            return start.alone
        terms = start.followed(stem(words[index + 1])) if index + 1 < len(words) else ()
        return [*start.alone, *_going_on(terms, words, index)] if terms else start.alone

    def _starting_with(self, word: str) -> _Start[T] | None:
        known = self._near.get(word)
        if known is not None or word in self._idle:
            return known
        terms = self._terms(word)
        if not terms:
            if len(self._idle) > _MOST_KNOWN:
                self._idle.clear()
            self._idle.add(word)
            return None
        start = _Start(terms)
        if len(self._near) < _MOST_KNOWN:
            self._near[word] = start
        return start

    def _terms(self, word: str) -> list[Term[T]]:
        """The terms whose first word is this one, or a beginning of it."""
        stemmed = stem(word)
        terms = list(self._begun_by(stemmed))
        for length in range(1, min(_LONGEST_BEGINNING, len(stemmed)) + 1):
            begun = self._by_beginning.get(stemmed[:length], ())
            terms += [term for term in begun if matches(term[0][0], stemmed)]
        return terms


class _Start(Generic[T]):
    """The terms that one word begins: those of this word `alone`, and the `longer` ones by the word behind it."""

    __slots__ = ("_by_second", "_open", "alone", "longer")

    def __init__(self, terms: Sequence[Term[T]]) -> None:
        self.alone: list[Begun[T]] = [(1, shown, value) for words, shown, value in terms if len(words) == 1]
        self.longer = [term for term in terms if len(term[0]) > 1]
        self._open = any(term[0][1].endswith("*") for term in self.longer)
        self._by_second: dict[str, list[Term[T]]] = {}
        for term in self.longer:
            self._by_second.setdefault(term[0][1], []).append(term)

    def followed(self, behind: str) -> Sequence[Term[T]]:
        """The terms of several words whose second word is the stem of the next one."""
        if self._open:
            return [term for term in self.longer if matches(term[0][1], behind)]
        return self._by_second.get(behind, ())


def _going_on(terms: Iterable[Term[T]], words: Sequence[str], index: int) -> Iterator[Begun[T]]:
    """Those terms of which a text holds the third word and all further ones as well."""
    for term, shown, value in terms:
        found = words[index : index + len(term)]
        if len(found) == len(term) and all(map(matches, term[2:], map(stem, found[2:]))):
            yield len(term), shown, value


def _written(term: Term[T], places: Mapping[int, str]) -> str:
    """A term as it is kept: its words, as its list writes it, and the place of what it stands for."""
    words, shown, value = term
    return _IN.join((" ".join(words), shown, places[id(value)]))


def matches(word: str, found: str) -> bool:
    """Whether a word of a term stands for a stem."""
    return found.startswith(word[:-1]) if word.endswith("*") else found == word


def _held(terms: Mapping[str, list[Term[T]]], spoken: Spoken) -> dict[str, list[Term[T]]]:
    """The terms all of whose words are spoken."""
    held = {first: [term for term in found if spoken.hold(term[0])] for first, found in terms.items()}
    return {first: found for first, found in held.items() if found}
