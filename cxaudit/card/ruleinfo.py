"""One rule's outcome as the scorecard tells it: its counts, its words and its findings with their cells."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cxaudit.card.modelinfo import source_info
from cxaudit.finding import Cited, Finding
from cxaudit.result import RuleResult
from cxaudit.ruleset import Rule, Ruleset
from cxaudit.scorecard import CellInfo, FindingInfo, GateBound, RuleInfo
from cxaudit.scores.rounding import points_to_places, to_places


def rule_info(result: RuleResult, lost: Fraction, ruleset: Ruleset, mended_with: str = "") -> RuleInfo:
    """One rule of the scorecard, with the points that it lost of the overall 100."""
    rule, judgement = result.rule, result.judgement
    return RuleInfo(
        id=rule.id,
        slug=rule.slug,
        title=rule.title,
        dimension=rule.dimension,
        weight=ruleset.weight(rule),
        outcome=result.outcome.value,
        reason=judgement.reason,
        score=None if result.score is None else to_places(result.score, [1]),
        met=judgement.met,
        total=judgement.total,
        points_of_total=to_places(judgement.points, [judgement.total]),
        curve={"zero_at": rule.curve.zero_at, "full_at": rule.curve.full_at},
        points_lost=points_to_places(lost),
        message=result.message,
        why=rule.why,
        figure=rule.figure,
        fix=rule.fix.text,
        effort=rule.fix.effort,
        sources=tuple(source_info(source, ruleset.maturity) for source in rule.sources),
        findings=_findings(result.findings, lost),
        score_exact="" if result.score is None else str(result.score),
        share_exact=str(judgement.points / judgement.total) if judgement.total and result.judged else "",
        judged_by=ruleset.judged_by.get(rule.id, ""),
        curve_says=rule.curve.says,
        gate=_gate(rule),
        mended_with=mended_with,
        evidence="claimed" if result.claimed else "seen" if result.judged else "none",
    )


def _gate(rule: Rule) -> GateBound | None:
    gate = rule.gate
    if gate is None:
        return None
    return GateBound(max_level=gate.max_level, when_at_most=gate.when_at_most, says=gate.says)


def _findings(findings: Sequence[Finding], lost: Fraction) -> tuple[FindingInfo, ...]:
    """A rule's findings, with its loss shared among them by how many subjects each one speaks of."""
    items = sum(finding.items for finding in findings)
    return tuple(
        FindingInfo(
            key=finding.key,
            subject=finding.title,
            message=finding.message,
            cells=tuple(cell_info(cited) for cited in finding.cells),
            words=finding.words,
            items=finding.items,
            points=points_to_places(lost * finding.items / items),
        )
        for finding in findings
    )


def cell_info(cited: Cited) -> CellInfo:
    place = cited.place
    return CellInfo(workbook=place.workbook, sheet=place.sheet, cell=place.cell, text=cited.text)
