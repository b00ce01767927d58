"""Corrections stay: the engagement file is written, corrected, obeyed, and complains of what no longer fits."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from cxaudit.cli.main import cxaudit
from cxaudit.engagement.doubts import Doubt
from cxaudit.engagement.file import load_engagement
from cxaudit.errors import RuleFileError

SHEET = [
    ["Stage", "Doings of the guest", "Touchpoint", "Accountable", "KPI"],
    ["Booking", "Compares two rooms", "Web site", "Digital team", "Conversion rate"],
    ["Stay", "Asks for a late check-out", "Front desk", "Front office", "Wows per stay"],
    ["Coming back", "Books the same room", "Newsletter", "Loyalty team", "Retention rate"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Guest journey"
    for row in SHEET:
        sheet.append(row)
    notes = book.create_sheet("Notes")
    notes.append(["Remember to thank the front office"])
    book.save(tmp_path / "hotel.xlsx")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cxaudit, [str(one) for one in arguments])


def reading(folder: Path) -> dict[str, dict[str, list[dict[str, object]]]]:
    result = run("inspect", folder, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return {sheet["sheet"]: sheet for sheet in json.loads(result.stdout)["workbooks"][0]["sheets"]}


def write(folder: Path, sheets: str, head: str = "") -> Path:
    target = folder / "cxaudit.yaml"
    body = f"schema: cxaudit-engagement/1\n{head}workbooks:\n  - file: hotel.xlsx\n    sheets:\n{sheets}"
    target.write_text(body, encoding="utf-8")
    return target


def test_a_saved_reading_is_the_reading_that_it_was_saved_from(folder: Path) -> None:
    before = reading(folder)["Guest journey"]
    assert run("inspect", folder, "--save").exit_code == 0
    after = reading(folder)["Guest journey"]
    assert [(f["cell"], f["field"]) for f in after["fields"]] == [(f["cell"], f["field"]) for f in before["fields"]]
    assert after["stages"] == before["stages"]
    assert after["metrics"] == before["metrics"]


def test_a_corrected_label_stage_and_metric_are_obeyed(folder: Path) -> None:
    write(
        folder,
        '      - sheet: "Guest journey"\n'
        '        labels: [{label: "Doings of the guest", field: [activity, goal]}]\n'
        '        stages: [{label: "Coming back", phase: advocacy}]\n'
        '        metrics: [{label: "Wows per stay", class: customer_centric}]\n',
    )
    sheet = reading(folder)["Guest journey"]
    corrected = [(f["field"], f["match"]) for f in sheet["fields"] if f["cell"] == "B1"]
    assert corrected == [("activity", "mapping"), ("goal", "mapping")]
    assert {s["label"]: s["phase"] for s in sheet["stages"]}["Coming back"] == "advocacy"
    assert {m["label"]: m["class"] for m in sheet["metrics"]}["Wows per stay"] == "customer_centric"


def test_a_sheet_to_skip_is_left_out_of_the_audit(folder: Path) -> None:
    write(folder, '      - {sheet: "Guest journey", kind: skip}\n')
    result = run("audit", folder)
    assert result.exit_code == 3
    assert "nothing in these workbooks was recognised" in result.stderr.lower()


def test_the_audit_obeys_the_terms_and_says_so(folder: Path) -> None:
    head = 'client: "Hotel Sonne"\ntarget_level: 5\nas_of: 2026-01-31\nscope: journeys\n'
    target = write(folder, '      - {sheet: "Guest journey"}\n', head)
    result = run("audit", folder, "--format", "json")
    document = json.loads(result.stdout)
    assert (document["client"], document["as_of"], document["scope"]) == ("Hotel Sonne", "2026-01-31", "journeys")
    assert document["plan"]["to_level"] == 5
    assert f"Obeying {target.as_posix()}" in result.stderr
    assert any(target.as_posix() in note for note in document["notes"])


def test_the_command_goes_before_the_file(folder: Path) -> None:
    write(folder, '      - {sheet: "Guest journey"}\n', "as_of: 2026-01-31\n")
    result = run("audit", folder, "--format", "json", "--as-of", "2026-06-30")
    assert json.loads(result.stdout)["as_of"] == "2026-06-30"


def test_what_no_longer_fits_the_workbook_is_said_with_line_and_column(folder: Path) -> None:
    target = write(
        folder,
        '      - sheet: "Guest journey"\n'
        '        labels: [{label: "What the guest hopes", field: goal}]\n'
        '      - sheet: "Notse"\n',
    )
    said = run("audit", folder).stderr
    assert f"{target}:6:18: 'What the guest hopes' stands nowhere on the sheet 'Guest journey' any more" in said
    assert f"{target}:7:9: the workbook has no sheet 'Notse' any more; did you mean 'Notes'?" in said


@pytest.mark.parametrize(
    ("sheets", "sentence"),
    [
        ('      - {sheet: "Notes", kind: persna}\n', "5:26: kind: 'persna' is not known here; did you mean 'persona'?"),
        (
            '      - {sheet: "Notes", labels: [{label: "A", field: ownr}]}\n',
            "5:48: there is no field 'ownr'; did you mean 'owner'?",
        ),
        (
            '      - {sheet: "Notes", stages: [{label: "A", phase: usage}]}\n',
            "5:48: there is no phase 'usage'; did you mean 'use'?",
        ),
        ('      - {sheet: "Notes", lables: []}\n', "5:26: unknown key 'lables' in 'sheets'; did you mean 'labels'?"),
    ],
)
def test_a_word_that_does_not_exist_is_refused_with_its_place(folder: Path, sheets: str, sentence: str) -> None:
    target = write(folder, sheets)
    result = run("audit", folder)
    assert result.exit_code == 2
    assert result.stderr.strip() == f"{target}:{sentence}"


def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "cxaudit.yaml"
    target.write_text("schema: cxaudit-engagement/1\nworkbooks: [{file: ../other.xlsx}]\n")
    with pytest.raises(RuleFileError, match=r"2:14: '../other.xlsx' leads out of this file's folder"):
        load_engagement(target)


def test_saving_again_keeps_what_was_typed_and_the_file_as_it_was(folder: Path) -> None:
    typed = write(
        folder, '      - sheet: "Notes"\n        kind: skip\n        labels: [{label: "Thanks", field: goal}]\n'
    )
    before = typed.read_text(encoding="utf-8")
    assert run("inspect", folder, "--save").exit_code == 0
    after = typed.read_text(encoding="utf-8")
    assert "kind: skip" in after
    assert '{label: "Thanks", field: goal}' in after
    assert (folder / "cxaudit.earlier.yaml").read_text(encoding="utf-8") == before


def test_a_doubtful_label_stays_in_doubt_until_somebody_decides(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = (folder / "hotel.xlsx").resolve()
    doubt = Doubt(str(book), "Guest journey", "D1", "Accountable", "owner", ("owner", "opportunity"), 0.8)
    monkeypatch.setattr("cxaudit.engagement.doubts.doubts_of", lambda _: (doubt,))
    monkeypatch.setattr("click.getchar", lambda: "2")
    monkeypatch.setattr("cxaudit.cli.review._terminal", lambda: True)
    result = run("inspect", folder, "--review")
    assert result.exit_code == 0, result.stderr
    assert "taken for opportunity" in result.stdout
    assert '{label: "Accountable", field: opportunity}' in (folder / "cxaudit.yaml").read_text(encoding="utf-8")


def test_review_without_a_terminal_is_refused_in_one_sentence(folder: Path) -> None:
    result = run("inspect", folder, "--review")
    assert result.exit_code == 2
    assert "needs a terminal" in result.stderr


def test_the_schema_names_every_field(folder: Path) -> None:
    document = json.loads(run("schema", "engagement").stdout)
    fields = document["$defs"]["LabelLine"]["properties"]["field"]["anyOf"][0]["enum"]
    assert {"owner", "pain_point", "last_updated", "other"} <= set(fields)
