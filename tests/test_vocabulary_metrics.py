"""What a measure measures: whose success it tells of, by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.vocabulary import load_vocabulary

RULES = Path(__file__).parent.parent / "rules" / "vocabulary"
VOCABULARY = load_vocabulary(RULES).spoken_in(["what customers and the company do"])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CSAT after support ticket", "customer_centric"),
        ("Satisfaction with the waiting time", "customer_centric"),
        ("Waiting time", "operational"),
        ("Payment success rate", "operational"),
        ("Task success rate", "customer_centric"),
        ("Discovery calls scheduled", "acquisition"),
        ("Calls per agent", "operational"),
        ("D1/D7/D30", "customer_centric"),
        ("Employee satisfaction", "operational"),
        ("Inventory turnover", "operational"),
        ("Cost per contact", "financial"),
        ("Something nobody measures", "unclear"),
    ],
)
def test_a_measure_is_of_the_class_that_its_name_tells(name: str, kind: str) -> None:
    assert VOCABULARY.metric(name).metric_class == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Success rate of the welds", "unclear"),
        ("Guest towels washed", "unclear"),
        ("Quality of the gravel", "unclear"),
        ("Users who saved a recipe", "customer_centric"),
        ("Completion", "customer_centric"),
        ("Friendliness at the gate", "customer_centric"),
        ("Happy queue", "unclear"),
    ],
)
def test_everyday_words_make_a_measure_the_customers_only_together_or_alone(name: str, kind: str) -> None:
    assert VOCABULARY.metric(name).metric_class == kind


@pytest.mark.parametrize("name", ["Hours between bookings", "Minutes until sales answers", "Days of contracts"])
def test_a_measure_that_opens_with_a_unit_of_time_measures_time(name: str) -> None:
    assert VOCABULARY.metric(name).metric_class == "operational"
