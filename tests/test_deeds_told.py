"""What the customer does is told by a lane of what happens, or of steps in order, where no other lane tells it."""

from __future__ import annotations

from drawing import read, the_map

TABLE = """
Stage  | Touchpoints | {label}                     | Pain points
Hears  | Street      | Rosa sees the poster        | Rain
Tries  | Shop        | Rosa asks for the small one | Queue
Pays   | Till        | The card does not work      | Noise
Uses   | Kitchen     | Rosa reads the leaflet      | Small print
"""
BLOCKS = """
Customer journey

Stage 1: Looking round
Steps | - Opens the map / - Filters by price
Pain points | Too many pins

Stage 2: Booking
Steps | {steps}
Pain points | Asks for a code
"""


def fields(drawing: str, label: str) -> list[str]:
    lanes = the_map(read(drawing, "Customer journey")).lanes
    return [lane.field for lane in lanes if lane.label == label]


def test_what_happens_to_somebody_by_name_is_what_the_customer_does() -> None:
    assert fields(TABLE.format(label="What happens"), "What happens") == ["activity"]
    general = TABLE.format(label="What happens").replace("Rosa", "The shop")
    assert fields(general, "What happens") == ["step_definition"]


def test_a_definition_by_its_own_name_stays_one() -> None:
    assert fields(TABLE.format(label="Definition"), "Definition") == ["step_definition"]


def test_steps_that_list_several_in_each_stage_tell_what_the_customer_does_too() -> None:
    told = BLOCKS.format(steps="- Picks a day / - Pays")
    assert fields(told, "Steps") == ["step", "activity"]
    assert fields(f"{told}Actions | Waits for the letter", "Steps") == ["step"]
