"""`cxaudit inspect`: how sheets are read, and what could not be."""

import json

from cli_builders import loan, run


def test_json_tells_each_label_with_its_cell_and_field(tmp_path):
    book = json.loads(run("inspect", loan(tmp_path), "--format", "json").stdout)["workbooks"][0]
    (sheet,) = book["sheets"]
    assert (book["error"], sheet["sheet"], sheet["kind"]) == (None, "loan", "journey")
    fields = {field["cell"]: field["field"] for field in sheet["fields"]}
    assert {cell: fields.get(cell) for cell in ("C2", "E2", "G2")} == {
        "C2": "touchpoint",
        "E2": "owner",
        "G2": "pain_point",
    }
    assert [stage["phase"] for stage in sheet["stages"]] == ["awareness", "purchase", "onboarding"]


def test_a_workbook_that_fails_stands_beside_the_others_with_its_error(tmp_path):
    loan(tmp_path)
    (tmp_path / "bad.xlsx").write_bytes(b"")
    result = run("inspect", tmp_path, "--format", "json")
    books = {book["path"].rsplit("/")[-1]: book["error"] for book in json.loads(result.stdout)["workbooks"]}
    assert result.exit_code == 0
    assert books["loan.csv"] is None
    assert "empty" in books["bad.xlsx"]
    assert "bad.xlsx: " in result.stderr


def test_nothing_readable_ends_with_3_and_is_still_json(tmp_path):
    result = run("inspect", tmp_path / "missing.xlsx", "--format", "json")
    assert result.exit_code == 3
    assert "There is no such file" in json.loads(result.stdout)["workbooks"][0]["error"]


def test_markdown_is_refused_with_the_formats_that_inspect_has(tmp_path):
    result = run("inspect", loan(tmp_path), "-o", tmp_path / "reading.md")
    assert result.exit_code == 2
    assert "'inspect' can write: json, terminal" in result.stderr


def test_a_reading_can_be_written_to_files(tmp_path):
    target = tmp_path / "reading.json"
    result = run("inspect", loan(tmp_path), "-o", target)
    assert result.exit_code == 0
    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "cxaudit-reading/1"
    assert "touchpoint" in result.stdout
