"""How far a sheet part reaches: told from its beginning and end where nothing between lies further out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.grid import address
from cxaudit.intake import sheetextent
from cxaudit.intake.sheetextent import extent

CELLS = st.lists(
    st.tuples(st.integers(1, 1_200_000), st.integers(1, 17_000), st.sampled_from(["filled", "empty"])), max_size=40
)


def part(cells: list[tuple[int, int, str]]) -> bytes:
    """The cells as the XML of a sheet, each in a row of its own."""
    rows = []
    for row, column, kind in cells:
        inner = (
            f'<c r="{address(row, column)}"><v>1</v></c>' if kind == "filled" else f'<c r="{address(row, column)}"/>'
        )
        rows.append(f'<row r="{row}">{inner}</row>')
    return ("<sheetData>" + "".join(rows) + "</sheetData>").encode()


@pytest.mark.parametrize("written", [True, False])
@given(cells=CELLS)
def test_the_last_filled_row_and_column_are_found_wherever_they_stand(
    written: bool, cells: list[tuple[int, int, str]]
) -> None:
    filled = [(row, column) for row, column, kind in cells if kind == "filled"]
    last = max((row for row, _ in filled), default=0), max((column for _, column in filled), default=0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheetextent, "_SAMPLE", 64)
        assert extent(part(cells), written) == last
