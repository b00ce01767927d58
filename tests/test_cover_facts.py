"""What covers, notes and lists of sources say holds for the maps and personas of their workbook."""

from __future__ import annotations

import pytest
from drawing import MAP, given, grid, the_map, vocabulary

from cxaudit import pipeline
from cxaudit.layout import Reading
from cxaudit.model import Persona
from cxaudit.tables.around.statements import facts

CARD = """
Name       | Petra Lund
Age        | 44
Goals      | Save time
Frustrated | Queues
"""
COVER = """
Northgate Pools - how swimmers live it

Prepared by         | Ulla Berg, 4 July 2026
Where it comes from | 22 talks with swimmers and till data
Map brought up to date | 3 May 2026, with the lifeguards
Next round          | May 2027
Our characters      | First sketched and introduced in 2020; freshened up in June 2026
Colours             | blue = in the water
"""


def told(cover: str, sheet: str = "Start here", map_sheet: str = MAP) -> tuple[Reading, ...]:
    grids = [grid(cover, sheet), grid(map_sheet, "Journey"), grid(CARD, "Petra Lund")]
    return pipeline.read(grids, vocabulary())


def persona(readings: tuple[Reading, ...]) -> Persona:
    (found,) = [p for reading in readings for table in reading.tables for p in table.personas]
    return found


def test_a_cover_tells_the_map_what_it_rests_on_and_when_it_was_gone_over() -> None:
    about = the_map(told(COVER)[1]).about
    assert given(about, "evidence") == ("22 talks with swimmers and till data",)
    assert given(about, "other.reviewed") == ("3 May 2026",)


def test_what_is_said_of_the_personas_is_said_of_them_alone() -> None:
    fields = persona(told(COVER)).fields
    assert given(fields, "last_updated.since") == ("First sketched and introduced in 2020",)
    assert given(fields, "last_updated") == ("freshened up in June 2026",)
    assert given(fields, "evidence") == ()


def test_the_cover_shows_what_was_taken_from_it_and_stays_no_map() -> None:
    cover = told(COVER)[0]
    assert cover.kind == "other"
    assert {lane.field for table in cover.tables for lane in table.lanes} == {
        "evidence",
        "other.reviewed",
        "other.since",
    }
    assert "Where it comes from" not in {cell.text for cell in cover.unread}


def test_what_a_map_says_itself_counts_for_more() -> None:
    dated = "Last reviewed | 9 January 2026\n" + MAP
    about = the_map(told(COVER, map_sheet=dated)[1]).about
    assert given(about, "other.reviewed") == ("9 January 2026",)
    assert given(about, "evidence") == ("22 talks with swimmers and till data",)


def test_a_heading_holds_the_lines_below_it() -> None:
    cover = (
        "Northgate Pools\n\nSources\n19 interviews with swimmers\nLetters to the pool office\n\nLegend\nblue = water"
    )
    about = the_map(told(cover)[1]).about
    assert given(about, "evidence") == ("19 interviews with swimmers", "Letters to the pool office")


@pytest.mark.parametrize(
    ("line", "told_of"),
    [
        ("All maps were gone over in May 2026.", "other.reviewed"),
        ("Revised 4 May 2026.", "other.reviewed"),
        ("We listened to 30 interviews with tenants.", "evidence"),
        ("Very satisfied tenants bring three times the margin of all others.", "other.finding"),
        ("The payment journey was changed on 3 May 2026.", ""),
        ("The price list was updated on 3 May 2026.", ""),
        ("All maps will be gone over in May 2027.", ""),
        ("Planned: 30 interviews with tenants.", ""),
        ("Write the date on which the map was last reviewed, e.g. 3 May 2026.", ""),
        ("Personas were never reviewed before 2024.", ""),
    ],
)
def test_a_sentence_tells_a_fact_only_where_it_says_of_what_and_that_it_is_so(line: str, told_of: str) -> None:
    assert ", ".join(fact.field for fact in facts("", line, None, vocabulary())) == told_of


def test_a_habit_of_going_over_map_and_personas_is_a_practice() -> None:
    readings = told("Northgate Pools\n\nCare | Map and personas are gone over every autumn with swimmers")
    (practice,) = [p for table in readings[0].tables for p in table.practices]
    assert practice.answer.text == "Map and personas are gone over every autumn with swimmers"


def test_a_book_without_map_or_persona_is_told_nothing() -> None:
    assert pipeline.read([grid(COVER, "Start here")], vocabulary())[0].tables == ()


def test_a_guide_to_the_template_tells_nothing() -> None:
    assert told(COVER, "How to fill in")[0].tables == ()


def test_a_finding_below_a_map_is_told_of_it_and_nothing_else_that_stands_there() -> None:
    below = MAP + "\nSwimmers who gave us 9 out of 10 buy season tickets twice as often and bring 40 EUR more margin\n"
    about = the_map(told("", map_sheet=below)[1]).about
    assert len(given(about, "other.finding")) == 1
    assert given(about, "other.reviewed") == ()
