"""Lanes of a service blueprint told by their brackets or their cells: sides of the stage, proofs, and waits."""

from __future__ import annotations

import pytest
from drawing import read

_BLUEPRINT = """
Service blueprint of the pool
Stage            | Booking        | Coming            | Swimming       | Going
{}
Systems (behind) | Booking engine | Gate              | Pumps          | Accounts
"""
_CUSTOMER = "Customer action  | Books online   | Shows the code    | Swims          | Hands in the key"
_BACKSTAGE = "Backstage        | Checks the list | Prepares the card | Tests the water | Counts the till"


def _lanes(*rows: str) -> dict[str, str]:
    reading = read(_BLUEPRINT.format("\n".join(rows)), "Blueprint")
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Frontstage (user actions)", "activity"),
        ("Frontstage: customer actions", "activity"),
        ("Frontstage (staff)", "touchpoint"),
        ("Employee actions (visible)", "touchpoint"),
        ("Employee actions (invisible)", "backstage"),
        ("Actions (backstage)", "backstage"),
        ("User actions (frontstage)", "activity"),
    ],
)
def test_brackets_say_on_which_side_a_lane_stands_and_whose_deeds_it_holds(label: str, field: str) -> None:
    row = f"{label} | Fills in a form | Shows a card | Asks for a towel | Pays the rest"
    assert _lanes(row, _BACKSTAGE)[label] == field


def test_the_evidence_of_a_blueprint_is_what_customers_get_to_see() -> None:
    row = "Evidence | Mail with the code | Sign at the gate | Towel | Receipt"
    assert _lanes(_CUSTOMER, _BACKSTAGE, row)["Evidence"] == "touchpoint"


def test_evidence_that_reads_like_research_stays_what_the_map_rests_on() -> None:
    row = "Evidence | 14 interviews | Survey, n=200 | Observation at the pool | Complaint log"
    assert _lanes(_CUSTOMER, _BACKSTAGE, row)["Evidence"] == "evidence"


def test_evidence_on_a_map_without_a_backstage_stays_what_it_rests_on() -> None:
    drawing = """
    Stage    | Booking            | Coming           | Swimming
    Actions  | Books online       | Shows the code   | Swims
    Emotions | Curious            | Glad             | Fresh
    Evidence | Mail with the code | Sign at the gate | Towel
    """
    lanes = {lane.label: lane.field for table in read(drawing, "Customer journey").tables for lane in table.lanes}
    assert lanes["Evidence"] == "evidence"


def test_a_wait_that_holds_times_says_how_long() -> None:
    row = "Wait state | Days to weeks | 5 min at the gate | - | Queue"
    assert _lanes(_CUSTOMER, _BACKSTAGE, row)["Wait state"] == "duration"


def test_a_wait_that_tells_what_is_wrong_is_a_problem() -> None:
    row = "Waiting | Nobody answers | Long line at the gate | Showers taken | Till closed"
    assert _lanes(_CUSTOMER, _BACKSTAGE, row)["Waiting"] == "pain_point"
