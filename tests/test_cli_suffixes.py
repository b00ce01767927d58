"""The suffixes that --help names for -o are those of files that the command writes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cxaudit.cli.main import cxaudit

SAMPLE = Path(__file__).resolve().parents[1] / "sample_workbooks" / "hotel_group.xlsx"


def _suffixes(command: str) -> list[str]:
    told = " ".join(CliRunner().invoke(cxaudit, [command, "--help"]).output.split())
    named = re.search(r"tells the format \(([^)]*)\)", told)
    assert named is not None
    return named[1].split(", ")


@pytest.mark.parametrize("command", ["audit", "inspect"])
def test_each_suffix_in_the_help_is_written(command: str, tmp_path: Path) -> None:
    targets = [tmp_path / f"result{suffix}" for suffix in _suffixes(command)]
    words = [word for target in targets for word in ("-o", str(target))]
    assert CliRunner().invoke(cxaudit, [command, str(SAMPLE), "-q", *words]).exit_code == 0
    assert [target for target in targets if not target.is_file()] == []


@pytest.mark.parametrize("command", ["audit", "inspect"])
def test_no_suffix_that_is_written_is_missing_from_the_help(command: str, tmp_path: Path) -> None:
    for suffix in {".xlsx", ".md", ".json", ".txt", ".xml"} - set(_suffixes(command)):
        done = CliRunner().invoke(cxaudit, [command, str(SAMPLE), "-q", "-o", str(tmp_path / f"result{suffix}")])
        assert done.exit_code == 2
