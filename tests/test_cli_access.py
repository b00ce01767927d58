"""Limits that are raised for one command, and the times of its parts."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner
from openpyxl import Workbook

from cxaudit.cli.main import cxaudit


def _workbook(folder: Path) -> str:
    book = Workbook()
    for row in (["Stage", "Owner", "Emotion"], ["Awareness", "Sales", "Calm"], ["Use", "Service", "Proud"]):
        book.active.append(row)
    book.save(folder / "journey.xlsx")
    return str(folder / "journey.xlsx")


def test_a_limit_holds_for_the_command_that_sets_it(tmp_path: Path) -> None:
    path = _workbook(tmp_path)
    tight = CliRunner().invoke(cxaudit, ["inspect", path, "--limit", "sheet_cells=5"])
    assert tight.exit_code == 3
    assert "limit sheet_cells" in tight.output
    assert CliRunner().invoke(cxaudit, ["inspect", path]).exit_code == 0


def test_an_unknown_limit_is_a_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(cxaudit, ["audit", _workbook(tmp_path), "--limit", "cells=5"])
    assert done.exit_code == 2
    assert "There is no limit 'cells'; known are:" in done.output


def test_timings_name_each_part_on_standard_error(tmp_path: Path) -> None:
    done = CliRunner().invoke(cxaudit, ["audit", _workbook(tmp_path), "--timings"])
    parts = re.findall(r"^ +\d+\.\d\d s  (.+)$", done.stderr, re.MULTILINE)
    assert parts[:5] == [
        "starting",
        "loading the rules",
        "opening the files",
        "reading the sheets and judging",
        "writing and showing",
    ]
    assert parts[5].startswith("in all; ")
    assert "loading the rules" not in done.stdout
