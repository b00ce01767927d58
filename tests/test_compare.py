"""What changed between two scorecards, what became of each finding, and who changed the score."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from cli_builders import AS_OF, LOAN, loan, run
from openpyxl import load_workbook

MENDED = LOAN.replace("App,App,TBD", "App,App,App team")
NOW_MET = ["TO02", "TO06", "TO07"]
PACK = """schema: cxaudit-pack/1
id: ours
version: 2.0.0
title: Ours
owner: us
extends: cx-core
rules:
"""


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "loan.csv"
    path.write_text(text, encoding="utf-8")
    return path


def kept(folder: Path, name: str, text: str, *words: object) -> Path:
    """The scorecard of a map, kept as a file beside the folder of the map."""
    target, file = folder / name, write(folder / "maps", text)
    if not words and not (file.parent / "cxaudit.yaml").exists():
        target.write_bytes(_plain(text, target.suffix))
        return target
    result = run("audit", file, "-q", "-o", target, *(words or AS_OF))
    assert result.exit_code == 0, result.stderr
    return target


@cache
def _plain(text: str, suffix: str) -> bytes:
    """The scorecard of a map by the core rules; made once, as it is asked for often."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / f"card{suffix}"
        result = run("audit", write(Path(folder) / "maps", text), *AS_OF, "-q", "-o", target)
        assert result.exit_code == 0, result.stderr
        return target.read_bytes()


def compared(old: Path, new: Path, *words: object) -> dict:
    result = run("compare", old, new, "--format", "json", *words)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def changes(comparison: dict) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in comparison["findings"]:
        found.setdefault(one["change"], []).append(one["rule"])
    return found


def pack(folder: Path, changed: str) -> Path:
    home = folder / "ours"
    home.mkdir()
    (home / "pack.yaml").write_text(PACK + changed, encoding="utf-8")
    return home


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_a_finding_that_was_mended_is_told_from_those_still_open(tmp_path: Path, suffix: str) -> None:
    old = kept(tmp_path, f"old.{suffix}", LOAN)
    new = kept(tmp_path, f"new.{suffix}", MENDED)
    comparison = compared(old, new)
    found = changes(comparison)
    assert (found["mended"], "new" in found) == (NOW_MET, False)
    assert comparison["old"]["name"] == f"old.{suffix}"
    assert comparison["score_change"] == round(comparison["new"]["score"] - comparison["old"]["score"], 4)
    assert comparison["split"]["client"] == pytest.approx(comparison["score_change"], abs=0.0002)
    assert comparison["split"]["rules"] == 0


def test_the_same_scorecard_twice_has_no_change(tmp_path: Path) -> None:
    old = kept(tmp_path, "old.json", LOAN)
    comparison = compared(old, old)
    assert set(changes(comparison)) == {"still_open"}
    assert (comparison["score_change"], comparison["rules"], comparison["notes"]) == (0.0, [], [])


def test_json_and_excel_of_the_same_audit_compare_as_the_same(tmp_path: Path) -> None:
    comparison = compared(kept(tmp_path, "old.json", LOAN), kept(tmp_path, "old.xlsx", LOAN))
    assert set(changes(comparison)) == {"still_open"}
    assert (comparison["score_change"], comparison["rules"]) == (0.0, [])
    assert [one["change"] for one in comparison["dimensions"] if one["before"] is not None] == [0.0] * sum(
        one["before"] is not None for one in comparison["dimensions"]
    )


def test_a_finding_whose_table_moved_is_still_open_at_another_cell(tmp_path: Path) -> None:
    old = kept(tmp_path, "old.json", LOAN)
    new = kept(tmp_path, "new.json", LOAN.replace("Stage,", "\nStage,", 1))
    comparison = compared(old, new)
    moved = next(one for one in comparison["findings"] if one["rule"] == "TO02")
    assert (moved["change"], moved["before"], moved["after"]) == ("moved", "loan!E5", "loan!E6")
    assert "(28 of them at another cell or under another name)" in comparison["verdict"]


def test_what_the_rules_changed_is_parted_from_what_the_client_changed(tmp_path: Path) -> None:
    heavier = pack(tmp_path, "  TO02: {impact: critical}\n  JD01: off\n")
    old, new = kept(tmp_path, "old.json", LOAN), kept(tmp_path, "new.json", MENDED, *AS_OF, "--rules", heavier)
    between = kept(tmp_path, "between.json", LOAN, *AS_OF, "--rules", heavier)
    rules_only, both = compared(old, between)["split"], compared(old, new)
    assert (rules_only["client"], rules_only["declared"]) == (0.0, 0.0)
    assert rules_only["rules"] != 0
    assert both["split"]["rules"] == rules_only["rules"]
    assert both["split"]["client"] == compared(between, new)["split"]["client"] > 0
    assert "Rules that are gone: JD01." in both["notes"]


def test_kept_counts_are_scored_again_under_a_new_curve(tmp_path: Path) -> None:
    gentler = pack(tmp_path, "  TO02: {curve: {full_at: 0.5, says: half is enough}}\n")
    old, new = kept(tmp_path, "old.json", LOAN), kept(tmp_path, "new.json", LOAN, *AS_OF, "--rules", gentler)
    comparison = compared(old, new)
    assert comparison["split"]["client"] == 0.0
    assert comparison["split"]["rules"] == pytest.approx(comparison["score_change"], abs=0.0002)
    assert comparison["score_change"] > 0


def test_a_rule_declared_not_applicable_is_no_work_of_the_client(tmp_path: Path) -> None:
    old = kept(tmp_path, "old.json", LOAN)
    waiver = "{rule: TO02, kind: not-applicable, reason: One team owns all, approved_by: Ada Byron}"
    (tmp_path / "maps" / "cxaudit.yaml").write_text(f"schema: cxaudit-engagement/1\nwaivers: [{waiver}]\n", "utf-8")
    for name in ("new.json", "new.xlsx"):
        split = compared(old, kept(tmp_path, name, LOAN))["split"]
        assert (split["client"], split["rules"]) == (0.0, 0.0)
        assert split["declared"] != 0


def test_a_finding_that_comes_back_is_told_from_a_new_one(tmp_path: Path) -> None:
    january = kept(tmp_path, "january.json", LOAN)
    may = kept(tmp_path, "may.json", MENDED, *AS_OF, "--previous", january)
    july = kept(tmp_path, "july.json", LOAN)
    assert changes(compared(may, july))["back_again"] == NOW_MET
    unknowing = kept(tmp_path, "unknowing.json", MENDED)
    assert changes(compared(unknowing, july))["new"] == NOW_MET


def test_a_finding_of_a_workbook_that_was_left_out_is_not_called_mended(tmp_path: Path) -> None:
    other = tmp_path / "maps" / "other.csv"
    other.parent.mkdir()
    other.write_text(LOAN.replace("home loan", "savings"), encoding="utf-8")
    write(tmp_path / "maps", LOAN)
    run("audit", tmp_path / "maps", *AS_OF, "-q", "-o", tmp_path / "old.json")
    new = kept(tmp_path, "new.json", LOAN)
    found = changes(compared(tmp_path / "old.json", new))
    assert "not_judged" in found
    assert "mended" not in found


def test_a_renamed_workbook_is_taken_for_the_same_and_that_is_said(tmp_path: Path) -> None:
    old = kept(tmp_path, "old.json", LOAN)
    renamed = tmp_path / "loan 2027.csv"
    renamed.write_text(MENDED, encoding="utf-8")
    comparison = compared(old, renamed, *AS_OF)
    assert "TO02" in changes(comparison)["mended"]
    said = "Taken for the same under a new name: workbook loan.csv, now loan 2027.csv; sheet loan, now loan 2027."
    assert said in comparison["notes"]


def test_workbooks_are_audited_for_the_comparison(tmp_path: Path) -> None:
    then, now = write(tmp_path / "then", LOAN), write(tmp_path / "now", MENDED)
    comparison = compared(then.parent, now.parent, *AS_OF)
    assert changes(comparison)["mended"] == NOW_MET
    assert (comparison["old"]["as_of"], comparison["old"]["name"]) == ("2026-11-22", "then")


def test_it_is_written_in_the_format_of_the_suffix(tmp_path: Path) -> None:
    old, new = kept(tmp_path, "old.json", LOAN), kept(tmp_path, "new.json", MENDED)
    targets = [tmp_path / name for name in ("changes.json", "changes.md", "changes.txt", "changes.xlsx")]
    result = run("compare", old, new, *(word for target in targets for word in ("-o", target)))
    assert result.exit_code == 0
    assert json.loads(targets[0].read_text("utf-8")) == compared(old, new)
    assert "## Mended: 3" in targets[1].read_text("utf-8")
    assert targets[2].read_text("utf-8").splitlines() == result.stdout.splitlines()
    assert "Who changed the score" in result.stdout
    book = load_workbook(targets[3])
    rows = book["Findings"].iter_rows(min_row=5, max_col=2, values_only=True)
    assert [rule for change, rule in rows if change == "Mended"] == NOW_MET
    assert run("compare", old, new, "-o", targets[3]).exit_code == 0
    assert run("audit", tmp_path, *AS_OF, "-q").exit_code == 0  # it stands among the workbooks and is none of them


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{}", "this file is no cxaudit-scorecard/1 scorecard ("),
        ("[1, 2", "this file is no cxaudit-scorecard/1 scorecard ("),
        (None, "there is no such file or folder"),
    ],
)
def test_what_is_no_scorecard_is_refused_in_a_sentence(tmp_path: Path, content: str | None, said: str) -> None:
    old, broken = kept(tmp_path, "old.json", LOAN), tmp_path / "broken.json"
    if content is not None:
        broken.write_text(content, encoding="utf-8")
    result = run("compare", old, broken)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{broken}: {said}" in result.stderr


def test_neither_side_is_written_over(tmp_path: Path) -> None:
    old, new = kept(tmp_path, "old.json", LOAN), kept(tmp_path, "new.json", MENDED)
    before = old.read_bytes()
    result = run("compare", old, new, "-o", old)
    assert (result.exit_code, old.read_bytes()) == (2, before)


def test_a_workbook_that_is_no_comparison_is_not_written_over(tmp_path: Path) -> None:
    old, other = kept(tmp_path, "old.json", LOAN), kept(tmp_path, "other.xlsx", LOAN)
    before = other.read_bytes()
    result = run("compare", old, old, "-o", other)
    assert (result.exit_code, other.read_bytes()) == (2, before)
    assert "this workbook is no comparison" in result.stderr


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_an_audit_tells_in_brief_what_changed_since_the_previous_one(tmp_path: Path, suffix: str) -> None:
    previous = kept(tmp_path, f"old.{suffix}", LOAN)
    result = run("audit", write(tmp_path / "maps", MENDED), *AS_OF, "--previous", previous)
    assert result.exit_code == 0
    brief = result.stdout[result.stdout.index(f"Since old.{suffix} (2026-11-22): From level") :]
    assert "Mended: " in brief
    assert "(TO02, loan!E5)" in brief
    quiet = run("audit", loan(tmp_path), *AS_OF, "--previous", previous, "-q")
    assert quiet.stdout.splitlines()[1].startswith(f"Since old.{suffix}")
    encoded = run("audit", loan(tmp_path), *AS_OF, "--previous", previous, "--format", "json")
    assert json.loads(encoded.stdout)["score"] is not None
    assert "Since old" in encoded.stderr
