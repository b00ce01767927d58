"""Lists of problems, moments and facts that workbooks keep beside maps and personas: shown, and neither of them."""

from __future__ import annotations

import pytest
from drawing import MAP, grid, read, the_map, vocabulary

from cxaudit import pipeline
from cxaudit.layout import Reading

WHOSE = """
Pain points and design responses

Ref   | Pain point        | Persona  | Design response  | Requirements
PP-01 | No end date       | Ada, Ben | Reminder         | FR-005
PP-02 | Unknown callers   | Ada, Ben | Name of the firm | FR-031
PP-03 | Too many messages | all      | One a day        | FR-023
PP-04 | Paper gets lost   | Ada      | Digital papers   | FR-050
"""
FRICTIONS = """
Friction log

# | Friction           | Stage | Severity | Fix
1 | Mail lands in spam | 2     | High     | Tell to look there
2 | Loader is silent   | 3     | Medium   | Show progress
3 | No filter          | 4     | Low      | Release 2
"""
MOMENTS = """
Moments of truth

# | Moment                 | What's at stake
1 | The first ten seconds  | They trust us or leave
2 | The first price        | They believe it or ask elsewhere
3 | The first bill         | They stay or call
"""
COUNTED = """
Moments of truth

Ref    | Moment             | Who      | Why it matters    | Our response
MoT-01 | First call         | Ada, Ben | Trust is won      | Says who calls
MoT-02 | The price question | Ada, Ben | What they expect  | Shows the price
MoT-03 | Paying             | Ben      | Money leaves      | Confirms at once
"""
FACTS = """
Journey in figures

Phase     | Duration  | Milestones
Discover  | a day     | Knows the name
Beginner  | two weeks | Reads a page
Advanced  | a month   | Holds a talk
"""
GERMAN = """
Reibungspunkte

Nr. | Schmerzpunkt        | Persona | Gewicht
1   | Kein Enddatum       | Ada     | hoch
2   | Fremde Anrufer      | Ben     | mittel
3   | Zu viele Schreiben  | Ada     | gering
"""


def _lanes(reading: Reading) -> list[str]:
    return [lane.field for table in reading.tables for lane in table.lanes if not lane.field.startswith("other")]


@pytest.mark.parametrize(
    ("drawing", "lanes"),
    [
        (WHOSE, ["pain_point", "persona", "opportunity", "opportunity"]),
        (FRICTIONS, ["pain_point", "stage", "opportunity"]),
        (MOMENTS, ["moment"]),
        (COUNTED, ["moment", "persona", "backstage"]),
        (GERMAN, ["pain_point", "persona"]),
    ],
)
def test_a_list_of_problems_or_moments_is_shown_with_its_labels_and_is_no_map_and_no_persona(
    drawing: str, lanes: list[str]
) -> None:
    found = read(drawing)
    assert (found.kind, _lanes(found)) == ("other", lanes)
    assert [table for table in found.tables if table.maps or table.personas] == []


def test_facts_of_phases_that_make_no_map_are_a_list() -> None:
    found = read(FACTS)
    assert (found.kind, _lanes(found)[:2]) == ("other", ["stage", "duration"])


def test_a_list_that_begins_with_problems_tells_more_of_the_stages_of_the_map_beside_it() -> None:
    listed = """
Friction point     | Journey stage | Severity | Recommendation
Mail lands in spam | Discover      | High     | Tell to look there
Long form          | Compare       | Medium   | Shorten it
No filter          | Buy           | Low      | Filter
"""
    readings = pipeline.read([grid(MAP, "Journey"), grid(listed, "Friction")], vocabulary())
    assert [reading.kind for reading in readings] == ["journey", "other"]
    assert the_map(readings[1]).inventory
    assert readings[1].notes[-1].startswith("A1: read as a list that tells more of a journey map")


def test_problems_under_the_stages_of_a_map_are_still_a_map() -> None:
    heads = "Stage | Pain point | Opportunity"
    sorted_by_stage = f"{heads}\nDiscover | Noise | Filter\nCompare | Jargon | Plain words\nBuy | Queue | Tills"
    readings = pipeline.read([grid(MAP, "Journey"), grid(sorted_by_stage, "Pains")], vocabulary())
    assert [reading.kind for reading in readings] == ["journey", "journey"]


def test_personas_that_have_a_row_each_are_personas_whatever_stands_first() -> None:
    portraits = "Goal | Persona | Pain points | Age\nA quiet seat | Ada | Noise | 31\nA fast bill | Ben | Queue | 45"
    found = read(f"Personas\n\n{portraits}", "Personas")
    assert (found.kind, [p.name.text for table in found.tables for p in table.personas]) == ("persona", ["Ada", "Ben"])
