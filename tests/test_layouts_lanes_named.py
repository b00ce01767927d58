"""Labels that say nothing themselves are named by the title above them; the sheet's own name says what it lists."""

from __future__ import annotations

from drawing import read

from cxaudit.layout import Reading


def fields(reading: Reading) -> dict[str, str]:
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


def test_scores_under_an_emotional_curve_are_emotions_with_stages_down() -> None:
    drawing = """
Emotional curve (as-is)
Phase      | Point       | Note
Dreading   | -3          | Steady
Trying     | -4          | A spike
Retreating | -5 (bottom) | Relief
"""
    assert fields(read(drawing)) == {"Phase": "stage", "Point": "emotion", "Note": "other"}


def test_scores_under_an_emotional_curve_are_emotions_with_stages_across() -> None:
    drawing = """
Emotional curve
Phase  | Discover | Compare | Buy | Use
Sign   | bad      | bad     | bad | good
Level  | -3       | -2      | -1  | 4
Source | Diary    | Diary   | Mail | Mail
"""
    found = fields(read(drawing))
    assert (found["Sign"], found["Level"], found["Source"]) == ("emotion", "emotion", "evidence")


def test_a_title_does_not_name_columns_after_a_lane_that_the_table_has() -> None:
    drawing = """
Friction points of the journey
Code | Friction point | Stage      | Touchpoint | Impact value
F-1  | Unclear form   | Initiation | Counter    | high
F-2  | Long wait      | Checking   | Counter    | low
"""
    assert fields(read(drawing))["Impact value"] != "pain_point"


def test_the_sheets_own_name_tells_a_list_of_touchpoints_from_a_map() -> None:
    drawing = """
Buyer journey and gaps
Stage     | Touchpoint | Gap
Awareness | Ad         | Not measured
Awareness | Search     | Not measured
Purchase  | Checkout   | Not measured
"""
    assert read(drawing, sheet="Touchpoint matrix").kind == "touchpoints"
    assert read(drawing, sheet="Sheet1").kind == "journey"


def test_a_sentence_above_a_table_is_no_title() -> None:
    drawing = """
Map the whole funnel from the first touchpoint to what comes after the purchase:
Stage     | Touchpoint   | Emotion
Awareness | Social post  | Curious
Purchase  | Payment page | Tense
Retention | Mail         | Glad
"""
    assert read(drawing).kind == "journey"
