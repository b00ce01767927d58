"""Columns that hold figures alone hold no ideas, problems or doings, whatever their heading says.

Stage  | Then   | Now   | Gain
Queue  | 9 min  | 6 min | 3 min
Desk   | 70 s   | 40 s  | 30 s
"""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.rowtables import RowTable

_IN_WORDS = frozenset({"opportunity", "pain_point", "enabler", "activity", "thought", "touchpoint", "content"})
_FIGURE = pattern(r"^[^\w\n]*\d[\d.,]*\s*(?:%|[^\W\d]{1,4}\.?)?(?:\s*[-–/→]\s*\d[\d.,]*\s*(?:%|[^\W\d]{1,4}\.?)?)?$")
_LOOKED_AT, _LEAST = 200, 3


def without_figures(grid: Grid, table: RowTable) -> RowTable:
    """The table; a label whose column holds figures alone, where words are due, is not understood."""
    labels = tuple(
        replace(label, matches=())
        if _IN_WORDS.intersection(label.fields) and _holds_figures(grid, table, label.column)
        else label
        for label in table.labels
    )
    return table if labels == table.labels else replace(table, labels=labels)


def _holds_figures(grid: Grid, table: RowTable, column: int) -> bool:
    given = [text for text in grid.spread_column(column, table.body[:_LOOKED_AT]) if text.strip()]
    return len(given) >= _LEAST and all(_FIGURE.match(text.strip()) for text in given)
