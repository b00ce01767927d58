"""Several layers of fields as one, their entries one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cxaudit import rowfields
from cxaudit.fields import Entry, Fields, Names, Said, Seen, Wanted, among, said
from cxaudit.rowfields import RowFields

Part = Said | tuple[RowFields, ...]
"""A layer, or rows of one table."""


class Together(Said):
    """Layers as one. Rows of one table that follow each other are looked at in one go."""

    __slots__ = ("_names", "parts")

    def __init__(self, layers: Iterable[Fields]) -> None:
        self.parts: tuple[Part, ...] = tuple(_parts(layers))
        self._names = tuple(dict.fromkeys(name for part in self.parts for name in _names(part)))

    @property
    def names(self) -> Names:
        return self._names

    def each(self, key: str) -> Iterator[Entry]:
        return (entry for layer in self._layers((key,)) for entry in layer.each(key))

    def gives(self, names: Names) -> bool:
        keys = among(self._names, names)
        return any(layer.gives(keys) for layer in self._layers(keys))

    def giving(self, names: Names) -> int:
        """How many of the layers have a given entry in any of the fields."""
        return sum(
            rowfields.giving(part, names) if isinstance(part, tuple) else part.gives(names) for part in self.parts
        )

    def texts(self, key: str) -> set[str]:
        found: set[str] = set()
        return found.union(
            *(rowfields.texts(part, key) if isinstance(part, tuple) else part.texts(key) for part in self.parts)
        )

    def told(self, keys: Names) -> Iterator[tuple[Entry, Said]]:
        for part in self.parts:
            yield from rowfields.told(part, keys) if isinstance(part, tuple) else part.told(keys)

    def firsts(self, keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Said]]:
        for part in self.parts:
            if isinstance(part, tuple):
                yield from rowfields.firsts(part, keys, seen, wanted)
            else:
                yield from part.firsts(keys, seen, wanted)

    def _layers(self, keys: Names) -> Iterator[Said]:
        """The layers that have a label for any of the keys."""
        for part in self.parts:
            if not set(keys).isdisjoint(_names(part)):
                yield from part if isinstance(part, tuple) else (part,)


def _parts(layers: Iterable[Fields]) -> Iterator[Part]:
    """The layers with those parted again that are several themselves, and rows of one table, of any stage, together."""
    for table, group in groupby(_apart(layers), lambda part: part[0].columns if type(part) is tuple else None):
        if table is not None:
            yield tuple(row for part in group if isinstance(part, tuple) for row in part)
        else:
            yield from group


def _apart(layers: Iterable[Fields]) -> Iterator[Part]:
    """The layers one by one; of those that are several themselves each."""
    for layer in layers:
        if type(layer) is RowFields:  # a class that is asked for as often as there are rows
            yield (layer,)
        elif isinstance(layer, Together):
            yield from layer.parts
        elif layer:
            yield said(layer)


def _names(part: Part) -> Names:
    return part[0].names if isinstance(part, tuple) else part.names
