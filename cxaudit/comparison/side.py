"""One side of a comparison: what a scorecard keeps, whatever file it was kept in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from cxaudit.comparison.document import SideInfo
from cxaudit.pieces.waiverinfo import waived_keys
from cxaudit.scorecard import FindingInfo, RuleInfo, Scorecard


@dataclass(frozen=True, slots=True)
class Bend:
    """A rule's curve: the share up to which the score is 0, and that from which it is 1."""

    zero_at: Fraction
    full_at: Fraction

    def score(self, share: Fraction) -> Fraction:
        return min(Fraction(1), max(Fraction(0), (share - self.zero_at) / (self.full_at - self.zero_at)))


@dataclass(frozen=True, slots=True)
class SideRule:
    """A rule as one side judged it.

    `score` is 0 to 1, None where it was not judged. `share` is the score before the curve `bend`; both are None
    where the file does not keep them. `declared` tells a rule that somebody declared not applicable.
    """

    id: str
    title: str
    dimension: str
    weight: int
    outcome: str
    score: Fraction | None
    share: Fraction | None = None
    bend: Bend | None = None
    counts: str = ""
    declared: bool = False


@dataclass(frozen=True, slots=True)
class SideFinding:
    """An open finding and its first cell ("Sheet!A1")."""

    key: str
    rule: str
    subject: str
    message: str
    workbook: str
    place: str


@dataclass(frozen=True, slots=True)
class SideDimension:
    """A dimension: its weight, and its score of 0 to 100 or None."""

    id: str
    title: str
    weight: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Side:
    """All of one side. `mended` are keys of findings that were gone already; `workbooks` are file names."""

    info: SideInfo
    dimensions: tuple[SideDimension, ...]
    rules: tuple[SideRule, ...]
    findings: tuple[SideFinding, ...]
    mended: frozenset[str] = frozenset()
    waived: frozenset[str] = frozenset()
    workbooks: frozenset[str] = frozenset()
    scope: str = ""

    @property
    def open_keys(self) -> frozenset[str]:
        return frozenset(finding.key for finding in self.findings)


def side_of(scorecard: Scorecard, name: str) -> Side:
    """The side that a scorecard is."""
    taken_out = {w.rule for w in scorecard.waivers if w.in_effect and w.kind == "not-applicable" and not w.subject}
    return Side(
        info=_info(scorecard, name),
        dimensions=tuple(SideDimension(d.id, d.title, d.weight, d.score) for d in scorecard.dimensions),
        rules=tuple(_rule(rule, rule.id in taken_out) for rule in scorecard.rules),
        findings=tuple(each for rule in scorecard.rules for each in _findings(rule)),
        mended=frozenset(scorecard.mended),
        waived=waived_keys(scorecard.waivers),
        workbooks=frozenset(file_name(sheet.workbook) for sheet in scorecard.sheets),
        scope=scorecard.scope,
    )


def file_name(path: str) -> str:
    """A workbook's name without its folder, in small letters: the folder is another one on every computer."""
    return path.replace("\\", "/").rpartition("/")[2].casefold()


def _info(scorecard: Scorecard, name: str) -> SideInfo:
    pack, level = scorecard.rule_pack, scorecard.level
    return SideInfo(
        name=name,
        client=scorecard.client,
        as_of=scorecard.as_of.isoformat(),
        rule_pack=pack.id,
        version=pack.version,
        digest=pack.digest,
        level=level.number if level else None,
        level_name=level.name if level else "",
        score=scorecard.score,
        coverage=scorecard.coverage,
    )


def _rule(rule: RuleInfo, taken_out: bool) -> SideRule:
    judged = rule.score is not None
    exact = Fraction(rule.score_exact) if rule.score_exact else Fraction(str(rule.score or 0))
    bend = Bend(Fraction(str(rule.curve.get("zero_at", 0))), Fraction(str(rule.curve.get("full_at", 1))))
    return SideRule(
        id=rule.id,
        title=rule.title,
        dimension=rule.dimension,
        weight=rule.weight,
        outcome=rule.outcome,
        score=exact if judged else None,
        share=Fraction(str(rule.points_of_total)) / rule.total if judged and rule.total else None,
        bend=bend,
        counts=f"{rule.met} of {rule.total}" if judged else "",
        declared=taken_out and rule.outcome == "not_applicable",
    )


def _findings(rule: RuleInfo) -> Iterable[SideFinding]:
    if not rule.findings:
        return [SideFinding(key, rule.id, "", rule.message, "", "") for key in rule.open_keys]
    return [_finding(rule, finding) for finding in rule.findings]


def _finding(rule: RuleInfo, finding: FindingInfo) -> SideFinding:
    cell = finding.cells[0] if finding.cells else None
    place = f"{cell.sheet}!{cell.cell}" if cell else ""
    return SideFinding(finding.key, rule.id, finding.subject, finding.message, cell.workbook if cell else "", place)
