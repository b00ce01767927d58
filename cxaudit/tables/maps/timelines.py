"""Tables that tell what a customer does from one hour or day to the next: the times name the rows, and no stage does.

Time       | Action              | Platform
8:10 AM    | Reads the alert     | Phone
Day 2      | Changes the setting | Web
"""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.maps.customers import surely_named
from cxaudit.tables.maps.timeheadings import unit_of
from cxaudit.tables.rowtables import RowTable
from cxaudit.vocabulary import Vocabulary

_CLOCK = pattern(r"^\W*\d{1,2}\s*[:.h]\s*\d{2}\b|^\W*\d{1,2}\s*(?:am|pm|a\.m\.|p\.m\.|uhr|h)\b|^\W*T\s*[-+±−]\s*\d")
_LEAST_ROWS, _LOOKED_AT = 3, 100
_LIVED = frozenset({"touchpoint", "emotion", "thought", "moment"})
_DONE = frozenset({"activity", "channel", "goal", "pain_point"}) | _LIVED


def told_over_time(grid: Grid, table: RowTable, kinds: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether times lead the rows and the lanes beside them are a customer's, of which a title may speak too."""
    if table.fields & {"stage", "step"} or len(table.body) < _LEAST_ROWS:
        return False
    lanes = surely_named(table.labels) & _DONE
    lived = len(lanes) >= 2 and (bool(lanes & _LIVED) or "journey" in kinds)
    return lived and _are_times(grid.spread_column(table.first, table.body[:_LOOKED_AT]), vocabulary)


def _are_times(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    times = sum(1 for text in texts if _CLOCK.match(text) or unit_of(text, vocabulary))
    return times * 5 >= len(texts) * 4
