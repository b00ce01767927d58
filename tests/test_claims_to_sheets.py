"""What a layout lays claim to before it looks for its tables."""

from __future__ import annotations

from cxaudit.grid import Grid
from cxaudit.tables.wholesheet import claim_to_sheet

ROWS = (("Our journey", ""), ("", ""), *((f"Step {n}", "Shop") for n in range(60)))


def claimed(rows: int) -> list[tuple[int, int]]:
    (claim,) = claim_to_sheet(Grid("client.xlsx", "Map", ROWS[:rows]), "persona", list, cells=1)
    return [(area.top, area.bottom) for area in claim.ground]


def test_lone_cells_of_a_large_table_are_titles_and_no_ground_to_look_through() -> None:
    assert claimed(62) == [(3, 62)]


def test_in_a_small_table_lone_cells_may_be_what_is_looked_for() -> None:
    assert claimed(20) == [(1, 1), (3, 20)]
