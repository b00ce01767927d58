"""A sheet of a journey that names lanes and no stages is a map of one nameless stage."""

from __future__ import annotations

from drawing import read

from cxaudit.layout import Reading


def lanes(reading: Reading) -> list[tuple[str, str]]:
    return [(lane.label, lane.field) for table in reading.tables for lane in table.lanes]


def test_headings_of_lanes_under_a_title_of_a_journey_are_a_map_without_stages() -> None:
    reading = read(
        """
        Angler journey

        Touchpoints
        The hut at the lake, and its board.

        Pain points
        Nobody knows where the boat is.

        Dates of the club
        May and June.
        """
    )
    assert reading.kind == "journey"
    assert lanes(reading) == [("Touchpoints", "touchpoint"), ("Pain points", "pain_point")]
    assert [[stage.name.text for stage in x.stages] for table in reading.tables for x in table.maps] == [[""]]


def test_the_same_headings_are_no_map_without_a_title_of_a_journey() -> None:
    reading = read("The hut\n\nGoals\nA dry roof.\n\nPain points\nNobody knows where the boat is.\n")
    assert reading.kind != "journey"
