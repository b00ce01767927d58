"""A sheet that tells too little by itself is read in the light of a map in the same workbook."""

from __future__ import annotations

from drawing import MAP, grid, vocabulary

from cxaudit import pipeline

TASKS = """
        | Discover   | Compare | Buy   | Renew
Actions | Print it   | Call    | Bill  | Write
Owner   | Print room | Sales   | Sales | Sales
"""


def test_a_sheet_with_the_stages_of_the_map_beside_it_is_read_as_a_map_and_says_why() -> None:
    alone = pipeline.read([grid(TASKS, "Plan")], vocabulary())
    together = pipeline.read([grid(MAP, "Journey"), grid(TASKS, "Plan")], vocabulary())
    assert alone[0].kind == "other"
    assert together[0].notes == pipeline.read([grid(MAP, "Journey")], vocabulary())[0].notes
    assert together[1].kind == "journey"
    assert together[1].notes[-1].endswith("it has the stages or labels of the map on the sheet 'Journey'")


def test_a_sheet_that_has_nothing_in_common_stays_unread() -> None:
    other = "Item | Price\nPaper | 4\nInk | 20"
    assert pipeline.read([grid(MAP, "Journey"), grid(other, "Office")], vocabulary())[1].tables == ()


def test_a_sheet_whose_own_stages_tell_of_the_relation_is_a_map_beside_one() -> None:
    gaps = (
        "Phase | Rough edge | Mended by\nSigning up | Form of nine pages | Web team\nRenewal | Letter comes late | Post"
    )
    more = f"{gaps}\nSupport | Nobody answers | Desk\nCancellation | By fax only | Desk"
    alone = pipeline.read([grid(more, "Edges")], vocabulary())
    together = pipeline.read([grid(MAP, "Journey"), grid(more, "Edges")], vocabulary())
    assert (alone[0].kind, together[1].kind) == ("other", "journey")
    assert together[1].notes[-1].endswith("it has stages of a customer's relation, as the map on the sheet 'Journey'")


def test_a_list_of_tasks_sorted_by_the_stages_of_a_map_is_no_map() -> None:
    tasks = """
To be repaired
Job             | Stage    | In charge | Ready by
Reprint folder  | Discover | Press     | 1 March
New price table | Compare  | Web team  | 2 April
Second till     | Buy      | Shop      | 3 May
Shorter letter  | Renew    | Post room | 4 June
"""
    read = pipeline.read([grid(MAP, "Journey"), grid(tasks, "To do")], vocabulary())
    assert [journey for table in read[1].tables for journey in table.maps if not journey.inventory] == []


def test_a_sheet_that_shortens_the_names_of_the_stages_or_counts_them_no_more_goes_with_their_map() -> None:
    journey = """
Stage               | Touchpoints | Emotions | Pain points
Phase 1: Hearing    | Poster      | Curious  | Noise
Phase 2: Trying on the frame | Shop        | Unsure   | Mirror
Phase 3: Eye test   | Room        | Tense    | Wait
Fitting and pick-up | Counter     | Glad     | Price
"""
    summary = """
Ideas in short
Phase      | Feeling today | Feeling later | Idea
Hearing    | Curious       | Eager         | Window
Trying on  | Unsure        | Sure          | Big mirror
Eye test   | Tense         | Calm          | Fixed hour
Fitting and pick-up | Glad | Glad          | Text
"""
    read = pipeline.read([grid(journey, "Journey"), grid(summary, "Ideas")], vocabulary())
    assert read[1].kind == "journey"
    assert [s.name.text for m in read[1].tables[0].maps for s in m.stages][:2] == ["Hearing", "Trying on"]
