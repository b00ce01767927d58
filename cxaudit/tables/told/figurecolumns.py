"""Columns that hold figures alone hold no ideas, problems or doings, whatever their heading says.

Stage  | Then   | Now   | Gain
Queue  | 9 min  | 6 min | 3 min
Desk   | 70 s   | 40 s  | 30 s
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.tables.rowtables import RowTable

_IN_WORDS = frozenset(
    {"opportunity", "pain_point", "enabler", "activity", "thought", "touchpoint", "content", "step_definition"}
)
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


def tells_in_figures(grid: Grid, table: RowTable) -> bool:
    """Whether all that is told of stages or steps are figures, as in a funnel."""
    columns = {label.column for label in table.labels if label.field not in ("stage", "step")}
    return bool(columns) and all(_holds_figures(grid, table, column) for column in columns)


def _holds_figures(grid: Grid, table: RowTable, column: int) -> bool:
    given = [text for text in grid.spread_column(column, table.body[:_LOOKED_AT]) if says_anything(text)]
    return len(given) >= min(_LEAST, len(table.body) - 1) and all(is_figure(text) for text in given)


def labelled_by_figures(labels: Sequence[Label]) -> bool:
    """Whether most of what stands where labels are looked for is a figure: it is a column of a table of figures."""
    return sum(1 for label in labels if is_figure(label.text)) * 2 > len(labels)


def is_figure(text: str) -> bool:
    return bool(_FIGURE.match(text.strip()))


def says_anything(text: str) -> bool:
    return any(map(str.isalnum, text))
