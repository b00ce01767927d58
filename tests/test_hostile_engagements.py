"""Engagement files and rule packs from outside: read, or refused in one sentence; none reaches out of its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner
from xlsxparts import sheet_xml, text_cell, workbook

from cxaudit.cli.main import cxaudit

posix = pytest.mark.skipif(os.name == "nt", reason="links and pipes are a matter of POSIX systems")
SCHEMA = "schema: cxaudit-engagement/1\n"

LINES = ("Stage", "What customers do", "Pain"), ("Search", "Look for rooms", "Slow"), ("Stay", "Sleep", "Noise")


def journey() -> bytes:
    """A workbook with a journey map of two stages."""
    rows = (
        "".join(text_cell(f"{'ABC'[column]}{row}", text) for column, text in enumerate(line))
        for row, line in enumerate(LINES, start=1)
    )
    return workbook(sheet_xml(*rows))


def refusal(folder: Path, *options: str | Path) -> str:
    """What an audit of the folder says when it refuses to begin."""
    (folder / "map.xlsx").write_bytes(journey())
    result = CliRunner().invoke(cxaudit, ["audit", str(folder), *map(str, options)])
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    assert result.stderr.count("\n") == 1
    return result.stderr.replace(str(folder) + os.sep, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"client: {'[' * 500}{']' * 500}", "cxaudit.yaml:2:59: lists and keys stand too deep in each other"),
        (f"client: {'[' * 90_000}", "cxaudit.yaml:2:1008: not readable as YAML: exceeded maximum nesting depth"),
        (f"target_level: {'9' * 5000}", "target_level: '9999999"),
        (f"target_level: {'9' * 60}", f"target_level: '{'9' * 60}' is out of range; it is to be at most 5."),
        (f"client: {'x' * 2_000_000}", "cxaudit.yaml: the file is longer than 2,000,000 characters"),
        ('workbooks: [{file: "a\\0.xlsx"}]', "cxaudit.yaml:2:14: a name of a file cannot hold a zero byte"),
        ('rules: "a\\0"', "cxaudit.yaml:2:1: a name of a file cannot hold a zero byte"),
    ],
    ids=["deep", "deeper", "5000 digits", "60 digits", "large", "zero byte in a file", "zero byte in a pack"],
)
def test_a_hostile_engagement_file_is_refused_in_one_sentence(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "cxaudit.yaml").write_text(f"{SCHEMA}{text}\n")
    sentence = refusal(tmp_path)
    assert said in sentence
    assert len(sentence) < 300


@posix
def test_an_engagement_file_that_is_a_link_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (tmp_path / "secret").write_text("what nobody may see")
    (home / "cxaudit.yaml").symlink_to(tmp_path / "secret")
    assert refusal(home) == "cxaudit.yaml: this is a link that leads out of its folder; put the file itself there.\n"


@posix
def test_a_workbook_named_by_a_link_that_leads_to_itself_is_said_to_be_gone(tmp_path: Path) -> None:
    (tmp_path / "loop.xlsx").symlink_to("loop.xlsx")
    (tmp_path / "map.xlsx").write_bytes(journey())
    (tmp_path / "cxaudit.yaml").write_text(f"{SCHEMA}workbooks: [{{file: loop.xlsx}}, {{file: {'x' * 300}.xlsx}}]\n")
    result = CliRunner().invoke(cxaudit, ["audit", str(tmp_path)])
    assert result.exit_code == 0
    assert "there is no workbook 'loop.xlsx' any more" in result.stderr


@posix
def test_a_rule_pack_whose_first_file_is_a_link_out_of_its_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("what nobody may see")
    (tmp_path / "home" / "pack").mkdir(parents=True)
    (tmp_path / "home" / "pack" / "pack.yaml").symlink_to(tmp_path / "secret")
    (tmp_path / "home" / "cxaudit.yaml").write_text(f"{SCHEMA}rules: pack\n")
    said = refusal(tmp_path / "home")
    assert said.startswith(f"pack{os.sep}pack.yaml: this leads out of the rule pack's folder")


@posix
def test_a_pipe_in_a_rule_pack_is_refused_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    os.mkfifo(tmp_path / "pack" / "more.yaml")
    assert "this is no file that can be read" in refusal(tmp_path, "--rules", tmp_path / "pack")


def test_names_too_long_for_the_disk_are_refused_in_one_sentence(tmp_path: Path) -> None:
    long = tmp_path / f"{'a' * 300}.xlsx"
    result = CliRunner().invoke(cxaudit, ["audit", str(long)])
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert "cannot be written" in refusal(tmp_path, "-o", tmp_path / f"{'a' * 300}.json")
