"""The Excel scorecard as a workbook: what its sheets hold, how they print, and that it is the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from libreoffice import needs_libreoffice, recalculated
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from registers import register, type_in
from scorecards import AS_OF, BANK, map_of, scorecard_of

from cxaudit.earlier import EarlierScorecard
from cxaudit.excel.book import write_book
from cxaudit.excel.contents import Contents
from cxaudit.excel.earlier_file import is_scorecard, read_earlier
from cxaudit.excel.links import Links, quoted_sheet, relative_url
from cxaudit.pieces.waiverinfo import WaiverInfo, WaiverState
from cxaudit.register import register_of
from cxaudit.scorecard import Scorecard

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported")

SHEETS = [
    "Scorecard",
    "Journey heat map",
    "Persona grid",
    "Findings",
    "Register",
    "What-if",
    "Rules and sources",
    "How it was read",
    "Method",
]


def _contents(scorecard: Scorecard, folder: Path = Path()) -> Contents:
    return Contents(scorecard, register_of(scorecard), folder)


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    return scorecard_of(BANK, client="Northgate & Sons")


@pytest.fixture(scope="module")
def written(scorecard: Scorecard) -> bytes:
    return write_book(_contents(scorecard))


@pytest.fixture(scope="module")
def book(written: bytes) -> Workbook:
    return load_workbook(io.BytesIO(written))


def _texts(book: Workbook, sheet: str) -> list[str]:
    return [str(cell.value) for row in book[sheet].iter_rows() for cell in row if cell.value is not None]


def test_the_sheets_stand_in_their_order(book: Workbook) -> None:
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"] == SHEETS


def test_the_same_scorecard_has_the_same_bytes(scorecard: Scorecard, written: bytes) -> None:
    assert write_book(_contents(scorecard)) == written


def test_the_first_page_tells_level_score_and_evidence(book: Workbook, scorecard: Scorecard) -> None:
    told = _texts(book, "Scorecard")
    assert scorecard.level is not None
    assert {"Northgate & Sons", f"{scorecard.level.number}  {scorecard.level.name}", scorecard.level.says} <= set(told)
    for rule in scorecard.ledger[:5]:
        assert rule.title in told
    assert len(book["Scorecard"]._charts) == 1


def test_the_first_page_prints_on_one_landscape_page_with_the_client_in_its_header(book: Workbook) -> None:
    sheet = book["Scorecard"]
    setup = sheet.page_setup
    assert (setup.orientation, setup.fitToWidth, setup.fitToHeight) == ("landscape", 1, 1)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "Northgate && Sons" in str(sheet.oddHeader.left.text)


def test_every_list_is_a_named_table_whose_headings_are_its_cells(book: Workbook) -> None:
    named = {name: sheet for sheet in book.worksheets for name in sheet.tables}
    assert set(named) == {"CxFindings", "CxRegister", "CxWhatIf", "CxRules", "CxReading"}
    for name, sheet in named.items():
        header = sheet[sheet.tables[name].ref][0]
        titles = [cell.value for cell in header]
        assert [column.name for column in sheet.tables[name].tableColumns] == titles
        assert len({str(title).casefold() for title in titles}) == len(titles)


def test_a_finding_names_its_cell_and_links_to_it(tmp_path: Path, scorecard: Scorecard) -> None:
    made = load_workbook(io.BytesIO(write_book(_contents(scorecard, tmp_path))))
    sheet = made["Findings"]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) == sum(len(rule.findings) for rule in scorecard.rules)
    assert all(link.target.endswith("example") and link.target.startswith("../") for link in links)
    assert all(re.fullmatch(r"'Example'!A\d+", link.location) for link in links)


def test_links_are_relative_urls_with_their_sheet_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative_url("maps/Q1 #2 50%.xlsx", tmp_path / "out") == "../maps/Q1%20%232%2050%25.xlsx"
    assert relative_url("map.xlsx", Path()) == "map.xlsx"
    assert quoted_sheet("Jane's map") == "'Jane''s map'"
    assert Links(tmp_path).to("map.xlsx", "S", "B2") == ("map.xlsx", "'S'!B2")
    assert Links(tmp_path).to("", "S", "B2") is None


def test_losses_of_the_rules_sheet_sum_to_what_is_lost(book: Workbook, scorecard: Scorecard) -> None:
    sheet = book["Rules and sources"]
    rows = list(sheet[sheet.tables["CxRules"].ref])
    column = [cell.value for cell in rows[0]].index("Points lost")
    lost = sum(float(row[column].value or 0) for row in rows[1:])
    assert lost == pytest.approx(100 - (scorecard.score or 0), abs=0.01)


def test_the_heat_map_tells_counts_and_sides_in_words(book: Workbook, scorecard: Scorecard) -> None:
    told = _texts(book, "Journey heat map")
    application = next(row for row in scorecard.heat_maps[0].rows if row.stage == "Application")
    owners = next(cell for cell in application.cells if cell.aspect == "owner")
    assert (owners.given, owners.asked, owners.lane) == (1, 3, True)
    assert {"1/3", "before", "after", "–"} <= set(told)
    assert "1 of 2 maps stop at the acquisition." in told


def test_the_persona_grid_counts_what_each_persona_gives(scorecard: Scorecard) -> None:
    first = scorecard.persona_grid[0]
    assert {cell.data_point for cell in first.cells if cell.given} == {"role", "goal", "satisfaction_driver"}


def test_a_scorecard_without_maps_or_personas_is_written_and_says_so() -> None:
    only = scorecard_of({"metrics": [{"name": "Customer satisfaction"}, {"name": "Retention rate"}]})
    made = load_workbook(io.BytesIO(write_book(_contents(only))))
    assert "No journey map was supplied." in _texts(made, "Journey heat map")
    assert "No persona was supplied." in _texts(made, "Persona grid")
    assert "No level" in _texts(made, "Scorecard")


def test_a_programme_without_findings_has_its_tables_all_the_same(scorecard: Scorecard) -> None:
    perfect = replace(scorecard, rules=tuple(replace(rule, findings=()) for rule in scorecard.rules))
    made = load_workbook(io.BytesIO(write_book(_contents(perfect))))
    assert made["Findings"].tables["CxFindings"].ref == "A5:R6"


def test_the_earlier_audit_stands_beside_this_one(scorecard: Scorecard, tmp_path: Path) -> None:
    file = tmp_path / "scorecard.xlsx"
    file.write_bytes(write_book(_contents(scorecard)))
    earlier = read_earlier(file)
    assert earlier.as_of == AS_OF.isoformat()
    assert earlier.pack == scorecard.rule_pack.digest
    assert earlier.score == scorecard.score
    assert earlier.dimensions == {one.id: one.score for one in scorecard.dimensions if one.score is not None}
    half_a_year_before = replace(earlier, as_of="2026-05-22")
    made = load_workbook(io.BytesIO(write_book(replace(_contents(scorecard), earlier=half_a_year_before))))
    assert "Audit of 2026-05-22" in _texts(made, "Scorecard")
    assert any("by the same rules" in text for text in _texts(made, "Method"))


def test_the_whole_scorecard_is_kept_in_the_file_for_a_later_comparison(scorecard: Scorecard, tmp_path: Path) -> None:
    file = tmp_path / "scorecard.xlsx"
    file.write_bytes(write_book(_contents(scorecard)))
    assert read_earlier(file).scorecard == scorecard
    book = load_workbook(file)
    assert book["cxaudit data"].sheet_state == "veryHidden"
    book["cxaudit data"]["A1"] = "edited"
    book.save(file)
    assert read_earlier(file).scorecard is None


def test_what_was_agreed_stands_on_the_first_page(scorecard: Scorecard) -> None:
    agreed = WaiverInfo(
        rule="GV10",
        kind="not-applicable",
        state=WaiverState.ACTIVE,
        reason="one system holds it all",
        approved_by="the CX board",
        expires=AS_OF,
    )
    told = _texts(
        load_workbook(io.BytesIO(write_book(_contents(replace(scorecard, waivers=(agreed,)))))),
        "Scorecard",
    )
    assert "Declared not applicable: GV10, because one system holds it all (the CX board, until 2026-11-22)." in told
    said = "1 active, 0 soon to expire, 0 expired, 0 unused"
    assert f"Waivers, which do not change the score: {said}; see the sheet Waivers." in told


def test_other_rules_than_those_of_the_earlier_audit_are_said(scorecard: Scorecard) -> None:
    earlier = EarlierScorecard(as_of="2025-01-01", pack="another", dimensions={"JC": 10.0})
    made = load_workbook(io.BytesIO(write_book(replace(_contents(scorecard), earlier=earlier))))
    assert any("other rules, so part of the change is theirs" in text for text in _texts(made, "Method"))


def test_a_scorecard_is_told_from_any_other_workbook(written: bytes, tmp_path: Path) -> None:
    ours, theirs, broken = tmp_path / "ours.xlsx", tmp_path / "theirs.xlsx", tmp_path / "broken.xlsx"
    ours.write_bytes(written)
    Workbook().save(theirs)
    broken.write_bytes(b"PK\x03\x04 not a workbook")
    assert [is_scorecard(file) for file in (ours, theirs, broken)] == [True, False, False]


def test_nothing_in_the_file_depends_on_the_clock(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-11-22T00:00:00Z") == 2
    assert "<cp:category>cxaudit scorecard</cp:category>" in core


def test_a_map_that_goes_on_is_not_counted_as_stopping() -> None:
    going_on = map_of("Whole", [{"name": "Purchase", "activity": "I pay"}, {"name": "Use", "activity": "I use it"}])
    made = load_workbook(io.BytesIO(write_book(_contents(scorecard_of(going_on)))))
    assert "0 of 1 map stops at the acquisition." in _texts(made, "Journey heat map")


@needs_libreoffice
def test_what_was_typed_survives_saving_in_another_program(written: bytes, tmp_path: Path) -> None:
    file = tmp_path / "scorecard.xlsx"
    file.write_bytes(written)
    key = next(iter(register(file)))
    type_in(file, key, {"Owner": "=Ada", "Client's comment": "two\nlines", "Own column": "kept"})
    (saved,) = recalculated([file], tmp_path)
    assert is_scorecard(saved)
    earlier = read_earlier(saved).register
    row = next(row for row in earlier.rows if row.key == key)
    assert (row.typed[0], row.typed[-1], row.extra) == ("=Ada", "two\nlines", ("kept",))
