"""What the rows of a large table say: texts by column, made entries when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from msgspec import Struct

from cxaudit.addresses import address, column_letters
from cxaudit.fields import Entry, Names, Place, Said, Seen, Wanted, among
from cxaudit.grid import Grid

Part = tuple[str, str]
"""The text of one thing that a cell lists, and why it does not count as given."""


Why = Callable[[str], str]
"""Says why the text of one thing does not count as given, if it does not."""


class Column(Struct, frozen=True):
    """A column of texts. `parts` are what a text lists that is not one given thing; `silent` texts give nothing."""

    index: int
    label: str
    parts: Mapping[str, tuple[Part, ...]]
    silent: frozenset[str]

    def parts_of(self, cell: str) -> tuple[Part, ...]:
        """What a cell lists: one thing or more, of which none may be given."""
        return self.parts.get(cell) or ((cell, ""),)

    def doubted(self, cells: Iterable[str], why: Why) -> Column:
        """The same column, in which what these cells give counts only as far as nothing is said against it."""
        doubted: dict[str, tuple[Part, ...]] = {}
        for cell in cells:
            found = self.parts_of(cell)
            told = tuple((text, why_not or why(text)) for text, why_not in found)
            if told != found:
                doubted[cell] = told
        parts = {**self.parts, **doubted}
        return Column(self.index, self.label, parts, silent_in(parts)) if doubted else self


def silent_in(parts: Mapping[str, tuple[Part, ...]]) -> frozenset[str]:
    """The cells that give nothing."""
    return frozenset(cell for cell, found in parts.items() if all(why_not for _, why_not in found))


class Columns:
    """The columns of a table by the field that they stand for, in the order of the table."""

    def __init__(self, grid: Grid, by_field: Mapping[str, tuple[Column, ...]]) -> None:
        self.names: Names = tuple(by_field)
        self._grid, self._by_field = grid, by_field
        self._letters: dict[int, str] = {}
        self._of: dict[Names, tuple[Column, ...]] = {}
        self._silent: dict[Names, tuple[tuple[int, frozenset[str]], ...]] = {}

    def place(self, row: int, index: int) -> Place:
        """The place of a row's text; of a merged range the corner that holds it."""
        grid = self._grid
        if grid.merged:
            return Place(grid.workbook, grid.sheet, address(*grid.anchor(row, index + 1)))
        letters = self._letters.get(index) or self._letters.setdefault(index, column_letters(index + 1))
        return Place(grid.workbook, grid.sheet, f"{letters}{row}")

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
            columns = self.of(among(self.names, names))
            known = self._silent[names] = tuple((column.index, column.silent) for column in columns)
        return known

    def always_gives(self, names: Names) -> bool:
        """Whether every row has a given entry in the same column of the fields."""
        return any(not silent for _, silent in self.silent(names))

    def doubted(self, rows: Sequence[RowFields], doubts: Mapping[str, Why]) -> Columns:
        """The same columns for these rows, where what is given in some fields may not count after all."""
        told = {
            name: tuple(c.doubted({row.cells[c.index] for row in rows}, doubts[name]) for c in columns)
            if name in doubts
            else columns
            for name, columns in self._by_field.items()
        }
        return Columns(self._grid, told)


class RowFields(Said):
    """What one row says. Its cells are counted from 0; texts of merged ranges stand in all of their cells."""

    __slots__ = ("cells", "columns", "row")

    def __init__(self, columns: Columns, row: int, cells: Sequence[str]) -> None:
        self.columns, self.row, self.cells = columns, row, cells

    @property
    def names(self) -> Names:
        return self.columns.names

    def each(self, key: str) -> Iterator[Entry]:
        for column in self.columns.of((key,)):
            place = self.columns.place(self.row, column.index)
            for text, why_not in column.parts_of(self.cells[column.index]):
                yield Entry(text, place, column.label, why_not)

    def cells_of(self, names: Names) -> Names:
        """The texts of its cells in the columns of some fields and their aspects."""
        cells = self.cells
        return tuple([cells[index] for index, _ in self.columns.silent(names)])

    def gives(self, names: Names) -> bool:
        cells = self.cells
        for index, silent in self.columns.silent(names):  # noqa: SIM110 (asked so often that a generator tells)
            if cells[index] not in silent:
                return True
        return False

    def blanks(self, names: Names) -> tuple[Entry, ...]:
        return super().blanks(names) if self.columns.silent(names) else ()

    def texts(self, key: str) -> set[str]:
        return texts((self,), key)

    def told(self, keys: Names) -> Iterator[tuple[Entry, Said]]:
        return told((self,), keys)

    def firsts(self, keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Said]]:
        return firsts((self,), keys, seen, wanted)


def giving(rows: Sequence[RowFields], names: Names) -> int:
    """How many rows of one table have a given entry in any of the fields."""
    if rows[0].columns.always_gives(names):
        return len(rows)
    looked_at = rows[0].columns.silent(names)
    if len(looked_at) == 1:
        index, silent = looked_at[0]
        return len(rows) - sum(map(silent.__contains__, [row.cells[index] for row in rows]))
    return sum(row.gives(names) for row in rows)


def texts(rows: Sequence[RowFields], key: str) -> set[str]:
    """The texts that are given in a field of rows of one table, each once."""
    found: set[str] = set()
    for column in rows[0].columns.of((key,)):
        cells = {row.cells[column.index] for row in rows}
        odd = cells & column.parts.keys()
        found |= cells - odd
        found.update(text for cell in odd for text, why_not in column.parts[cell] if not why_not)
    return found


def told(rows: Sequence[RowFields], keys: Names) -> Iterator[tuple[Entry, Said]]:
    """The given entries of some fields in rows of one table, row by row, each with its row."""
    columns = rows[0].columns
    looked_at = columns.of(keys)
    for row in rows:
        for column in looked_at:
            cell = row.cells[column.index]
            if cell not in column.silent:
                place = columns.place(row.row, column.index)
                for text, why_not in column.parts_of(cell):
                    if not why_not:
                        yield Entry(text, place, column.label), row


def firsts(rows: Sequence[RowFields], keys: Names, seen: Seen, wanted: Wanted) -> Iterator[tuple[Entry, Said]]:
    """Of the same only those with a wanted text that was not seen under their label."""
    looked_at = rows[0].columns.of(keys)
    found = _firsts_of_one(rows, looked_at[0], seen, wanted) if len(looked_at) == 1 < len(rows) else None
    if found is None:
        found = ((row, column, text) for row, column, text in _unseen(rows, looked_at, seen) if wanted((text,)))
    for row, column, text in found:
        yield Entry(text, row.columns.place(row.row, column.index), column.label), row


_Found = tuple[RowFields, Column, str]


def _firsts_of_one(rows: Sequence[RowFields], column: Column, seen: Seen, wanted: Wanted) -> Iterable[_Found] | None:
    """What of one column is new and wanted, found with all its texts at once: rules ask that of very many rows.

    None where a cell lists several things, one of them the whole text of another: row by row shows which is first.
    """
    index, parts = column.index, column.parts
    told = seen.setdefault(column.label, set())
    cells = [row.cells[index] for row in rows]
    first = dict(zip(reversed(cells), range(len(cells) - 1, -1, -1), strict=True))
    fresh = first.keys() - told
    odd = fresh & parts.keys()
    fresh -= odd
    listed = {text for cell in odd for text, why_not in parts[cell] if not why_not}
    if not fresh.isdisjoint(listed):
        return None
    told |= fresh
    found = [(first[text], text) for text in wanted(fresh)]
    for cell in sorted(odd, key=first.__getitem__):
        found += [(first[cell], text) for text in _given_in(column, cell, told) if wanted((text,))]
    found.sort(key=itemgetter(0))
    return [(rows[at], column, text) for at, text in found]


def _unseen(rows: Sequence[RowFields], columns: Sequence[Column], seen: Seen) -> Iterator[_Found]:
    """The given texts that were not seen under their labels, row by row; they are seen then."""
    for row in rows:
        for column in columns:
            cell = row.cells[column.index]
            told = seen.setdefault(column.label, set())
            if cell not in told:
                for text in _given_in(column, cell, told):
                    yield row, column, text


def _given_in(column: Column, cell: str, told: set[str]) -> list[str]:
    """The given texts of a cell that are not among those told; they are then."""
    given = [text for text, why_not in column.parts_of(cell) if not why_not and text not in told]
    told.update(given)
    return list(dict.fromkeys(given)) if len(given) > 1 else given
