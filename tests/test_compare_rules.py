"""What the rules changed is told from what the client changed: by the old workbooks, or by what a scorecard keeps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_builders import AS_OF, LOAN, run
from openpyxl import load_workbook

PACK = "schema: cxaudit-pack/1\nid: {name}\nversion: 1.0.0\ntitle: T\nowner: us\nextends: cx-core\n"
ELSEWHERE = "rules:\n  TO02: {check: {fields: [channel]}}\n"  # the owner rule looks at channels, and all are given
MENDED = LOAN.replace("App,App,TBD", "App,App,App team")


def pack(folder: Path, name: str, changed: str = "") -> Path:
    home = folder / name
    home.mkdir(parents=True)
    (home / "pack.yaml").write_text(PACK.format(name=name) + changed, encoding="utf-8")
    return home


def maps(folder: Path, name: str, text: str = LOAN, engagement: str = "") -> Path:
    home = folder / name
    home.mkdir()
    (home / "loan.csv").write_text(text, encoding="utf-8")
    if engagement:
        (home / "cxaudit.yaml").write_text(f"schema: cxaudit-engagement/1\n{engagement}\n", encoding="utf-8")
    return home


def card(folder: Path, target: str, *words: object) -> Path:
    result = run("audit", folder, *AS_OF, "-q", "-o", folder.parent / target, *words)
    assert result.exit_code == 0, result.stderr
    return folder.parent / target


def compared(*words: object) -> dict:
    result = run("compare", *words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def fate(comparison: dict, rule: str) -> list[tuple[str, str]]:
    return [(one["change"], one["by"]) for one in comparison["findings"] if one["rule"] == rule]


def test_a_rule_that_looks_for_something_else_is_named_where_the_workbooks_are_not_there(tmp_path: Path) -> None:
    ours, folder = pack(tmp_path, "ours", ELSEWHERE), maps(tmp_path, "maps")
    old, new = card(folder, "old.json"), card(folder, "new.json", "--rules", ours)
    found = compared(old, new)
    assert (found["judged_again"], found["not_judged_again"]) == (False, ["TO02"])
    said = next(note for note in found["notes"] if "something else" in note)
    assert said.endswith("(--old-workbooks): TO02.")
    assert fate(found, "TO02") == [("mended", "unclear")]


def test_the_earlier_workbooks_are_judged_again_by_the_rules_of_now(tmp_path: Path) -> None:
    ours, folder = pack(tmp_path, "ours", ELSEWHERE), maps(tmp_path, "maps")
    old, new = card(folder, "old.json"), card(folder, "new.json", "--rules", ours)
    found = compared(old, new, "--old-workbooks", folder, "--rules", ours)
    assert (found["judged_again"], found["not_judged_again"]) == (True, [])
    assert (found["split"]["client"], found["split"]["declared"]) == (0.0, 0.0)
    assert found["split"]["rules"] == pytest.approx(found["score_change"], abs=0.0002)
    assert found["split"]["rescored"] == found["new"]["score"]
    assert found["split"]["rescored_level"] == found["new"]["level"]
    assert fate(found, "TO02") == [("mended", "rules")]
    assert "The earlier workbooks (maps) were judged again by the rules of now." in found["notes"]


def test_old_workbooks_are_judged_by_the_rules_of_then_and_again_by_those_of_now(tmp_path: Path) -> None:
    then, now = pack(tmp_path, "then"), pack(tmp_path, "now", ELSEWHERE)
    old, new = maps(tmp_path, "january"), maps(tmp_path, "august", LOAN.replace("Curious", ""))
    found = compared(old, new, *AS_OF, "--old-rules", then, "--rules", now)
    assert (found["old"]["rule_pack"], found["new"]["rule_pack"], found["judged_again"]) == ("then", "now", True)
    assert fate(found, "TO02") == [("mended", "rules")]
    assert {by for change, by in fate(found, "EM03")} == {"client"}
    assert found["split"]["rules"] > 0 > found["split"]["client"]


def test_folders_that_name_their_own_rules_are_compared_in_the_same_way(tmp_path: Path) -> None:
    old = maps(tmp_path, "january")
    new = maps(tmp_path, "august", engagement="rules: ours")
    pack(new, "ours", ELSEWHERE)
    found = compared(old, new, *AS_OF)
    assert (found["judged_again"], found["split"]["client"]) == (True, 0.0)


def test_a_waiver_of_a_rule_that_is_gone_does_not_stop_the_comparison(tmp_path: Path) -> None:
    waiver = "{rule: TO02, kind: not-applicable, reason: One team, approved_by: Ada}"
    old, new = maps(tmp_path, "january", engagement=f"waivers: [{waiver}]"), maps(tmp_path, "august")
    gone = pack(tmp_path, "gone", "rules: {TO02: off}\n")
    found = compared(old, new, *AS_OF, "--rules", gone, "--old-rules", pack(tmp_path, "then"))
    assert (found["judged_again"], found["split"]["client"]) == (True, 0.0)


def test_workbooks_that_are_not_those_of_the_earlier_scorecard_are_told(tmp_path: Path) -> None:
    folder, other = maps(tmp_path, "maps"), maps(tmp_path, "others")
    (other / "loan.csv").rename(other / "savings.csv")
    old = card(folder, "old.json")
    found = compared(old, old, "--old-workbooks", other)
    assert "Judged again were savings.csv; the earlier scorecard is of loan.csv." in found["notes"]


@pytest.mark.parametrize(
    ("side", "words", "said"),
    [
        ("old.json", ("--old-rules", "then"), "is a scorecard, which holds what its rules found"),
        ("maps", ("--old-workbooks", "maps"), "is no scorecard but workbooks already"),
        ("old.json", ("--old-workbooks", "nowhere"), "there is no such file or folder"),
        ("old.json", ("--old-workbooks", "maps", "--rules", "then"), "give its packs with --rules"),
    ],
)
def test_options_that_do_not_fit_a_side_are_refused(
    tmp_path: Path, side: str, words: tuple[str, ...], said: str
) -> None:
    card(maps(tmp_path, "maps"), "old.json")
    pack(tmp_path, "then")
    given = [tmp_path / word if not word.startswith("-") else word for word in words]
    result = run("compare", tmp_path / side, tmp_path / "old.json", *given)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def without_hidden_data(file: Path) -> Path:
    """The scorecard as a program leaves it that does not keep hidden sheets."""
    book = load_workbook(file)
    del book["cxaudit data"]
    book.save(file)
    return file


def told(comparison: dict) -> dict:
    """What must not depend on the kind of file that a side was kept in."""
    left_out = {"old", "new", "notes", "verdict"}
    return {name: value for name, value in comparison.items() if name not in left_out} | {
        "notes": [note for note in comparison["notes"] if "Written" not in note]
    }


def test_excel_and_json_scorecards_give_the_same_comparison(tmp_path: Path) -> None:
    changed = "rules:\n  TO02: {curve: {full_at: 0.5, says: half}}\n  JD01: {impact: critical}\n  TO03: off\n"
    changed += "levels: {2: 26}\n"
    ours, folder = pack(tmp_path, "ours", changed), maps(tmp_path, "maps")
    for suffix in ("json", "xlsx"):
        card(folder, f"old.{suffix}")
    (folder / "loan.csv").write_text(MENDED, encoding="utf-8")
    for suffix in ("json", "xlsx"):
        card(folder, f"new.{suffix}", "--rules", ours)
    as_json = compared(tmp_path / "old.json", tmp_path / "new.json")
    assert told(compared(tmp_path / "old.xlsx", tmp_path / "new.xlsx")) == told(as_json)
    assert as_json["split"]["rules"] != 0 != as_json["split"]["client"]
    for name in ("old.xlsx", "new.xlsx"):
        without_hidden_data(tmp_path / name)
    by_sheets = compared(tmp_path / "old.xlsx", tmp_path / "new.xlsx")
    assert by_sheets["split"] | {"rescored_level": None, "rescored_level_name": ""} == as_json["split"] | {
        "rescored_level": None,
        "rescored_level_name": "",
    }
    assert by_sheets["rules"] == as_json["rules"]
    assert by_sheets["findings"] == as_json["findings"]


def test_the_level_of_the_earlier_evidence_follows_the_cuts_of_now(tmp_path: Path) -> None:
    folder = maps(tmp_path, "maps")
    old = card(folder, "old.json")
    high = pack(tmp_path, "high", "levels: {2: 40, 3: 60, 4: 80, 5: 90}\n")
    found = compared(old, card(folder, "new.json", "--rules", high))
    assert (found["old"]["level"], found["split"]["rescored_level"], found["new"]["level"]) == (2, 1, 1)
    assert (found["split"]["client"], found["split"]["rules"], found["score_change"]) == (0.0, 0.0, 0.0)


def test_a_finding_that_a_curve_lets_go_is_the_rules_doing(tmp_path: Path) -> None:
    folder = maps(tmp_path, "maps")
    gentler = pack(tmp_path, "gentler", "rules:\n  TO02: {curve: {full_at: 0.5, says: half is enough}}\n")
    found = compared(card(folder, "old.json"), card(folder, "new.json", "--rules", gentler))
    assert fate(found, "TO02") == [("mended", "rules")]
    assert found["not_judged_again"] == []


def test_other_words_for_reading_are_told(tmp_path: Path) -> None:
    folder, ours = maps(tmp_path, "maps"), pack(tmp_path, "ours")
    old, plain = card(folder, "old.json"), card(folder, "plain.json", "--rules", ours)
    assert compared(old, plain)["notes"][-1].endswith("no rule looks for something else.")
    stricter = Path("rules/fullness.yaml").read_text("utf-8").replace("stages_at_least: 3", "stages_at_least: 4")
    (ours / "fullness.yaml").write_text(stricter, encoding="utf-8")
    other = compared(old, card(folder, "other.json", "--rules", ours))
    assert "Sheets are read by other words now: what that changes is counted as the client's" in other["notes"][-1]


def test_every_output_tells_whose_doing_it_was(tmp_path: Path) -> None:
    ours, folder = pack(tmp_path, "ours", ELSEWHERE), maps(tmp_path, "maps")
    old, new = card(folder, "old.json"), card(folder, "new.json", "--rules", ours)
    again = ("--old-workbooks", folder, "--rules", ours)
    shown = run("compare", old, new, *again, "-o", tmp_path / "c.md", "-o", tmp_path / "c.xlsx")
    assert "(by the rules)" in shown.stdout
    assert "The earlier evidence by the rules of now: " in shown.stdout
    page = (tmp_path / "c.md").read_text("utf-8")
    assert "(by the rules)" in page
    assert "| Before, by the rules of now |" in page
    sheet = load_workbook(tmp_path / "c.xlsx")["Findings"]
    heads = [cell.value for cell in sheet[4]]
    doing = {row[1]: row[heads.index("Whose doing")] for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert (doing["TO02"], doing["TO06"]) == ("the rules", None)
    brief = run("audit", folder, *AS_OF, "--rules", ours, "--previous", old)
    assert "Mended: " in brief.stdout
    assert "(by the client or the rules)" in brief.stdout
