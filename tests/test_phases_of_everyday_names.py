"""Stage names in everyday words, read together as one journey."""

from __future__ import annotations

import pytest
from drawing import vocabulary


def phases(*names: str) -> list[tuple[str, ...]]:
    return [match.phases for match in vocabulary().phase_matches(names)]


def test_finding_out_is_looking_around_where_the_need_was_noticed_before() -> None:
    assert phases("Noticing a leak", "Finding out", "Buying", "Use")[1] == ("consideration",)
    assert phases("Finding out", "Comparing", "Buying", "Use")[0] == ("awareness",)


def test_an_account_that_is_opened_after_the_order_is_part_of_the_beginning() -> None:
    assert phases("Hearing of us", "Comparing", "First order", "Opening the account", "Using it")[3] == ("onboarding",)
    assert phases("Hearing of us", "Comparing", "Opening the account", "Using it")[2] == ("purchase",)


@pytest.mark.parametrize(
    ("name", "phase"),
    [
        ("Creating demand", "awareness"),
        ("Asks for a price", "consideration"),
        ("Trying a session", "consideration"),
    ],
)
def test_names_before_the_purchase(name: str, phase: str) -> None:
    first = ("Hearing of us",) if phase == "consideration" else ()
    assert phases(*first, name, "Buying", "Everyday use")[len(first)] == (phase,)


@pytest.mark.parametrize(
    ("name", "phase"),
    [("Carrying it home", "delivery"), ("First round together", "onboarding"), ("Weeks of training", "use")],
)
def test_names_behind_the_purchase(name: str, phase: str) -> None:
    assert phases("Hearing of us", "Comparing", "Buying", name, "Renewing")[3] == (phase,)


def test_a_yearly_review_keeps_and_a_talk_over_the_fence_recommends() -> None:
    assert phases("Comparing", "Buying", "Using", "Yearly fleet review")[3] == ("retention",)
    assert phases("Comparing", "Buying", "Using", "Over the garden fence")[3] == ("advocacy",)
