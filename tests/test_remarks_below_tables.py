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


LANES = {"Stage": "stage", "Actions": "activity", "Feelings": "emotion", "Pain points": "pain_point"}


def lanes_below(rows: str) -> dict[str, str]:
    """The lanes that are shown of a sheet besides those of its table."""
    tables = read(f"{TABLE}{rows}", "Customer journey").tables
    found = {lane.label: lane.field for table in tables for lane in table.lanes}
    return {label: field for label, field in found.items() if label not in LANES}


def test_a_label_alone_below_a_table_is_read_over_the_pairs_that_it_names() -> None:
    rows = "Moments of truth\nThe first parcel | Opened at the kitchen table\nThe first bill | Read twice"
    assert stages(f"{TABLE}{rows}") == ["Discover", "Compare", "Buy"]
    assert lanes_below(rows) == {"Moments of truth": "moment"}


def test_a_label_alone_under_an_empty_row_is_read_as_well() -> None:
    assert lanes_below("\nCritical moment\nThe parcel comes in two days") == {"Critical moment": "moment"}


def test_a_label_of_several_words_sums_up_though_one_of_them_may_name_a_phase() -> None:
    rows = "Design recommendations | Show the price before the basket"
    assert stages(f"{TABLE}{rows}") == ["Discover", "Compare", "Buy"]
    assert lanes_below(rows) == {"Design recommendations": "opportunity"}
    assert stages(f"{TABLE}Recommendation | Tells a neighbour") == ["Discover", "Compare", "Buy", "Recommendation"]


def test_remarks_under_their_own_label_are_no_stage() -> None:
    assert stages(f"{TABLE}Key insights | Nobody reads the second page") == ["Discover", "Compare", "Buy"]


def test_the_title_of_a_further_table_is_no_lane_of_the_map() -> None:
    further = "\nMoments of truth\nNo | Seen by | Where\n1 | Anna | Shop\n2 | Ben | Shop"
    assert "Moments of truth" in lanes_below(further)
    listed = "\nOpportunities\nOpportunity | Owner | Effort\nShorter queue | Shop team | Low"
    assert "Opportunities" not in lanes_below(listed)
