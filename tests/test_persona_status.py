"""A persona's "Status" is its relation with the company, or how far it is known: what it holds tells which."""

from __future__ import annotations

import pytest
from drawing import read


@pytest.mark.parametrize(
    ("held", "field"),
    [
        (("Validated in twelve talks", "Still an assumption"), "evidence"),
        (("Member since 2019", "Lapsed"), "lifecycle"),
    ],
)
def test_a_status_is_read_by_what_it_holds(held: tuple[str, str], field: str) -> None:
    reading = read(
        "Personas\n"
        "Persona | Age | Goals | Frustrations | Status\n"
        f"Wilma | 61 | Sing on Sundays | Loud rooms | {held[0]}\n"
        f"Ruben | 34 | Meet people | Long rehearsals | {held[1]}",
        "Personas",
    )
    assert {lane.label: lane.field for table in reading.tables for lane in table.lanes}["Status"] == field


def test_the_head_of_a_list_of_facts_names_nobody() -> None:
    reading = read(
        "Persona 1: Wilma, who sings alto\n"
        "Field | Value\n"
        "Age | 61\n"
        "Goals | Sing on Sundays\n"
        "Frustrations | Loud rooms\n"
        "Role | Retired baker",
        "Personas",
    )
    (persona,) = [persona for table in reading.tables for persona in table.personas]
    assert persona.name.text == "Wilma, who sings alto"
