"""Tables with the same labels under headings, rows of a template, and the lane that defines the stages."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map

TWO = """
Map 1: from passer-by to member
Leg of the journey | The guest does  | Where we cross paths | State of mind | Snag
Walking past       | Looks in        | Shop window          | Guilty        | Crowded
Trying a class     | Borrows a towel | Trial class          | Shy           | Lockers
Signing up         | Types her data  | Tablet               | Determined    | Slow

Map 2: a year as a member
Leg of the journey | The guest does  | Where we cross paths | State of mind | Snag
The first month    | Sets up the app | Club app             | Keen          | English
Injured or stuck   | Asks            | Trainer              | Low           | No answer
The year is up     | Extends         | Letter               | Torn          | By post
"""


def test_titles_over_tables_with_a_column_of_stages_name_a_map_each() -> None:
    maps = [journey for table in read(TWO).tables for journey in table.maps]
    assert [[stage.name.text for stage in journey.stages] for journey in maps] == [
        ["Walking past", "Trying a class", "Signing up"],
        ["The first month", "Injured or stuck", "The year is up"],
    ]


def test_a_row_of_hints_in_a_template_is_no_stage() -> None:
    found = the_map(
        read("""
        Stage            | What they do    | Touchpoint       | Feeling
        [stage]          | [what they do?] | [where we meet?] | [how they feel?]
        Getting ideas    | Leafs through   | Magazine         | Dreamy
        Choosing         | Sits on sofas   | Showroom         | [how they feel?]
        Living with it   | Spills coffee   | [where we meet?] | Calm
        """)
    )
    assert [stage.name.text for stage in found.stages] == ["Getting ideas", "Choosing", "Living with it"]


@pytest.mark.parametrize("label", ["What belongs here", "Zum Geleit"])
def test_the_text_beside_the_stages_is_their_definition_whatever_heads_it(label: str) -> None:
    found = the_map(
        read(f"""
        Stage          | {label}                      | Customer does   | Touchpoint | Feeling
        Signing up     | Tariff, term and bank details | Types her data | Tablet     | Keen
        The first week | From the plan to week four    | Sets it up     | App        | Sore
        Living with it | Two evenings of every week    | Trains         | Floor      | Strong
        """)
    )
    assert given(found.stages[1].fields, "step_definition") == ("From the plan to week four",)


def test_a_text_beside_the_stages_is_no_definition_where_nothing_else_says_what_they_do() -> None:
    found = the_map(
        read("""
        Stage          | Zum Geleit                    | Touchpoint | Feeling | Pain point
        Signing up     | Types in her bank details     | Tablet     | Keen    | Slow
        The first week | Sets up the app and the watch | App        | Sore    | Bugs
        """)
    )
    assert given(found.stages[1].fields, "step_definition") == ()


def test_what_they_do_behind_the_content_is_the_use_of_it() -> None:
    found = the_map(
        read(
            """
        Stage      | Compare        | Buy          | Use
        Activity   | Reads offers   | Signs        | Logs in
        Touchpoint | Website        | Shop         | App
        Content    | Price list     | Contract     | Guide
        They do    | Lay it beside  | File it      | Print it
        Feeling    | Unsure         | Tense        | Calm
        """.replace("They do", "How they use it")
        )
    )
    assert given(found.stages[0].fields, "content") == ("Price list", "Lay it beside")
    assert given(found.stages[0].fields, "activity") == ("Reads offers",)
