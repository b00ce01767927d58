"""Labels of persona cards that ask in a whole question, share one head word, or hold a word that misleads."""

from __future__ import annotations

import pytest
from drawing import vocabulary


def fields(label: str, kind: str = "persona") -> list[str]:
    return [match.field for match in vocabulary().fields(label, kind)]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("What's the buying process?", "behaviour"),
        ("What are their information sources?", "behaviour.discovery"),
        ("Who are her influencers", "influence"),
    ],
)
def test_a_question_for_a_thing_stands_for_the_thing(label: str, field: str) -> None:
    assert fields(label) == [field]


def test_what_the_company_aims_at_is_no_goal_of_the_customer() -> None:
    assert "goal" not in fields("What are our goals?", "journey")


@pytest.mark.parametrize(
    ("label", "both"),
    [
        ("Relationship/family status", ["role"]),
        ("Purchase & decision drivers", ["decision_factor"]),
        ("Fears & frustrations", ["dissatisfaction_driver"]),
    ],
)
def test_parts_of_a_label_share_its_last_word_where_that_makes_a_heading(label: str, both: list[str]) -> None:
    assert fields(label) == both


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("What's holding them back from their goals?", "dissatisfaction_driver"),
        ("Where do they go for advice or education?", "behaviour.discovery"),
        ("What kind of content do they respond to?", "content_preference"),
        ("Who influences their decisions?", "influence"),
        ("Loyalty program status", "lifecycle"),
        ("Their language", "quote"),
        ("Research style", "behaviour.discovery"),
        ("Words to avoid", "other"),
        ("What prevents you from achieving goals?", "dissatisfaction_driver"),
        ("How they currently solve problems", "behaviour"),
        ("Sources of friction", "dissatisfaction_driver"),
        ("What drives their behavior?", "motivation"),
        ("How they use their phone", "mobile_behaviour"),
    ],
)
def test_the_telling_word_counts_before_the_misleading_one(label: str, field: str) -> None:
    assert fields(label)[:1] == [field]


@pytest.mark.parametrize(
    ("measure", "kind"),
    [
        ("Number of orders per customer", "customer_centric"),
        ("Days between purchases", "customer_centric"),
        ("Rage clicks", "customer_centric"),
        ("Churned MRR", "customer_centric"),
        ("Same-store sales growth", "financial"),
        ("Voluntary turnover rate", "operational"),
        ("Clarity of the value proposition", "unclear"),
    ],
)
def test_a_measure_is_told_by_what_it_counts(measure: str, kind: str) -> None:
    assert vocabulary().metric(measure).metric_class == kind
