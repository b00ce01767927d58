"""Lanes of service blueprints that no list knows are told by the lines drawn between them."""

from __future__ import annotations

from drawing import read, the_map

from cxaudit.layout import Reading

LAUNDRY = (
    "Customer journey: hotel laundry\n"
    "Lane | Move 1 — Bag | Move 2 — Wash | Move 3 — Return\n"
    "Guest actions | Fills the bag | Waits | Opens the parcel\n"
    "Baskets by the door | Bag slip | - | Parcel on the hook\n"
    "--- Line of visibility ---\n"
    "Rota sheets | Adds the room | Moves the name on | Ticks it off\n"
    "Drum | - | Runs for an hour | -"
)


def fields(reading: Reading) -> dict[str, str]:
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


def test_lanes_above_the_line_of_visibility_are_met_and_those_below_are_not_seen() -> None:
    found = fields(read(LAUNDRY))
    assert (found["Baskets by the door"], found["Rota sheets"], found["Drum"]) == (
        "touchpoint",
        "backstage",
        "backstage",
    )


def test_the_line_may_be_drawn_through_all_columns_and_in_another_language() -> None:
    drawn = LAUNDRY.replace("--- Line of visibility ---", "Sichtbarkeitslinie | --- | --- | ---")
    found = fields(read(drawn))
    assert (found["Baskets by the door"], found["Drum"]) == ("touchpoint", "backstage")
    assert "Sichtbarkeitslinie" not in found


def test_without_a_line_nothing_is_told_by_the_place() -> None:
    found = fields(read(LAUNDRY.replace("--- Line of visibility ---\n", "Smell | Musty | Soapy | Fresh\n")))
    assert found.get("Drum") != "backstage"


def test_a_lane_that_is_surely_named_keeps_its_field_below_the_line() -> None:
    found = fields(read(LAUNDRY + "\nPain points | Slip lost | No news | Creased"))
    assert found["Pain points"] == "pain_point"


def test_a_narrow_list_under_a_heading_of_its_own_is_not_part_of_the_map() -> None:
    sheet = (
        LAUNDRY + "\n\nWhat may break\nFault | Answer\nSlip is wet | Write a new one\nHook is full | Call the porter"
    )
    journey = the_map(read(sheet))
    texts = [entry.text for stage in journey.stages for entries in stage.fields.values() for entry in entries]
    assert "Write a new one" not in texts
    assert len(journey.stages) == 3


def test_remarks_on_the_whole_blueprint_below_an_empty_row_are_no_stages() -> None:
    reading = read("""
Service blueprint: a new line of policies
Phase       | Client actions | Frontstage | Backstage     | Systems    | Evidence
1. Handover | Sends the file | Receipt    | Loads it      | Parser     | Log
2. Check    | Answers        | List       | Compares      | Coverage   | Grid
3. Pilot    | Gets figures   | Report     | Reads figures | Metrics    | Notes

Line of visibility | The client sees 1 and 2
Fail points        | 2, a duplicate
""")
    assert [stage.name.text for stage in the_map(reading).stages] == ["1. Handover", "2. Check", "3. Pilot"]
    assert "Line of visibility" not in fields(reading)
