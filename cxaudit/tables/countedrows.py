"""Rows that count on from one another (MoT-01, MoT-02): they are the body of a list, and none of them heads a table."""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import filled

_SERIAL = pattern(r"^([^\W\d_]{0,8}[-_. #]{0,2})(\d{1,4})[.)]?$")


def is_counted(grid: Grid, row: int) -> bool:
    """Whether a row begins with nothing but a number that goes on from the row above or is gone on from below."""
    column = filled(grid, row)[0]
    own = _serial(grid, row, column)
    return own is not None and (
        _follows(_serial(grid, row - 1, column), own) or _follows(own, _serial(grid, row + 1, column))
    )


def _serial(grid: Grid, row: int, column: int) -> tuple[str, int] | None:
    cells = filled(grid, row)
    found = _SERIAL.match(grid.text(row, column).strip()) if cells and cells[0] == column else None
    return (found.group(1), int(found.group(2))) if found else None


def _follows(one: tuple[str, int] | None, other: tuple[str, int] | None) -> bool:
    return one is not None and other is not None and one[0] == other[0] and other[1] == one[1] + 1
