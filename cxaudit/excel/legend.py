"""The shades of the heat map and the persona grid, each with the words that say the same."""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.excel import palette
from cxaudit.excel.look import Look
from cxaudit.excel.pen import Pen

_CELL = Look(indent=0, size=9, align="center", vertical="center", edge="box")
FULL = replace(_CELL, fill=palette.STRONG, colour=palette.WHITE, bold=True)
MOST = replace(_CELL, fill=palette.MIDDLE)
SOME = replace(_CELL, fill=palette.LIGHT)
NONE = replace(_CELL, fill=palette.WARM, colour=palette.AMBER, bold=True)
NO_LABEL = replace(_CELL, colour=palette.QUIET)
_KEY = (
    (FULL, "all", "every step of the stage says it"),
    (MOST, "half or more", "at least half of the steps"),
    (SOME, "some", "fewer than half of the steps"),
    (NONE, "none", "asked for and left empty"),
    (NO_LABEL, "–", "the map has no such label"),
)


def shade_of(given: int, asked: int, lane: bool) -> Look:
    """The shade of a count: how much of what was asked is given."""
    if given == 0:
        return NONE if lane else NO_LABEL
    if given >= asked:
        return FULL
    return MOST if given * 2 >= asked else SOME


def write_legend(pen: Pen, row: int) -> None:
    """One line that explains the shades, from the second column on."""
    column = 2
    for look, word, says in _KEY:
        pen.put(row, column, word, replace(look, wrap=True))
        pen.merge(
            row, column + 1, row, column + 2, says, Look(size=8, colour=palette.QUIET, vertical="center", indent=1)
        )
        column += 3
    pen.height(row, 26)
