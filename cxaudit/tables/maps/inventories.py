"""Which tables with touchpoints are lists of them and no maps, by the titles around them and their lanes."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.tables.around.titles import is_sentence
from cxaudit.tables.labels import filled
from cxaudit.tables.maps.mapparts import lanes_known
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import FieldMatch, Vocabulary

_LANES_OF_A_MAP, _SURE, _SURELY = 5, 0.8, 0.9
_SENT = (FieldMatch("touchpoint", "fuzzy", 0.8),)
_OF_OTHERS = frozenset({"journey", "metrics", "persona"})
_OF_A_MAP = frozenset({"stage", "step", "touchpoint", "emotion", "thought"})
_OF_TOUCHPOINTS = frozenset({"touchpoint", "channel", "owner", "content"})


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


def with_messages(table: RowTable, kinds: Sequence[str]) -> RowTable:
    """The table; on a sheet that lists touchpoints what is sent through channels is one, where no column names any."""
    if "touchpoints" not in kinds or "channel" not in table.fields or "touchpoint" in table.fields:
        return table
    sent = next((label for label in table.labels if label.field == "content" and label.sureness >= _SURE), None)
    return replace(table, labels=tuple(replace(x, matches=_SENT) if x is sent else x for x in table.labels))


def lists_contacts(table: RowTable, kinds: Sequence[str]) -> bool:
    """Whether touchpoints are surely named with their channels, or come first with owners or on a sheet of them."""
    named = {label.field for label in table.labels if label.sureness >= _SURELY}
    lead = next((label for label in table.labels if label.telling), None)
    begins = lead is not None and lead.field == "touchpoint" and lead.sureness >= _SURELY
    return {"touchpoint", "channel"} <= named or (begins and ("owner" in named or "touchpoints" in kinds))


def lists_channels(table: RowTable, kinds: Sequence[str]) -> bool:
    """Whether channels come first, but for a rank, on a sheet of touchpoints, and nothing says what people do there."""
    if "touchpoints" not in kinds or not _OF_OTHERS.isdisjoint(kinds) or table.fields & _OF_A_MAP:
        return False
    first, *others = table.labels
    lead = others[0] if first.field == "other" and others else first
    return lead.field == "channel" and lead.sureness >= _SURELY


def is_inventory(table: RowTable, kinds: tuple[str, ...], nearest: tuple[str, ...], named: tuple[str, ...]) -> bool:
    """Whether a table lists touchpoints: the title says so, and of several titles the nearest, or the sheet's name.

    A table with most of a map's lanes is a map on a sheet that speaks of journeys, whatever stands above it.
    """
    if "touchpoint" not in table.fields:
        return lists_channels(table, kinds)
    if "journey" in kinds and lanes_known(table.fields)[0] >= _LANES_OF_A_MAP:
        return False
    if nearest == ("touchpoints",):
        return True
    if "touchpoints" in kinds and ("journey" not in kinds or named == ("touchpoints",)):
        return True
    if _tells_of_touchpoints_alone(table):
        return True
    return not table.fields & {"stage", "step"} and "journey" not in kinds


def _tells_of_touchpoints_alone(table: RowTable) -> bool:
    """Whether nothing is told but where and how people are met, at what may be a stage and is not surely one."""
    stages = [label for label in table.labels if label.field in ("stage", "step")]
    lanes = {name for name in table.fields if not name.startswith("other")} - {"stage", "step"}
    return bool(stages) and all(label.sureness < _SURE for label in stages) and lanes <= _OF_TOUCHPOINTS
