"""A claim to whatever a layout may find on a sheet: it is not looked for where surer tables take in the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from cxaudit.grid import Area, Grid
from cxaudit.kept import by_identity
from cxaudit.layout import Claim, Table

_MANY_ROWS, _FEW_LONE = 50, 0.1


def claim_to_sheet(
    grid: Grid, kind: str, make: Callable[[], Iterable[Table]], cells: int = 2, confidence: float = 1.0
) -> Iterator[Claim]:
    """The claim to tables of a kind that have a row with so many cells, no cell counted twice; none without such rows.

    Of a large table lone cells are only titles. `confidence` is the most that any of the tables can have.
    """
    if ground := _ground(grid, max(cells, 2) if is_large_table(grid) else cells):
        yield Claim((kind,), ground, confidence, sum(map(len, grid.filled)), make)


@by_identity(most=4)
def is_large_table(grid: Grid) -> bool:
    """Whether a sheet has many rows of which hardly any holds a lone cell."""
    held = [len(columns) for columns in grid.filled if columns]
    return len(held) >= _MANY_ROWS and held.count(1) <= len(held) * _FEW_LONE


@by_identity(most=4)
def _ground(grid: Grid, cells: int) -> tuple[Area, ...]:
    """The rows with so many cells, those that follow each other as one area."""
    enough = (len(columns) >= cells for columns in grid.filled)
    stretches = (list(rows) for held, rows in groupby(enumerate(enough, start=1), itemgetter(1)) if held)
    return tuple(_around(grid, rows[0][0], rows[-1][0]) for rows in stretches)


def _around(grid: Grid, top: int, bottom: int) -> Area:
    """What holds the cells of these rows."""
    shapes = set(grid.filled[top - 1 : bottom])
    return Area(top, min(columns[0] for columns in shapes), bottom, max(columns[-1] for columns in shapes))
