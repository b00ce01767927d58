"""Maps and cards pasted as text: label and value in one cell, headings framed by signs, labels that stand alone."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map

TEXT = """
Customer journey of our members

{0} Hearing of the gym {1}
Touchpoints: Poster, neighbour
Emotions: Curious

{0} Looking round {1}
Touchpoints: Website, price list
Emotions: Unsure

{0} Signing the contract {1}
Touchpoints: Desk
Emotions: Glad
"""
LONE = """
Customer journey of our members
Day 0: Hearing of the gym
Touchpoints
- Poster
- Neighbour
Emotions
- Curious
Week 1: Looking round
Touchpoints
- Website
Emotions
- Unsure
Week 2: Signing the contract
Touchpoints
- Desk
Emotions
- Glad
"""
CARDS = """
Ruth Meyer
Age: 61
Goals: Safe travel

Tom Jones
Age: 33
Goals: Quick answers
"""


@pytest.mark.parametrize("frame", [("", ""), ("**", "**"), ("---", "---"), ("###", ""), ("→", ""), ("", "stage")])
def test_what_follows_a_label_in_its_own_cell_is_its_value(frame: tuple[str, str]) -> None:
    journey = the_map(read(TEXT.format(*frame)))
    assert [stage.phases for stage in journey.stages] == [("awareness",), ("consideration",), ("purchase",)]
    assert given(journey.stages[0].fields, "touchpoint") == ("Poster", "neighbour")
    assert given(journey.stages[2].fields, "emotion") == ("Glad",)
    assert journey.stages[2].fields["emotion"][0].place.cell == "A13"


def test_bold_labels_and_bullets_before_them_are_looked_through() -> None:
    text = TEXT.format("", "").replace("Touchpoints:", "- **Touchpoints:**").replace("Emotions:", "*Emotions*:")
    journey = the_map(read(text))
    assert given(journey.stages[1].fields, "touchpoint") == ("Website", "price list")
    assert given(journey.stages[1].fields, "emotion") == ("Unsure",)


def test_signs_around_a_heading_are_no_part_of_the_name() -> None:
    names = [stage.name.text for stage in the_map(read(TEXT.format("**", "**"))).stages]
    assert names == ["Hearing of the gym", "Looking round", "Signing the contract"]


def test_a_label_that_comes_only_once_is_no_pair() -> None:
    reading = read("Notes\nOpening hours: nine to five\nClosed: on Sundays\nParking: behind the house")
    assert reading.tables == ()


def test_headings_over_a_lane_that_stands_alone_are_stages_whatever_their_names() -> None:
    journey = the_map(read(LONE))
    assert journey.stages[0].name.text == "Day 0: Hearing of the gym"
    assert [given(stage.fields, "touchpoint") for stage in journey.stages] == [
        ("Poster", "Neighbour"),
        ("Website",),
        ("Desk",),
    ]


def test_cards_of_personas_are_read_so_too() -> None:
    (table,) = read(CARDS, "Personas").tables
    assert [persona.name.text for persona in table.personas] == ["Ruth Meyer", "Tom Jones"]
    assert given(table.personas[1].fields, "goal") == ("Quick answers",)


LINES = "Touchpoints: {} / Emotions: {} / Pain points: {}"
NAMES = ("Hearing of the gym", "Looking round", "Signing the contract")


def _drawn(shape: str) -> str:
    held = [LINES.format(f"Poster {n}", "Curious", "Small print") for n in range(3)]
    above = [f"{name} / {said}" for name, said in zip(NAMES, held, strict=True)]
    rows = {
        "in rows": [f"{name} | {said}" for name, said in zip(NAMES, held, strict=True)],
        "in columns": [" | ".join(NAMES), " | ".join(held)],
        "named in the cell": [" | ".join(above)],
        "one below the other": above,
        "a cell for each line": [
            " | ".join(NAMES),
            *(" | ".join(lines) for lines in zip(*(said.split(" / ") for said in held), strict=True)),
        ],
    }
    return "\n".join(["Customer journey of our members", *rows[shape]])


@pytest.mark.parametrize(
    "shape", ["in rows", "in columns", "named in the cell", "one below the other", "a cell for each line"]
)
def test_cells_that_hold_all_of_a_stage_line_by_line_are_a_map(shape: str) -> None:
    reading = read(_drawn(shape))
    journey = the_map(reading)
    assert (reading.kind, reading.layout) == ("journey", "stage-blocks")
    assert [stage.name.text for stage in journey.stages] == list(NAMES)
    assert [given(stage.fields, "touchpoint") for stage in journey.stages] == [
        ("Poster 0",),
        ("Poster 1",),
        ("Poster 2",),
    ]
    assert given(journey.stages[2].fields, "pain_point") == ("Small print",)


def test_a_table_whose_cells_list_other_facts_is_no_such_map() -> None:
    assert not read("Rooms | Blue | Green\nNotes | Size: 20 / Seats: 8 | Size: 30 / Seats: 9").tables
