"""Pairs below a table, under an empty row, are said of it and are no rows of it."""

from __future__ import annotations

from drawing import read, the_map

TABLE = """
Stage    | Actions       | Feelings | Pain points
Discover | Sees a banner | Curious  | Noise
Compare  | Reads tests   | Unsure   | Jargon
Buy      | Pays by card  | Tense    | Queue
"""


def stages(drawing: str) -> list[str]:
    return [stage.name.text for stage in the_map(read(drawing, "Customer journey")).stages]


def test_a_pair_below_an_empty_row_is_no_stage() -> None:
    remarks = "Deepest drops | Paying is slow, and nobody says how long the parcel takes\nVersion | 1.0"
    assert stages(f"{TABLE}\n{remarks}") == ["Discover", "Compare", "Buy"]


def test_a_stage_of_which_little_is_said_stays_one_right_below_the_others() -> None:
    assert stages(f"{TABLE}Leave | Cancels by letter") == ["Discover", "Compare", "Buy", "Leave"]


def test_a_stage_of_which_little_is_said_stays_one_where_empty_rows_part_all_stages() -> None:
    parted = TABLE.replace("\nBuy", "\n\nBuy")
    assert stages(f"{parted}\nLeave | Cancels by letter") == ["Discover", "Compare", "Buy", "Leave"]
