"""What the checks on personas and moments say beside an outcome: cells, joined findings, deciding words."""

from __future__ import annotations

from typing import Any

import pytest

from cxaudit.engine import judge
from cxaudit.result import RuleResult
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import load_rules

RULES = load_rules()
BY_ID = {rule.id: rule for rule in RULES.ruleset.rules}


def of_personas(rule: str, *personas: dict[str, Any], **beside: Any) -> RuleResult:
    return judge(BY_ID[rule], programme_of({"personas": list(personas), **beside}, RULES.vocabulary))


def of_stages(rule: str, *stages: dict[str, Any]) -> RuleResult:
    return judge(BY_ID[rule], programme_of({"maps": [{"title": "Map", "stages": list(stages)}]}, RULES.vocabulary))


def test_a_blank_line_of_a_persona_is_cited_at_its_own_cell() -> None:
    found = of_personas("PE03", {"name": "Karin", "goal": "supper", "mobile_behaviour": "TBD"})
    assert [str(cell.place) for cell in found.findings[0].cells] == ["Example!A4"]


def test_a_line_that_no_persona_has_is_cited_at_the_table_of_each() -> None:
    found = of_personas("PE03", {"name": "Karin", "goal": "supper"})
    assert [(f.key, str(f.cells[0].place)) for f in found.findings] == [("PE03: Karin: mobile behaviour", "Example!A1")]


def test_finding_keys_name_the_persona_and_no_cell() -> None:
    blank = {"name": "Finn", "loyalty_driver": "n/a"}
    alone, second = of_personas("EM02", blank), of_personas("EM02", {"name": "Karin", "goal": "supper"}, blank)
    assert "EM02: Finn" in [f.key for f in alone.findings]
    assert "EM02: Finn" in [f.key for f in second.findings]


def test_the_words_that_decide_are_the_clients_own() -> None:
    found = of_personas("PE11", {"name": "Karin", "evidence": "Interviews with 9 guests and 2 receptionists"})
    assert found.judgement.verdicts[0].words == ("interviews", "guests")


@pytest.mark.parametrize(
    ("evidence", "outcome"),
    [
        ("14 guest interviews and booking data", "met"),
        ("Survey among 300 drivers, 2026", "met"),
        ("Workshop of the brand team", "not_met"),
        ("Interviews with branch staff", "not_met"),
        ("Assumption, to be validated with interviews", "not_met"),
        ("No interviews yet", "not_met"),
        ("Desk research", "not_met"),
        ("Folder 14 on the shared drive", "cannot_tell"),
    ],
)
def test_evidence_counts_where_customers_were_asked_or_watched(evidence: str, outcome: str) -> None:
    assert of_personas("PE11", {"name": "Karin", "evidence": evidence}).outcome == outcome


@pytest.mark.parametrize(
    ("label", "status", "outcome"),
    [
        ("Relationship", "Insured with us for 12 years", "met"),
        ("Customer since", "2017", "met"),
        ("Status", "Not yet a customer", "not_met"),
        ("Status", "Prospect, with customers of ours among friends", "not_met"),
        ("Status", "Tier B", "cannot_tell"),
    ],
)
def test_a_persona_is_a_customer_by_the_words_of_its_status(label: str, status: str, outcome: str) -> None:
    assert of_personas("PE02", {"name": "Karin", f"lifecycle as {label}": status}).outcome == outcome


def test_a_single_persona_whose_status_cannot_be_told_leaves_no_verdict_on_prospects() -> None:
    found = of_personas("PE02", {"name": "A", "lifecycle": "Tier B"}, {"name": "B", "lifecycle": "Prospect"})
    assert found.outcome == "cannot_tell"


def test_personas_of_prospects_alone_are_one_finding() -> None:
    found = of_personas("PE02", {"name": "A", "lifecycle": "Prospect"}, {"name": "B", "lifecycle": "Lead"})
    assert len(found.findings) == 1
    assert len(found.findings[0].cells) == 2


def test_what_a_segment_is_worth_does_not_name_the_segment() -> None:
    found = of_personas("PE10", {"name": "Karin", "segment.value": "31 % of income"})
    assert float(found.score or 0) == 0.5
    assert "the segment" in found.findings[0].message


def test_a_finding_on_demographics_shows_the_count_that_decided() -> None:
    found = of_personas("PE09", {"name": "Max", "role as Age": "26", "role as Job": "Waiter", "goal": "A phone"})
    assert "1 of 3 data points" in found.findings[0].message


def test_an_improvement_is_weighed_by_its_own_words_before_the_feeling_of_its_stage() -> None:
    found = of_stages("EM07", {"name": "Use", "emotion": "Proud", "opportunity": "Shorten the form"})
    assert found.outcome == "not_met"
    assert "shorten" in found.findings[0].message


def test_an_improvement_takes_the_feeling_of_its_own_stage_and_of_no_other() -> None:
    found = of_stages(
        "EM07",
        {"name": "Purchase", "emotion": "Angry", "opportunity": "Desk in the hall"},
        {"name": "Use", "emotion": "Happy", "opportunity": "Lamp in the hall"},
    )
    assert (found.judgement.met, found.judgement.total) == (1, 2)


def test_too_few_improvements_that_can_be_told_leave_no_verdict() -> None:
    ideas = ["Shorten the form", "Lamp", "Desk", "Chair", "Table"]
    assert of_stages("EM07", {"name": "Use", "emotion": "Busy", "opportunity": ideas}).outcome == "cannot_tell"


def test_only_maps_with_moments_are_asked_for_their_kinds() -> None:
    maps = [
        {"title": "One", "stages": [{"name": "Use", "moment": "Pride: the certificate"}]},
        {"title": "Two", "stages": [{"name": "Use", "activity": "pays"}]},
    ]
    found = judge(BY_ID["EM06"], programme_of({"maps": maps}, RULES.vocabulary))
    assert (found.judgement.met, found.judgement.total) == (1, 4)


def test_the_age_of_personas_may_be_given_as_a_length_of_time() -> None:
    found = of_personas("PE13", {"name": "Amara", "last_updated.since": "18 months"})
    assert (found.judgement.met, found.judgement.total) == (18, 36)


@pytest.mark.parametrize(
    ("label", "evidence", "role", "outcome"),
    [
        ("Spoken with", "6 couples", "Pensioner", "met"),
        ("Spoken with", "nobody so far", "Pensioner", "not_met"),
        ("Source", "An hour with the timber desk", "Timber merchant", "not_met"),
        ("Source", "An hour with three timber merchants", "Timber merchant", "met"),
    ],
)
def test_a_count_speaks_through_its_label_and_a_desk_of_the_personas_trade_is_no_customer(
    label: str, evidence: str, role: str, outcome: str
) -> None:
    found = of_personas("PE11", {"name": "Olga", "role": role, f"evidence as {label}": evidence})
    assert found.outcome == outcome
