"""What the rows of a large table say: texts by column, made entries when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxaudit.fields import Entry, Fields, Names, Place, Said, Seen, Wanted, keys_among
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

    def said(self, text: str) -> tuple[Part, ...]:
        """What a text of the column lists: one thing or more, of which none may be given."""
        return self.parts.get(text) or ((text, ""),)


class Columns:
    """The columns of a table by the field that they stand for, in the order of the table."""

    def __init__(self, grid: Grid, by_field: Mapping[str, tuple[Column, ...]]) -> None:
        self.names: Names = tuple(by_field)
        self._grid, self._by_field = grid, by_field
        self._of: dict[Names, tuple[Column, ...]] = {}
        self._silent: dict[Names, tuple[tuple[int, frozenset[str]], ...]] = {}

    def place(self, row: int, index: int) -> Place:
        """The place of a row's text; of a merged range the corner that holds it."""
        return Place(self._grid.workbook, self._grid.sheet, address(*self._grid.anchor(row, index + 1)))

    def of(self, keys: Names) -> tuple[Column, ...]:
        """The columns of some fields, in their order."""
        known = self._of.get(keys)
        if known is None:
            known = self._of[keys] = tuple(column for key in keys for column in self._by_field.get(key, ()))
        return known

    def silent(self, names: Names) -> tuple[tuple[int, frozenset[str]], ...]:
        """Index and silent texts of every column of the fields and their aspects."""
        known = self._silent.get(names)
        if known is None:
            columns = self.of(keys_among(self.names, names))
            known = self._silent[names] = tuple((column.index, column.silent) for column in columns)
        return known


class RowFields(Said):
    """What one row says. Texts are counted from 0; those of merged ranges stand in all of their cells."""

    __slots__ = ("columns", "row", "texts_by_column")

    def __init__(self, columns: Columns, row: int, texts: Sequence[str]) -> None:
        self.columns, self.row, self.texts_by_column = columns, row, texts

    @property
    def names(self) -> Names:
        return self.columns.names

    def each(self, name: str) -> Iterator[Entry]:
        for column in self.columns.of((name,)):
            place = self.columns.place(self.row, column.index)
            for said, why_not in column.said(self.texts_by_column[column.index]):
                yield Entry(said, place, column.label, why_not)

    def gives(self, names: Names) -> bool:
        texts = self.texts_by_column
        return any(texts[index] not in silent for index, silent in self.columns.silent(names))

    def blanks(self, names: Names) -> tuple[Entry, ...]:
        if not self.columns.silent(names):
            return ()
        return tuple(e for key in keys_among(self.names, names) for e in self.each(key) if e.why_not)

    def texts(self, name: str) -> set[str]:
        return texts((self,), name)

    def first_given(self, keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Fields]]:
        return first_given((self,), keys, seen, wanted)


def texts(rows: Sequence[RowFields], name: str) -> set[str]:
    """The texts that are given in a field of rows of one table, each once."""
    found: set[str] = set()
    for column in rows[0].columns.of((name,)):
        cells = {row.texts_by_column[column.index] for row in rows}
        odd = cells & column.parts.keys()
        found |= cells - odd
        found.update(said for text in odd for said, why_not in column.parts[text] if not why_not)
    return found


def first_given(rows: Sequence[RowFields], keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Fields]]:
    """The given entries of some fields in rows of one table, row by row, each with its row."""
    columns = rows[0].columns
    looked_at = columns.of(keys)
    for row in rows:
        for column in looked_at:
            text = row.texts_by_column[column.index]
            if (column.label, text) in seen:
                continue
            for said, why_not in column.said(text):
                told = column.label, said
                if not why_not and told not in seen:
                    seen.add(told)
                    if wanted(said):
                        yield Entry(said, columns.place(row.row, column.index), column.label), row
