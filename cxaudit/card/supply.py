"""What to supply: the rules that could not be told, grouped by what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from cxaudit.finding import Outcome
from cxaudit.result import RuleResult
from cxaudit.ruleset import Rule, Ruleset
from cxaudit.scoring import is_applicable

_ONLY_CLAIMED = "workbooks that show what is only claimed"


class Missing(Struct, frozen=True):
    """One reason, in words, why rules could not be told; `coverage` is the share of the evidence missing with it."""

    what: str
    rules: tuple[Rule, ...]
    coverage: Fraction


def missing_evidence(results: Sequence[RuleResult], ruleset: Ruleset) -> tuple[Missing, ...]:
    """What is missing, the largest share of the evidence first; nothing where every rule could be told."""
    shares = _evidence_shares(results, ruleset)
    grouped: dict[str, list[Rule]] = {}
    for result in results:
        if result.outcome is Outcome.CANNOT_TELL:
            grouped.setdefault(result.judgement.reason, []).append(result.rule)
    missing = [
        Missing(what, tuple(rules), sum((shares[rule.id] for rule in rules), Fraction(0)))
        for what, rules in grouped.items()
    ]
    claimed = tuple(result.rule for result in results if result.claimed)
    if claimed:
        rest = 1 - Fraction(str(ruleset.maturity.coverage.claim_counts))
        missing.append(Missing(_ONLY_CLAIMED, claimed, rest * sum((shares[r.id] for r in claimed), Fraction(0))))
    return tuple(sorted(missing, key=lambda each: (-each.coverage, each.what)))


def _evidence_shares(results: Sequence[RuleResult], ruleset: Ruleset) -> dict[str, Fraction]:
    """Each applicable rule's part of the evidence coverage; together they are 1."""
    applicable = [result.rule for result in results if is_applicable(result)]
    inside: dict[str, int] = {}
    for rule in applicable:
        inside[rule.dimension] = inside.get(rule.dimension, 0) + ruleset.weight(rule)
    total = sum(d.weight for d in ruleset.maturity.dimensions if inside.get(d.id))
    return {
        rule.id: Fraction(ruleset.dimension(rule).weight * ruleset.weight(rule), total * inside[rule.dimension])
        if inside[rule.dimension]
        else Fraction(0)
        for rule in applicable
    }
