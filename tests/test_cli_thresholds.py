"""A threshold that is not met ends with exit code 1 and says which."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cxaudit.cli.main import cxaudit

SAMPLE = Path(__file__).parent.parent / "sample_workbooks" / "hotel_group.xlsx"


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ((), 0, ""),
        (("--fail-under", "1"), 0, ""),
        (("--fail-under", "99"), 1, "is under 99 (--fail-under)."),
        (("--target-level", "1"), 0, ""),
        (("--target-level", "5"), 1, "is under 5 (--target-level)."),
    ],
)
def test_a_threshold_decides_the_exit_code(options: tuple[str, ...], code: int, said: str) -> None:
    result = CliRunner().invoke(cxaudit, ["audit", str(SAMPLE), "--quiet", "--as-of", "2026-11-22", *options])
    assert result.exit_code == code
    assert said in result.stderr


def test_without_a_level_the_target_is_not_met(tmp_path: Path) -> None:
    sheet = tmp_path / "personas.csv"
    sheet.write_text("Persona;Goals;Frustrations;Age\nAnn;Save time;Queues;34\nBob;Be sure;Small print;51\n")
    result = CliRunner().invoke(cxaudit, ["audit", str(sheet), "--quiet", "--target-level", "2"])
    assert result.exit_code == 1
    assert "No level is given, so --target-level 2 is not met." in result.stderr
