"""The portfolio: the one document of a run; every output is an arrangement of it."""

from __future__ import annotations

import datetime
import json

from pydantic import Field

from cxaudit.pieces.piece import Piece
from cxaudit.portfolio.result import FailedInfo, ProgrammeInfo
from cxaudit.scorecard import LeftOutInfo, LevelCut, RulePackInfo

SCHEMA = "cxaudit-portfolio/1"


class RankedInfo(Piece):
    """A programme with its place in the league, from 1; equal programmes share a place."""

    place: int
    programme: ProgrammeInfo


class DimensionSpread(Piece):
    """A dimension over all programmes: mean, lowest and highest score, and in how many it was assessed."""

    id: str
    title: str
    mean: float | None
    lowest: float | None
    highest: float | None
    assessed: int


class LevelCount(Piece):
    """How many programmes stand at a level."""

    number: int
    name: str
    programmes: int


class CostlyRule(Piece):
    """What one rule costs the portfolio.

    `programmes` lose points by it, `largest_in` lose more by it than by any other rule. `points` is the mean loss
    over all audited programmes, of 100.
    """

    rule: str
    slug: str
    title: str
    programmes: int
    largest_in: int
    points: float


class Portfolio(Piece):
    """The result of one run over many programmes.

    `programmes` stand in the order of the league: by level, then by score. `costly_rules` begin with the one that
    is the largest loss of most programmes. `left_out` is what lies in the folder and belongs to no programme.
    """

    schema_name: str = Field(default=SCHEMA, alias="schema")
    tool_version: str
    as_of: datetime.date
    rule_pack: RulePackInfo
    verdict: str
    mean: float | None
    programmes: tuple[RankedInfo, ...]
    failed: tuple[FailedInfo, ...]
    levels: tuple[LevelCount, ...]
    without_level: int
    dimensions: tuple[DimensionSpread, ...]
    costly_rules: tuple[CostlyRule, ...]
    left_out: tuple[LeftOutInfo, ...] = ()
    notes: tuple[str, ...] = ()
    level_cuts: tuple[LevelCut, ...] = ()

    def to_json(self) -> str:
        """The document as JSON with a final line break; the same results give the same text."""
        data = self.model_dump(mode="json", by_alias=True)
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
