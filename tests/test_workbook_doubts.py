"""Never silently wrong: odd workbooks are read rightly, and what could not be read is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxparts import (
    MAIN,
    MAP,
    STRICT,
    STRICT_DOCUMENT,
    parts_of,
    sheet_xml,
    text_cell,
    with_parts,
    with_strings,
    workbook,
    zipped,
)

from cxaudit.errors import WorkbookError
from cxaudit.grid import Area
from cxaudit.intake.errorcells import xlsb_errors
from cxaudit.workbook import WorkbookContent, read_workbook

Read = Callable[[bytes], WorkbookContent]
MAP_ROWS = (("Stage", "Owner"), ("Buy", "Sales"))


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def read(data: bytes) -> WorkbookContent:
        (tmp_path / "map.xlsx").write_bytes(data)
        return read_workbook(tmp_path / "map.xlsx")

    return read


def test_a_formula_without_a_result_is_noted_at_its_cell(read: Read) -> None:
    row = (
        '<c r="A1"><f>B1+1</f></c><c r="B1"><f>2</f><v>2</v></c><c r="C1"><f t="shared" si="0"/><v></v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1</f><v/></c>'
    )
    grid = read(workbook(sheet_xml(row))).grids[0]
    assert sorted(grid.notes) == ["A1", "C1", "E1"]
    assert grid.notes["A1"].startswith("The cell holds a formula without a stored result")
    assert grid.rows == (("", "2"),)


@pytest.mark.parametrize(
    "code", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#SPILL!", "#CALC!", "#GETTING_DATA"]
)
def test_an_error_cell_is_noted_with_its_code(read: Read, code: str) -> None:
    row = f"{text_cell('A1', 'Score')}<c t=\"e\" r=\"B1\"><f>1/0</f><v>{code}</v></c><c r='C1' t='e'><v>{code}</v></c>"
    grid = read(workbook(sheet_xml(row))).grids[0]
    note = f"The cell shows the error {code} and counts as empty; mend its formula."
    assert grid.notes == {"B1": note, "C1": note}


def test_cells_that_leave_out_their_address_are_noted_at_the_next_place(read: Read) -> None:
    row = (
        '<c t="inlineStr"><is><t>Score</t></is></c><c><f>1</f></c><c t="e"><v>#REF!</v></c>'
        '</row><row><c t="inlineStr"><is><t>Later</t></is></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    )
    notes = read(workbook(sheet_xml(row))).grids[0].notes
    assert sorted(notes) == ["B1", "B2", "C1"]
    assert notes["B1"].startswith("The cell holds a formula without a stored result")
    assert "#DIV/0!" in notes["B2"]


def test_doubts_are_found_whatever_prefix_the_xml_uses(read: Read) -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1</x:f></x:c>'
        '<x:c r="B1" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert sorted(read(workbook(xml)).grids[0].notes) == ["A1", "B1"]


def test_a_sheet_in_utf16_is_not_passed_off_as_empty(read: Read) -> None:
    content = read(zipped(parts_of({"Wide": MAP.encode("utf-16"), "Map": MAP})))
    assert [grid.rows for grid in content.grids] == [(), MAP_ROWS]
    assert content.notes == (
        "The sheet 'Wide' is stored in UTF-16, which is not read; open the workbook in Excel and save it again.",
    )


def test_repeated_sheet_names_are_said_and_not_read_twice(read: Read) -> None:
    parts = parts_of({"Map": MAP, "Other": sheet_xml(text_cell("A1", "lost"))})
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace('"Other"', '"Map"')
    content = read(zipped(parts))
    assert [grid.rows for grid in content.grids] == [MAP_ROWS]
    assert content.notes == (
        "Two sheets are named 'Map' and only the first was read; give the other one its own name.",
    )


def test_sheets_whose_names_differ_by_a_space_are_both_read(read: Read) -> None:
    content = read(zipped(parts_of({"Map": MAP, "Map ": MAP})))
    assert [grid.sheet for grid in content.grids] == ["Map", "Map"]
    assert content.notes == ()


def test_error_cells_of_a_binary_sheet_are_counted() -> None:
    row_header, text, error, formula_error = (bytes([kind, 2, 0, 0]) for kind in (0, 6, 3, 11))
    long_record = bytes([0x9C, 0x01, 0x81, 0x01]) + bytes(129)
    assert xlsb_errors(row_header + error + long_record + text + formula_error) == 2


def test_a_listed_sheet_without_its_part_is_said_and_the_others_are_read(read: Read) -> None:
    parts = parts_of({"Gone": MAP, "Map": MAP})
    del parts["xl/worksheets/sheet1.xml"]
    content = read(zipped(parts))
    assert [grid.sheet for grid in content.grids] == ["Map"]
    assert content.notes[0].startswith("The sheet 'Gone' is listed in the workbook but could not be read")


def test_a_workbook_whose_only_sheet_fails_is_refused_with_its_name(read: Read) -> None:
    with pytest.raises(WorkbookError, match="The sheet 'Map' is listed in the workbook but could not be read"):
        read(workbook(MAP.replace("<sheetData>", '<dimension ref="nonsense"/><sheetData>')))


def test_a_workbook_without_sheets_is_refused(read: Read) -> None:
    with pytest.raises(WorkbookError, match="no sheet that can be read"):
        read(zipped(parts_of({})))


def test_strict_workbooks_are_read(read: Read) -> None:
    parts = parts_of({"Map": MAP.replace(MAIN, STRICT)}, STRICT, STRICT_DOCUMENT)
    assert read(zipped(parts)).grids[0].rows == MAP_ROWS


@pytest.mark.parametrize("dimension", ["A1", "B2", "A1:XFD1048576"])
def test_a_false_dimension_changes_nothing(read: Read, dimension: str) -> None:
    sheet = MAP.replace("<sheetData>", f'<dimension ref="{dimension}"/><sheetData>')
    assert read(workbook(sheet)).grids[0].rows == MAP_ROWS


def test_rows_out_of_order_and_cells_without_addresses_keep_their_places(read: Read) -> None:
    rows = re.findall("<row.*?</row>", MAP)
    assert read(workbook(MAP.replace("".join(rows), rows[1] + rows[0]))).grids[0].rows == MAP_ROWS
    assert read(workbook(re.sub(' r="[A-Z]*[0-9]+"', "", MAP))).grids[0].rows == MAP_ROWS


def test_parts_named_in_another_case_or_from_the_root_are_found(read: Read) -> None:
    relations = str(parts_of({"Map": MAP})["xl/_rels/workbook.xml.rels"])
    absolute = relations.replace("worksheets/", "/xl/worksheets/")
    assert read(with_parts({"xl/_rels/workbook.xml.rels": absolute})).grids[0].rows == MAP_ROWS


def test_shared_strings_with_runs_and_phonetic_text_are_joined(read: Read) -> None:
    strings = f'<sst xmlns="{MAIN}"><si><r><t>Pain</t></r><r><t>points</t></r><rPh><t>x</t></rPh></si></sst>'
    assert read(with_strings(strings, '<c r="A1" t="s"><v>0</v></c>')).grids[0].rows == (("Painpoints",),)


def test_overlapping_merges_lose_no_text_and_are_said_when_impossible(read: Read) -> None:
    merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:B2"/><mergeCell ref="A2:B2"/></mergeCells>'
    content = read(workbook(MAP.replace("</worksheet>", merges + "</worksheet>")))
    assert content.grids[0].rows == MAP_ROWS
    assert content.grids[0].merged == (Area(1, 1, 2, 2),)
    assert content.notes == ("Merged ranges on the sheet 'Map' overlap; those that come last were not used.",)


def test_a_merge_over_whole_columns_reaches_as_far_as_the_data(read: Read) -> None:
    merge = '<mergeCells><mergeCell ref="B1:B1048576"/></mergeCells>'
    content = read(workbook(MAP.replace("</worksheet>", merge + "</worksheet>")))
    assert content.grids[0].merged == (Area(1, 2, 1048576, 2),)
    assert content.notes == ()
