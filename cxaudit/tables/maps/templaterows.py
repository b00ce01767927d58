"""The rows of a template that nobody filled in: hints on what belongs into each cell, and no stage of the map."""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label, filled
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary


def filled_in(grid: Grid, table: RowTable, key: Label, vocabulary: Vocabulary) -> tuple[int, ...]:
    """The rows of a table without those of its template: a name to fill in, beside hints and nothing else."""
    names = [grid.text(row, key.column) for row in table.body]
    silent = {name for name in set(names) if vocabulary.placeholder(name)}
    rows = (row for row, name in zip(table.body, names, strict=True) if name in silent) if silent else ()
    hinted = {row for row in rows if _is_hint(grid, row, key, table, vocabulary)}
    return tuple(row for row in table.body if row not in hinted) if len(hinted) < len(table.body) else table.body


def _is_hint(grid: Grid, row: int, key: Label, table: RowTable, vocabulary: Vocabulary) -> bool:
    """Whether a row whose name says nothing is one of hints."""
    if grid.merged_area(row, key.column).bottom > row:
        return False
    return all(vocabulary.placeholder(grid.text(row, column)) for column in filled(grid, row, table.first, table.last))
