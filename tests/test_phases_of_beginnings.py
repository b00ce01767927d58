"""Maps of a beginning, by their title or a line below it, and those that only set out from one."""

from __future__ import annotations

import pytest
from drawing import phases


@pytest.mark.parametrize(
    "title", ["Service blueprint: onboarding a new site", "Crew onboarding", "Onboarding to the planning tool"]
)
def test_what_is_read_and_put_right_in_a_beginning_is_part_of_it(title: str) -> None:
    names = ("Connect sources", "Upload rosters", "Correct names", "Go live")
    assert set(phases(title, *names)) == {"onboarding"}


def test_a_line_between_the_title_and_the_table_may_say_that_the_map_is_of_a_beginning() -> None:
    above = "Journey maps\nExample 2: New crew onboarding"
    assert phases(above, "Connect sources", "Upload rosters", "Correct names")[1:] == ["onboarding"] * 2


def test_how_somebody_came_to_a_beginning_is_no_part_of_it() -> None:
    assert phases("Crew onboarding", "Discovery", "Connect sources", "Upload rosters") == [
        "awareness",
        "onboarding",
        "onboarding",
    ]


def test_a_map_that_sets_out_from_a_beginning_is_not_all_beginning() -> None:
    names = ("Account setup", "Assignment", "Availability", "Code check", "Dropoff")
    assert phases("Driver: onboarding to first ride", *names)[2:] == ["use"] * 3


def test_a_map_that_sells_before_it_begins_is_no_map_of_a_beginning() -> None:
    found = phases("Crew onboarding", "Compare quotes", "Sign the contract", "Installation", "Welcome call")
    assert found == ["consideration", "purchase", "onboarding", "onboarding"]


def test_so_many_cases_a_day_are_the_days_work_and_no_trouble() -> None:
    assert set(phases("Mia sorts 90 reports a day", "Open the queue", "Decide", "Flag", "Wrap up")) == {"use"}


def test_words_that_mean_something_else_in_their_place_do_not_make_a_map_of_trouble_a_whole_journey() -> None:
    names = (
        "Notice problem",
        "Decide to call",
        "Wait in line",
        "Tell the story",
        "Open a case",
        "Case created",
        "Review",
    )
    assert set(phases("Call centre journey", *names)[:-1]) == {"support"}


def test_driving_and_fulfilling_are_the_work_of_those_who_do_it_with_the_product() -> None:
    names = ("Registration", "Vehicle setup", "Availability", "Ride request", "Pickup", "Earnings")
    assert phases("Driver journey", *names)[2:] == ["use"] * 4
