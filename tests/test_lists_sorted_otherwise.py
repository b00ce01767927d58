"""A list that begins with something else and names stages out of their order is no map of its own."""

from __future__ import annotations

from drawing import read, the_map

MOMENTS = """
Critical moments of the journey

Moment | Stage | Evidence | Action
Delight | 3. Trial | Talks | Keep the letter
Trust breaker | 4. Order | Calls | Show the price
Drop-off | 2. Compare | Figures | Shorten the form
Aha | 5. Use | Talks | Show the saving
"""

IN_ORDER = """
Critical moments of the journey

Moment | Stage | Evidence | Action
Drop-off | 2. Compare | Figures | Shorten the form
Delight | 3. Trial | Talks | Keep the letter
Trust breaker | 4. Order | Calls | Show the price
Aha | 5. Use | Talks | Show the saving
"""

OF_TWO = """
Journey of two guests

Guest | Stage | Action | Emotion
Ada | 1. Looks | Reads | Curious
Ada | 2. Books | Pays | Glad
Ada | 3. Stays | Sleeps | Calm
Ben | 1. Looks | Asks | Torn
Ben | 2. Books | Calls | Glad
Ben | 3. Stays | Swims | Calm
"""


def test_moments_sorted_by_something_else_than_stages_are_no_map() -> None:
    found = read(MOMENTS, "Moments")
    assert found.kind == "other"
    assert {lane.field for table in found.tables for lane in table.lanes} >= {"moment", "evidence"}
    assert all(journey.inventory for table in found.tables for journey in table.maps)


def test_the_same_in_the_order_of_the_stages_may_be_one() -> None:
    assert not the_map(read(IN_ORDER, "Moments")).inventory


def test_stages_that_count_anew_for_each_persona_are_in_order() -> None:
    assert not the_map(read(OF_TWO, "Journey")).inventory
