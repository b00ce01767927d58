"""The scorecard: the one result document, complete and immutable; every output is an arrangement of it.

Numbers are rounded for the reader here and nowhere else: scores and points to four places, and never
up over a level's cut.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from msgspec import Meta, field, to_builtins
from msgspec.json import decode

from cxaudit.pieces.answerinfo import AnswerInfo
from cxaudit.pieces.heatinfo import GridRow, HeatMapInfo
from cxaudit.pieces.labelinfo import LabelInfo, UnreadInfo
from cxaudit.pieces.partinfo import MapInfo, PartInfo
from cxaudit.pieces.piece import CellInfo, Piece, SourceInfo
from cxaudit.pieces.planinfo import FixInfo, PlanInfo
from cxaudit.pieces.waiverinfo import WaiverInfo

__all__ = [
    "AnswerInfo",
    "CellInfo",
    "FixInfo",
    "GridRow",
    "HeatMapInfo",
    "LabelInfo",
    "MapInfo",
    "PartInfo",
    "Piece",
    "PlanInfo",
    "SourceInfo",
    "UnreadInfo",
    "WaiverInfo",
]
SCHEMA = "cxaudit-scorecard/1"
_FRACTION = r"^([0-9]+(/[1-9][0-9]*)?)?$"
OutcomeName = Literal["met", "partly_met", "not_met", "not_applicable", "cannot_tell"]


class RulePackInfo(Piece, frozen=True, kw_only=True):
    """The rules that judged. `read_by` is a digest of the words by which sheets are read; empty where not kept."""

    id: str
    version: str
    title: str
    digest: str
    read_by: str = ""


class LevelInfo(Piece, frozen=True, kw_only=True):
    number: int
    name: str
    says: str


class Interval(Piece, frozen=True, kw_only=True):
    """The score if all that could not be told failed, and if all of it were met; 0 to 100."""

    low: float
    high: float


class GateInfo(Piece, frozen=True, kw_only=True):
    """A gate whose condition holds. `binds` is true where the score alone would give a higher level."""

    id: str
    slug: str
    max_level: int
    binds: bool
    says: str
    level_without: int


class FindingInfo(Piece, frozen=True, kw_only=True):
    """One thing to mend. `key` names it in every later audit; `points` are what mending it wins of 100."""

    key: str
    subject: str
    message: str
    cells: tuple[CellInfo, ...]
    words: tuple[str, ...] = ()
    items: int = 1
    points: float = 0.0


class GateBound(Piece, frozen=True, kw_only=True):
    """A rule's gate as the pack gives it: no level above `max_level` while its score is at most `when_at_most`."""

    max_level: int
    when_at_most: float
    says: str


class RuleInfo(Piece, frozen=True, kw_only=True):
    """One rule's outcome. `score` 0 to 1 is `points_of_total / total` after the rule's curve.

    `score_exact` is the same number without rounding, as a fraction ("31/40"); empty where it was not judged.
    `share_exact` is the share before the curve, in the same way. `judged_by` is a digest of what the rule looks for.
    `evidence` is claimed where only people say so, in the `answers`; none where the rule was not judged.
    `mended_with` is a rule that tells of the same places, so that mending it mends this one too.
    """

    id: str
    slug: str
    title: str
    dimension: str
    weight: int
    outcome: OutcomeName
    reason: str = ""
    score: float | None
    met: int
    total: int
    points_of_total: float
    curve: dict[str, float]
    points_lost: float
    message: str
    why: str
    figure: str
    fix: str
    effort: Literal["low", "medium", "high"]
    sources: tuple[SourceInfo, ...]
    findings: tuple[FindingInfo, ...] = ()
    score_exact: Annotated[str, Meta(pattern=_FRACTION)] = ""
    share_exact: Annotated[str, Meta(pattern=_FRACTION)] = ""
    judged_by: str = ""
    curve_says: str = ""
    gate: GateBound | None = None
    mended_with: str = ""

    evidence: Literal["seen", "claimed", "none"] = "seen"
    answers: tuple[AnswerInfo, ...] = ()

    @property
    def open_keys(self) -> tuple[str, ...]:
        """The keys of what is open; the rule's own id where it is not met and has no finding."""
        short = self.score is not None and self.score < 1
        return tuple(finding.key for finding in self.findings) or ((self.id,) if short else ())


class DimensionInfo(Piece, frozen=True, kw_only=True):
    """`score` is None where nothing could be judged; `coverage` is judged weight of applicable weight."""

    id: str
    title: str
    question: str
    weight: int
    score: float | None
    assessed: bool
    coverage: float
    points_lost: float
    judged_rules: int
    applicable_rules: int


class SensitivityInfo(Piece, frozen=True, kw_only=True):
    """The score at the worst and the best weights, each moved by at most a quarter either way."""

    low: float
    high: float
    level_low: int | None
    level_high: int | None
    holds: bool


class LevelCut(Piece, frozen=True, kw_only=True):
    """A level of the maturity model and the score, 0 to 100, at which it begins."""

    number: int
    name: str
    says: str
    from_score: int


class CoverageBounds(Piece, frozen=True, kw_only=True):
    """Evidence coverage, 0 to 1, under which a result is provisional, and under which no level is given.

    A claim counts `claim_counts` of what a workbook shows.
    """

    provisional_under: float
    no_level_under: float
    claim_counts: float = 0.5


class BenchmarkInfo(Piece, frozen=True, kw_only=True):
    """A published figure to hold a result against, with its source."""

    key: str
    says: str
    source: SourceInfo


class SheetInfo(Piece, frozen=True, kw_only=True):
    """How one sheet was read; `doubts` are fuzzy readings, in words."""

    workbook: str
    sheet: str
    hidden: bool
    kind: str
    layout: str
    confidence: float
    counts: dict[str, int] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    labels: tuple[LabelInfo, ...] = ()
    unread: tuple[UnreadInfo, ...] = ()


class LeftOutInfo(Piece, frozen=True, kw_only=True):
    path: str
    reason: str


class CrossCheckInfo(Piece, frozen=True, kw_only=True):
    """What one sheet says and another does not; it costs no points."""

    id: str
    title: str
    message: str
    mend: str
    cells: tuple[CellInfo, ...]


class SupplyInfo(Piece, frozen=True, kw_only=True):
    """What to supply so that rules which could not be told can be judged.

    `coverage` (0 to 1) is how much evidence coverage it would add.
    """

    what: str
    rules: tuple[str, ...]
    coverage: float = 0.0


class Scorecard(Piece, frozen=True, kw_only=True):
    """The whole result of one audit.

    `verdict` is the result in one sentence, `mended` the keys of findings of earlier audits that are mended, `command`
    the command that repeats the audit, without its outputs.
    """

    schema_name: str = field(default=SCHEMA, name="schema")
    tool_version: str
    as_of: datetime.date
    client: str = ""
    scope: Literal["all", "journeys", "personas"] = "all"
    rule_pack: RulePackInfo
    level: LevelInfo | None
    provisional: bool
    verdict: str
    score: float | None
    interval: Interval | None
    coverage: float
    gates: tuple[GateInfo, ...]
    dimensions: tuple[DimensionInfo, ...]
    rules: tuple[RuleInfo, ...]
    maps: tuple[MapInfo, ...]
    personas: tuple[PartInfo, ...]
    plan: PlanInfo
    sensitivity: SensitivityInfo | None
    supply: tuple[SupplyInfo, ...]
    sheets: tuple[SheetInfo, ...]
    left_out: tuple[LeftOutInfo, ...]
    notes: tuple[str, ...] = ()
    levels: tuple[LevelCut, ...] = ()
    coverage_bounds: CoverageBounds | None = None
    benchmarks: tuple[BenchmarkInfo, ...] = ()
    heat_maps: tuple[HeatMapInfo, ...] = ()
    persona_grid: tuple[GridRow, ...] = ()
    waivers: tuple[WaiverInfo, ...] = ()
    cross_checks: tuple[CrossCheckInfo, ...] = ()
    mended: tuple[str, ...] = ()
    command: str = ""

    @property
    def ledger(self) -> tuple[RuleInfo, ...]:
        """The rules that lost points, the largest loss first."""
        losing = [rule for rule in self.rules if rule.points_lost > 0]
        return tuple(sorted(losing, key=lambda rule: (-rule.points_lost, rule.id)))

    def to_json(self) -> str:
        """The document as JSON with a final line break; the same scorecard gives the same text."""
        from cxaudit.jsontext import json_text

        return json_text(to_builtins(self)) + "\n"


def scorecard_of_json(text: str) -> Scorecard:
    """The document that `to_json` wrote; raises msgspec's DecodeError where the text is none."""
    return decode(text, type=Scorecard)
