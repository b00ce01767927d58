"""What is said under labels, asked by field name: a dictionary of entries, or something that makes them when asked.

A field name may carry an aspect after a dot (`segment.value`); whoever asks for `segment` is given its aspects too.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

Names = tuple[str, ...]
Seen = set[tuple[str, str]]
"""Labels and texts that were told already."""
Wanted = Callable[[str], bool]


class Place(NamedTuple):
    """Where something stands: workbook path as given, sheet, and an A1 cell or range."""

    workbook: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


class Entry(NamedTuple):
    """One thing that a client wrote, or a cell where it could have been written.

    `label` is the heading that it stands under. `why_not` is empty for a real value; otherwise it says
    in a few words why the text does not count as given ("is empty", "is a placeholder").
    """

    text: str
    place: Place
    label: str = ""
    why_not: str = ""

    @property
    def given(self) -> bool:
        return not self.why_not


class Said(Mapping[str, tuple[Entry, ...]]):
    """Fields that make their entries only when asked for them, and know without making any whether they give one."""

    __slots__ = ()

    @property
    @abstractmethod
    def names(self) -> Names:
        """The fields that there are labels for, in their order."""

    @abstractmethod
    def each(self, name: str) -> Iterator[Entry]:
        """The entries of a field, one after the other."""

    @abstractmethod
    def gives(self, names: Names) -> bool:
        """Whether any of the fields has a given entry."""

    @abstractmethod
    def first_given(self, name: str, seen: Seen, wanted: Wanted) -> Iterator[Entry]:
        """The given entries of a field with a wanted text that was not seen under their label; it is seen then."""

    def __getitem__(self, name: str) -> tuple[Entry, ...]:
        if name not in self.names:
            raise KeyError(name)
        return tuple(self.each(name))

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


Fields = Mapping[str, tuple[Entry, ...]]


def names_of(fields: Fields) -> Names:
    """The fields that there are labels for, in their order."""
    return fields.names if isinstance(fields, Said) else tuple(fields)


def entries(fields: Fields, name: str) -> tuple[Entry, ...]:
    """All entries of a field and of its aspects, in reading order of the fields."""
    keys = asked(names_of(fields), name)
    if len(keys) == 1:
        return fields[keys[0]]
    return tuple(entry for key in keys for entry in fields[key])


def given(fields: Fields, names: Names) -> Iterator[Entry]:
    """The given entries of any of the fields, field by field."""
    keys = [key for name in names for key in asked(names_of(fields), name)]
    if isinstance(fields, Said):
        return (entry for key in keys for entry in fields.each(key) if not entry.why_not)
    return (entry for key in keys for entry in fields[key] if not entry.why_not)


def gives(fields: Fields, names: Names) -> bool:
    """Whether any of the fields has a given entry."""
    if isinstance(fields, Said):
        return fields.gives(names)
    return any(not entry.why_not for name in names for entry in entries(fields, name))


def gives_itself(fields: Fields, name: str) -> bool:
    """Whether a field has a given entry, whatever its aspects have."""
    if isinstance(fields, Said):
        return next(fields.first_given(name, set(), bool), None) is not None
    return any(not entry.why_not for entry in fields.get(name, ()))


def first_given(fields: Fields, names: Names, seen: Seen | None = None, wanted: Wanted = bool) -> Iterator[Entry]:
    """The given entries of any of the fields, each wanted text once under each label that was not seen before."""
    known: Seen = set() if seen is None else seen
    for name in names:
        for key in asked(names_of(fields), name):
            if isinstance(fields, Said):
                yield from fields.first_given(key, known, wanted)
            else:
                yield from unseen(fields[key], known, wanted)


def unseen(found: Iterable[Entry], seen: Seen, wanted: Wanted) -> Iterator[Entry]:
    """Of entries those given with a wanted text that was not seen under their label; it is seen then."""
    for entry in found:
        if not entry.why_not and (told := (entry.label, entry.text)) not in seen:
            seen.add(told)
            if wanted(entry.text):
                yield entry


@lru_cache(maxsize=4096)
def asked(known: Names, name: str) -> Names:
    """The names among those known that are a field or an aspect of it; the rows of a table know the same ones."""
    return tuple(key for key in known if key == name or key.startswith(name + "."))
