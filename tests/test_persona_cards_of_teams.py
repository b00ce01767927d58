"""Persona cards as product teams write them: skills, success, triggers, tasks, nested lists, explained labels."""

from __future__ import annotations

import pytest
from drawing import given, of_rows, read, vocabulary

from cxaudit.layout import Reading
from cxaudit.model import Persona
from cxaudit.reading import read_grid


def taken(reading: Reading) -> dict[str, str]:
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


def personas(reading: Reading) -> list[Persona]:
    return [persona for table in reading.tables for persona in table.personas]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Tech savviness", "behaviour"),
        ("Technical proficiency", "behaviour"),
        ("Digital literacy", "behaviour"),
        ("Experience level", "behaviour"),
        ("What success looks like", "satisfaction_driver"),
        ("Success criteria", "satisfaction_driver"),
        ("Earns trust", "satisfaction_driver"),
        ("Loses trust", "dissatisfaction_driver"),
        ("Failure looks like", "dissatisfaction_driver"),
        ("Abandonment reasons", "dissatisfaction_driver"),
        ("Sceptical of", "dissatisfaction_driver"),
        ("Trigger event", "motivation.buy"),
        ("Why they use it", "motivation.buy"),
        ("Already believes", "motivation.cares"),
        ("Wins them over", "decision_factor"),
        ("Primary tasks", "behaviour"),
        ("Search terms", "behaviour"),
        ("Key feature requirements", "need"),
        ("Questions they ask", "need"),
        ("Entry points", "channel_preference"),
        ("Budget authority", "influence"),
    ],
)
def test_headings_of_product_teams_have_their_field(label: str, field: str) -> None:
    assert [match.field for match in vocabulary().fields(label, "persona")] == [field]


def test_a_label_is_understood_before_the_dash_behind_which_it_is_explained() -> None:
    fields = {match.field for match in vocabulary().fields("Worries — ranked, and the ranking counts", "persona")}
    assert fields == {"dissatisfaction_driver"}
    pair = {match.field for match in vocabulary().fields("Support - pain", "journey")}
    assert pair == {"pain_point"}


def test_blocks_under_given_names_are_personas_though_the_title_speaks_of_journeys() -> None:
    reading = read(
        """
Journeys with the ferry app

Primary personas

Ruth (61, travels to her sister)
Context | Two crossings a month, no car
Goals | A seat with a view
Challenges | Small letters on the timetable

Marcus (34, delivers fish)
Context | Six crossings a week
Goals | Never miss the first boat
Challenges | Queues at the ramp
""",
        "Personas",
    )
    assert reading.kind == "persona"
    assert [persona.name.text for persona in personas(reading)] == ["Ruth", "Marcus"]
    assert taken(reading)["Challenges"] == "dissatisfaction_driver"


def test_a_list_of_facts_in_one_cell_is_a_card_though_it_begins_with_the_name() -> None:
    facts = "- Persona: Harbour master of a small port\n- Goals: an empty quay by six\n- Motivations: quiet nights"
    reading = read_grid(of_rows([["Persona and job"], ["", facts]], "Persona"), vocabulary())
    (persona,) = personas(reading)
    assert given(persona.fields, "goal") == ("an empty quay by six",)


def test_lists_within_a_list_are_what_the_line_above_them_says() -> None:
    card = "- Job: nurse\n- Age: 44\n- Pain points\n  - Forms that ask twice\n  - No doctor at night"
    rows = [["Personas"], ["P1 ── Night nurse"], ["", card], ["P2 ── Day nurse"], ["", card.replace("44", "29")]]
    first, second = personas(read_grid(of_rows(rows, "Personas"), vocabulary()))
    assert (first.name.text, second.name.text) == ("Night nurse", "Day nurse")
    assert given(first.fields, "dissatisfaction_driver") == ("Forms that ask twice", "No doctor at night")


def test_facts_listed_under_a_heading_for_who_somebody_is_are_read_one_by_one() -> None:
    rows = [
        ["Personas"],
        ["Persona 1: Sailor"],
        ["Profile"],
        ["", "- Name: Oona\n- Age: 31\n- Lives in: Turku"],
        ["Goals"],
        ["", "- Sail alone by autumn"],
    ]
    reading = read_grid(of_rows(rows, "Personas"), vocabulary())
    assert {"Profile", "Name", "Age", "Lives in"} <= set(taken(reading))
    assert [persona.name.text for persona in personas(reading)] == ["Oona"]


def test_headings_that_count_below_a_label_say_what_it_says() -> None:
    found = taken(
        read(
            """
Persona: Head of a mill
Age | 51
Pain points
1. Needs every figure twice
 | - Two systems, two log-ins
2. Dependencies on the vendor
 | - Waits for days
Goals
 | - One figure for all
""",
            "Personas",
        )
    )
    assert found["1. Needs every figure twice"] == "dissatisfaction_driver"
    assert found["2. Dependencies on the vendor"] == "dissatisfaction_driver"
    assert found["Goals"] == "goal"


def test_a_pair_below_a_heading_is_not_told_by_one_word_of_its_own() -> None:
    found = taken(
        read(
            """
Persona: Keeper of two dogs
Age | 28
Behaviour
Research-driven | Reads all labels first
Device usage | Desktop at home
Goals
 | - Food without riddles
""",
            "Personas",
        )
    )
    assert found["Research-driven"] == "behaviour"
    assert found["Device usage"] == "mobile_behaviour"


def test_labels_that_say_what_somebody_looks_for_are_no_stages() -> None:
    reading = read(
        """
Where our readers are

 | Admins of mail servers | People with a shelf of disks
They search for | "mail filter" | "photo backup"
They care about | quiet nights | one cable
Reach them via | trade forum | magazine
""",
        "Audiences",
    )
    assert reading.kind == "persona"
    assert [p.name.text for p in personas(reading)] == ["Admins of mail servers", "People with a shelf of disks"]


def test_a_table_of_personas_above_their_cards_is_not_read_across() -> None:
    reading = read(
        """
Personas

Persona | Segment | Age | Main need | Key feature
Oona Lind | Sailor | 31 | A boat in June | Booking
Pekka Salo | Angler | 58 | A quiet pier | Map
Aino Wik | Rower | 44 | A dry jetty | Forecast

Persona 1 — Oona Lind, the sailor
Profile | Sails since last year
Goals | Sail alone by autumn
Frustrations | Boats are booked out

Persona 2 — Pekka Salo, the angler
Profile | Fishes at dawn
Goals | Peace
Frustrations | Engines
""",
        "Personas",
    )
    assert {"Segment", "Age", "Main need"} <= set(taken(reading))
    assert "Segment" not in {persona.name.text for persona in personas(reading)}


def test_what_stands_below_the_heading_of_an_audience_is_no_audience_each() -> None:
    found = taken(
        read(
            """
Personas

Persona: Keeper of a small inn
Age | 51
Goals | Full rooms in November
Frustrations | Two calendars

Target audience
Rooms | Nine, in an old mill
Wallpaper | From her aunt
""",
            "Personas",
        )
    )
    assert "segment" not in {found["Rooms"], found["Wallpaper"]}
