"""What the checks on metrics say beside an outcome: cells, deciding words, and what never counts."""

from __future__ import annotations

from typing import Any

import pytest

from cxaudit.engine import judge
from cxaudit.result import RuleResult
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import load_rules

RULES = load_rules()
BY_ID = {rule.id: rule for rule in RULES.ruleset.rules}


def listed(rule: str, *names: str) -> RuleResult:
    return judge(BY_ID[rule], programme_of({"metrics": [{"name": name} for name in names]}, RULES.vocabulary))


def on_map(rule: str, *stages: dict[str, Any]) -> RuleResult:
    return judge(BY_ID[rule], programme_of({"maps": [{"title": "Map", "stages": list(stages)}]}, RULES.vocabulary))


@pytest.mark.parametrize("name", ["Employee NPS", "eNPS", "Agent NPS", "Average handling time", "Staff retention"])
def test_measures_of_staff_and_of_the_call_centre_never_count_as_customer_centric(name: str) -> None:
    assert listed("MV02", name).judgement.met == 0
    assert listed("MV03", name, "Conversion rate").outcome == "not_met"


@pytest.mark.parametrize(
    "name", ["Churn rate", "Customer lifetime value", "Donor retention", "Guest satisfaction", "NPS"]
)
def test_measures_of_the_customers_side_count(name: str) -> None:
    assert listed("MV02", name).judgement.met == 1
    assert listed("MV03", name).outcome == "met"


def test_an_acquisition_metric_on_an_awareness_stage_is_not_what_is_cited() -> None:
    found = on_map(
        "MV03",
        {"name": "Awareness", "metric": ["Impressions", "Cost per lead"]},
        {"name": "Purchase", "metric": "Conversion rate"},
        {"name": "Use", "metric": "Click-through rate"},
        {"name": "Renewal", "metric": "Renewal rate"},
    )
    assert [cell.text for cell in found.findings[0].cells] == ["Click-through rate"]


def test_the_same_measure_named_twice_is_weighed_once() -> None:
    found = on_map("MV03", {"name": "Use", "metric": "NPS"}, {"name": "Support", "metric": "Net promoter score"})
    assert found.judgement.total == 1


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Promoters book 1.8 times as often as detractors", "met"),
        ("Profit margin by satisfaction band", "met"),
        ("NPS, revenue per user", "not_met"),
        ("Satisfaction with value for money", "not_met"),
        ("Customer satisfaction; time spent", "not_met"),
    ],
)
def test_satisfaction_is_tied_to_money_in_one_statement_not_in_a_list(text: str, outcome: str) -> None:
    assert listed("MV05", text).outcome == outcome


def test_a_list_without_owners_is_one_finding() -> None:
    metrics = [{"name": "NPS", "other.target": "40"}, {"name": "CSAT", "other.target": "4.4"}]
    found = judge(BY_ID["MV08"], programme_of({"metrics": metrics}, RULES.vocabulary))
    (finding,) = found.findings
    assert (finding.items, finding.key) == (2, "MV08: Example: owner")


def test_metrics_of_a_lane_are_not_asked_for_target_and_owner() -> None:
    assert on_map("MV08", {"name": "Use", "metric": "NPS"}).outcome == "not_applicable"


def test_the_finding_on_missing_measures_names_them_in_words() -> None:
    (finding,) = listed("MV02", "CSAT", "Retention rate", "Organic growth", "Referral value", "NPS").findings
    assert finding.message == "Of the six customer-centric measures the programme lacks lifetime value."
