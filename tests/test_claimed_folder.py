"""A folder without workbooks whose engagement file holds answers: audit, assess, compare and portfolio agree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_builders import AS_OF, loan, run

ENGAGEMENT = """schema: cxaudit-engagement/1
answers:
  - {rule: GV05, answer: 3, by: "Ana", on: "2026-11-22"}
  - {rule: GV03, answer: 2, by: "Ana", on: "2026-11-22"}
"""
NO_ANSWERS = "schema: cxaudit-answers/1\nby: Ana\nanswers: []\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "town" / "one"
    home.mkdir(parents=True)
    (home / "cxaudit.yaml").write_text(ENGAGEMENT, encoding="utf-8")
    return home


def test_audit_gives_the_claimed_scorecard_that_assess_gives(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(NO_ANSWERS, encoding="utf-8")
    audited = run("audit", folder, *AS_OF, "--format", "json")
    assessed = run("assess", folder, *AS_OF, "--answers", tmp_path / "answers.yaml", "--format", "json")
    assert (audited.exit_code, assessed.exit_code) == (0, 0)
    cards = [json.loads(result.stdout) for result in (audited, assessed)]
    for card in cards:
        del card["command"]
    assert cards[0] == cards[1]
    assert {rule["evidence"] for rule in cards[0]["rules"]} == {"claimed", "none"}
    assert any(note.startswith("Claimed, not seen: 2 rules") for note in cards[0]["notes"])
    assert cards[0]["left_out"] == []
    assert "holds no workbook" not in audited.stderr


def test_a_folder_with_neither_workbooks_nor_answers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cxaudit.yaml").write_text("schema: cxaudit-engagement/1\n", encoding="utf-8")
    result = run("audit", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "The folder holds no workbook to audit" in result.stderr


def test_a_broken_workbook_is_not_made_up_for_by_answers(folder: Path) -> None:
    (folder / "map.xlsx").write_bytes(b"PK\x03\x04")
    result = run("audit", folder)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "map.xlsx: The file is cut off or damaged" in result.stderr


def test_a_portfolio_holds_the_claimed_programme(folder: Path) -> None:
    result = run("portfolio", folder.parent, *AS_OF, "--jobs", "1", "--format", "json")
    assert [each["programme"]["name"] for each in json.loads(result.stdout)["programmes"]] == ["one"]


def test_a_scorecard_written_into_the_audited_folder_is_no_matter(folder: Path) -> None:
    loan(folder)
    first = run("audit", folder, *AS_OF, "-o", folder / "scorecard.xlsx", "--format", "json")
    again = run("audit", folder, *AS_OF, "--format", "json")
    assert again.stdout == first.stdout
    assert "scorecard.xlsx" not in again.stderr
    alone = run("audit", folder / "scorecard.xlsx")
    assert "This is a scorecard made by cxaudit" in alone.stderr
