"""What an earlier scorecard hands on to the next audit: its register, its scores and the planned scores typed in it."""

from __future__ import annotations

from msgspec import Struct, field

from cxaudit.register import Register, Typed
from cxaudit.scorecard import Scorecard

CATEGORY = "cxaudit scorecard"


class OwnCell(Struct, frozen=True):
    """A cell of a sheet that a person added; `formula` tells a formula from text that looks like one."""

    row: int
    column: int
    value: Typed
    formula: bool = False


class OwnSheet(Struct, frozen=True):
    """A sheet that a person added to a scorecard: its cells, and the widths of its columns by letters."""

    name: str
    cells: tuple[OwnCell, ...]
    widths: dict[str, float]


class EarlierScorecard(Struct, frozen=True):
    """An earlier scorecard as read back.

    `dimensions` are scores 0 to 100 by dimension id, without those not assessed; `planned` scores 0 to 1 by
    rule id where a person typed one. `pack` is the digest of its rules. `scorecard` is the whole document as it
    was written, None where the file carries none that can be read today.
    """

    as_of: str = ""
    score: float | None = None
    pack: str = ""
    register: Register = field(default_factory=Register)
    dimensions: dict[str, float] = field(default_factory=dict)
    planned: dict[str, float] = field(default_factory=dict)
    own_sheets: tuple[OwnSheet, ...] = ()
    scorecard: Scorecard | None = None
