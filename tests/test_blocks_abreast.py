"""Stage blocks that stand side by side: one map where they go on from one another, several where they begin anew."""

from __future__ import annotations

from drawing import read

COUNTED = """
The tenants' journey

1. Noticing          |                 | | 2. Comparing         |
Touchpoints          | Poster          | | Touchpoints          | Website
Feelings             | Curious         | | Feelings             | Unsure

3. Signing           |                 | | 4. Moving in         |
Touchpoints          | Lease           | | Touchpoints          | Caretaker
Feelings             | Solemn          | | Feelings             | Tired

5. Living there      |                 | |                      |
Touchpoints          | Newsletter      | |                      |
Feelings             | At home         | |                      |
"""
UNCOUNTED = """
The tenants' journey

Awareness            |                 | | Comparing            |
Touchpoints          | Poster          | | Touchpoints          | Website
Feelings             | Curious         | | Feelings             | Unsure

Signing the contract |                 | | Moving in            |
Touchpoints          | Lease           | | Touchpoints          | Caretaker
Feelings             | Solemn          | | Feelings             | Tired

Everyday use         |                 | | Recommending us      |
Touchpoints          | Newsletter      | | Touchpoints          | Neighbour
Feelings             | At home         | | Feelings             | Proud
"""
TWO = """
Journeys of two tenants

1. Noticing          |                 | | 1. Hearing of us     |
Touchpoints          | Poster          | | Touchpoints          | Website
Feelings             | Curious         | | Feelings             | Unsure

2. Signing           |                 | | 2. Taking the flat   |
Touchpoints          | Lease           | | Touchpoints          | Caretaker
Feelings             | Solemn          | | Feelings             | Tired
"""


NAMES = ["Awareness", "Comparing", "Signing the contract", "Moving in", "Everyday use", "Recommending us"]


def stages(drawing: str) -> list[list[str]]:
    return [[s.name.text for s in journey.stages] for table in read(drawing).tables for journey in table.maps]


def test_blocks_two_abreast_that_count_on_to_the_right_are_one_map() -> None:
    assert stages(COUNTED) == [["1. Noticing", "2. Comparing", "3. Signing", "4. Moving in", "5. Living there"]]


def test_blocks_that_count_down_one_side_and_then_the_other_are_one_map_in_that_order() -> None:
    down = COUNTED.replace("2. Comparing", "4. Comparing").replace("4. Moving", "5. Moving")
    down = down.replace("3. Signing", "2. Signing").replace("5. Living", "3. Living")
    assert stages(down) == [["1. Noticing", "2. Signing", "3. Living there", "4. Comparing", "5. Moving in"]]


def test_blocks_without_numbers_are_one_map_where_their_phases_go_on() -> None:
    assert stages(UNCOUNTED) == [NAMES]


def test_blocks_side_by_side_that_each_begin_anew_are_two_maps() -> None:
    assert stages(TWO) == [["1. Noticing", "2. Signing"], ["1. Hearing of us", "2. Taking the flat"]]
