"""Sheets whose own title speaks of a journey, and that describe no software.

Student journey                      a title of a journey over the design of a feature
status | PENDING until in_review     is none of a customer's
"""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.tables.around.titles import own_kinds
from cxaudit.tables.programcode import names_parts_of_software
from cxaudit.vocabulary import Vocabulary


def is_titled_journey(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether the sheet's own name or first lines speak of a journey, and it does not name the parts of software."""
    return "journey" in own_kinds(grid, vocabulary) and not names_parts_of_software(grid)
