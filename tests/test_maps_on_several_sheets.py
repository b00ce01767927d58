"""Maps on several sheets of a workbook: stages counted on from sheet to sheet, and stages of one name."""

from __future__ import annotations

from drawing import grid, vocabulary

from cxaudit import pipeline
from cxaudit.corrections.correction import SheetCorrection
from cxaudit.layout import Reading
from cxaudit.model import entries
from cxaudit.programme import build_programme

FIRST = """
Customer journey of the allotment club
Stage         | Touchpoint | Feeling   | Problem
1. Hearing    | Fence      | Curious   | No sign
2. Comparing  | Folder     | Unsure    | Small print
3. Joining    | Hut        | Proud     | Cash only
"""
SECOND = """
Customer journey of the allotment club, continued
Stage         | Touchpoint | Feeling   | Problem
4. Return     | Bed        | Busy      | Slugs
5. Renewal    | Letter     | Calm      | Comes late
6. Commending | Fair       | Cheerful  | Rain
"""
FULL = """
Customer journey
Stage      | Touchpoint | Feeling  | Problem     | Measure
Awareness  | Fence      | Curious  | No sign     | Visits
Comparison | Folder     | Unsure   | Small print | Leads
Purchase   | Hut        | Proud    | Cash only   | Members
Growing    | Bed        | Busy     | Slugs       | NPS
Review     | Fair       | Cheerful | Rain        | Praise
"""
SHORT = """
Customer journey, what hurts
Stage      | Problem     | Measure
Review     | Rain        | Praise
Growing    | Slugs       | NPS
Purchase   | Cash only   | Members
"""


def phases(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {s.name.text: s.phases for table in reading.tables for journey in table.maps for s in journey.stages}


def test_stages_that_are_counted_on_upon_the_next_sheet_are_one_map() -> None:
    readings = pipeline.read([grid(FIRST, "One"), grid(SECOND, "Two")], vocabulary())
    (journey,) = build_programme(readings, vocabulary()).maps
    assert [stage.name.text[:1] for stage in journey.stages] == list("123456")


def test_stages_that_begin_anew_or_leave_some_out_are_a_map_of_their_own() -> None:
    for second in (SECOND.replace("4.", "1.").replace("5.", "2.").replace("6.", "3."), SECOND.replace("4.", "5.", 1)):
        readings = pipeline.read([grid(FIRST, "One"), grid(second.replace("5. Ren", "6. Ren"), "Two")], vocabulary())
        assert len(build_programme(readings, vocabulary()).maps) == 2


def test_the_fullest_map_lends_its_phases_to_stages_of_the_same_name() -> None:
    alone = phases(pipeline.read([grid(SHORT, "Pains")], vocabulary())[0])
    full, short = pipeline.read([grid(FULL, "Map"), grid(SHORT, "Pains")], vocabulary())
    assert alone["Review"] != phases(full)["Review"] == phases(short)["Review"]
    assert any(note.endswith("in the fullest map, on the sheet 'Map'") for note in short.notes)


def test_measures_have_the_phases_that_their_stages_were_lent() -> None:
    full, short = pipeline.read([grid(FULL, "Map"), grid(SHORT, "Pains")], vocabulary())
    told = {metric.name.text: metric.phases for table in short.tables for metric in table.metrics}
    assert told["Praise"] == phases(full)["Review"]


def test_a_phase_that_is_laid_down_is_not_lent_over() -> None:
    laid_down = {("book.xlsx", "Pains"): SheetCorrection(stages={"Review": ("support",)})}
    _, short = pipeline.read([grid(FULL, "Map"), grid(SHORT, "Pains")], vocabulary(), laid_down)
    assert phases(short)["Review"] == ("support",)


def test_another_workbook_lends_nothing() -> None:
    _, short = pipeline.read([grid(FULL, "Map"), grid(SHORT, "Pains", workbook="other.xlsx")], vocabulary())
    assert phases(short) == phases(pipeline.read([grid(SHORT, "Pains")], vocabulary())[0])


def test_a_table_below_a_map_that_calls_its_stages_by_number_tells_more_of_them() -> None:
    drawing = """
Service blueprint of the allotment club
Step        | Member sees | Backstage
1. Hearing  | Fence       | Paints it
2. Joining  | Hut         | Writes the name down
3. Growing  | Bed         | Digs

What goes wrong at each step
Step | What fails  | User sees
1    | Sign fallen | A bare fence
3    | Slugs       | Holes
3    | Drought     | Dust
"""
    (journey,) = build_programme(pipeline.read([grid(drawing, "One")], vocabulary()), vocabulary()).maps
    assert [stage.name.text[:1] for stage in journey.stages] == list("123")
    troubles = [[e.text for e in entries(s.fields, "pain_point")] for s in journey.stages]
    steps = [[e.text for step in s.steps for e in entries(step.fields, "pain_point")] for s in journey.stages]
    assert [one + more for one, more in zip(troubles, steps, strict=True)] == [
        ["Sign fallen"],
        [],
        ["Slugs", "Drought"],
    ]


def test_two_tables_that_only_number_their_rows_are_two_maps() -> None:
    part = """
{} journey
Step | Action | Touchpoint | Emotion
1    | Asks   | Fence      | Curious
2    | Digs   | Bed        | Glad
"""
    drawing = part.format("Newcomer") + part.format("Member")
    reading = pipeline.read([grid(drawing, "Customer journeys")], vocabulary())
    told = sum(len(table.maps) for each in reading for table in each.tables)
    assert len(build_programme(reading, vocabulary()).maps) == told == 2
