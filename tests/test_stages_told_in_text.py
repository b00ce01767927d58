"""Stages that are told in text, with hardly any lanes, are a map; lists of instructions and of facts are none."""

from __future__ import annotations

import pytest
from drawing import given, read

from cxaudit.layout import Reading


def maps(reading: Reading) -> list[list[str]]:
    return [[stage.name.text for stage in journey.stages] for table in reading.tables for journey in table.maps]


def test_stages_may_hold_text_beside_their_names_and_no_lanes() -> None:
    reading = read(
        """
        Journey of the lodger

        Before all that
        The house has twelve rooms.

        Stage 0 - Ringing the bell | - The guest stands at the door. / - The sign is hard to read.

        Stage 1 - Looking at the room | - The guest opens the window.

        Stage 2 - Going away again
        Nobody tells the lodger what it costs.

        What the house must decide
        Whether the sign is lit.
        """
    )
    assert maps(reading) == [
        ["Stage 0 - Ringing the bell", "Stage 1 - Looking at the room", "Stage 2 - Going away again"]
    ]


def test_labels_below_stages_that_are_told_in_text_are_lanes() -> None:
    reading = read(
        """
        Journey of the lodger

        Phase A: Asking | - Calls the house, and asks what a room costs

        Phase B: Moving in | - Carries boxes up the stairs
        Pain points | The stairs are steep

        Phase C: Staying | - Pays at the end of each month
        """
    )
    (journey,) = reading.tables[0].maps
    assert [lane.field for lane in journey.lanes] == ["pain_point"]
    assert given(journey.stages[1].fields, "pain_point") == ("The stairs are steep",)
    assert given(journey.stages[2].fields, "activity") == ("Pays at the end of each month",)


def test_headings_that_say_when_a_stage_is_begin_a_map_anew_where_time_goes_back() -> None:
    reading = read(
        """
        Journeys with the loom

        Weaver one
        Day 0: Finding it | She sees the loom in a barn.
        Minute 0-5: Setting up | She screws the feet on.
        Week 1: Weaving | She makes a scarf each day.

        Weaver two
        Day 0: Hearing of it | He hears of the loom at a fair.
        Day 1: Trying it | He borrows one.
        Month 2: Owning it | He buys the loom.
        """
    )
    assert maps(reading) == [
        ["Day 0: Finding it", "Minute 0-5: Setting up", "Week 1: Weaving"],
        ["Day 0: Hearing of it", "Day 1: Trying it", "Month 2: Owning it"],
    ]


def test_headings_of_a_smaller_unit_right_below_those_of_a_stage_are_its_parts() -> None:
    block = "Feels | {0}\nProblem | {0} again\nOpportunity | Less {0}"
    reading = read(
        "Journey with the loom\n\nDay 1: First thread\n\nMinute 0-5 (unpacking)\n"
        + block.format("Thrilled")
        + "\n\nMinute 5-9 (feet)\n"
        + block.format("Cross")
        + "\n\nDay 2: Second thread\n"
        + block.format("Bored")
        + "\n\nWeek 2-4: Cloth\n"
        + block.format("Proud")
    )
    (journey,) = reading.tables[0].maps
    assert [stage.name.text for stage in journey.stages] == [
        "Day 1: First thread",
        "Day 2: Second thread",
        "Week 2-4: Cloth",
    ]
    assert given(journey.stages[0].fields, "emotion") == ("Thrilled", "Cross")


def test_names_with_deeds_beside_them_right_below_a_title_of_a_journey_are_its_stages() -> None:
    reading = read(
        """
        Reader journey
        Find | Looks for a book on bees
        Learning | Reads the first page in the shop
        Trust | Asks the neighbour who keeps bees
        Act | Buys it, and a hat
        Pain points | The print is small
        """
    )
    assert maps(reading) == [["Find", "Learning", "Trust", "Act"]]


def test_each_title_of_a_journey_begins_a_list_of_its_own() -> None:
    reading = read(
        """
        Journeys

        Journey 1: A new reader
        Arriving | Walks past the window
        Asking | Asks for a book on bees
        Reading | Reads the first page
        Leaving | Takes it home
        Pain points | The print is small

        Journey 2: A regular
        Calling | Rings up in the morning
        Waiting | Waits for the answer
        Fetching | Picks up the parcel
        Paying | Pays once a month
        Pain points | The line is busy
        """
    )
    assert maps(reading) == [["Arriving", "Asking", "Reading", "Leaving"], ["Calling", "Waiting", "Fetching", "Paying"]]


def test_all_that_is_counted_below_a_title_are_stages_if_customers_act_in_them() -> None:
    drawing = """
        BEFORE - the journey today

        1 · The letter | {0} sends a letter to the court.

        2 · {0} waits | Nothing happens for weeks.

        3 · The stamp | {0} pays for a stamp.

        4 · The silence | Nothing comes back.
        """
    assert maps(read(drawing.format("She"))) == [
        ["1 · The letter", "2 · She waits", "3 · The stamp", "4 · The silence"],
    ]
    assert maps(read(drawing.format("Our team"))) == []


def test_a_map_in_text_stays_beside_one_in_blocks() -> None:
    reading = read(
        """
        Journeys of two visitors

        Journey of the walker
        Stage 1: Looking round
        Touchpoints | Poster
        Emotions | Curious
        Stage 2: Buying
        Touchpoints | Desk
        Emotions | Glad

        Journey of the rider
        Stage 1: Asking | The rider asks for the way to the gate.
        Stage 2: Riding in | The rider looks for a place to leave the horse.
        """
    )
    assert maps(reading)[0] == ["Stage 1: Looking round", "Stage 2: Buying"]


def test_a_stage_among_headed_blocks_may_have_its_text_beside_it() -> None:
    reading = read(
        """
        Journey of the walker

        Stage 1: Looking round
        Touchpoints | Poster
        Emotions | Curious

        Stage 2: Buying
        Touchpoints | Desk
        Emotions | Glad

        Stage 3: Coming back | Walks in again in spring
        """
    )
    assert maps(reading) == [["Stage 1: Looking round", "Stage 2: Buying", "Stage 3: Coming back"]]


def test_a_title_that_says_step_by_step_counts_no_step() -> None:
    reading = read(
        """
        2. Step-by-step journey

        Step 1: Asking | The guest asks for a bed.

        Step 2: Sleeping | The guest sleeps until noon.

        Step 3: Paying | The guest pays at the desk.
        """
    )
    assert maps(reading) == [["Step 1: Asking", "Step 2: Sleeping", "Step 3: Paying"]]


@pytest.mark.parametrize("gap", ["", "\n"], ids=["close", "apart"])
def test_pairs_below_a_title_are_stages_with_what_they_tell_though_an_empty_row_parts_them(gap: str) -> None:
    pairs = (
        "Looking round | Sees the window\nOrdering | Calls the shop\nPaying | Pays by card\nWearing | Wears it daily"
    )
    reading = read(f"User journey\n{gap}{pairs}", "Journey")
    (journey,) = [journey for table in reading.tables for journey in table.maps]
    assert [given(stage.fields, "activity") for stage in journey.stages] == [
        ("Sees the window",),
        ("Calls the shop",),
        ("Pays by card",),
        ("Wears it daily",),
    ]
