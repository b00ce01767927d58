"""The path to the next level, and the quick wins, as the scorecard tells them."""

from __future__ import annotations

from typing import Literal

from cxaudit.pieces.piece import Piece


class FixInfo(Piece, frozen=True, kw_only=True):
    """One fix of the plan: `cost` in effort points, `gain` in points of 100.

    `mended_with` is a rule whose mending mends this one too; empty where there is none.
    """

    rule: str
    slug: str
    title: str
    fix: str
    effort: Literal["low", "medium", "high"]
    items: int
    cost: int
    gain: float
    gate: bool = False
    mended_with: str = ""


class PlanInfo(Piece, frozen=True, kw_only=True):
    """The cheapest way to `to_level`; `reachable` is false where mending every judged rule is not enough."""

    to_level: int | None
    to_name: str = ""
    from_score: float = 0.0
    needs: float = 0.0
    cost: int = 0
    score_after: float = 0.0
    level_after: int | None = None
    reachable: bool = True
    says: str = ""
    fixes: tuple[FixInfo, ...] = ()
    quick_wins: tuple[FixInfo, ...] = ()
