"""Maps with stages down whose stages' column is not called so: told by its place and by how its values stand."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map

from cxaudit.grid import Area
from cxaudit.model import Stage

ROWS = """
We hear about it        | Sees the van in the street        | Van, neighbour  | curious | Marketing
We say yes              | Signs the offer                   | Offer           | nervous | Sales
Living with it          | Looks at the app every evening    | App             | proud   | Digital team
We tell the neighbours  | Shows the roof                    | Open evening    | proud   | Marketing
"""
LANES = "They do | Touchpoints | Feeling | Owner"
PHASES = [("awareness",), ("purchase",), ("use",), ("advocacy",)]


def phases(drawing: str, merged: tuple[Area, ...] = ()) -> list[tuple[str, ...]]:
    return [stage.phases for stage in the_map(read(drawing, "Our roof", merged)).stages]


def stages(drawing: str, merged: tuple[Area, ...] = ()) -> dict[str, Stage]:
    return {stage.name.text: stage for stage in the_map(read(drawing, "Line buyers", merged)).stages}


@pytest.mark.parametrize(
    "heading", ["Act", "Section", "Where we are", "Moment", "Period", "Round", "Area", "Customer", ""]
)
def test_the_first_column_names_the_stages_whatever_its_heading(heading: str) -> None:
    assert phases(f"{heading} | {LANES}{ROWS.rstrip()}") == PHASES


def test_a_number_may_stand_before_the_stages_and_the_table_anywhere() -> None:
    rows = "\n".join(f" | | {n} | {line}" for n, line in enumerate(ROWS.strip().split("\n"), start=1))
    assert phases(f"\n\n | Our roof\n\n\n\n | | No. | Scene | {LANES}\n{rows}") == PHASES


@pytest.mark.parametrize("merged", [(Area(3, 1, 4, 1), Area(3, 2, 3, 4)), ()])
def test_a_head_of_two_rows_may_name_the_stages_in_its_first(merged: tuple[Area, ...]) -> None:
    assert phases(f"Our roof\n\nSection | Customer | | | Company\n | {LANES}{ROWS.rstrip()}", merged) == PHASES


STEPS = """
Section     | Step            | Action                   | Interface        | In charge
Need arises | Line stands still | Counts the stops       | Trade fair stand | Marketing
            | Talk to others  | Asks a colleague         | Colleague        |
Ordering    | Negotiate       | Compares three offers    | Offer            | Sales
            | Sign            | Signs the order          | Contract         |
"""


def test_left_of_the_steps_the_column_that_groups_them_names_the_stages() -> None:
    found = stages(STEPS)
    assert {name: [step.name.text for step in stage.steps] for name, stage in found.items()} == {
        "Need arises": ["Line stands still", "Talk to others"],
        "Ordering": ["Negotiate", "Sign"],
    }


def test_a_column_filled_only_where_stages_begin_is_said_of_the_whole_stage() -> None:
    found = stages(STEPS)
    assert {name: given(stage.fields, "owner") for name, stage in found.items()} == {
        "Need arises": ("Marketing",),
        "Ordering": ("Sales",),
    }


def test_rows_that_add_a_touchpoint_to_a_step_are_part_of_it() -> None:
    found = stages(
        """
        Stage    | Step    | Action          | Touchpoint | Feeling
        Deciding | Compare | Reads offers    | Website    | unsure
                 |         |                 | Brochure   |
                 | Sign    | Signs the offer | Offer      | nervous
        Use      | Look    | Opens the app   | App        | proud
        """
    )
    told = [(step.name.text, given(step.fields, "touchpoint")) for step in found["Deciding"].steps]
    assert told == [("Compare", ("Website", "Brochure")), ("Sign", ("Offer",))]


def test_a_list_of_kinds_of_moment_is_no_map() -> None:
    reading = read(
        """
        Kind             | Definition                | Response
        First impression | Initial brand interaction | Reduce friction
        Aha moment       | Sees the value            | Celebrate
        Habit            | Uses it regularly         | Advanced features
        Delight          | Exceeds expectations      | Make repeatable
        """
    )
    assert [table.maps for table in reading.tables] == []


def test_beside_a_definition_what_happens_is_what_customers_do() -> None:
    found = stages(
        """
        Leg of the road | Meaning                   | What happens            | Contacts     | Feeling
        Dreaming        | Something new in the air  | Looks after every model | Car magazine | longing
        Signing         | Offer and contract        | Signs the contract      | Sales desk   | tense
        """
    )
    assert given(found["Signing"].fields, "activity") == ("Signs the contract",)


def test_persons_and_dates_behind_the_improvements_are_theirs() -> None:
    found = stages(
        """
        Stage     | Touchpoint | Feeling | Department | Improvement     | Who      | Until
        Awareness | Poster     | curious | Marketing  | Larger letters  | Ida Holm | 31 January 2027
        Purchase  | Counter    | tense   | Box office | Show the fee    | Per Dahl | 15 December 2026
        """
    )
    fields = found["Purchase"].fields
    assert [given(fields, name) for name in ("owner", "other.action_owner", "other.due")] == [
        ("Box office",),
        ("Per Dahl",),
        ("15 December 2026",),
    ]
