"""The portfolio: the one document of a run; every output is an arrangement of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from msgspec import Struct, to_builtins

from cxaudit.jsontext import json_text
from cxaudit.pieces.piece import Piece
from cxaudit.portfolio.result import FailedInfo, ProgrammeInfo
from cxaudit.portfolio.shelf import Many
from cxaudit.scorecard import LeftOutInfo, LevelCut, RulePackInfo
from cxaudit.version import VERSION

SCHEMA = "cxaudit-portfolio/1"
_KEYS = (
    *("schema", "tool_version", "as_of", "rule_pack", "verdict", "mean", "programmes", "failed", "levels"),
    *("without_level", "dimensions", "costly_rules", "left_out", "notes", "level_cuts"),
)
"""What the JSON document holds, in its order."""


class RankedInfo(Piece, frozen=True, kw_only=True):
    """A programme with its place in the league, from 1; equal programmes share a place."""

    place: int
    programme: ProgrammeInfo


class DimensionSpread(Piece, frozen=True, kw_only=True):
    """A dimension over all programmes: mean, lowest and highest score, and in how many it was assessed."""

    id: str
    title: str
    mean: float | None
    lowest: float | None
    highest: float | None
    assessed: int


class LevelCount(Piece, frozen=True, kw_only=True):
    """How many programmes stand at a level."""

    number: int
    name: str
    programmes: int


class CostlyRule(Piece, frozen=True, kw_only=True):
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


class Portfolio(Struct, frozen=True):
    """The result of one run over many programmes.

    `programmes` stand in the order of the league: by level, then by score. `costly_rules` begin with the one that
    is the largest loss of most programmes. `left_out` is what lies in the folder and belongs to no programme.
    What grows with the number of programmes is read from the disk each time that it is gone through.
    """

    as_of: datetime.date
    rule_pack: RulePackInfo
    verdict: str
    mean: float | None
    programmes: Many[RankedInfo]
    failed: Many[FailedInfo]
    levels: tuple[LevelCount, ...]
    without_level: int
    dimensions: tuple[DimensionSpread, ...]
    costly_rules: tuple[CostlyRule, ...]
    left_out: Many[LeftOutInfo] = ()
    notes: tuple[str, ...] = ()
    level_cuts: tuple[LevelCut, ...] = ()
    missing_files: Many[LeftOutInfo] = ()
    tool_version: str = VERSION

    def to_json(self) -> str:
        """The document as JSON with a final line break; the same results give the same text."""
        return "".join(self.json_pieces())

    def json_pieces(self) -> Iterator[str]:
        """The same text piece by piece."""
        lead = "{"
        for name in _KEYS:
            yield f'{lead}\n "{name}": '
            value = SCHEMA if name == "schema" else getattr(self, name)
            if isinstance(value, Piece | str | int | float | datetime.date | None):
                yield _json(value, " ")
            else:
                yield from _json_list(value)
            lead = ","
        yield "\n}\n"


def _json_list(things: Iterable[Piece | str]) -> Iterator[str]:
    """A list of a document's first level, a piece an item."""
    lead = "["
    for thing in things:
        yield f"{lead}\n  {_json(thing, '  ')}"
        lead = ","
    yield "[]" if lead == "[" else "\n ]"


def _json(value: Piece | str | float | datetime.date | None, indent: str) -> str:
    data = to_builtins(value) if isinstance(value, Piece) else value
    shown = data.isoformat() if isinstance(data, datetime.date) else data
    return json_text(shown).replace("\n", f"\n{indent}")
