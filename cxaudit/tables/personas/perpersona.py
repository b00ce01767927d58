"""Lists of problems, wants and needs that only say whose they are: they name personas and are none.

Ref   | Pain point        | Persona  | Answer
PP-01 | No end date       | Ada, Ben | Reminder
PP-02 | Unknown callers   | Ada      | Name of the firm
PP-03 | Too many messages | all      | One a day
"""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.grid import Grid
from cxaudit.tables.labels import Label
from cxaudit.tables.rowtables import RowTable

_LISTED = frozenset({"dissatisfaction_driver", "goal", "need", "opportunity"})
_OF_PERSONAS = ("persona",)


def lists_what_they_have(grid: Grid, table: RowTable, key: Label, kinds: Sequence[str]) -> bool:
    """Whether rows list what is beside the name: a name comes again, or what they have stands first under no title.

    On a sheet whose title speaks of personas alone the rows of one name may be parts of its portrait, the name first.
    """
    named = [text.casefold() for row in table.body if (text := grid.text(row, key.column))]
    again = len(set(named)) < len(named)
    first = next((label for label in table.labels if label is key or label.field in _LISTED), key)
    begins = first.column < key.column
    if tuple(kinds) == _OF_PERSONAS:
        return again and begins
    return again or begins
