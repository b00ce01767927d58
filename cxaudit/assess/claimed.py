"""Claims put in the place of what could not be told; what a workbook shows is never touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from cxaudit.assess.claim import Claim
from cxaudit.finding import Finding, Judgement, Outcome, cannot_tell
from cxaudit.result import RuleResult
from cxaudit.ruleset import Rule

SUBJECT = "self-assessment"
_NO_WORKBOOK = "no workbook was given"


def unseen(rules: Iterable[Rule]) -> tuple[RuleResult, ...]:
    """The results where there is no workbook at all: no rule can be told."""
    return tuple(RuleResult(rule, Outcome.CANNOT_TELL, None, cannot_tell(_NO_WORKBOOK)) for rule in rules)


def with_claims(results: Sequence[RuleResult], claims: Mapping[str, Claim]) -> tuple[RuleResult, ...]:
    """The results, where each rule that could not be told is judged by its claim if there is one."""
    return tuple(
        _claimed(result.rule, claims[result.rule.id])
        if result.outcome is Outcome.CANNOT_TELL and result.rule.id in claims
        else result
        for result in results
    )


def _claimed(rule: Rule, claim: Claim) -> RuleResult:
    score = rule.curve.score(claim.share)
    outcome = {Fraction(0): Outcome.NOT_MET, Fraction(1): Outcome.MET}.get(score, Outcome.PARTLY_MET)
    judgement = Judgement(None, "", int(score == 1), 1, claim.share)
    message = f"Claimed, not seen: {claim.says}"
    findings = () if score == 1 else (_finding(rule, message),)
    return RuleResult(rule, outcome, score, judgement, findings, message, claimed=True)


def _finding(rule: Rule, message: str) -> Finding:
    return Finding(f"{rule.id}: {SUBJECT}", rule.id, SUBJECT, SUBJECT, message, cells=())
