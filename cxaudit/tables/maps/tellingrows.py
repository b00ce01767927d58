"""Rows that could name stages by their phases: told of a whole sheet in one go, as sheets of data hold none."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.grid import Grid
from cxaudit.kept import by_identity
from cxaudit.tables.labels import Label
from cxaudit.tables.laneground import LOOKED_AT_ROWS
from cxaudit.tables.maps.stagerow import ABOVE
from cxaudit.vocabulary import Vocabulary


def may_name_phases(grid: Grid, labels: Sequence[Label], vocabulary: Vocabulary) -> bool:
    """Whether any row that may name the stages of some labels has two texts that may tell phases."""
    telling = _telling_rows(grid, vocabulary)
    return any(row in telling for row in range(labels[0].row - ABOVE, labels[-1].row + 2))


@by_identity(most=4)
def _telling_rows(grid: Grid, vocabulary: Vocabulary) -> frozenset[int]:
    """The rows with two such texts; one that a merged range shows its text in may have them too."""
    rows = grid.rows[: LOOKED_AT_ROWS + 1]
    texts = tuple({text for row in rows for text in row if text})
    told = {text for text, may in zip(texts, vocabulary.may_tell_phases(texts), strict=True) if may}
    merged = {row for area in grid.merged for row in range(area.top, min(area.bottom, len(rows)) + 1)}
    found = (row for row, held in enumerate(rows, start=1) if sum(map(told.__contains__, held)) >= 2)
    return frozenset((*found, *merged))
