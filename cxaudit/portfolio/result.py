"""What the audit of one programme leaves for the tables: a row of a few hundred bytes, or why there is none."""

from __future__ import annotations

import datetime
from typing import Literal

from msgspec import field

from cxaudit.pieces.piece import Piece
from cxaudit.scorecard import Interval, LeftOutInfo, PartInfo, RuleInfo, Scorecard


class CostliestInfo(Piece, frozen=True, kw_only=True):
    """The rule that costs a programme most, and the points of 100 that it costs."""

    rule: str
    slug: str
    title: str
    points: float


class ProgrammeInfo(Piece, frozen=True, kw_only=True):
    """One programme's row.

    `name` is its folder below the portfolio's. `score` and `dimensions` are 0 to 100, `coverage` 0 to 1. `spread`
    goes from its weakest map or persona to its strongest. `held` is true where a gate keeps the level under that
    of the score. `rules` is the digest of the rules that it was judged by.
    """

    name: str
    client: str
    as_of: datetime.date
    rules: str
    level: int | None
    level_name: str
    held: bool
    provisional: bool
    score: float | None
    interval: Interval | None
    spread: Interval | None
    coverage: float
    dimensions: dict[str, float | None]
    costliest: CostliestInfo | None
    workbooks: int
    left_out: tuple[LeftOutInfo, ...]


class FailedInfo(Piece, frozen=True, kw_only=True):
    """A programme that could not be audited, and why, in one sentence."""

    name: str
    reason: str


class Result(Piece, frozen=True, kw_only=True):
    """What became of one programme: its row with the points lost by rule, or why there is none.

    `fingerprint` is that of its files; empty where the next run has to try again. `folder` is its folder below the
    portfolio's where the row shows another name for it.
    """

    fingerprint: str
    row: ProgrammeInfo | None = None
    failed: FailedInfo | None = None
    lost: dict[str, float] = field(default_factory=dict)
    folder: str = ""
    schema_name: Literal["cxaudit-portfolio-line/2"] = field(default="cxaudit-portfolio-line/2", name="schema")

    @property
    def found(self) -> ProgrammeInfo | FailedInfo:
        """The row, or why there is none."""
        return self.row or self.failed or FailedInfo(name=self.folder, reason="")

    @property
    def programme(self) -> str:
        """The programme's folder, by which it is known from run to run."""
        return self.folder or self.found.name


def result_of(name: str, scorecard: Scorecard, fingerprint: str) -> Result:
    """The result of an audited programme; one with a file that could not be used is to be tried again."""
    losses = scorecard.ledger
    row = ProgrammeInfo(
        name=name,
        client=scorecard.client,
        as_of=scorecard.as_of,
        rules=scorecard.rule_pack.digest,
        level=scorecard.level.number if scorecard.level else None,
        level_name=scorecard.level.name if scorecard.level else "",
        held=any(gate.binds for gate in scorecard.gates),
        provisional=scorecard.provisional,
        score=scorecard.score,
        interval=scorecard.interval,
        spread=_spread((*scorecard.maps, *scorecard.personas)),
        coverage=scorecard.coverage,
        dimensions={dimension.id: dimension.score for dimension in scorecard.dimensions},
        costliest=_costliest(losses[0]) if losses else None,
        workbooks=len({sheet.workbook for sheet in scorecard.sheets}),
        left_out=scorecard.left_out,
    )
    lost = {rule.id: rule.points_lost for rule in losses}
    return Result(fingerprint="" if scorecard.left_out else fingerprint, row=row, lost=lost)


def failure(name: str, reason: str) -> Result:
    return Result(fingerprint="", failed=FailedInfo(name=name, reason=reason))


def _spread(parts: tuple[PartInfo, ...]) -> Interval | None:
    scores = [part.score for part in parts if part.score is not None]
    return Interval(low=min(scores), high=max(scores)) if len(scores) > 1 else None


def _costliest(rule: RuleInfo) -> CostliestInfo:
    return CostliestInfo(rule=rule.id, slug=rule.slug, title=rule.title, points=rule.points_lost)
