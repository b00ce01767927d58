"""How far a sheet part reaches: told from its beginning and end where nothing between lies further out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.addresses import address
from cxaudit.intake import sheetextent
from cxaudit.intake.sheetextent import extent, only_written

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


@given(
    parts=st.lists(
        st.sampled_from(
            ['<c r="B2"', '<c\tr="C3"', '<c r ="D4"', '<c r=\n"E5"', "><v>1</v></c>", "/>", "r", " = ", "\n"]
        )
    )
)
def test_references_that_programs_do_not_write_are_looked_for_where_there_are_such(parts: list[str]) -> None:
    content = "".join(parts).encode()
    if only_written(content):
        assert extent(content, written=True) == extent(content, written=False)


@pytest.mark.parametrize("line_break", ["", "\n", "\r\n"])
def test_a_line_break_behind_the_declaration_or_in_a_text_is_written_by_programs(line_break: str) -> None:
    content = f'<?xml version="1.0"?>{line_break}<c r="A1" t="inlineStr"><is><t>One{line_break}two</t></is></c>'
    assert only_written(content.encode())
