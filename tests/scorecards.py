"""Scorecards drawn from small programmes, for the tests of the Excel output."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from cxaudit import assemble, engine
from cxaudit.assess.answer import AnswerLine
from cxaudit.assess.claim import Answers, Claim, settled
from cxaudit.assess.claimed import with_claims
from cxaudit.check import Evidence
from cxaudit.result import RuleResult, Verdicts
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import Rules, load_rules
from cxaudit.scorecard import Scorecard
from cxaudit.terms import Terms

AS_OF = datetime.date(2026, 11, 22)

BANK: Mapping[str, Any] = {
    "maps": [
        {
            "title": "Opening a current account",
            "lanes": ["activity", "touchpoint", "owner", "emotion", "pain_point", "metric"],
            "about": {"persona": "Young professional", "evidence": "12 interviews with new customers"},
            "stages": [
                {"name": "Awareness", "activity": "I compare banks", "touchpoint": "Comparison site", "owner": "Brand"},
                {
                    "name": "Application",
                    "steps": [
                        {"touchpoint": "Web form", "owner": "Digital sales", "activity": "I fill in the form"},
                        {"touchpoint": "Identity check", "owner": "TBD", "emotion": "Impatient"},
                        {"touchpoint": "Welcome letter", "pain_point": "It takes nine days"},
                    ],
                    "metric": "Conversion rate",
                },
                {"name": "Onboarding", "activity": "I set up the app", "emotion": "Curious", "metric": "NPS"},
                {"name": "Use", "activity": "I pay my rent", "touchpoint": "Banking app"},
            ],
        },
        {
            "title": "Mortgage, path to purchase",
            "lanes": ["activity", "touchpoint"],
            "stages": [
                {"name": "Consideration", "activity": "I gather offers", "touchpoint": ["Broker", "Branch"]},
                {"name": "Purchase", "activity": "I sign", "touchpoint": "Notary"},
            ],
        },
    ],
    "personas": [
        {"name": "Young professional", "goal": "No queues", "role": "28, renting", "satisfaction_driver": "Clear fees"},
        {"name": "Retired couple", "role": "71, own their house", "evidence": "Branch survey 2025"},
    ],
    "metrics": [{"name": "Net promoter score", "owner": "CX team"}, {"name": "Cost per lead"}],
}


@cache
def core_rules() -> Rules:
    """The core pack, loaded once."""
    return load_rules()


def _claims(given: Mapping[str, Any]) -> dict[str, Claim]:
    """What Ada answered: `claims` are answers 1 to 4 by rule id."""
    day, answers = AS_OF.isoformat(), given.get("claims", {})
    lines = [AnswerLine(rule=rule, answer=answer, by="Ada", on=day) for rule, answer in answers.items()]
    return settled(core_rules().questions, Answers(tuple(lines)))


def _judged(given: Mapping[str, Any], as_of: datetime.date) -> tuple[Evidence, tuple[RuleResult, ...]]:
    """The programme and every rule judged on it, or claimed where it does not show it."""
    rules = core_rules()
    shown = {name: value for name, value in given.items() if name != "claims"}
    evidence = programme_of({**shown, "as_of": as_of.isoformat()}, rules.vocabulary)
    return evidence, with_claims(engine.judge_all(rules.ruleset.rules, evidence), _claims(given))


def results_of(given: Mapping[str, Any], as_of: datetime.date = AS_OF) -> tuple[RuleResult, ...]:
    """Every rule of the core pack judged on a programme written as the examples in rule files are."""
    return _judged(given, as_of)[1]


def scorecard_of(given: Mapping[str, Any], as_of: datetime.date = AS_OF, client: str = "", **beside: Any) -> Scorecard:
    """The scorecard of such a programme."""
    rules = core_rules()
    evidence, results = _judged(given, as_of)
    maps = [journey for journey in evidence.programme.maps if not journey.inventory]
    verdicts = Verdicts(
        programme=evidence.programme,
        results=results,
        by_map=tuple((m, engine.judge_map(results, evidence, m)) for m in maps),
        by_persona=tuple((p, engine.judge_persona(results, evidence, p)) for p in evidence.programme.personas),
    )
    told = assemble.Beside(tool_version="0.1.0", claims=_claims(given), **beside)
    return assemble.build(verdicts, rules.ruleset, Terms(as_of=as_of, client=client), told)


def map_of(title: str, stages: Sequence[Mapping[str, Any]], *lanes: str) -> dict[str, Any]:
    """A programme with one map."""
    return {"maps": [{"title": title, "lanes": list(lanes), "stages": list(stages)}]}
