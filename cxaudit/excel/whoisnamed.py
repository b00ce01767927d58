"""Who is named in a scorecard that was kept as Excel: its register and the sheets that people added, as grids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from cxaudit.earlier import EarlierScorecard, OwnSheet
from cxaudit.excel.earlier_file import read_earlier
from cxaudit.grid import Grid
from cxaudit.redact.known import NOTHING_KNOWN, Known, known_in
from cxaudit.register import TYPED, Register


def known_in_excel(path: Path) -> Known:
    """What the file tells of people; raises UsageError where it is no scorecard."""
    earlier = read_earlier(path)
    known = Known(grids=tuple(_grids(earlier)))
    return known + (known_in(earlier.scorecard) if earlier.scorecard else NOTHING_KNOWN)


def _grids(earlier: EarlierScorecard) -> Iterator[Grid]:
    yield _grid("register", _register_rows(earlier.register))
    yield from (_grid(own.name, _own_rows(own)) for own in earlier.own_sheets)


def _register_rows(register: Register) -> Iterator[tuple[object, ...]]:
    """What was typed, under its headings, and what the findings say."""
    yield ("Finding", "Subject", "Workbook", *TYPED, *register.extra_columns)
    for row in register.rows:
        yield (row.finding, row.subject, row.workbook, *row.typed, *row.extra)


def _own_rows(own: OwnSheet) -> Iterator[tuple[object, ...]]:
    cells = {(cell.row, cell.column): cell.value for cell in own.cells}
    width = max((column for _, column in cells), default=0)
    for row in range(1, max((row for row, _ in cells), default=0) + 1):
        yield tuple(cells.get((row, column)) for column in range(1, width + 1))


def _grid(name: str, rows: Iterable[tuple[object, ...]]) -> Grid:
    return Grid("", name, tuple(tuple("" if value is None else str(value) for value in row) for row in rows))
