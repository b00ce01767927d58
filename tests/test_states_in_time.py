"""Tables of stages that tell each as it is and as it will be."""

from __future__ import annotations

import pytest
from drawing import MAP, grid, read, the_map, vocabulary

from cxaudit import pipeline

ROWS = """
Discovery | Walks past the shop     | Finds it in a web search
Order     | Says it in the queue    | Builds a cart on the phone
Delivery  | Waits at the counter    | Shows the code
Return    | Starts over             | One tap from the history
"""
STAGES = ["Discovery", "Order", "Delivery", "Return"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Before, at the counter", "After, on the website"),
        ("As-is", "To-be"),
        ("Today", "Tomorrow"),
        ("Old way", "New way"),
        ("Without the app", "With the app"),
        ("Current experience", "Future experience"),
        ("Bisher", "Künftig"),
    ],
)
def test_stages_before_and_after_are_a_map_of_a_row_a_stage(before: str, after: str) -> None:
    reading = read(f"Part 3\n\nStage | {before} | {after}{ROWS}", "Sheet1")
    assert reading.kind == "journey"
    assert [stage.name.text for stage in the_map(reading).stages] == STAGES


def test_parts_of_a_project_before_and_after_are_no_map() -> None:
    drawing = """
Phase    | Today           | Tomorrow
Database | One server      | A cluster
Backup   | By hand         | Every night
Servers  | In the cellar   | In the cloud
"""
    assert read(drawing, "Systems").kind != "journey"


def test_stages_named_before_and_after_a_visit_stay_stages() -> None:
    drawing = """
            | Before     | After
Touchpoints | Website    | Mail
Emotions    | Curious    | Glad
Pain points | No prices  | No receipt
"""
    assert [stage.name.text for stage in the_map(read(drawing, "Customer journey")).stages] == ["Before", "After"]


FUTURE = """
Stage    | Robot            | Drawer
Discover | Asks and listens | Left
Compare  | One clear answer | Left
Buy      | Keeps the order  | Right
Renew    | By itself        | Below
"""


@pytest.mark.parametrize(("sheet", "kind"), [("Future state", "journey"), ("Notes", "other")])
def test_a_sheet_named_for_the_future_with_the_stages_of_the_map_is_one(sheet: str, kind: str) -> None:
    readings = pipeline.read((grid(MAP, "Journey"), grid(FUTURE, sheet)), vocabulary())
    assert [reading.kind for reading in readings] == ["journey", kind]
