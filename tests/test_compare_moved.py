"""Findings of real workbooks that were moved about, renamed and taken apart are told for what became of them."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_builders import AS_OF, LOAN, run
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

SAMPLES = Path(__file__).parents[1] / "sample_workbooks"
AGREED = {"Status": "accepted risk", "Reason": "Small", "Approved by": "Ada", "Expires": datetime.date(2028, 1, 1)}
Edit = Callable[[Workbook], None]


def compared(folder: Path, sample: str, edit: Edit) -> dict:
    """The comparison of a sample with itself after an edit."""
    cards = []
    for name, change in (("old", lambda _: None), ("new", edit)):
        home = folder / name
        home.mkdir()
        book = load_workbook(SAMPLES / sample)
        change(book)
        book.save(home / sample)
        cards.append(folder / f"{name}.json")
        result = run("audit", home, *AS_OF, "-q", "-o", cards[-1])
        assert result.exit_code == 0, result.stderr
    return json.loads(run("compare", *cards, "--format", "json").stdout)


def rows_above(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet.insert_rows(1, 3)
        for merged in sheet.merged_cells.ranges:
            merged.shift(0, 3)


def sheets_renamed(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet.title = f"{sheet.title[:20]} 2027"


def replaced(before: str, after: str) -> Edit:
    """Every cell that says one thing says another one."""

    def edit(book: Workbook) -> None:
        for sheet in book.worksheets:
            for cell in _cells(sheet):
                if cell.value == before:
                    cell.value = after

    return edit


def _cells(sheet: Worksheet) -> list:
    return [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def counts(comparison: dict) -> Counter[str]:
    return Counter(one["change"] for one in comparison["findings"])


@pytest.mark.parametrize("edit", [rows_above, sheets_renamed], ids=["rows above", "sheets renamed"])
@pytest.mark.parametrize("sample", ["hotel_group.xlsx", "furniture_retailer.xlsx", "saas_vendor.xlsx"])
def test_what_was_only_moved_is_still_open(tmp_path: Path, sample: str, edit: Edit) -> None:
    found = compared(tmp_path, sample, edit)
    assert set(counts(found)) <= {"moved", "still_open"}
    assert counts(found)["moved"] > 10
    assert found["score_change"] == 0


def test_a_renamed_persona_keeps_its_findings(tmp_path: Path) -> None:
    found = compared(tmp_path, "furniture_retailer.xlsx", replaced("Classic Clara", "Traditional Tess"))
    assert set(counts(found)) == {"moved", "still_open"}
    renamed = [one for one in found["findings"] if one["renamed_from"]]
    assert {(one["subject"], one["renamed_from"], one["change"]) for one in renamed} == {
        ("Traditional Tess", "Classic Clara", "moved")
    }
    assert "Taken for the same under a new name: persona Classic Clara, now Traditional Tess." in found["notes"]


def test_a_persona_that_was_taken_out_is_not_mended(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Personas"]
        row = next(cell.row for cell in _cells(sheet) if cell.value == "Classic Clara")
        sheet.delete_rows(row)

    gone = [one for one in compared(tmp_path, "furniture_retailer.xlsx", edit)["findings"] if not one["after"]]
    assert {(one["subject"], one["change"], one["by"]) for one in gone} == {("Classic Clara", "taken_out", "client")}


def test_findings_of_a_sheet_that_was_taken_out_are_not_mended(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        del book["Personas"]

    found = compared(tmp_path, "furniture_retailer.xlsx", edit)
    assert "mended" not in counts(found)
    assert counts(found)["taken_out"] > 10
    assert "taken out with its map, stage, persona or sheet" in found["verdict"]


def journey(folder: Path, name: str, *changes: tuple[str, str], file: str = "loan.csv") -> Path:
    text = LOAN
    for before, after in changes:
        text = text.replace(before, after)
    home = folder / name
    home.mkdir()
    (home / file).write_text(text, encoding="utf-8")
    return home


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("journey: home loan", "journey: mortgage"), "TO02: Customer journey: mortgage › Onboarding › App"),
        (("Onboarding,", "Set-up and onboarding,"), "TO02: Customer journey: home loan › Set-up and onboarding › App"),
    ],
    ids=["map", "stage"],
)
def test_a_renamed_map_or_stage_keeps_its_findings(tmp_path: Path, change: tuple[str, str], key: str) -> None:
    old, new = journey(tmp_path, "old"), journey(tmp_path, "new", change)
    found = json.loads(run("compare", old, new, *AS_OF, "--format", "json").stdout)
    assert set(counts(found)) <= {"moved", "still_open"}
    assert key in {one["key"] for one in found["findings"]}


def test_a_stage_that_was_taken_out_takes_its_findings_with_it(tmp_path: Path) -> None:
    old = journey(tmp_path, "old")
    new = journey(tmp_path, "new", ("Onboarding,I set up payments,App,App,TBD,Unsure,\n", ""))
    found = json.loads(run("compare", old, new, *AS_OF, "--format", "json").stdout)
    assert {one["change"] for one in found["findings"] if one["rule"] == "TO02"} == {"taken_out"}


def test_a_workbook_in_the_place_of_another_one_is_not_taken_for_it(tmp_path: Path) -> None:
    old, new = journey(tmp_path, "old"), tmp_path / "new"
    new.mkdir()
    (new / "personas.csv").write_text("Persona,Goals,Needs\nAnn,To arrive,A bus\nBob,To sleep,A bed\n", "utf-8")
    found = json.loads(run("compare", old, new, *AS_OF, "--format", "json").stdout)
    assert not {one["change"] for one in found["findings"]} & {"mended", "moved", "taken_out"}
    assert not any(note.startswith("Taken for the same") for note in found["notes"])


def test_a_table_that_still_lacks_a_label_is_not_mended(tmp_path: Path) -> None:
    """Some of the labels that it lacked have come; the finding is of those that still lack."""
    head, rows = "Persona,Goals", ["Ann,To arrive", "Bob,To sleep"]
    for name, label, value in (("old", "", ""), ("new", ",Feelings", ",Calm")):
        (tmp_path / name).mkdir()
        lines = [head + label, *(row + value for row in rows)]
        (tmp_path / name / "personas.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = json.loads(run("compare", tmp_path / "old", tmp_path / "new", *AS_OF, "--format", "json").stdout)
    empathy = [(one["change"], one["key"]) for one in found["findings"] if one["rule"] == "EM01"]
    assert [change for change, _ in empathy] == ["moved"]  # the table is wider


def test_what_is_typed_follows_a_renamed_persona_into_the_next_register(tmp_path: Path) -> None:
    from registers import register, type_in

    card, home = tmp_path / "card.xlsx", tmp_path / "books"
    home.mkdir()
    book = load_workbook(SAMPLES / "furniture_retailer.xlsx")
    book.save(home / "book.xlsx")
    assert run("audit", home, *AS_OF, "-q", "-o", card).exit_code == 0
    type_in(card, "PE11: Classic Clara", {"Owner": "Ida", **AGREED})
    replaced("Classic Clara", "Traditional Tess")(book)
    book.save(home / "book.xlsx")
    assert run("audit", home, "--as-of", "2027-05-22", "-q", "-o", card).exit_code == 0
    row = register(card)["PE11: Traditional Tess"]
    assert (row["Owner"], row["State"]) == ("Ida", "still open")
    assert "PE11: Classic Clara" not in register(card)
    kept = json.loads(run("audit", home, *AS_OF, "--previous", card, "--format", "json").stdout)
    assert [(one["subject"], one["state"]) for one in kept["waivers"]] == [("Traditional Tess", "active")]


def test_a_finding_of_a_renamed_persona_is_not_new_to_the_gate(tmp_path: Path) -> None:
    book = load_workbook(SAMPLES / "furniture_retailer.xlsx")
    (tmp_path / "books").mkdir()
    book.save(tmp_path / "books" / "book.xlsx")
    audit = ("audit", tmp_path / "books", *AS_OF, "-q")
    assert run(*audit, "-o", tmp_path / "old.json").exit_code == 0
    replaced("Classic Clara", "Traditional Tess")(book)
    book.save(tmp_path / "books" / "book.xlsx")
    gate = ("--fail-on", "PE11", "--new-only", "--previous", tmp_path / "old.json")
    assert run(*audit, *gate).exit_code == 0
