"""The end of the path: results and readings made one Scorecard. Numbers are rounded here and not before."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from cxaudit.assess.claim import NO_CLAIMS, Claim, claim_notes
from cxaudit.card.answerinfo import with_answers
from cxaudit.card.crosscheckinfo import cross_check_info
from cxaudit.card.heatmap import heat_maps, persona_grid
from cxaudit.card.modelinfo import benchmarks, coverage_bounds, level_cuts
from cxaudit.card.parts import map_info, persona_info
from cxaudit.card.ruleinfo import rule_info
from cxaudit.card.sheets import sheet_info
from cxaudit.card.supply import Missing, missing_evidence
from cxaudit.card.verdict import gate_sentence, plan_sentence, verdict
from cxaudit.card.waiverinfo import waiver_infos
from cxaudit.crosschecks import CrossCheck
from cxaudit.layout import Reading
from cxaudit.model import Programme
from cxaudit.plan import Fix, Plan, plan
from cxaudit.result import RuleResult, Verdicts
from cxaudit.ruleset import Level, Maturity, Ruleset
from cxaudit.scorecard import (
    DimensionInfo,
    FixInfo,
    GateInfo,
    Interval,
    LeftOutInfo,
    LevelInfo,
    PlanInfo,
    RuleInfo,
    RulePackInfo,
    Scorecard,
    SensitivityInfo,
    SupplyInfo,
)
from cxaudit.scores.gating import HeldGate
from cxaudit.scores.overlap import mended_with
from cxaudit.scores.rounding import points_to_places, score_to_places, to_places
from cxaudit.scoring import DimensionScore, Scores, score
from cxaudit.sensitivity import sensitivity
from cxaudit.terms import Terms
from cxaudit.waivers import Waiver, declaration, declared

_SCOPES: dict[str, Literal["all", "journeys", "personas"]] = {
    "all": "all",
    "journeys": "journeys",
    "personas": "personas",
}


class Beside(Struct, frozen=True, kw_only=True):
    """What a scorecard tells besides the verdicts: how sheets were read, what was left out, agreed, claimed, seen."""

    readings: tuple[Reading, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    claims: Mapping[str, Claim] = NO_CLAIMS
    cross_checks: tuple[CrossCheck, ...] = ()
    tool_version: str = ""


def build(verdicts: Verdicts, ruleset: Ruleset, terms: Terms, beside: Beside) -> Scorecard:
    """The scorecard of a programme. Raises UsageError where there is no such target level."""
    results, maturity, as_of = verdicts.results, ruleset.maturity, terms.as_of
    scores = score(results, ruleset)
    missing, twice = missing_evidence(results, ruleset), mended_with(results)
    rules = _rules(results, scores, ruleset, twice, beside.claims)
    return Scorecard(
        tool_version=beside.tool_version,
        as_of=as_of,
        client=terms.client,
        scope=_SCOPES[terms.scope],
        rule_pack=_pack(ruleset),
        level=_level(scores.level),
        provisional=scores.provisional,
        verdict=verdict(scores, maturity, len(_claimed(results))),
        score=_scored(scores.overall, maturity),
        interval=_interval(scores, maturity),
        coverage=_coverage(scores.coverage, maturity),
        gates=tuple(_gate(gate, scores) for gate in scores.gates),
        dimensions=tuple(_dimension(each, maturity) for each in scores.dimensions),
        rules=rules,
        maps=tuple(map_info(journey, of_it, ruleset) for journey, of_it in verdicts.by_map),
        personas=tuple(persona_info(persona, of_it, ruleset) for persona, of_it in verdicts.by_persona),
        plan=_plan(plan(results, ruleset, terms.target_level, scores), maturity, missing, twice),
        sensitivity=_sensitivity(results, ruleset, scores),
        supply=tuple(_supply(each) for each in missing),
        sheets=tuple(sheet_info(reading) for reading in beside.readings),
        left_out=tuple(LeftOutInfo(path=str(path), reason=reason) for path, reason in beside.left_out),
        notes=_notes(verdicts, rules, as_of, beside),
        levels=level_cuts(maturity),
        coverage_bounds=coverage_bounds(maturity),
        benchmarks=benchmarks(maturity),
        heat_maps=heat_maps(verdicts.programme),
        persona_grid=persona_grid(verdicts.programme),
        cross_checks=tuple(cross_check_info(found) for found in beside.cross_checks),
        waivers=waiver_infos(beside.waivers, rules, as_of, maturity.waivers.soon_days),
    )


def _rules(
    results: Sequence[RuleResult],
    scores: Scores,
    ruleset: Ruleset,
    twice: Mapping[str, str],
    claims: Mapping[str, Claim],
) -> tuple[RuleInfo, ...]:
    infos = (rule_info(r, scores.lost(r.rule), ruleset, twice.get(r.rule.id, "")) for r in results)
    return tuple(with_answers(info, claims.get(info.id)) for info in infos)


def _claimed(results: Sequence[RuleResult]) -> tuple[str, ...]:
    return tuple(result.rule.id for result in results if result.claimed)


def _notes(verdicts: Verdicts, rules: Sequence[RuleInfo], as_of: datetime.date, beside: Beside) -> tuple[str, ...]:
    return (
        _audited(verdicts.programme),
        *_declared(rules, beside.waivers, as_of),
        *claim_notes(beside.claims, _claimed(verdicts.results)),
        *beside.notes,
    )


def _audited(programme: Programme) -> str:
    """How much there was to audit, so that one map does not look like forty."""
    inventories = sum(1 for journey in programme.maps if journey.inventory)
    counts = {
        "journey map": len(programme.maps) - inventories,
        "list of touchpoints": inventories,
        "persona": len(programme.personas),
        "metric": len(programme.metrics),
        "practice question": len(programme.practices),
    }
    found = [f"{count} {_plural(name, count)}" for name, count in counts.items() if count]
    return f"Audited: {', '.join(found) or 'no workbook'}."


def _declared(rules: Sequence[RuleInfo], waivers: Sequence[Waiver], as_of: datetime.date) -> Iterator[str]:
    """The rules that somebody took out of the weights, for the first page."""
    taken_out = {key: declaration(waiver) for key, waiver in declared(waivers, as_of).items()}
    for rule in rules:
        if rule.reason and rule.reason == taken_out.get(rule.id):
            yield f"{rule.id} ({rule.title}) is {rule.reason}."


def _plural(name: str, count: int) -> str:
    first, _, rest = name.partition(" of ")
    return name if count == 1 else f"{first}s{' of ' + rest if rest else ''}"


def _pack(ruleset: Ruleset) -> RulePackInfo:
    pack = ruleset.pack
    return RulePackInfo(
        id=pack.id, version=pack.version, title=pack.title, digest=ruleset.digest, read_by=ruleset.read_by
    )


def _level(level: Level | None) -> LevelInfo | None:
    return None if level is None else LevelInfo(number=level.number, name=level.name, says=level.says)


def _scored(score: Fraction | None, maturity: Maturity) -> float | None:
    return None if score is None else score_to_places(score, maturity)


def _coverage(value: Fraction, maturity: Maturity) -> float:
    cuts = maturity.coverage
    return to_places(value, [1, Fraction(str(cuts.provisional_under)), Fraction(str(cuts.no_level_under))])


def _interval(scores: Scores, maturity: Maturity) -> Interval | None:
    if scores.interval is None:
        return None
    return Interval(
        low=score_to_places(scores.interval.low, maturity), high=score_to_places(scores.interval.high, maturity)
    )


def _gate(gate: HeldGate, scores: Scores) -> GateInfo:
    return GateInfo(
        id=gate.rule.id,
        slug=gate.rule.slug,
        max_level=gate.max_level,
        binds=gate.binds and scores.level is not None,
        says=gate_sentence(gate, scores),
        level_without=gate.level_without,
    )


def _dimension(of_it: DimensionScore, maturity: Maturity) -> DimensionInfo:
    return DimensionInfo(
        id=of_it.dimension.id,
        title=of_it.dimension.title,
        question=of_it.dimension.question,
        weight=of_it.dimension.weight,
        score=_scored(of_it.score, maturity),
        assessed=of_it.score is not None,
        coverage=to_places(of_it.coverage, [1]),
        points_lost=points_to_places(of_it.points_lost),
        judged_rules=of_it.judged_rules,
        applicable_rules=of_it.applicable_rules,
    )


def _plan(made: Plan, maturity: Maturity, missing: Sequence[Missing], twice: Mapping[str, str]) -> PlanInfo:
    after = made.after or made.before
    return PlanInfo(
        to_level=made.target.number if made.target else None,
        to_name=made.target.name if made.target else "",
        from_score=score_to_places(made.before.overall or Fraction(0), maturity),
        needs=points_to_places(made.needs),
        cost=made.cost,
        score_after=score_to_places(after.overall or Fraction(0), maturity),
        level_after=after.level.number if after.level else None,
        reachable=made.reachable,
        says=plan_sentence(made, maturity, missing),
        fixes=tuple(_fix(fix, twice) for fix in made.fixes),
        quick_wins=tuple(_fix(fix, twice) for fix in made.quick_wins),
    )


def _fix(fix: Fix, twice: Mapping[str, str]) -> FixInfo:
    return FixInfo(
        rule=fix.rule.id,
        slug=fix.rule.slug,
        title=fix.rule.title,
        fix=fix.rule.fix.text,
        effort=fix.rule.fix.effort,
        items=fix.items,
        cost=fix.cost,
        gain=points_to_places(fix.gain),
        gate=fix.gate,
        mended_with=twice.get(fix.rule.id, ""),
    )


def _sensitivity(results: Sequence[RuleResult], ruleset: Ruleset, scores: Scores) -> SensitivityInfo | None:
    found = sensitivity(results, ruleset, scores)
    if found is None:
        return None
    return SensitivityInfo(
        low=score_to_places(found.low, ruleset.maturity),
        high=score_to_places(found.high, ruleset.maturity),
        level_low=found.level_low.number,
        level_high=found.level_high.number,
        holds=found.holds,
    )


def _supply(missing: Missing) -> SupplyInfo:
    return SupplyInfo(
        what=missing.what[:1].upper() + missing.what[1:],
        rules=tuple(rule.id for rule in missing.rules),
        coverage=to_places(missing.coverage, [1]),
    )
