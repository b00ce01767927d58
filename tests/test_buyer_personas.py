"""Personas of buyers: what their firm is, what it works with, who decides, and what they like best."""

from __future__ import annotations

import pytest
from drawing import read, vocabulary

from cxaudit.layout import Reading


def taken(reading: Reading) -> dict[str, str]:
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Facility type", "role"),
        ("employee_count", "role"),
        ("Number of sites", "role"),
        ("Current tooling", "behaviour"),
        ("ai_maturity", "behaviour"),
        ("Current approach", "behaviour"),
        ("decision_power", "influence"),
        ("Role in the buying decision", "influence"),
        ("Budget sensitivity", "decision_factor"),
        ("Messaging that does not resonate", "content_preference"),
        ("Best CTA types", "content_preference"),
        ("Best posting times", "channel_preference"),
    ],
)
def test_facts_of_buyers_have_their_field(label: str, field: str) -> None:
    assert [match.field for match in vocabulary().fields(label, "persona")] == [field]


@pytest.mark.parametrize("label", ["Objection handling", "Product relevance", "Sales pitch", "Poor fit"])
def test_what_the_seller_does_is_no_fact_of_the_buyer(label: str) -> None:
    assert [match.field for match in vocabulary().fields(label, "persona")] == ["other"]


def test_ideal_customers_beside_each_other_are_personas() -> None:
    reading = read(
        "Ideal customer profiles\n"
        "Attribute | Small bakery | Bakery chain\n"
        "Facility type | One shop with an oven | Central bakery\n"
        "Headcount | 4 to 9 | 60 and more\n"
        "Current tooling | Paper and a till | Old stock system\n"
        "Budget sensitivity | High | Moderate",
        "ICPs",
    )
    assert [persona.name.text for table in reading.tables for persona in table.personas] == [
        "Small bakery",
        "Bakery chain",
    ]
    assert taken(reading)["Current tooling"] == "behaviour"


@pytest.mark.parametrize("label", ["Preferred flavours", "Favourite trails", "Snack preferences"])
def test_a_preference_of_an_unknown_kind_tells_how_somebody_behaves(label: str) -> None:
    cards = (
        f"Personas\nName | Wilma\nAge | 61\nGoals | Sing on Sundays\nFrustrations | Loud rooms\n{label} | Plain ones"
    )
    rows = (
        "Personas\n"
        f"Persona | Age | Goals | Frustrations | {label}\n"
        "Wilma | 61 | Sing on Sundays | Loud rooms | Plain ones\n"
        "Ruben | 34 | Meet people | Long rehearsals | Odd ones"
    )
    assert taken(read(cards, "Personas"))[label] == "behaviour"
    assert taken(read(rows, "Personas"))[label] == "behaviour"


def test_a_preference_is_told_by_its_cells_first() -> None:
    reading = read(
        "Personas\n"
        "Persona | Age | Goals | Frustrations | Preferred way\n"
        "Wilma | 61 | Sing on Sundays | Loud rooms | Letter\n"
        "Ruben | 34 | Meet people | Long rehearsals | Phone",
        "Personas",
    )
    assert taken(reading)["Preferred way"] == "channel_preference"


@pytest.mark.parametrize("head", ["Criteria | Ideal range", "Technology | Usage", "Attribute | Profile"])
def test_the_head_of_a_list_of_facts_is_no_fact(head: str) -> None:
    reading = read(
        "Ideal customer profile\n\n"
        "Segment 1: Small bakeries\n"
        f"{head}\n"
        "Headcount | 4 to 9\n"
        "Pain points | Flour runs out\n"
        "Goals | Fewer losses\n\n"
        "Segment 2: Bakery chains\n"
        f"{head}\n"
        "Headcount | 60 and more\n"
        "Pain points | Old stock system\n"
        "Goals | One view of all shops",
        "ICP",
    )
    assert taken(reading)[head.split(" |", maxsplit=1)[0]] == "other"
    assert taken(reading)["Headcount"] == "role"
