"""Lists that are kept beside maps: problems, moments, channels or facts of stages, one a row. Shown, not judged.

# | Friction           | Stage | Severity      Phase    | Duration | Milestones
1 | Mail lands in spam | 2     | High          Learning | 1 week   | First lesson
2 | Loader is silent   | 3     | Medium        Using    | 3 weeks  | First talk
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from cxaudit.grid import Grid
from cxaudit.layout import Claim, Table
from cxaudit.tables.around.titles import title_kinds
from cxaudit.tables.labels import filled, lanes_of
from cxaudit.tables.lists.keptlists import find_kept_lists
from cxaudit.tables.maps.journeytables import is_journey
from cxaudit.tables.rowtables import RowTable
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary

NAME = "list"
_CONFIDENCE = 0.7


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The lists of a sheet that are no maps, with their labels; what they say belongs to no map."""
    return claim_to_sheet(grid, "other", partial(_tables, grid, vocabulary), confidence=_CONFIDENCE)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterator[Table]:
    kinds = title_kinds(grid, vocabulary)
    for table in find_kept_lists(grid, vocabulary):
        of_personas = "persona" in kinds and table.labels[0].field == "persona"
        if not of_personas and not is_journey(grid, table, kinds, vocabulary):
            yield _table(grid, table)


def _table(grid: Grid, table: RowTable) -> Table:
    return Table(
        kind="other",
        layout=NAME,
        region=table.region,
        confidence=_CONFIDENCE,
        explained=sum(len(filled(grid, row, table.first, table.last)) for row in (table.header, *table.body)),
        lanes=lanes_of(grid, table.labels),
    )
