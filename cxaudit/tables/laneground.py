"""Where on a sheet the labels of lanes could stand, and the most that a table there could explain: told by shape alone.

Which tables there are is asked of the vocabulary, and that costs; most of this ground other tables take.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cxaudit.grid import Area, Grid
from cxaudit.kept import by_identity
from cxaudit.tables.labels import Label, filled
from cxaudit.tables.maps.stagerow import ABOVE

LOOKED_AT_COLUMNS = 8
LOOKED_AT_ROWS = 500


class LaneColumn(Struct, frozen=True):
    """A column in which labels could stand, the areas that they would stand in, and the most cells of a table there."""

    column: int
    ground: tuple[Area, ...]
    most: int


class LanePart(Struct, frozen=True):
    """Labels below each other that may be those of one table; `below` is the last row of the one above, or 0."""

    column: int
    run: tuple[Label, ...]
    below: int

    @property
    def ground(self) -> tuple[Area, ...]:
        """What holds every label that such a table could have."""
        return (Area(self.run[0].row, self.column, self.run[-1].row, self.column),)

    def most(self, grid: Grid) -> int:
        """How many cells a table of them can take in at most: those of its rows, and of one above that heads it."""
        beside = [len(filled(grid, label.row, self.column)) for label in self.run]
        first = self.run[0].row
        above = (len(filled(grid, row, self.column)) for row in range(max(1, first - ABOVE), first))
        return sum(beside) + max(above, default=0)


@by_identity(most=4)
def lane_columns(grid: Grid) -> tuple[LaneColumn, ...]:
    """The columns of a sheet whose cells could be labels: they have values to their right."""
    return tuple(_columns(grid))


def _columns(grid: Grid) -> Iterator[LaneColumn]:
    for column in range(1, min(grid.width, LOOKED_AT_COLUMNS) + 1):
        beside = [filled(grid, row, column) for row in range(1, min(grid.height, LOOKED_AT_ROWS) + 1)]
        rows = [row for row, cells in enumerate(beside, start=1) if len(cells) > 1 and cells[0] == column]
        if rows:
            areas = tuple(Area(top, column, bottom, column) for top, bottom in _stretched(rows))
            yield LaneColumn(column, areas, sum(map(len, beside)))


def _stretched(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last row of each stretch of rows that follow each other."""
    top, bottom = 0, -1
    for row in rows:
        if row != bottom + 1:
            if top:
                yield top, bottom
            top = row
        bottom = row
    if top:
        yield top, bottom
