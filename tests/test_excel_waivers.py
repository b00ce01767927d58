"""Waivers and cross-checks have sheets of their own in the Excel scorecard, where there is any."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from cli_builders import AS_OF, LOAN, run
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

DAYS = {"active": "2028-01-01", "soon to expire": "2026-12-01", "expired": "2026-11-01"}
WAIVER = "  - {{rule: {rule}, kind: {kind}, reason: '=1+1', approved_by: Ada, granted: 2026-01-01, expires: {day}}}\n"
PERSONAS = "Persona,Goals\nAnn,To arrive\nBob,To sleep\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme with three waivers in effect or over, one unused, and a persona that no map names."""
    home = tmp_path_factory.mktemp("home")
    (home / "loan.csv").write_text(LOAN, encoding="utf-8")
    (home / "personas.csv").write_text(PERSONAS, encoding="utf-8")
    lines = [
        WAIVER.format(rule=rule, kind="met-elsewhere", day=day)
        for rule, day in zip(("TO02", "TO06", "TO07"), DAYS.values(), strict=True)
    ]
    unused = "  - {rule: TO02, subject: Nothing, kind: disputed, reason: r, approved_by: b, expires: 2028-01-01}\n"
    (home / "cxaudit.yaml").write_text(f"schema: cxaudit-engagement/1\nwaivers:\n{''.join(lines)}{unused}", "utf-8")
    return home


@pytest.fixture(scope="module")
def card(home: Path) -> Path:
    target = home.parent / "card.xlsx"
    assert run("audit", home, *AS_OF, "-q", "-o", target).exit_code == 0
    return target


def rows(sheet: Worksheet, header: int) -> list[dict[str, object]]:
    titles = [cell.value for cell in sheet[header]]
    return [dict(zip(titles, row, strict=True)) for row in sheet.iter_rows(min_row=header + 1, values_only=True)]


def test_the_tally_and_each_waiver_stand_on_their_sheet(card: Path) -> None:
    sheet = load_workbook(card)["Waivers"]
    assert sheet["A5"].value == "1 active, 1 soon to expire, 1 expired, 1 unused"
    found = {(row["Rule"], row["State"]): row for row in rows(sheet, 7)}
    assert set(found) == {("TO02", "active"), ("TO06", "soon to expire"), ("TO07", "expired"), ("TO02", "unused")}
    active = found["TO02", "active"]
    assert (active["Kind"], active["Subject"], active["Approved by"]) == ("met elsewhere", "the whole rule", "Ada")
    assert active["Expires"] == datetime.datetime(2028, 1, 1)
    assert active["What the rule asks"] == "Every touchpoint names its owner"
    assert "count again" in str(found["TO07", "expired"]["What it does now"])
    assert {cell.data_type for row in sheet.iter_rows(min_row=8) for cell in row} <= {"s", "n", "d"}  # no formula


def test_what_the_sheets_do_not_agree_on_stands_on_its_sheet(card: Path) -> None:
    sheet = load_workbook(card)["Between the sheets"]
    found = rows(sheet, 5)
    assert found
    assert all(row["What does not agree"] and row["How to mend it"] and row["Cell"] for row in found)
    linked = [cell for row in sheet.iter_rows(min_row=6) for cell in row if cell.hyperlink]
    assert len(linked) == len(found)


def test_the_first_page_points_to_both(card: Path) -> None:
    told = {str(cell.value) for row in load_workbook(card)["Scorecard"].iter_rows() for cell in row if cell.value}
    assert any(
        text.endswith("1 active, 1 soon to expire, 1 expired, 1 unused; see the sheet Waivers.") for text in told
    )
    assert any(text.endswith("see the sheet Between the sheets.") for text in told)


def test_without_any_there_is_no_such_sheet(tmp_path: Path) -> None:
    (tmp_path / "loan.csv").write_text(LOAN, encoding="utf-8")
    target = tmp_path / "out" / "card.xlsx"
    target.parent.mkdir()
    assert run("audit", tmp_path / "loan.csv", *AS_OF, "-q", "-o", target).exit_code == 0
    assert "Waivers" not in load_workbook(target).sheetnames


def test_the_next_audit_does_not_take_them_for_sheets_of_the_users_own(home: Path, card: Path) -> None:
    again = card.with_name("again.xlsx")
    assert run("audit", home, *AS_OF, "-q", "-o", again, "--previous", card).exit_code == 0
    assert load_workbook(again).sheetnames == load_workbook(card).sheetnames
