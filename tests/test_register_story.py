"""One finding through its life: new, planned, mended, back again; and what people typed beside it."""

from __future__ import annotations

import datetime
from pathlib import Path

from click.testing import CliRunner, Result
from openpyxl import Workbook, load_workbook
from registers import register, type_in

from cxaudit.cli.main import cxaudit

KEY = "TO02: Joining the library › Joining › Counter"
HEADS = ("Stage", "Activity", "Touchpoint", "Owner", "Emotion")
ROWS = (
    ("Hearing of it", "I see a poster", "Poster", "Communications", "Curious"),
    ("Joining", "I fill in a form", "Web form", "Digital team", "Patient"),
    ("Joining", "I show my passport", "Counter", "", "Bored"),
    ("Borrowing", "I take a book home", "Shelf", "Branch head", "Glad"),
)


def _client_map(folder: Path, owner: str) -> Path:
    """The client's map; `owner` is who answers for the counter."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Map"
    sheet.append(("Joining the library",))
    sheet.append(())
    for row in (HEADS, *ROWS):
        sheet.append((*row[:3], owner if row[2] == "Counter" else row[3], row[4]))
    file = folder / "client map.xlsx"
    book.save(file)
    return file


def _audit(client: Path, scorecard: Path, day: str, *more: str) -> Result:
    words = ["audit", str(client), "--as-of", day, "-o", str(scorecard), "-q", *more]
    result = CliRunner().invoke(cxaudit, words)
    assert result.exit_code == 0, result.output
    return result


def test_a_finding_is_followed_from_new_to_planned_to_mended_and_back(tmp_path: Path) -> None:
    scorecard = tmp_path / "scorecard.xlsx"
    _audit(_client_map(tmp_path, ""), scorecard, "2026-01-10")
    first = register(scorecard)
    assert (first[KEY]["State"], first[KEY]["Status"], first[KEY]["First seen"]) == ("new", "open", "2026-01-10")
    typed = {
        "Owner": "Ada Byron",
        "Due": datetime.date(2026, 3, 1),
        "Status": "planned",
        "Decision": "=move the counter to the digital team",
        "Our ticket": 4711,
    }
    type_in(scorecard, KEY, typed)

    _audit(_client_map(tmp_path, ""), scorecard, "2026-02-10")
    second = register(scorecard)[KEY]
    assert second["State"] == "still open"
    assert {name: second[name] for name in typed} == typed

    type_in(scorecard, KEY, {"Status": "done"})
    _audit(_client_map(tmp_path, ""), scorecard, "2026-02-20")
    assert "still finds it" in str(register(scorecard)[KEY]["Remark of the audit"])

    _audit(_client_map(tmp_path, "Front desk lead"), scorecard, "2026-04-10")
    third = register(scorecard)[KEY]
    assert (third["State"], third["Owner"], third["Our ticket"]) == ("mended", "Ada Byron", 4711)

    _audit(_client_map(tmp_path, "TBD"), scorecard, "2026-07-10")
    fourth = register(scorecard)[KEY]
    assert (fourth["State"], fourth["First seen"], fourth["Last seen"]) == ("back again", "2026-01-10", "2026-07-10")
    assert {name: fourth[name] for name in typed if name != "Status"} == {
        name: value for name, value in typed.items() if name != "Status"
    }

    _audit(_client_map(tmp_path, "TBD"), scorecard, "2026-08-10")
    assert register(scorecard)[KEY]["State"] == "still open"


def test_a_finding_whose_workbook_was_not_given_is_not_called_mended(tmp_path: Path) -> None:
    scorecard, other = tmp_path / "scorecard.xlsx", tmp_path / "other"
    other.mkdir()
    _audit(_client_map(tmp_path, ""), scorecard, "2026-01-10")
    renamed = _client_map(other, "Front desk lead").rename(other / "another map.xlsx")
    _audit(renamed, scorecard, "2026-02-10")
    row = register(scorecard)[KEY]
    assert row["State"] == "not judged"
    assert "not part of this audit" in str(row["Remark of the audit"])


def test_previous_names_the_register_that_goes_on_and_leaves_that_file_alone(tmp_path: Path) -> None:
    january, february = tmp_path / "january.xlsx", tmp_path / "february.xlsx"
    client = _client_map(tmp_path, "")
    _audit(client, january, "2026-01-10")
    type_in(january, KEY, {"Owner": "Ada Byron"})
    before = january.read_bytes()
    _audit(client, february, "2026-02-10", "--previous", str(january))
    assert register(february)[KEY]["Owner"] == "Ada Byron"
    assert january.read_bytes() == before


def test_a_scorecard_is_not_replaced_while_another_one_is_carried_over(tmp_path: Path) -> None:
    january, february = tmp_path / "january.xlsx", tmp_path / "february.xlsx"
    client = _client_map(tmp_path, "")
    _audit(client, january, "2026-01-10")
    _audit(client, february, "2026-02-10")
    before = february.read_bytes()
    words = ["audit", str(client), "-o", str(february), "--previous", str(january), "-q"]
    refused = CliRunner().invoke(cxaudit, words)
    assert (refused.exit_code, february.read_bytes()) == (2, before)
    assert "would be lost" in refused.stderr


def test_a_workbook_that_is_no_scorecard_is_replaced_only_with_force(tmp_path: Path) -> None:
    client, mine = _client_map(tmp_path, ""), tmp_path / "mine.xlsx"
    book = Workbook()
    book.active["A1"] = "my notes"
    book.save(mine)
    before = mine.read_bytes()
    refused = CliRunner().invoke(cxaudit, ["audit", str(client), "-o", str(mine), "-q"])
    assert (refused.exit_code, mine.read_bytes()) == (2, before)
    assert "--force" in refused.stderr
    _audit(client, mine, "2026-01-10", "--force")
    assert KEY in register(mine)


def test_the_same_audit_on_the_same_day_leaves_the_register_as_it_was(tmp_path: Path) -> None:
    """Even where the scorecard stands in the folder that is audited."""
    scorecard = tmp_path / "scorecard.xlsx"
    _client_map(tmp_path, "")
    _audit(tmp_path, scorecard, "2026-01-10")
    first = register(scorecard)
    _audit(tmp_path, scorecard, "2026-01-10")
    assert register(scorecard) == first


def test_people_may_sort_rename_and_move_things_around_the_register(tmp_path: Path) -> None:
    scorecard = tmp_path / "scorecard.xlsx"
    client = _client_map(tmp_path, "")
    _audit(client, scorecard, "2026-01-10")
    type_in(scorecard, KEY, {"Owner": "Ada Byron", "Ticket": "A-1"})
    book = load_workbook(scorecard)
    sheet = book["Register"]
    sheet.title = "Actions"
    sheet.insert_rows(1, 2)
    book.move_sheet(sheet, -4)
    book.create_sheet("My sums")["B2"] = "=COUNTA(Actions!A:A)"
    book.save(scorecard)
    _audit(client, scorecard, "2026-02-10")
    row = register(scorecard)[KEY]
    assert (row["State"], row["Owner"], row["Ticket"]) == ("still open", "Ada Byron", "A-1")
    assert load_workbook(scorecard)["My sums"]["B2"].value == "=COUNTA(Actions!A:A)"


def test_a_formula_that_a_person_typed_is_kept_as_what_it_showed_or_says(tmp_path: Path) -> None:
    scorecard = tmp_path / "scorecard.xlsx"
    client = _client_map(tmp_path, "")
    _audit(client, scorecard, "2026-01-10")
    type_in(scorecard, KEY, {"Owner": "Ada Byron", "Days left": 12})
    book = load_workbook(scorecard)
    sums = book["Register"].cell(6, book["Register"].max_column + 1)
    sums.value = "=2+2"
    book.save(scorecard)
    _audit(client, scorecard, "2026-02-10")
    row = register(scorecard)[KEY]
    assert (row["Owner"], row["Days left"]) == ("Ada Byron", 12)
    assert [row["Column"] for row in register(scorecard).values() if row["Column"]] == ["=2+2"]
    kinds = {cell.data_type for row in load_workbook(scorecard)["Register"].iter_rows() for cell in row}
    assert "f" not in kinds
