"""In a stage's block a heading over pairs that nobody knows is the label of them all."""

from __future__ import annotations

from drawing import read, the_map

BLOCKS = """
Customer journey

Stage 1: Looking round
Actions | Asks a neighbour
Feelings | Curious
{heading}
Long lists | Nobody reads them
Small print | Hides the fee

Stage 2: Buying
Actions | Signs at the counter
Feelings | Tense
"""


def fields(heading: str) -> dict[str, str]:
    journey = the_map(read(BLOCKS.format(heading=heading), "Customer journey"))
    return {lane.label: lane.field for lane in journey.lanes}


def test_a_heading_over_strange_pairs_names_what_they_are() -> None:
    found = fields("Friction points to get rid of")
    assert found["Friction points to get rid of"] == "pain_point"
    assert found["Long lists"] == "pain_point"


def test_a_heading_over_pairs_that_are_labels_is_still_a_heading() -> None:
    told = BLOCKS.replace("Long lists", "Pain points").format(heading="Friction points to get rid of")
    journey = the_map(read(told, "Customer journey"))
    assert "Friction points to get rid of" not in {lane.label for lane in journey.lanes}
