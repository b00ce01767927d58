"""Headings that neither count nor tell phases are stages under a title of a journey, where customers act below them."""

from __future__ import annotations

import pytest
from drawing import read

from cxaudit.layout import Reading


def maps(reading: Reading) -> list[list[str]]:
    return [[stage.name.text for stage in journey.stages] for table in reading.tables for journey in table.maps]


def lanes(reading: Reading) -> set[tuple[str, str]]:
    return {(lane.label, lane.field) for table in reading.tables for lane in table.lanes}


def test_headings_over_what_people_do_are_stages() -> None:
    reading = read(
        """
        Weaver journey

        How this page came about
        The paper was written in spring.

        Threading
        A weaver picks the yarn, and sets up the loom.

        Weaving
        The weaver watches the pattern grow.

        Mending
        A weaver ties the thread that broke.

        Cutting off
        She takes the cloth from the beam.

        What follows for the mill
        Two looms more by spring.
        """
    )
    assert maps(reading) == [["Threading", "Weaving", "Mending", "Cutting off"]]


def test_journeys_that_codes_count_are_stages_with_the_lanes_below_them() -> None:
    reading = read(
        """
        User journeys

        K1 — Lending a boat
        Actor | Harbour keeper
        Steps | - Keeper looks up the berth / - Keeper signs the slip

        K2 — Mending a sail
        Actor | Sailmaker
        Steps | - Sailmaker checks the seam / - Sailmaker writes the bill

        K3 — Taking it back
        Actor | Harbour keeper
        Steps | - Keeper finds the boat in its place
        """
    )
    assert maps(reading) == [["K1 — Lending a boat", "K2 — Mending a sail", "K3 — Taking it back"]]
    assert {("Actor", "persona"), ("Steps", "step"), ("Steps", "activity")} <= lanes(reading)


def test_a_lane_of_the_whole_journey_behind_the_stages_is_none() -> None:
    reading = read(
        """
        Weaver journey

        Threading
        A weaver picks the yarn, and sets up the loom.

        Weaving
        The weaver watches the pattern grow.

        Mending
        A weaver ties the thread that broke.

        Cutting off
        She takes the cloth from the beam.

        Moments that matter most
        The first ell of cloth.

        Support
        The dyer calls.
        """
    )
    assert maps(reading) == [["Threading", "Weaving", "Mending", "Cutting off"]]


@pytest.mark.parametrize(
    "drawing",
    [
        """
        The mill by the river

        Threading
        A weaver picks the yarn.

        Weaving
        The weaver watches the pattern grow.

        Mending
        A weaver ties the thread that broke.

        Cutting off
        She takes the cloth from the beam.
        """,
        """
        Weaver journey

        Looms
        Oak, built in the last century.

        Cellar
        Vaulted, and dry all year.

        Roof
        Slate of the region.
        """,
    ],
    ids=["no title of a journey", "nobody acts"],
)
def test_headings_are_no_stages_without_a_title_and_deeds(drawing: str) -> None:
    assert maps(read(drawing)) == []
