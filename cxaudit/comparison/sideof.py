"""A scorecard as one side of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from cxaudit.comparison.document import SideInfo
from cxaudit.comparison.side import Bend, Levels, Side, SideDimension, SideFinding, SideRule
from cxaudit.comparison.structure import file_name, structure_of
from cxaudit.pieces.waiverinfo import waived_keys
from cxaudit.scorecard import FindingInfo, RuleInfo, Scorecard


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
        structure=structure_of(scorecard),
        levels=Levels(scorecard.levels, scorecard.coverage_bounds),
        read_by=scorecard.rule_pack.read_by,
        tool=scorecard.tool_version,
    )


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
    return SideRule(
        id=rule.id,
        title=rule.title,
        dimension=rule.dimension,
        weight=rule.weight,
        outcome=rule.outcome,
        score=(Fraction(rule.score_exact) if rule.score_exact else Fraction(str(rule.score))) if judged else None,
        share=_share(rule) if judged else None,
        bend=_bend(rule.curve),
        counts=f"{rule.met} of {rule.total}" if judged else "",
        judged_by=rule.judged_by,
        gate=rule.gate,
        claimed=rule.evidence == "claimed",
        declared=taken_out and rule.outcome == "not_applicable",
    )


def _bend(curve: Mapping[str, float]) -> Bend | None:
    low, high = Fraction(str(curve.get("zero_at", 0))), Fraction(str(curve.get("full_at", 1)))
    return Bend(low, high) if low < high else None


def _share(rule: RuleInfo) -> Fraction | None:
    if rule.share_exact:
        return Fraction(rule.share_exact)
    return Fraction(str(rule.points_of_total)) / rule.total if rule.total else None


def _findings(rule: RuleInfo) -> Iterable[SideFinding]:
    if not rule.findings:
        return [SideFinding(key, rule.id, "", rule.message, "", "") for key in rule.open_keys]
    return [_finding(rule, finding) for finding in rule.findings]


def _finding(rule: RuleInfo, finding: FindingInfo) -> SideFinding:
    cell = finding.cells[0] if finding.cells else None
    place = f"{cell.sheet}!{cell.cell}" if cell else ""
    return SideFinding(finding.key, rule.id, finding.subject, finding.message, cell.workbook if cell else "", place)
