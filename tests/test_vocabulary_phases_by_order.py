"""Stage names that mean several things are read by what stands before and behind them, and by what stages hold."""

from __future__ import annotations

import pytest
from drawing import read, the_map, vocabulary
from hypothesis import given as drawn
from hypothesis import strategies as st

from cxaudit.words.phasepath import HAS_BOUGHT, INSIDE, IS_CUSTOMER, LOOKING, Reading, best_way, level_after


def phases(labels: str) -> str:
    return " ".join("+".join(found) for found in vocabulary().stage_phases(labels.split(", ")))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("Arrival, Exploration, Decision", "awareness consideration purchase"),
        ("Booking, Arrival, Stay", "purchase onboarding use"),
        ("Search, Compare, Order", "consideration consideration purchase"),
        ("Sign in, Search, Compare, Export", "onboarding use use use"),
        ("Evaluate, Start, Daily use", "consideration onboarding use"),
        ("Lead capture, Account creation, Payment", "consideration onboarding purchase"),
        ("Lead, Survey, Quote, Installation, Survey", "consideration consideration consideration onboarding retention"),
        ("Screening, Treatment, Follow-up", "use use retention"),
        ("Discovery, Registered, Converted, Renewed, Expired", "awareness purchase purchase retention exit"),
        ("Onboarding, Trial, Purchase, Pre-expiry", "onboarding consideration purchase retention"),
        ("Browse → Compare, Checkout, Delivery method, Post-session", "consideration purchase purchase retention"),
    ],
)
def test_a_word_means_what_fits_before_and_behind(labels: str, expected: str) -> None:
    assert phases(labels) == expected


@pytest.mark.parametrize("labels", ["Upload, Review, Edit, Export", "Detect, Triage, Investigate, Report"])
def test_a_map_of_work_inside_a_product_is_one_of_use(labels: str) -> None:
    assert set(phases(labels).split()) == {"use"}


def test_a_review_inside_a_product_is_no_recommendation() -> None:
    assert phases("Onboarding, Upload, Review, Publish").split()[2] == "use"
    assert phases("Purchase, Delivery, Use, Review").split()[3] == "advocacy"


def test_common_words_tell_the_phase_of_a_stage_but_make_no_name_that_of_one() -> None:
    assert vocabulary().phases("Analysis") == ("unclear",)
    assert phases("Onboarding, Analysis") == "onboarding use"


def test_what_a_stage_holds_tells_its_phase_where_its_name_does_not() -> None:
    reading = read(
        "Customer journey\n"
        "Stage | What the customer does | Touchpoints | Emotions\n"
        "Zum | Compares prices and reads reviews | Web shop | Curious\n"
        "Zam | Pays by credit card | Checkout | Tense\n"
        "Zim | Calls support and writes a complaint | Hotline | Angry"
    )
    assert [stage.phases for stage in the_map(reading).stages] == [("consideration",), ("purchase",), ("support",)]
    assert any('A3: no word of "Zum"' in note and '"compares"' in note for note in reading.notes)


def test_what_a_stage_holds_does_not_count_against_the_order_of_the_journey() -> None:
    matches = vocabulary().phase_matches(
        ["Awareness", "Zum", "Purchase"], [(), ("Renews the contract", "Loyalty points"), ()]
    )
    assert matches[1].phases == ("consideration",)
    assert matches[1].by_place


def test_one_word_in_the_cells_is_not_enough() -> None:
    matches = vocabulary().phase_matches(["Zum", "Zam"], [("Pays",), ("Nothing",)])
    assert [match.phases for match in matches] == [("unclear",), ("unclear",)]


def test_who_uses_without_having_bought_is_inside_a_product() -> None:
    assert level_after(("awareness", "unclear")) == LOOKING
    assert level_after(("purchase",)) == HAS_BOUGHT
    assert level_after(("purchase", "use")) == IS_CUSTOMER
    assert level_after(("awareness", "onboarding")) == INSIDE


_PHASES = st.sampled_from(["awareness", "consideration", "purchase", "onboarding", "use", "advocacy"])
_READINGS = st.lists(st.builds(Reading, st.tuples(_PHASES), st.floats(0.1, 1.0)), max_size=3).map(tuple)


@drawn(st.lists(_READINGS, max_size=8))
def test_the_way_takes_readings_that_the_names_have(names: list[tuple[Reading, ...]]) -> None:
    way = best_way([(readings,) * 4 for readings in names])
    assert len(way) == len(names)
    assert all(not taken or taken in {r.phases for r in readings} for taken, readings in zip(way, names, strict=True))


@pytest.mark.parametrize(
    ("names", "name", "phase"),
    [
        ("Dreaming | Choosing | Booking | Staying", "Choosing", "consideration"),
        ("Awareness | Consideration | Choosing | Use", "Choosing", "purchase"),
        ("Awareness | Choosing | Onboarding | Use", "Choosing", "purchase"),
        ("Booking | Settling in | Staying | Coming back", "Staying", "use"),
        ("Buying | Onboarding | Use | Staying", "Staying", "retention"),
        ("Add to cart | Checkout | Confirm", "Confirm", "purchase"),
    ],
)
def test_a_name_of_two_phases_takes_the_one_that_no_neighbour_has(names: str, name: str, phase: str) -> None:
    stages = names.split(" | ")
    assert vocabulary().stage_phases(stages)[stages.index(name)] == (phase,)


def test_nothing_is_guessed_behind_the_end() -> None:
    assert phases("Purchase, Use, Cancellation, Zum") == "purchase use exit unclear"
