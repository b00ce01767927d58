"""The path to the next level: the gates first, then the cheapest fixes that reach its cut.

A fix mends one judged rule in full. The judged rules stay the same, so points add up and the cheapest
set is found exactly; the plan is scored again as a whole before it is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.errors import UsageError
from cxaudit.finding import Outcome
from cxaudit.result import RuleResult
from cxaudit.ruleset import Level, Rule, Ruleset
from cxaudit.scores.cheapest import Choice, cheapest
from cxaudit.scores.overlap import mended_with
from cxaudit.scoring import Scores, score

QUICK_WINS = 5


class PlanState(StrEnum):
    """What there is to plan: a path, nothing (at the top, or at the target already), or evidence to supply."""

    PATH = "path"
    TOP = "top"
    REACHED = "reached"
    NO_LEVEL = "no_level"


class Fix(Struct, frozen=True):
    """Mending one rule in full: `cost` in effort points, `gain` in points of the overall 100.

    `items` are the subjects still open; `gate` says that the rule holds the target level down.
    """

    rule: Rule
    items: int
    cost: int
    gain: Fraction
    gate: bool = False


class Plan(Struct, frozen=True):
    """The cheapest way from `before` to `target`; `after` are the scores with all `fixes` made.

    `target` is None where there is no level to start from, or none above.
    """

    state: PlanState
    before: Scores
    target: Level | None = None
    needs: Fraction = Fraction(0)
    fixes: tuple[Fix, ...] = ()
    after: Scores | None = None
    quick_wins: tuple[Fix, ...] = ()

    @property
    def cost(self) -> int:
        return sum(fix.cost for fix in self.fixes)

    @property
    def reachable(self) -> bool:
        """False where even all the fixes do not reach the target."""
        if self.state is not PlanState.PATH or self.target is None:
            return True
        level = self.after.level if self.after else None
        return level is not None and level.number >= self.target.number


def plan(
    results: Sequence[RuleResult], ruleset: Ruleset, target_level: int | None = None, scores: Scores | None = None
) -> Plan:
    """The plan to a level, or to the next one; `scores` are those of the results.

    Raises UsageError where the maturity model has no such level.
    """
    before = scores or score(results, ruleset)
    wanted = None if target_level is None else _level(target_level, ruleset)
    fixes = possible_fixes(results, before, ruleset)
    twice = mended_with(results)
    wins = quick_wins([fix for fix in fixes if fix.rule.id not in twice])
    if before.level is None or before.overall is None:
        return Plan(PlanState.NO_LEVEL, before, wanted, quick_wins=wins)
    target = wanted or _next_level(before.level, ruleset)
    if target is None:
        return Plan(PlanState.TOP, before, quick_wins=wins)
    if target.number <= before.level.number:
        return Plan(PlanState.REACHED, before, target, quick_wins=wins)
    needs = max(Fraction(0), target.from_score - before.overall)
    chosen = _path(fixes, before, target, needs)
    after = score(mended(results, {fix.rule.id for fix in chosen}), ruleset)
    return Plan(PlanState.PATH, before, target, needs, chosen, after, wins)


def possible_fixes(results: Sequence[RuleResult], scores: Scores, ruleset: Ruleset) -> tuple[Fix, ...]:
    """A fix for each judged rule that is not met in full, in the order of the results."""
    lost = {loss.rule.id: loss.points for loss in scores.ledger}
    fixes = []
    for result in results:
        if result.score is not None and result.score < 1:
            effort = ruleset.maturity.efforts[result.rule.fix.effort]
            cost = effort * (result.open_items if result.rule.fix.per == "subject" else 1)
            fixes.append(Fix(result.rule, result.open_items, cost, lost.get(result.rule.id, Fraction(0))))
    return tuple(fixes)


def quick_wins(fixes: Sequence[Fix], at_most: int = QUICK_WINS) -> tuple[Fix, ...]:
    """The fixes with the most points for their effort, the best first."""
    return tuple(sorted((fix for fix in fixes if fix.gain), key=_worth)[:at_most])


def mended(results: Sequence[RuleResult], rules: set[str]) -> tuple[RuleResult, ...]:
    """The results with the named rules met in full."""
    return tuple(
        replace(result, outcome=Outcome.MET, score=Fraction(1)) if result.rule.id in rules else result
        for result in results
    )


def _level(number: int, ruleset: Ruleset) -> Level:
    for level in ruleset.maturity.levels:
        if level.number == number:
            return level
    known = sorted(level.number for level in ruleset.maturity.levels)
    raise UsageError(f"There is no level {number}; the target level can be {known[0]} to {known[-1]}.")


def _next_level(level: Level, ruleset: Ruleset) -> Level | None:
    above = [each for each in ruleset.maturity.levels if each.number > level.number]
    return min(above, key=lambda each: each.number, default=None)


def _path(fixes: Sequence[Fix], before: Scores, target: Level, needs: Fraction) -> tuple[Fix, ...]:
    """The gates that hold the target down, then the cheapest rest; all of it where nothing less is enough."""
    holding = {gate.rule.id for gate in before.gates if gate.max_level < target.number}
    gates = [replace(fix, gate=True) for fix in fixes if fix.rule.id in holding]
    others = {fix.rule.id: fix for fix in fixes if fix.rule.id not in holding}
    rest = needs - sum((fix.gain for fix in gates), Fraction(0))
    keys = cheapest([Choice(key, fix.cost, fix.gain) for key, fix in others.items()], rest)
    chosen = list(others.values()) if keys is None else [others[key] for key in keys]
    return (*sorted(gates, key=_worth), *sorted(chosen, key=_worth))


def _worth(fix: Fix) -> tuple[bool, Fraction, int, str]:
    """Sorts by effort for a point, the least first; what gains nothing comes last."""
    return (not fix.gain, fix.cost / fix.gain if fix.gain else Fraction(fix.cost), fix.cost, fix.rule.id)
