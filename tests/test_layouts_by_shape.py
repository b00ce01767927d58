"""Maps whose words nobody has listed are read by where their rows stand and what these look like."""

from __future__ import annotations

import pytest
from drawing import read, the_map

from cxaudit.grid import Area
from cxaudit.words.series import counted, counts_on

NAMES = ("Noticing a rattle", "Asking around", "Leaving the car", "Driving again")
LANES = """
Goal  | A fair price | A firm date | A good start | No trouble
Meets | Poster       | Website     | Shop         | Hotline
Mood  | Curious      | Doubtful    | Glad         | Cross
"""


def across(corner: str, names: tuple[str, ...] = NAMES, above: str = "", lanes: str = LANES) -> str:
    return f"Garage\n\n{above}{corner} | {' | '.join(names)}{lanes}"


def stages(drawing: str, merged: tuple[Area, ...] = ()) -> tuple[str, ...]:
    return tuple(stage.name.text for stage in the_map(read(drawing, merged=merged)).stages)


@pytest.mark.parametrize("corner", ["", "Chapter", "Act", "Part", "Section", "Chunk of the road", "Where we are"])
def test_the_top_row_names_the_stages_whatever_its_corner_says(corner: str) -> None:
    assert stages(across(corner)) == NAMES


@pytest.mark.parametrize("count", ["1. {}", "{} ", "A) {}", "(I) {}", "🚗 {}"])
def test_numbers_letters_and_icons_before_the_names_are_looked_through(count: str) -> None:
    names = tuple(count.format(name).strip() for name in NAMES)
    assert stages(across("", names)) == names


def test_the_row_of_activities_is_no_row_of_stages_though_its_words_tell_phases() -> None:
    lanes = "\nWhat it is | aa bb | cc dd | ee ff | gg hh\nActivity | Sees an ad | Compares | Buys | Uses it" + LANES
    assert stages(across("Phase of the journey", lanes=lanes)) == NAMES


def test_remarks_above_a_map_are_not_part_of_it() -> None:
    assert stages(across("", above="Driver | Ada\nKnown from | 12 interviews\nSeen to | 3 May 2026\n")) == NAMES


@pytest.mark.parametrize("merged", [(), (Area(3, 2, 3, 3),)])
def test_before_during_and_after_group_the_stages_below_them(merged: tuple[Area, ...]) -> None:
    assert stages(across("Leg of the road", above=" | Before | | During | After\n"), merged) == NAMES


@pytest.mark.parametrize("between", ["", "\n", "\n\n\n"])
def test_a_second_map_below_the_first_has_the_title_in_its_corner(between: str) -> None:
    second = """Journey two: Bob, a guest | Sees an ad | Compares | Books
Goal | A bed | A price | A room
Meets | Poster | Web | Desk
Mood | Calm | Calm | Calm
"""
    reading = read(across("Journey one: Ada, a driver") + between + second)
    maps = [journey for table in reading.tables for journey in table.maps]
    assert [(m.title.text, len(m.stages)) for m in maps] == [
        ("Journey one: Ada, a driver", 4),
        ("Journey two: Bob, a guest", 3),
    ]


def test_lanes_that_nobody_knows_are_a_map_under_names_of_stages_and_a_title() -> None:
    lanes = "\nBlorps | aa | bb | cc | dd\nZings | ee | ff | gg | hh\nQuibbles | ii | jj | kk | ll"
    drawing = across("", ("1 Hearing of us", "2 Comparing", "3 Booking", "4 Coming back"), lanes=lanes)
    assert len(the_map(read(drawing.replace("Garage", "Customer journey"))).stages) == 4


BLOCK = """
{}
In short | it happens
Wish     | Be safe
Meets    | Poster
Mood     | Curious
"""


@pytest.mark.parametrize(
    "heads",
    [
        ("A. The knee hurts", "B. Choosing a clinic", "C. Going home"),
        ("I. Rattle", "II. Ringing", "III. Driving"),
        ("Act 1 - Rattle", "Act 2 - Ringing", "Act 3 - Driving"),
        ("Rattle", "Choosing a clinic", "Buying it", "Ringing", "Using it", "Third thing"),
    ],
)
def test_headings_are_stages_where_the_same_labels_follow_each(heads: tuple[str, ...]) -> None:
    drawing = "Garage\n" + "".join(BLOCK.format(head) for head in heads)
    assert len(the_map(read(drawing)).stages) == len(heads)


@pytest.mark.parametrize("label", ["Chapter", "Leg of it"])
def test_stages_named_beside_a_label_that_begins_each_block(label: str) -> None:
    drawing = "Garage journey\n" + "".join(BLOCK.format(f"{label} | {n}. {name}") for n, name in enumerate(NAMES, 1))
    assert stages(drawing) == tuple(f"{n}. {name}" for n, name in enumerate(NAMES, 1))


def test_texts_that_count_on() -> None:
    assert all(map(counts_on, (("1. a", "2. b", "3. c"), ("A) x", "B) y"), ("Act 1: x", "Act 2: y"))))
    assert not counts_on(("IV a", "V b"))
    assert not counts_on(("Week 1: a", "Months 3: b"))
    assert counted(("Intro", "A. one", "Middle", "B. two", "C. three")) == [1, 3, 4]
