"""Maps name their personas without a label that says so, where the workbook describes those personas."""

from __future__ import annotations

from drawing import given, grid, the_map, vocabulary

from cxaudit.layout import Reading
from cxaudit.pipeline import read

_PEOPLE = """
Our personas
Persona      | Age | Goals   | Frustrations
Priya Raman  | 31  | Save    | Fees
Gordon Pell  | 70  | Be safe | Menus
"""
_MAP = """
Current account: customer journey
{line}

Stage       | Awareness | Purchase | Use
Touchpoints | Advert    | Form     | App
Emotions    | Curious   | Tense    | Calm
{lane}
"""


def journey(line: str = "", lane: str = "") -> Reading:
    grids = [grid(_MAP.format(line=line, lane=lane), "Map"), grid(_PEOPLE, "People")]
    return read(grids, vocabulary())[0]


def test_a_line_above_the_map_that_lists_personas_says_whose_journey_it_is() -> None:
    reading = journey("In the room | Priya Raman and Gordon Pell")
    assert given(the_map(reading).about, "persona") == ("Priya Raman", "Gordon Pell")
    assert [each.text for each in reading.unread if "Priya" in each.text] == []


def test_a_name_listed_beside_a_persona_is_one_too() -> None:
    assert given(the_map(journey("In the room | Priya Raman, Elif Demir")).about, "persona") == (
        "Priya Raman",
        "Elif Demir",
    )


def test_a_lane_of_names_is_that_of_the_personas() -> None:
    found = the_map(journey(lane="In the picture | Priya Raman | Gordon Pell | Priya Raman, Gordon Pell"))
    assert [given(stage.fields, "persona") for stage in found.stages] == [
        ("Priya Raman",),
        ("Gordon Pell",),
        ("Priya Raman", "Gordon Pell"),
    ]


def test_a_map_that_says_it_itself_is_left_alone() -> None:
    assert given(the_map(journey("Persona | Ada")).about, "persona") == ("Ada",)


def test_lines_that_name_nobody_say_nothing() -> None:
    assert "persona" not in the_map(journey("In the room | the board")).about


def test_the_tab_of_a_sheet_may_name_the_persona() -> None:
    grids = [grid(_MAP.format(line="", lane=""), "Gordon Pell"), grid(_PEOPLE, "People")]
    assert given(the_map(read(grids, vocabulary())[0]).about, "persona") == ("Gordon Pell",)
