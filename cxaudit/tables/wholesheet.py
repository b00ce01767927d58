"""A claim to whatever a layout may find on a sheet: it is not looked for where surer tables take in the sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cxaudit.grid import Area, Grid
from cxaudit.kept import by_identity
from cxaudit.layout import Claim, Table


def claim_to_sheet(
    grid: Grid, kind: str, make: Callable[[], Iterable[Table]], cells: int = 2, confidence: float = 1.0
) -> Iterator[Claim]:
    """The claim to tables of a kind that have a row with so many cells, no cell counted twice; none without such rows.

    `confidence` is the most that any of them can have.
    """
    if ground := _ground(grid, cells):
        yield Claim((kind,), ground, confidence, sum(map(len, grid.filled)), make)


@by_identity(most=4)
def _ground(grid: Grid, cells: int) -> tuple[Area, ...]:
    """The rows with so many cells, those that follow each other as one area."""
    found: list[Area] = []
    for row, columns in enumerate(grid.filled, start=1):
        if len(columns) < cells:
            continue
        area = Area(row, columns[0], row, columns[-1])
        if found and found[-1].bottom == row - 1:
            above = found.pop()
            area = Area(above.top, min(above.left, area.left), row, max(above.right, area.right))
        found.append(area)
    return tuple(found)
