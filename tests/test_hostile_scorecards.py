"""A scorecard that comes back from a client is a file from outside: it is opened under limits, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_containers import overlapping_bomb
from xlsxparts import MAP, sheet_xml, text_cell, with_parts, workbook

from cxaudit.errors import UsageError
from cxaudit.excel.earlier_file import read_earlier

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
    "<cp:category>cxaudit scorecard</cp:category></cp:coreProperties>"
)
CORNERS = sheet_xml(text_cell("A1", "Key") + text_cell("XFD1048576", "x"))
WIDE = sheet_xml(text_cell("A1", "Key") + text_cell("XFD70", "x"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (with_parts({"docProps/core.xml": CORE}, CORNERS), "more than the 1,000,000 allowed (limit sheet_cells)"),
        (with_parts({"docProps/core.xml": CORE}, WIDE), "more than the 1,000,000 allowed (limit sheet_cells)"),
        (with_parts({"xl/more.xml": bytes(40_000_000)}), "200 times its size (limit inflation_ratio)"),
        (with_parts({"xl/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "XML entities of its own (DOCTYPE)"),
        (overlapping_bomb(), "(limit inflated_bytes)"),
        (workbook(MAP)[:-30], "cut off or damaged"),
    ],
    ids=["two corners", "wide", "bomb", "entities", "overlapping parts", "cut off"],
)
def test_a_hostile_scorecard_is_refused_in_words_before_it_fills_the_memory(
    data: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "earlier.xlsx"
    path.write_bytes(data)
    with pytest.raises(UsageError) as refused:
        read_earlier(path)
    assert str(refused.value).startswith(f"{path}: this file could not be opened as an Excel workbook. ")
    assert said in str(refused.value)
    assert "raise the limit" not in str(refused.value)
