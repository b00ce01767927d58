"""Tables of words as a few long texts: they come back from the rule cache much faster than word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")
Packed = tuple[tuple[T, str], ...]
"""Each value with the words that stand for it, one a line."""


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
