"""Reading separated text: any usual separator and coding, quoted line breaks, Excel's own habits."""

from __future__ import annotations

import contextlib
import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.errors import WorkbookError
from cxaudit.intake.csvfile import read_csv, sniff_separator
from cxaudit.limits import DEFAULT_LIMITS, Limits
from cxaudit.workbook import read_workbook


def rows(text: str | bytes) -> tuple[tuple[str, ...], ...]:
    return read_csv(text.encode() if isinstance(text, str) else text, DEFAULT_LIMITS).rows


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_told_from_the_rows(separator: str) -> None:
    text = f"Stage{separator}Owner{separator}Score\nBuy{separator}Sales{separator}1\n"
    assert rows(text) == (("Stage", "Owner", "Score"), ("Buy", "Sales", "1"))


def test_separators_inside_quotes_and_prose_do_not_mislead() -> None:
    text = 'Stage;What happens;Score\nBuy;"Web; shop, phone";1,5\nUse;Calls, mails, chats;2,5\n'
    assert rows(text)[1] == ("Buy", "Web; shop, phone", "1,5")
    assert sniff_separator("Journey of Ann, draft\n\nStage\tPain\nBuy\tSlow, dear, rude\n") == "\t"
    assert sniff_separator("Stage,Channels\nBuy,Web; Phone\nUse,App; Web; Store\n") == ","


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_coding_is_read(coding: str) -> None:
    assert rows("Étape;Émotion\nAchat;déçu – €\n".encode(coding)) == (("Étape", "Émotion"), ("Achat", "déçu – €"))


def test_utf16_of_either_byte_order_is_read() -> None:
    assert rows(b"\xfe\xff" + "a,b\n1,2".encode("utf-16-be")) == (("a", "b"), ("1", "2"))
    assert rows(b"\xff\xfe" + "a,b\n1,2".encode("utf-16-le")) == (("a", "b"), ("1", "2"))


def test_a_guessed_coding_is_said() -> None:
    assert read_csv(b"\xc9tape,x\n", DEFAULT_LIMITS).notes == (
        "The text is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as CSV UTF-8.",
    )


def test_a_quoted_line_break_stays_in_its_cell() -> None:
    assert rows('Stage,Pain\r\nBuy,"Slow\r\nDear"\r\n') == (("Stage", "Pain"), ("Buy", "Slow\nDear"))


def test_empty_lines_keep_the_row_numbers() -> None:
    assert rows("Title\n\nStage,Owner\n") == (("Title",), (), ("Stage", "Owner"))


def test_the_separator_line_of_excel_is_obeyed_and_not_a_row() -> None:
    assert rows("sep=;\na;b,c\n") == (("a", "b,c"),)


def test_a_quotation_mark_never_closed_is_said() -> None:
    text = read_csv(b'Stage,Pain\nBuy,"Slow\nUse,Dear\n', DEFAULT_LIMITS)
    assert text.rows == (("Stage", "Pain"), ("Buy", "Slow\nUse,Dear"))
    assert text.notes == (
        "A quotation mark is opened and never closed, so the last cell may hold the rest of the file.",
    )


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"\x00\x01\x02" * 50)
    with pytest.raises(WorkbookError, match="not readable as text"):
        read_workbook(tmp_path / "x.csv")


def test_too_many_cells_are_refused_by_the_name_of_the_limit() -> None:
    with pytest.raises(WorkbookError, match=r"more than the 3 allowed \(limit sheet_cells\)"):
        read_csv(b"a,b\nc,d\n", Limits(sheet_cells=3))


def test_the_sheet_is_named_after_the_file_and_error_codes_are_noted(tmp_path: Path) -> None:
    (tmp_path / "Journey 2026.csv").write_text("Stage,Score\nBuy,#REF!\nUse,#1 issue\n")
    grid = read_workbook(tmp_path / "Journey 2026.csv").grids[0]
    assert grid.sheet == "Journey 2026"
    assert grid.notes == {"B2": "The cell shows the error #REF!; mend its formula."}


def test_a_very_long_cell_is_cut_and_said(tmp_path: Path) -> None:
    (tmp_path / "long.csv").write_text("a," + "x" * 40_000)
    grid = read_workbook(tmp_path / "long.csv").grids[0]
    assert len(grid.text(1, 2)) == 32_767
    assert grid.notes["B1"].startswith("The text is longer than 32,767 characters")


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=2)))
def test_what_is_written_with_quotes_is_read_back(table: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(table)
    if any("\u00ad" in cell or "\ufeff" in cell for row in table for cell in row):
        return
    assert rows(out.getvalue()) == tuple(tuple(cell for cell in row) for row in table)


@given(st.binary(max_size=400))
def test_no_bytes_do_more_than_be_refused(data: bytes) -> None:
    with contextlib.suppress(WorkbookError):
        assert all(row == () or row[-1] for row in read_csv(data, DEFAULT_LIMITS).rows)
