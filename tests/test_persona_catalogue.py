"""A catalogue of personas is told by its title and its heading, whatever stands beside the names."""

from __future__ import annotations

from drawing import grid, vocabulary

from cxaudit.reading import read_grid

ANGLERS = """
Persona catalogue
ID  | Persona       | Seen at       | Comes for
1   | Sunday angler | River, kiosk  | Fresh bait and a permit for one day
2   | Match angler  | Web shop      | Rods by model number and in a hurry
3   | Parent        | Kiosk         | A first rod that a child can hold
"""
TALKS = """
Persona talks
ID  | Persona       | Slot     | Room
1   | Sunday angler | 3 March  | Somebody of the shop who has time
2   | Match angler  | 4 March  | Nobody yet as far as we can see
3   | Parent        | 12 March | The trainee and later somebody else
"""


def test_a_catalogue_names_its_personas_though_no_other_heading_is_known() -> None:
    read = read_grid(grid(ANGLERS, "Sheet1"), vocabulary())
    assert read.kind == "persona"
    assert [p.name.text for t in read.tables for p in t.personas] == ["Sunday angler", "Match angler", "Parent"]


def test_a_diary_of_talks_with_personas_is_no_catalogue() -> None:
    assert read_grid(grid(TALKS, "Sheet1"), vocabulary()).kind == "other"
