"""Stages that their neighbours, their cells or where the map sets out put in another phase than their words."""

from __future__ import annotations

import pytest
from drawing import phases, read, the_map


def with_actions(*stages: tuple[str, str]) -> list[str]:
    """The phases of a map whose stages are drawn with what is done in each."""
    rows = "\n".join(f"{name} | {action} | Calm | Slow" for name, action in stages)
    journey = the_map(read(f"User journey map\n\nStage | Actions | Emotions | Pain points\n{rows}"))
    return [" ".join(stage.phases) for stage in journey.stages]


@pytest.mark.parametrize("behind", ["Verification", "Profile setup"])
def test_signing_up_for_an_account_is_a_beginning_where_the_account_is_checked_next(behind: str) -> None:
    assert phases("User journey map", "Discovery", "Sign up", behind, "Daily use")[1] == "onboarding"


def test_signing_up_is_a_beginning_where_something_is_bought_later() -> None:
    found = phases("User journey map", "Discovery", "Registration", "Browse lots", "Checkout", "Delivery")
    assert (found[1], found[3]) == ("onboarding", "purchase")


def test_signing_up_is_a_beginning_where_cells_tell_of_a_password() -> None:
    stages = (("Discovery", "Reads a post"), ("Registration", "Picks a password"), ("Daily use", "Logs runs"))
    assert with_actions(*stages)[1] == "onboarding"


def test_signing_up_for_what_is_sold_buys_it() -> None:
    assert phases("User journey map", "Discovery", "Course registration", "Profile", "Lessons")[1] == "purchase"


def test_signing_up_with_nothing_behind_it_that_tells_of_an_account_buys() -> None:
    assert phases("User journey map", "Discovery", "Comparison", "Sign up", "Daily use")[2] == "purchase"


def test_a_map_that_sets_out_at_a_dashboard_is_of_work_there() -> None:
    stages = (
        ("Discovery", "Opens the dashboard"),
        ("Building", "Drags boxes onto a sheet"),
        ("Simulation", "Starts it"),
        ("Analysis", "Looks at the chart"),
    )
    assert with_actions(*stages) == ["use"] * 4


def test_a_map_that_comes_to_the_product_first_does_not_set_out_inside_it() -> None:
    stages = (
        ("Discovery", "Sees the dashboard on the website"),
        ("Comparison", "Compares"),
        ("Analysis", "Looks at the chart"),
    )
    assert with_actions(*stages)[:2] == ["awareness", "consideration"]


def test_what_lies_between_two_stages_of_a_beginning_is_part_of_it() -> None:
    names = ("Registration of staff", "Verification", "Setup", "First login", "Daily use")
    assert phases("User journey map", "Onboarding", *names)[2] == "onboarding"


def test_nobody_looks_round_between_two_stages_of_use() -> None:
    assert phases("User journey map", "Open trip", "Scan totals", "Check category", "View balance")[2] == "use"


def test_what_is_lost_before_a_beginning_is_the_need() -> None:
    assert phases("User journey map", "Item lost", "Open app", "Search items", "View item")[0] == "awareness"


def test_a_crisis_before_a_beginning_is_the_need_and_makes_no_map_of_trouble() -> None:
    found = phases("User journey map", "Crisis point", "First interaction", "Recovery support")
    assert found[:2] == ["awareness", "onboarding"]


def test_finding_what_was_noticed_before_is_looking_at_it() -> None:
    assert phases("User journey map", "Seen an ad", "Discovery", "Comparison", "Payment")[1] == "consideration"


def test_what_is_signed_off_within_a_beginning_is_no_sale() -> None:
    names = ("Connect sources", "Upload rosters", "Sign-off", "Go live")
    assert set(phases("Onboarding a new site", *names)) == {"onboarding"}
