"""What a stage holds takes part in the choice between the meanings of its name; it overrules no sure word."""

from __future__ import annotations

import pytest
from drawing import read, the_map, vocabulary


def told(names: str, *cells: str) -> list[str]:
    matches = vocabulary().phase_matches(names.split(" | "), [(text,) for text in cells])
    return ["+".join(match.phases) for match in matches]


@pytest.mark.parametrize(
    ("held", "phase"),
    [
        ("Comes back a year later and books again", "retention"),
        ("Hands back the skis at the desk", "exit"),
    ],
)
def test_of_two_meanings_of_a_name_the_one_that_its_cells_speak_of_counts(held: str, phase: str) -> None:
    assert told("Booking | Skiing | Return", "Pays", "Slopes", held)[2] == phase


def test_cells_do_not_overrule_a_name_that_tells_its_phase() -> None:
    assert told("Awareness | Purchase | Onboarding", "Clicks, taps, opens and scans", "Pays", "Pays by card")[0] == (
        "awareness"
    )


def test_times_counted_from_the_start_mean_what_their_stages_hold() -> None:
    names = "Signing up | Setup | Day 1 | Month 2 | Month 12"
    assert told(
        names, "Registers", "Imports data", "Checks the dashboard, enters results daily", "Adds seats, upgrades to", ""
    ) == ["purchase", "onboarding", "use", "retention", "retention"]


def test_who_has_used_a_product_for_long_may_pay_later() -> None:
    assert told("Sign in | Draft | Publish | Transaction | Analytics") == [
        "onboarding",
        "use",
        "use",
        "purchase",
        "use",
    ]


def test_a_departure_behind_a_stay_is_the_end_and_before_a_flight_a_part_of_it() -> None:
    assert told("Booking | Arrival | Stay | Departure | Rating")[3] == "exit"
    assert told("Booking | Check-in | Departure | Flight")[2] == "use"


def test_returns_right_behind_the_delivery_are_goods_sent_back() -> None:
    assert told("Discover | Checkout | Delivery | Returns")[3] == "exit"


@pytest.mark.parametrize("dash", ["—", "–", ":", "-"])
def test_a_quotation_behind_a_name_is_no_part_of_it(dash: str) -> None:
    reading = read(
        "Customer journey\n"
        "Stage | Touchpoints | Emotions\n"
        f'1. Awareness {dash} "Which of them compares best?" | Poster | Curious\n'
        f"2. Purchase {dash} “I renew nothing yet” | Till | Tense\n"
        "3. Use | App | Glad"
    )
    stages = the_map(reading).stages
    assert [stage.phases for stage in stages] == [("awareness",), ("purchase",), ("use",)]
    assert stages[0].name.text == "1. Awareness"
