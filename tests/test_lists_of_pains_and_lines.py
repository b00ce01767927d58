"""Lists of pains say whose they are; lines of a blueprint are no lanes; questions in quotes are thoughts."""

from __future__ import annotations

import pytest
from drawing import read, vocabulary

from cxaudit.layout import Reading


def taken(reading: Reading) -> dict[str, str]:
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


@pytest.mark.parametrize("whose", ["Whose pain", "Who is affected", "Felt by"])
def test_a_list_of_pains_is_no_map_though_its_pains_speak_of_phases(whose: str) -> None:
    reading = read(
        "Customer pain points, by persona\n"
        f"Pain point | {whose} | Product relevance\n"
        "Errors when bills are paid by hand | Owner | Must have, it costs most\n"
        "Slow search on paper while the guest is there | Clerk | Must have, it is met daily\n"
        "Long queue to register | Clerk, owner | Should have, a kiosk would do\n"
        "Fear of leaving the old supplier | Owner | Should have, export is easy",
        "Pain points",
    )
    assert {table.kind for table in reading.tables} == {"other"}
    assert taken(reading) == {"Pain point": "pain_point", whose: "persona", "Product relevance": "other"}


@pytest.mark.parametrize("strokes", ["─────── {} ───────", "--- {} ---", "{}"])
def test_a_line_of_a_blueprint_between_lanes_in_blocks_is_no_lane(strokes: str) -> None:
    block = (
        "Customer actions | {}\n"
        f"{strokes.format('Line of interaction')}\n"
        "Frontstage | {}\n"
        f"{strokes.format('LINE OF VISIBILITY')}\n"
        "Backstage | {}\n"
        "Outcome | {}\n\n"
    )
    reading = read(
        "Service blueprint\n\n"
        + "Stage 1: Looking round\n"
        + block.format("Reads the price list", "Web page", "Keeps prices up to date", "Visit booked")
        + "Stage 2: Buying a bike\n"
        + block.format("Pays at the till", "Shop", "Orders the frame", "Bill paid")
        + "Stage 3: First service\n"
        + block.format("Brings the bike", "Workshop", "Checks the brakes", "Bike is safe"),
        "Blueprint",
    )
    assert taken(reading) == {
        "Customer actions": "activity",
        "Frontstage": "touchpoint",
        "Backstage": "backstage",
        "Outcome": "value",
    }


def test_an_intent_that_holds_questions_in_quotes_is_what_the_customer_thinks() -> None:
    head, questions = "Stage | {} | Objection | Drop-off risk\n", ('"Can I trust this?"', '"Which fits my group?"')
    rows = "\n".join(
        f"{stage} | {said} | {doubt} | Leaves the page"
        for stage, said, doubt in zip(
            ("Discovery", "Comparison", "Checkout"),
            (*questions, '"Will I pay more?"'),
            ("New name", "Too many", "Fees"),
            strict=True,
        )
    )
    assert taken(read("Customer journey\n" + head.format("Intent") + rows, "Journey"))["Intent"] == "thought"
    assert taken(read("Customer journey\n" + head.format("Goals") + rows, "Journey"))["Goals"] == "goal"


def test_a_word_that_is_passed_over_at_the_end_of_a_label_may_be_part_of_its_name() -> None:
    assert [match.field for match in vocabulary().fields("User's mental state", "journey")] == ["thought"]
