"""Remarks behind the names of stages are not shown, and what stands above a row of stages hides no lane below it."""

from __future__ import annotations

import pytest
from drawing import read, the_map

from cxaudit.model import JourneyMap

MAP = """
Stage       | {} | Pay by card | Wait at home
Touchpoints | Shop page  | Checkout    | Mail
Emotions    | Curious    | Nervous     | Impatient
Pain points | Too much   | Fees        | No news
"""


def names(journey: JourneyMap) -> list[str]:
    return [stage.name.text for stage in journey.stages]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Compare shops (buyer)", "Compare shops"),
        ("Compare shops — NEW", "Compare shops"),
        ("Compare shops (at home) — NEW", "Compare shops"),
        ("Compare shops - UPDATED in spring", "Compare shops"),
        ("Compare shops [NEW]", "Compare shops"),
        ("Compare (Consideration)", "Compare (Consideration)"),  # tells the phase
        ("TOFU (buyer)", "TOFU (buyer)"),  # an abbreviation needs it
        ("Compare shops — we ask friends", "Compare shops — we ask friends"),
    ],
)
def test_remarks_behind_the_name_of_a_stage_are_not_shown(written: str, shown: str) -> None:
    assert names(the_map(read(MAP.format(written), "Customer journey")))[0] == shown


def test_remarks_that_tell_stages_from_each_other_are_shown() -> None:
    drawing = """
Stage             | Touchpoints | Emotions | Pain points
Compare           | Website     | Unsure   | Jargon
Order (web)       | Shop page   | Tense    | Queue
Order (phone)     | Hotline     | Tense    | Queue
Wait (courier)    | Letter      | Bored    | Price
"""
    assert names(the_map(read(drawing, "Customer journey"))) == ["Compare", "Order (web)", "Order (phone)", "Wait"]


def test_stages_counted_on_are_shown_without_who_acts_in_them() -> None:
    drawing = """
Stage       | 1. Spot the gap | 2. Send request (manager) | 3. Look over (boss)  | 4. Say yes (boss)
Touchpoints | Fridge          | App                       | Mail                 | Mail
Emotions    | Worried         | Hopeful                   | Calm                 | Glad
"""
    shown = ["1. Spot the gap", "2. Send request", "3. Look over", "4. Say yes"]
    assert names(the_map(read(drawing, "User journey"))) == shown


def test_a_scenario_right_above_the_stages_hides_no_lane_of_either_map() -> None:
    rows = """
Scenario    | A regular takes a round and pays on Friday.
Stage       | 1. Order | 2. Checkout | 3. Confirm
User goals  | Be quick | Pay later   | Go on
Actions     | Taps     | Picks a way | Smiles
Touchpoints | App      | App         | App
Emotions    | Calm     | Calm        | Glad
"""
    reading = read(f"Journey of the waiter\n{rows}\nJourney of the cook\n{rows}", "Journeys")
    lanes = [tuple(lane.field for lane in journey.lanes) for table in reading.tables for journey in table.maps]
    assert [set(fields) for fields in lanes] == [{"stage", "goal", "activity", "touchpoint", "emotion"}] * 2
