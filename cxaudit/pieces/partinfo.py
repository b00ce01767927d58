"""Maps and personas by themselves: what the rules give when they look at one of them only."""

from __future__ import annotations

from cxaudit.pieces.piece import Piece


class PartInfo(Piece, frozen=True, kw_only=True):
    """A map or a persona by itself: the same rules restricted to it. `losses` are its worst rules."""

    name: str
    workbook: str
    sheet: str
    cell: str
    score: float | None
    judged_rules: int
    losses: tuple[str, ...] = ()


class MapInfo(PartInfo, frozen=True, kw_only=True):
    """`before` and `after` count its steps (touchpoints, stages) before and after acquisition.

    Of those after it, `both` stand in stages that lie on both sides of it; `unclear` stand where nobody can tell.
    """

    phases: tuple[str, ...] = ()
    before: int = 0
    after: int = 0
    both: int = 0
    unclear: int = 0
    counted: str = "steps"
    job: str = ""
