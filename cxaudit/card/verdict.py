"""The sentences that a scorecard opens with: the verdict, what holds the level, and the path in words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from cxaudit.card.supply import Missing
from cxaudit.plan import Plan, PlanState
from cxaudit.ruleset import Level, Maturity
from cxaudit.scores.gating import HeldGate
from cxaudit.scores.rounding import one_decimal, whole_percent
from cxaudit.scoring import Scores


def verdict(scores: Scores, maturity: Maturity, claimed: int = 0) -> str:
    """The result in one sentence: level, score, interval, and how much of the evidence there was.

    `claimed` is the number of judged rules that nobody has seen.
    """
    if scores.overall is None or scores.interval is None:
        return "No score: nothing that the rules ask for could be judged."
    low, high = one_decimal(scores.interval.low), one_decimal(scores.interval.high)
    between = f" ({low} to {high})" if scores.interval.low < scores.interval.high else ""
    said = f"{one_decimal(scores.overall)} of 100{between}, from {whole_percent(scores.coverage)} of the evidence"
    said += _claimed(claimed, len(scores.ledger))
    if scores.level is None:
        needed = whole_percent(maturity.coverage.no_level_under)
        return f"No level: {said}; a level needs {needed}."
    provisional = " (provisional)" if scores.provisional else ""
    return f"Level {scores.level.number}, {scores.level.name}{provisional}: {said}."


def _claimed(claimed: int, judged: int) -> str:
    if claimed == judged and claimed:
        return ", all of it claimed and none of it seen"
    return f", {claimed} of {judged} rules claimed and not seen" if claimed else ""


def gate_sentence(gate: HeldGate, scores: Scores) -> str:
    """What a gate does: holds the level now, would hold it by itself, or will stand in the way later."""
    because = f"{gate.says} ({gate.rule.id})"
    if scores.level is None or scores.overall is None or not gate.binds:
        return f"The level cannot pass {gate.max_level} while {because}."
    alone = f"{one_decimal(scores.overall)} points is level {gate.level_without}"
    if gate.max_level > scores.level.number:
        return f"{alone}; {because} would hold it at {gate.max_level} by itself."
    return f"{alone}; held at {scores.level.number} because {because}."


def plan_sentence(plan: Plan, maturity: Maturity, missing: Sequence[Missing]) -> str:
    """The plan in words: the fixes and what they reach, or why there is none."""
    if plan.state is PlanState.NO_LEVEL:
        return _without_level(plan, maturity, missing)
    if plan.target is None or plan.after is None:
        return _nothing_to_reach(plan)
    target, many = _named(plan.target), len(plan.fixes) > 1
    now, then = (one_decimal(scores.overall or Fraction(0)) for scores in (plan.before, plan.after))
    lift = f"{len(plan.fixes)} fix{'es' if many else ''} (effort {plan.cost}) lift{'' if many else 's'} the score"
    gates = " and ".join(fix.rule.id for fix in plan.fixes if fix.gate)
    if not plan.reachable:
        return f"{target} is out of reach: {lift} from {now} to {then} only."
    if not plan.needs:
        return f"{target} needs no more points, only {gates} mended (effort {plan.cost}); the score is then {then}."
    must = f" {gates} must be among them, whatever the points." if gates and many else ""
    return f"{target} begins at {plan.target.from_score} points: {lift} from {now} to {then}.{must}"


def _nothing_to_reach(plan: Plan) -> str:
    level = plan.before.level
    if plan.state is PlanState.REACHED and plan.target is not None and level is not None:
        return f"{_named(plan.target)} is reached: the programme is at level {level.number}."
    return f"{_named(level) if level else 'This'} is the highest level: there is no further one to reach."


def _without_level(plan: Plan, maturity: Maturity, missing: Sequence[Missing]) -> str:
    needed = whole_percent(maturity.coverage.no_level_under)
    there = whole_percent(plan.before.coverage)
    first = f" What is missing most: {missing[0].what}." if missing else ""
    return f"No path without a level: {needed} of the evidence is needed and {there} is there.{first}"


def _named(level: Level) -> str:
    return f"Level {level.number} ({level.name})"
