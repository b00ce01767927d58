"""A column that only numbers the stages leaves their names to the next one."""

from __future__ import annotations

import pytest
from drawing import read, the_map

NAMED = """
Customer journey

Stage | Name          | Main touchpoints | Emotions
1     | Search        | Posters          | Curious
2     | First booking | Booking page     | Tense
3     | First visit   | Hall             | Glad
"""
TWICE = """
Customer journey

Stage # | Stage         | Touchpoints  | Emotions
1       | Search        | Posters      | Curious
2       | First booking | Booking page | Tense
3       | First visit   | Hall         | Glad
"""
TITLED = """
Customer journey

Phase | Title         | Goal     | Channel | Pain points
1     | Search        | Find out | Web     | Noise
2     | First booking | Book     | Desk    | Queue
3     | First visit   | Swim     | Hall    | Cold water
"""
GERMAN = """
Kundenreise

Phase | Bezeichnung   | Kontaktpunkte | Gefühle
1     | Search        | Plakat        | Neugierig
2     | First booking | Seite         | Gespannt
3     | First visit   | Halle         | Froh
"""


@pytest.mark.parametrize("drawing", [NAMED, TWICE, TITLED, GERMAN])
def test_the_names_beside_the_numbers_are_the_stages(drawing: str) -> None:
    stages = the_map(read(drawing)).stages
    assert [stage.name.text for stage in stages] == ["Search", "First booking", "First visit"]


def test_a_lane_beside_numbers_stays_a_lane() -> None:
    unnamed = "Customer journey\n\nStage | Actions | Emotions\n1 | Looks | Curious\n2 | Books | Tense\n3 | Swims | Glad"
    assert [stage.name.text for stage in the_map(read(unnamed)).stages] == ["1", "2", "3"]


def test_numbered_steps_beside_their_stages_are_steps() -> None:
    stepwise = (
        "Customer journey\n\nStep | Phase | Actions | Emotions\n1 | Search | Looks | Curious\n2 | Visit | Swims | Glad"
    )
    fields = [lane.field for table in read(stepwise).tables for lane in table.lanes]
    assert fields[:2] == ["step", "stage"]
