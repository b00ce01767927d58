"""Several layers of fields as one, their entries one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cxaudit.fields import Entry, Fields, Names, Said, Seen, Wanted, first_said, gives, keys_among, names_of, texts_of
from cxaudit.rowfields import RowFields, first_given, texts

Part = Fields | tuple[RowFields, ...]
"""A layer, or the rows of one table."""


class Together(Said):
    """Layers as one. Rows of one table that follow each other are looked at in one go."""

    __slots__ = ("_names", "_parts")

    def __init__(self, layers: Iterable[Fields]) -> None:
        self._parts: tuple[Part, ...] = tuple(_grouped(layers))
        self._names = tuple(dict.fromkeys(name for part in self._parts for name in _names(part)))

    @property
    def names(self) -> Names:
        return self._names

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def each(self, name: str) -> Iterator[Entry]:
        for layer in _layers(part for part in self._parts if name in _names(part)):
            yield from layer.each(name) if isinstance(layer, Said) else layer[name]

    def gives(self, names: Names) -> bool:
        keys = keys_among(self._names, names)
        return bool(keys) and any(gives(layer, keys) for layer in _layers(self._parts))

    def blanks(self, names: Names) -> tuple[Entry, ...]:
        return tuple(e for key in keys_among(self._names, names) for e in self.each(key) if e.why_not)

    def texts(self, name: str) -> set[str]:
        parts = (part for part in self._parts if name in _names(part))
        return set().union(*(texts(part, name) if isinstance(part, tuple) else texts_of(part, name) for part in parts))

    def first_given(self, keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Fields]]:
        for part in self._parts:
            if isinstance(part, tuple):
                yield from first_given(part, keys, seen, wanted)
            else:
                yield from first_said(part, keys, seen, wanted)


def _layers(parts: Iterable[Part]) -> Iterator[Fields]:
    for part in parts:
        if isinstance(part, tuple):
            yield from part
        else:
            yield part


def _grouped(layers: Iterable[Fields]) -> Iterator[Part]:
    """The layers with those parted again that are several themselves, and the rows of one table together."""
    for table, group in groupby(layers, lambda layer: layer.columns if isinstance(layer, RowFields) else None):
        if table is not None:
            yield tuple(layer for layer in group if isinstance(layer, RowFields))
            continue
        for layer in group:
            if isinstance(layer, Together):
                yield from layer.parts
            else:
                yield layer


def _names(part: Part) -> Names:
    return part[0].names if isinstance(part, tuple) else names_of(part)
