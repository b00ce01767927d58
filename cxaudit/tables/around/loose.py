"""Labels outside the tables of a sheet: shown with the field that they name, though nothing is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Table
from cxaudit.model import Lane
from cxaudit.tables.labels import Label, filled, heads_columns, label_at, lanes_of
from cxaudit.tables.told.blueprintlines import LINES
from cxaudit.vocabulary import Vocabulary

_SURE, _SURE_HEADING, _SURE_OVER_LIST = 0.9, 0.75, 0.8
_NAMES = frozenset({"stage", "step", "name", "persona"})
_NEAR = 2
_LOOKED_AT = 1000
_WORDS = {"journey": "journey", "touchpoints": "journey", "persona": "persona"}


def with_loose_labels(
    grid: Grid,
    tables: tuple[Table, ...],
    lead: Table | None,
    told: Iterable[int],
    vocabulary: Vocabulary,
    more: tuple[Lane, ...] = (),
) -> tuple[Table, ...]:
    """The tables, where the leading one also lists the labels that stand outside all of them, and `more`."""
    if lead is None or lead.kind not in _WORDS:
        return tables
    rows = _free_rows(grid, [table.region for table in tables], frozenset(told))
    ends = lead.region.bottom if lead.kind == "journey" else 0
    labels = [x for row in rows for x in _labels(grid, row, vocabulary, _WORDS[lead.kind], ends)]
    if lead.kind == "journey":
        labels += _over_lists(grid, tables, lead, frozenset(told), vocabulary)
    known = {(lane.label.casefold(), lane.field) for lane in lead.lanes}
    lanes = tuple(lane for lane in (*lanes_of(grid, labels), *more) if (lane.label.casefold(), lane.field) not in known)
    return tuple(replace(t, lanes=t.lanes + lanes) if t is lead else t for t in tables)


def _free_rows(grid: Grid, regions: list[Area], told: frozenset[int]) -> Iterator[int]:
    for row in range(1, min(grid.height, _LOOKED_AT) + 1):
        if row not in told and not any(area.top <= row <= area.bottom for area in regions):
            yield row


def _labels(grid: Grid, row: int, vocabulary: Vocabulary, kind: str, lead_ends: int = 0) -> Iterator[Label]:
    """The label of a pair, or those of a row in which every text is one; a line of a blueprint is no lane.

    Below the row where the map ends, less sure words are labels too.
    """
    cells = [c for c in filled(grid, row) if grid.merged_area(row, c).right == grid.merged_area(row, c).left]
    if len(cells) < 2 or vocabulary.words(LINES).is_whole(grid.text(row, cells[0])):
        return
    found = [label_at(grid, row, column, vocabulary, kind) for column in cells]
    heads = all(label.matches for label in found) or heads_columns(grid, row, cells[0], vocabulary, kind)
    sure = _SURE_HEADING if heads and len(found) > 2 else _SURE
    for label in found if heads else found[:1]:
        below = lead_ends and row > lead_ends and len(cells) == 2
        if label.telling and label.sureness >= (min(sure, _SURE_OVER_LIST) if below else sure):
            yield label


def _over_lists(
    grid: Grid, tables: Iterable[Table], lead: Table, told: frozenset[int], vocabulary: Vocabulary
) -> Iterator[Label]:
    """The labels alone in their rows below a map, over lines or pairs that tell more: "Moments of truth".

    What stands over another table is the title of that.
    """
    regions = [table.region for table in tables]
    titles = {area.top - n for area in regions for n in range(1, _NEAR + 1)}
    for row in _free_rows(grid, regions, told | titles):
        cells = filled(grid, row) if row > lead.region.bottom else ()
        if len(cells) != 1 or not any(filled(grid, row + n) for n in range(1, _NEAR + 1)):
            continue
        label = label_at(grid, row, cells[0], vocabulary, _WORDS[lead.kind])
        if label.telling and label.sureness >= _SURE_OVER_LIST and label.field not in _NAMES:
            yield label
