"""What the rows of a large table say: texts by column, made entries when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cxaudit.fields import Entry, Names, Place, Said, Seen, Wanted, asked
from cxaudit.grid import Grid, address

Part = tuple[str, str]
"""The text of one thing that a cell lists, and why it does not count as given."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of texts. `parts` are what a text lists that is not one given thing; `silent` texts give nothing."""

    index: int
    label: str
    parts: Mapping[str, tuple[Part, ...]]
    silent: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The columns of a table by the field that they stand for, in the order of the table."""

    grid: Grid
    by_field: Mapping[str, tuple[Column, ...]]
    names: Names
    _asked: dict[Names, tuple[tuple[int, frozenset[str]], ...]] = field(default_factory=dict)

    def place(self, row: int, index: int) -> Place:
        """The place of a row's text; of a merged range the corner that holds it."""
        return Place(self.grid.workbook, self.grid.sheet, address(*self.grid.anchor(row, index + 1)))

    def asked(self, names: Names) -> tuple[tuple[int, frozenset[str]], ...]:
        """Index and silent texts of every column of the fields and their aspects."""
        known = self._asked.get(names)
        if known is None:
            columns = [column for name in names for key in asked(self.names, name) for column in self.by_field[key]]
            known = self._asked[names] = tuple((column.index, column.silent) for column in columns)
        return known

    def entries(self, column: Column, row: int, text: str) -> Iterator[Entry]:
        """What a cell says: at least one entry, for an empty cell one that is not given."""
        place = self.place(row, column.index)
        for said, why_not in column.parts.get(text) or ((text, ""),):
            yield Entry(said, place, column.label, why_not)


class RowFields(Said):
    """What one row says. Texts are counted from 0; those of merged ranges stand in all of their cells."""

    __slots__ = ("columns", "row", "texts")

    def __init__(self, columns: Columns, row: int, texts: Sequence[str]) -> None:
        self.columns, self.row, self.texts = columns, row, texts

    @property
    def names(self) -> Names:
        return self.columns.names

    def each(self, name: str) -> Iterator[Entry]:
        for column in self.columns.by_field[name]:
            yield from self.columns.entries(column, self.row, self.texts[column.index])

    def gives(self, names: Names) -> bool:
        texts = self.texts
        return any(texts[index] not in silent for index, silent in self.columns.asked(names))

    def first_given(self, name: str, seen: Seen, wanted: Wanted) -> Iterator[Entry]:
        return first_given((self,), name, seen, wanted)


def first_given(rows: Sequence[RowFields], name: str, seen: Seen, wanted: Wanted) -> Iterator[Entry]:
    """The given entries of a field in rows of one table, each wanted text once under its label if not seen before."""
    columns = rows[0].columns
    for row in rows:
        for column in columns.by_field[name]:
            text = row.texts[column.index]
            if (column.label, text) not in seen:
                yield from _unseen(columns, column, row.row, text, seen, wanted)


def _unseen(columns: Columns, column: Column, row: int, text: str, seen: Seen, wanted: Wanted) -> Iterator[Entry]:
    for said, why_not in column.parts.get(text) or ((text, ""),):
        told = column.label, said
        if not why_not and told not in seen:
            seen.add(told)
            if wanted(said):
                yield Entry(said, columns.place(row, column.index), column.label)
