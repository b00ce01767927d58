"""Lists under counted headings or sure labels, on sheets that speak of a journey, and no stages of one."""

from __future__ import annotations

import pytest
from drawing import read, the_map

BLOCKS = """
{0} 1: Sales to onboarding
Trigger       | Contract is signed
Documents     | Brief, contract
Failure modes | Wrong people are asked

{0} 2: Onboarding to support
Trigger       | First use
Documents     | Notes, tickets
Failure modes | Nobody knows the customer
"""


@pytest.mark.parametrize("word", ["Handoff", "Hand-off", "Risk", "Finding", "Quick win"])
def test_things_that_are_counted_under_a_title_of_a_journey_are_no_stages(word: str) -> None:
    assert read(f"Notes on the customer lifecycle\n{BLOCKS.format(word)}", "Sheet2").kind != "journey"


@pytest.mark.parametrize("word", ["Stage", "Moment", "Encounter"])
def test_parts_of_a_journey_that_are_counted_are_its_stages(word: str) -> None:
    journey = the_map(read(f"Customer journey\n{BLOCKS.format(word)}", "Sheet2"))
    assert len(journey.stages) == 2


def test_a_column_of_pain_points_names_no_stages() -> None:
    drawing = """
Pain point                     | Whose pain  | Relevance
Errors in billing after use    | Owner       | Must have
Slow onboarding of new staff   | Front desk  | Must have
No view of renewals            | Owner       | Should have
Fear of leaving the old tool   | Doctor      | Could have
"""
    assert read(drawing, "Customer pain points").kind != "journey"


def test_profiles_that_count_as_icps_are_personas_in_columns() -> None:
    drawing = """
Attribute          | ICP 1: Private hospital | ICP 2: Group of doctors | ICP 3: Hospital chain
Facility type      | Owner runs it           | Two to ten places       | Many sites
Bed count          | 20 to 100               | None                    | Over 100
Current tooling    | Paper, a spreadsheet    | A chat, a calendar      | An old system
Budget sensitivity | High                    | Very high               | Low
"""
    reading = read(f"Ideal customer profiles\n{drawing}", "ICPs")
    assert reading.kind == "persona"
    assert len([persona for table in reading.tables for persona in table.personas]) == 3
