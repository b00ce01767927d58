"""What is said under labels, asked by field name: a dictionary of entries, or something that makes them when asked.

A field name may carry an aspect after a dot (`segment.value`); whoever asks for `segment` is given its aspects too.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

Names = tuple[str, ...]
Seen = dict[str, set[str]]
"""By label the texts that were told already."""
Wanted = Callable[[Collection[str]], Collection[str]]
"""Gives those of some texts that are looked for; it is asked for many at once, for that costs much less."""


class Place(Struct, frozen=True, gc=False):
    """Where something stands: workbook path as given, sheet, and an A1 cell or range."""

    workbook: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


class Entry(Struct, frozen=True, gc=False):
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


Fields = Mapping[str, tuple[Entry, ...]]


def any_text(texts: Collection[str]) -> Collection[str]:
    """All texts but the empty one."""
    return [text for text in texts if text]


class Said(Mapping[str, tuple[Entry, ...]]):
    """Fields that make their entries only when asked for them, and know without making any whether they give one.

    Where names of fields are asked for, their aspects count too; keys are meant to the letter.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def names(self) -> Names:
        """The fields that there are labels for, in their order."""

    @abstractmethod
    def each(self, key: str) -> Iterator[Entry]:
        """The entries of a field, one after the other."""

    @abstractmethod
    def gives(self, names: Names) -> bool:
        """Whether any of the fields has a given entry."""

    @abstractmethod
    def texts(self, key: str) -> set[str]:
        """The texts that are given in a field, each once."""

    @abstractmethod
    def told(self, keys: Names) -> Iterator[tuple[Entry, Said]]:
        """The given entries of some fields, layer by layer, each with the layer that it stands in."""

    @abstractmethod
    def firsts(self, keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Said]]:
        """Of the same only those with a wanted text that was not seen under their label; it is seen then."""

    def among(self, names: Names) -> Names:
        """The keys that are one of the fields or an aspect of one."""
        return among(self.names, names)

    def given(self, names: Names) -> Iterator[Entry]:
        """The given entries of any of the fields, field by field."""
        return (entry for key in self.among(names) for entry in self.each(key) if not entry.why_not)

    def blanks(self, names: Names) -> tuple[Entry, ...]:
        """The entries of the fields that do not count as given (empty cells, placeholders)."""
        return tuple(entry for key in self.among(names) for entry in self.each(key) if entry.why_not)

    def first_given(self, names: Names, wanted: Wanted = any_text) -> Iterator[Entry]:
        """The given entries of any of the fields, field by field, each wanted text once under each label."""
        seen: Seen = {}
        return (entry for key in self.among(names) for entry, _ in self.firsts((key,), seen, wanted))

    def __getitem__(self, key: str) -> tuple[Entry, ...]:
        if key not in self.names:
            raise KeyError(key)
        return tuple(self.each(key))

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


class Told(Said):
    """Fields with their entries at hand."""

    __slots__ = ("_fields",)

    def __init__(self, fields: Fields) -> None:
        self._fields = fields

    @property
    def names(self) -> Names:
        return tuple(self._fields)

    def each(self, key: str) -> Iterator[Entry]:
        return iter(self._fields.get(key, ()))

    def gives(self, names: Names) -> bool:
        return any(not entry.why_not for key in self.among(names) for entry in self._fields[key])

    def texts(self, key: str) -> set[str]:
        return {entry.text for entry in self.each(key) if not entry.why_not}

    def told(self, keys: Names) -> Iterator[tuple[Entry, Said]]:
        return ((entry, self) for key in keys for entry in self.each(key) if not entry.why_not)

    def firsts(self, keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Said]]:
        for entry, layer in self.told(keys):
            told = seen.setdefault(entry.label, set())
            if entry.text not in told:
                told.add(entry.text)
                if wanted((entry.text,)):
                    yield entry, layer


def said(fields: Fields) -> Said:
    """Fields that can be asked without their entries being made."""
    return fields if isinstance(fields, Said) else Told(fields)


def entries(fields: Fields, name: str) -> tuple[Entry, ...]:
    """All entries of a field and of its aspects, in reading order of the fields."""
    return tuple(entry for key in among(tuple(fields), (name,)) for entry in fields[key])


@lru_cache(maxsize=8192)
def among(known: Names, names: Names) -> Names:
    """The known names that are one of the fields or an aspect of it; kept, for the rows of a table know the same."""
    return tuple(key for name in names for key in known if key == name or key.startswith(name + "."))
