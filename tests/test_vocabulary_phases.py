"""Stage names, measures and placeholders are understood."""

from __future__ import annotations

import pytest
from drawing import vocabulary
from hypothesis import given as drawn
from hypothesis import strategies as st

from cxaudit.model import PHASES


def phases(*labels: str) -> list[str]:
    return ["+".join(found) for found in vocabulary().stage_phases(labels)]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (
            "Awareness, Consideration, Purchase, Onboarding, Use, Support, Renewal, Advocacy",
            "awareness consideration purchase onboarding use support retention advocacy",
        ),
        (
            "Stage 1: Becoming aware, Stage 2: Comparing tariffs, 3. Switching to us, 4. Getting connected",
            "awareness consideration purchase onboarding",
        ),
        (
            "I look around, I visit and compare, I apply and accept, Settling in, Studying, When I struggle, I stay on",
            "awareness consideration purchase onboarding use support retention",
        ),
        (
            "Dreaming, Choosing, Booking, Check-in, The stay, Check-out, Telling others",
            "awareness consideration purchase onboarding use exit advocacy",
        ),
        (
            "1. Need arises, 2. Research, 3. Order, 4. Delivery, 5. First use, 6. Replenishment, 7. Referral",
            "awareness consideration purchase delivery onboarding retention advocacy",
        ),
        ("Discover, Cart, Checkout, Delivery, Returns", "awareness purchase purchase delivery exit"),
        ("Awareness, Purchase, Renewing or leaving", "awareness purchase retention+exit"),
    ],
)
def test_the_phases_of_a_journey(labels: str, expected: str) -> None:
    assert phases(*labels.split(", ")) == expected.split()


def test_a_review_before_the_purchase_is_another_than_one_after_it() -> None:
    assert phases("Reviews", "Purchase") != phases("Purchase", "Reviews")
    assert phases("Purchase", "Reviews")[1] == "advocacy"


def test_enrolling_is_the_purchase_unless_the_purchase_came_before() -> None:
    assert phases("Comparing", "Enrolling", "Learning")[1] == "purchase"
    assert phases("Applying", "Enrolment", "Learning")[1] == "onboarding"


def test_a_stage_without_a_telling_word_is_placed_by_its_neighbours_and_marked() -> None:
    matches = vocabulary().phase_matches(["Awareness", "Consideration", "Xyz", "Onboarding", "Use"])
    assert (matches[2].phases, matches[2].by_place) == (("purchase",), True)
    assert not matches[1].by_place


def test_names_that_say_nothing_are_unclear() -> None:
    assert phases("Alpha", "Beta", "Gamma") == ["unclear"] * 3


@drawn(st.lists(st.text(max_size=30), max_size=8))
def test_every_stage_has_known_phases(labels: list[str]) -> None:
    found = vocabulary().stage_phases(labels)
    assert len(found) == len(labels)
    assert all(phase in PHASES for stage in found for phase in stage)


@pytest.mark.parametrize(
    ("text", "metric_class", "concept"),
    [
        ("NPS", "customer_centric", "net promoter score"),
        ("eNPS", "operational", "employee net promoter score"),
        ("Employee NPS", "operational", "employee net promoter score"),
        ("Average handling time", "operational", "handling time"),
        ("Churn rate", "customer_centric", "churn"),
        ("Customer lifetime value (CLV)", "customer_centric", "lifetime value"),
        ("Cost per lead", "acquisition", "acquisition cost"),
        ("Customer effort score", "customer_centric", "customer effort"),
        ("Average order value", "financial", "revenue"),
        ("Colour of the logo", "unclear", ""),
    ],
)
def test_a_measure_has_a_class_and_a_standard_name(text: str, metric_class: str, concept: str) -> None:
    match = vocabulary().metric(text)
    assert (match.metric_class, match.concept) == (metric_class, concept)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "—", "TBD", "tbc.", "N/A", "?", "[Actions]", "[X%]", "Fill in", "to be defined", "xxx"]
)
def test_filled_and_empty_is_no_content(text: str) -> None:
    assert vocabulary().placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["None: works well", "None (well-designed)", "No", "😀", "3", "Open and curious", "Insert the card", "(2023)"],
)
def test_a_short_answer_is_content(text: str) -> None:
    assert vocabulary().placeholder(text) == ""
