"""Tables of words as a few long texts: they come back from the rule cache much faster than word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Packed = tuple[tuple[T, str], ...]
"""Each value with the words that stand for it, one a line."""

_ALIKE = 2  # letters
_NEXT, _IS = "\x1e", "\x1f"
"""What parts beginnings, and a word from what it stands for, where they are kept; no rule file can hold such signs."""


class Table(Generic[T]):
    """Words, each standing for something. Those that begin alike come back when one of them is first asked for."""

    def __init__(self, words: Iterable[tuple[str, T]]) -> None:
        self._begun: dict[str, dict[str, T]] = {}
        self._kept: dict[str, str] = {}
        self._values: tuple[T, ...] = ()
        for word, value in words:
            self._begun.setdefault(word[:_ALIKE], {}).setdefault(word, value)

    def get(self, word: str) -> T | None:
        """What a word stands for; of several things the first that was given."""
        return self._beginning_with(word[:_ALIKE]).get(word)

    def items(self) -> Iterator[tuple[str, T]]:
        for beginning in (*self._begun, *self._kept):
            yield from self._beginning_with(beginning).items()

    def _beginning_with(self, beginning: str) -> Mapping[str, T]:
        if beginning in self._kept:
            lines = (line.split(_IS) for line in self._kept.pop(beginning).split("\n"))
            self._begun[beginning] = {word: self._values[int(place)] for word, place in lines}
        return self._begun.get(beginning, {})

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: two long texts, and what the words stand for."""
        begun: dict[str, list[str]] = {}
        places: dict[T, int] = {}
        for word, value in self.items():
            begun.setdefault(word[:_ALIKE], []).append(f"{word}{_IS}{places.setdefault(value, len(places))}")
        words = _NEXT.join(map("\n".join, begun.values()))
        return {"begun": _NEXT.join(begun), "words": words, "values": tuple(places)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        begun, words = state["begun"].split(_NEXT), state["words"].split(_NEXT)
        self._begun, self._values = {}, state["values"]
        self._kept = dict(zip(begun, words, strict=True)) if state["words"] else {}


def packed(table: Mapping[str, T]) -> Packed[T]:
    """A table of words that hold no line break, by what they stand for; the order of the words is lost."""
    words: dict[T, list[str]] = {}
    for word, value in table.items():
        words.setdefault(value, []).append(word)
    return tuple((value, "\n".join(found)) for value, found in words.items())


def unpacked(table: Packed[T]) -> dict[str, T]:
    """The table by words again."""
    found: dict[str, T] = {}
    for value, words in table:
        found.update(dict.fromkeys(words.split("\n"), value))
    return found


def joined(words: Iterable[str]) -> str:
    """Different words as one text."""
    return "\n".join(sorted(words))


def parted(words: str) -> frozenset[str]:
    """The words of such a text."""
    return frozenset(words.split("\n")) if words else frozenset()
