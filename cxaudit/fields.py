"""What is said under labels, asked by field name: a dictionary of entries, or something that makes them when asked.

A field name may carry an aspect after a dot (`segment.value`); whoever asks for `segment` is given its aspects too.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping
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
    def blanks(self, names: Names) -> tuple[Entry, ...]:
        """The entries of the fields that do not count as given."""

    @abstractmethod
    def texts(self, name: str) -> set[str]:
        """The texts that are given in a field, each once."""

    @abstractmethod
    def first_given(self, keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Fields]]:
        """The given entries of some fields, layer by layer, each with the layer that it stands in.

        Only those with a wanted text that was not seen under their label; it is seen then.
        """

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


def keys_of(fields: Fields, names: Names) -> Names:
    """The names in it that are one of these fields or an aspect of one."""
    return keys_among(names_of(fields), names)


def entries(fields: Fields, name: str) -> tuple[Entry, ...]:
    """All entries of a field and of its aspects, in reading order of the fields."""
    keys = keys_of(fields, (name,))
    if len(keys) == 1:
        return fields[keys[0]]
    return tuple(entry for key in keys for entry in fields[key])


def given(fields: Fields, names: Names) -> Iterator[Entry]:
    """The given entries of any of the fields, field by field."""
    for key in keys_of(fields, names) if fields else ():
        for entry in fields.each(key) if isinstance(fields, Said) else fields[key]:
            if not entry.why_not:
                yield entry


def blanks(fields: Fields, names: Names) -> tuple[Entry, ...]:
    """The entries of the fields that do not count as given (empty cells, placeholders)."""
    if isinstance(fields, Said):
        return fields.blanks(names)
    return tuple([entry for key in keys_of(fields, names) for entry in fields[key] if entry.why_not])


def gives(fields: Fields, names: Names) -> bool:
    """Whether any of the fields has a given entry."""
    if isinstance(fields, Said):
        return fields.gives(names)
    return bool(fields) and any(not entry.why_not for key in keys_of(fields, names) for entry in fields[key])


def texts_of(fields: Fields, name: str) -> set[str]:
    """The texts that are given in a field, its aspects left aside, each once."""
    if isinstance(fields, Said):
        return fields.texts(name)
    return {entry.text for entry in fields.get(name, ()) if not entry.why_not}


def first_given(fields: Fields, names: Names, wanted: Wanted = bool) -> Iterator[Entry]:
    """The given entries of any of the fields, field by field, each wanted text once under each label."""
    seen: Seen = set()
    for key in keys_of(fields, names) if fields else ():
        for entry, _ in first_said(fields, (key,), seen, wanted):
            yield entry


def first_said(fields: Fields, keys: Names, seen: Seen, wanted: Wanted = bool) -> Iterator[tuple[Entry, Fields]]:
    """The given entries of some fields, layer by layer, each with its layer; what was seen before is left out."""
    if isinstance(fields, Said):
        yield from fields.first_given(keys, seen, wanted)
        return
    for key in keys:
        for entry in fields.get(key, ()):
            if not entry.why_not and (told := (entry.label, entry.text)) not in seen:
                seen.add(told)
                if wanted(entry.text):
                    yield entry, fields


@lru_cache(maxsize=8192)
def keys_among(known: Names, names: Names) -> Names:
    """The known names that are one of the fields or an aspect of one; kept, for the rows of a table know the same."""
    return tuple(key for name in names for key in known if key == name or key.startswith(name + "."))
