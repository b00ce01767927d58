"""Reading one file: values, addresses, sheets and merged ranges come as the person sees them."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.errors import WorkbookError
from cxaudit.grid import Area, Grid
from cxaudit.workbook import read_workbook


def saved(path: Path, **cells: object) -> Path:
    """A workbook with one sheet named Map that holds the cells."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Map"
    for address, value in cells.items():
        sheet[address] = value
    workbook.save(path)
    return path


def converted(path: Path, suffix: str) -> Path:
    """The same workbook in another format, written by LibreOffice."""
    folder = path.parent
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", suffix[1:], "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.with_suffix(suffix)


def only_grid(path: Path) -> Grid:
    content = read_workbook(path)
    assert content.notes == ()
    assert len(content.grids) == 1
    return content.grids[0]


def reason(path: Path) -> str:
    with pytest.raises(WorkbookError) as refusal:
        read_workbook(path)
    return str(refusal.value)


def test_text_keeps_its_address_below_and_right_of_empty_cells(tmp_path: Path) -> None:
    grid = only_grid(saved(tmp_path / "map.xlsx", C3="Stage", D5="Buy"))
    assert grid.rows == ((), (), ("", "", "Stage"), (), ("", "", "", "Buy"))
    assert (grid.sheet, grid.workbook) == ("Map", (tmp_path / "map.xlsx").as_posix())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Web  ", "Web"),
        (5.0, "5"),
        (-3, "-3"),
        (0.1 + 0.2, "0.3"),
        (0.35, "0.35"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (False, "FALSE"),
        (datetime.date(2026, 2, 2), "2026-02-02"),
        (datetime.datetime(2026, 2, 2), "2026-02-02"),
        (datetime.datetime(2026, 2, 2, 9, 30), "2026-02-02 09:30"),
        (datetime.datetime(2026, 2, 2, 9, 30, 15), "2026-02-02 09:30:15"),
        (datetime.time(9, 30), "09:30"),
        (datetime.timedelta(hours=26), "26:00"),
        ("Call\r\nMail", "Call\nMail"),
        ("Call_x000D_\nMail", "Call\nMail"),
        ("Net\u00a0promoter\u200b\tscore", "Net promoter score"),
        ("\ufeffStage\u00ad", "Stage"),
        ("👩\u200d💻 agent", "👩\u200d💻 agent"),
        ("=HYPERLINK", "=HYPERLINK"),
        ("\u202etxt", "txt"),
    ],
)
def test_a_value_is_spelt_plainly(tmp_path: Path, value: object, text: str) -> None:
    path = saved(tmp_path / "map.xlsx", B2="x")
    workbook = openpyxl.load_workbook(path)
    cell = workbook["Map"]["B2"]
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    workbook.save(path)
    assert only_grid(path).text(2, 2) == text


def test_control_characters_of_a_terminal_are_dropped(tmp_path: Path) -> None:
    path = saved(tmp_path / "map.xlsx", A1="_x001B_[31mred_x0000__x001F_")
    assert only_grid(path).text(1, 1) == "[31mred"


def test_merged_ranges_are_kept_and_hold_one_text(tmp_path: Path) -> None:
    path = saved(tmp_path / "map.xlsx", B2="Awareness", D2="Use", B3="a", E3="b")
    workbook = openpyxl.load_workbook(path)
    workbook["Map"].merge_cells("B2:C2")
    workbook["Map"].merge_cells("D2:E2")
    workbook.save(path)
    grid = only_grid(path)
    assert grid.merged == (Area(2, 2, 2, 3), Area(2, 4, 2, 5))
    assert [grid.spread_text(2, column) for column in range(1, 6)] == ["", "Awareness", "Awareness", "Use", "Use"]


def test_sheets_come_in_order_with_hidden_ones_marked_and_chart_sheets_left_out(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Second & first"  # type: ignore[union-attr]
    for title, state in (("Hidden", "hidden"), ("Deep", "veryHidden"), ("Last", "visible")):
        sheet = workbook.create_sheet(title)
        sheet["A1"] = title
        sheet.sheet_state = state
    workbook.create_chartsheet("Chart", 1)
    workbook.save(tmp_path / "map.xlsx")
    grids = read_workbook(tmp_path / "map.xlsx").grids
    assert [(grid.sheet, grid.hidden) for grid in grids] == [
        ("Second & first", False),
        ("Hidden", True),
        ("Deep", True),
        ("Last", False),
    ]


def test_rows_that_are_only_formatted_take_no_room(tmp_path: Path) -> None:
    path = saved(tmp_path / "map.xlsx", A1="Stage")
    workbook = openpyxl.load_workbook(path)
    workbook["Map"]["XFD1048576"].font = openpyxl.styles.Font(bold=True)
    workbook.save(path)
    assert only_grid(path).rows == (("Stage",),)


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    workbook.active["A1"] = datetime.date(2026, 2, 2)  # type: ignore[index]
    workbook.save(tmp_path / "mac.xlsx")
    assert only_grid(tmp_path / "mac.xlsx").text(1, 1) == "2026-02-02"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice makes these files")
@pytest.mark.parametrize("suffix", [".ods", ".xls"])
def test_other_formats_read_like_xlsx(tmp_path: Path, suffix: str) -> None:
    path = saved(tmp_path / "map.xlsx", C3="Stage", D4=5, D5=datetime.date(2026, 2, 2), D6="a\nb")
    assert only_grid(converted(path, suffix)).rows == only_grid(path).rows


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice makes these files")
@pytest.mark.parametrize("suffix", [".ods", ".xls"])
def test_error_cells_of_other_formats_are_said(tmp_path: Path, suffix: str) -> None:
    path = converted(saved(tmp_path / "map.xlsx", A1="Score", A2="=1/0", A3="=A2+1", A4="=1+1"), suffix)
    assert read_workbook(path).notes == (
        "2 cells show an error such as #REF! and may have been read as empty; mend the formulas.",
    )


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice makes these files")
def test_an_xls_with_a_password_is_refused(tmp_path: Path) -> None:
    path = converted(saved(tmp_path / "map.xlsx", A1="Stage"), ".xls")
    data = bytearray(path.read_bytes())
    after_first_record = data.index(b"\x09\x08\x10\x00") + 20
    data[after_first_record : after_first_record + 2] = b"\x2f\x00"
    path.write_bytes(data)
    assert (
        reason(path)
        == "The workbook is protected by a password; open it in Excel and save a copy without one, or give --password."
    )


def test_a_workbook_under_another_workbook_name_is_read_and_said(tmp_path: Path) -> None:
    path = saved(tmp_path / "map.xlsx", A1="Stage").rename(tmp_path / "map.xls")
    content = read_workbook(path)
    assert content.grids[0].rows == (("Stage",),)
    assert content.notes == ("The file is named .xls but holds .xlsx; it was read as .xlsx.",)


def test_separated_text_under_a_workbook_name_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_text("Stage\tOwner\nBuy\tSales\nUse\tCare\n")
    content = read_workbook(path)
    assert content.grids[0].rows == (("Stage", "Owner"), ("Buy", "Sales"), ("Use", "Care"))
    assert content.notes == ("The file is named .xls but holds .csv; it was read as .csv.",)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.xlsx", b"", "The file is empty (0 bytes); get it again or leave it out."),
        ("empty.csv", b"", "The file is empty (0 bytes); get it again or leave it out."),
        ("page.xls", b"<html><body><table></table>", "web page (HTML)"),
        ("notes.xlsx", b"# Journey\n\nOur customers, when they buy, are happy.\n", "The file is plain text"),
        ("print.xlsx", b"%PDF-1.7 ...", "The file is a PDF document"),
        ("~$map.xlsx", b"\x05Maria", "The file marks that a workbook is open"),
        ("old.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00", "format of Excel before 1997"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    sentence = reason(path)
    assert said in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert reason(tmp_path / "no.xlsx") == "There is no such file; check the spelling of the path."
    assert reason(tmp_path) == "This is a folder, not a file; give the workbooks inside it."


def test_a_file_cut_off_on_the_way_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "map.xlsx", A1="Stage")
    path.write_bytes(path.read_bytes()[:2000])
    assert reason(path) == "The file is cut off or damaged; get it again, or open and save it in Excel."


def test_the_file_is_not_changed(tmp_path: Path) -> None:
    path = saved(tmp_path / "map.xlsx", A1="Stage")
    path.chmod(0o444)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    read_workbook(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
