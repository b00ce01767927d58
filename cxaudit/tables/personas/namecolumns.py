"""The column of a table with a row for each persona that holds their names, whatever it is headed."""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label
from cxaudit.tables.personas.propernames import has_given_name, looks_like_a_name, named
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary

_LOOKED_AT = 40
_AMONG_FIRST = 2
_MAY_NAME = frozenset({"", "other", "role", "segment", "lifecycle"})


def with_names_beside(grid: Grid, table: RowTable) -> RowTable:
    """The table with the column left of it, where that has no heading and holds a name in each row."""
    column = table.first - 1
    if column < 1 or grid.text(table.header, column) or not _holds_names(grid, table, column):
        return table
    names = named(Label(table.header, column, "", ()))
    return replace(table, first=column, labels=(names, *table.labels))


def names_column(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> Label | None:
    """The first column whose cells are names, each another; one with a known heading, or behind one, must hold given
    names: "Company | Strengths" over "Brand" and "Service" names nobody.
    """
    for label in table.labels[:_AMONG_FIRST]:
        if label.field in _MAY_NAME and _holds_names(grid, table, label.column):
            texts = _texts(grid, table, label.column)
            plain = not label.telling and (label is table.labels[0] or not table.labels[0].telling)
            if plain or sum(has_given_name(text, vocabulary) for text in texts) * 2 > len(texts):
                return named(label)
    return None


def _holds_names(grid: Grid, table: RowTable, column: int) -> bool:
    texts = _texts(grid, table, column)
    several = len(texts) >= 2 and len(set(texts)) == len(texts)
    return several and all(texts) and sum(map(looks_like_a_name, texts)) * 4 >= len(texts) * 3


def _texts(grid: Grid, table: RowTable, column: int) -> list[str]:
    return [grid.spread_text(row, column) for row in table.body[:_LOOKED_AT]]
