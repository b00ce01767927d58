"""Which tables with touchpoints are lists of them and no maps, by the titles around them and their lanes."""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.tables.around.titles import is_sentence
from cxaudit.tables.labels import filled
from cxaudit.tables.maps.mapparts import lanes_known
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary

_LANES_OF_A_MAP = 5


def heading_above(grid: Grid, table: RowTable) -> tuple[int, int] | None:
    """Where the heading of a table stands: a short text alone in one of the three rows above it."""
    for row in range(table.header - 1, max(0, table.header - 4), -1):
        cells = filled(grid, row)
        if len(cells) == 1 and len(grid.text(row, cells[0])) <= 80:
            return row, cells[0]
        if cells:
            return None
    return None


def nearest_title(grid: Grid, table: RowTable, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds that the heading right above a table speaks of."""
    heading = heading_above(grid, table)
    text = grid.text(*heading) if heading else ""
    return () if is_sentence(text) else vocabulary.title_kinds(text)


def is_inventory(table: RowTable, kinds: tuple[str, ...], nearest: tuple[str, ...], named: tuple[str, ...]) -> bool:
    """Whether a table lists touchpoints: the title says so, and of several titles the nearest, or the sheet's name.

    A table with most of a map's lanes is a map on a sheet that speaks of journeys, whatever stands above it.
    """
    if "touchpoint" not in table.fields:
        return False
    if "journey" in kinds and lanes_known(table.fields)[0] >= _LANES_OF_A_MAP:
        return False
    if nearest == ("touchpoints",):
        return True
    if "touchpoints" in kinds and ("journey" not in kinds or named == ("touchpoints",)):
        return True
    return not table.fields & {"stage", "step"} and "journey" not in kinds
