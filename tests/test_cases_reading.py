"""Sheets in clients' own words: remarks without labels, lists with stages, cards without a common first label."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map, vocabulary

from cxaudit.tables.maps.joining import joined

MAP = """
{line}

Stage | Awareness | Purchase | Use
What the customer does | Looks | Pays | Pays bills
Touchpoints | Poster | Shop | App
"""


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Version 4, revised 1st October 2026", "other.reviewed"),
        ("Status: reviewed on 5/9/2026", "other.reviewed"),
        ("Based on 14 interviews with tenants", "evidence"),
    ],
)
def test_a_line_above_the_map_tells_its_review_and_sources_without_a_label(line: str, field: str) -> None:
    assert given(the_map(read(MAP.format(line=line))).about, field)


def test_a_word_of_a_review_without_a_date_tells_none() -> None:
    assert not given(the_map(read(MAP.format(line="Version 4, revised by the whole team"))).about, "other.reviewed")


def test_an_improvement_list_may_tell_the_stage_of_each() -> None:
    reading = read(
        "Idea | Stage | Who | By when\nOne log-in | Use | IT | March\nNew bill | Use | Finance | May", "Ideas"
    )
    assert the_map(reading).inventory


def test_cards_that_share_labels_are_told_apart_by_their_headings() -> None:
    cards = """
Marta, 33, nurse |
About her | Lives in Graz
Goals | See well
Happy when | Doctor explains
Unhappy when | Waits
|
Otto, 58, driver |
About him | Lives in Linz
Goals | Read signs
Happy when | It is quick
Unhappy when | Comes twice
"""
    reading = read(cards, "Persona cards")
    assert [p.name.text for table in reading.tables for p in table.personas] == ["Marta, 33, nurse", "Otto, 58, driver"]


def test_an_inventory_adds_touchpoints_and_no_steps_to_a_map_that_has_steps() -> None:
    steps = (
        "Stage | Step | What the customer does | Pain points\nBuy | Order | Orders | Slow\nUse | Start | Starts | Hard"
    )
    listed = "Stage | Touchpoint | Channel | Owner\nBuy | Shop | Web | Sales\nUse | App | Phone | Product"
    maps = [*_maps(steps, "Journey"), *_maps(listed, "Touchpoint inventory")]
    (journey,) = joined(maps)
    assert [[step.inventoried for step in stage.steps] for stage in journey.stages] == [[False, True], [False, True]]


def _maps(drawing: str, sheet: str) -> list:  # type: ignore[type-arg]
    return [journey for table in read(drawing, sheet).tables for journey in table.maps]


def test_use_before_the_one_purchase_is_a_trial() -> None:
    matches = vocabulary().phase_matches(["Inspiration", "Visit", "Purchase", "Using it"])
    assert [match.phases[0] for match in matches] == ["awareness", "consideration", "purchase", "use"]


def test_of_two_measures_in_a_name_the_customers_counts() -> None:
    assert vocabulary().metric("Visitor satisfaction").metric_class == "customer_centric"
    assert vocabulary().metric("Employee satisfaction").metric_class == "operational"


@pytest.mark.parametrize("text", ["various", "e.g. curious"])
def test_a_hint_or_various_says_nothing(text: str) -> None:
    assert vocabulary().placeholder(text)
