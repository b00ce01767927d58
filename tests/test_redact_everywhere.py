"""--redact against a programme full of people: nobody stands in any output of any command, nor in any cell masked."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_builders import run
from redact_canaries import CANARIES, Shown, programme, shown_by

from cxaudit.engagement.find import find_engagement
from cxaudit.opened import open_workbooks
from cxaudit.rulefiles import load_rules
from cxaudit.session import mask_of


def test_nobody_stands_in_any_output_of_any_command(tmp_path: Path) -> None:
    assert shown_by(tmp_path).leaks(tmp_path.as_posix()) == []


def test_without_redaction_the_same_people_show(tmp_path: Path) -> None:
    home, shown = programme(tmp_path / "town"), Shown()
    for words in (("audit", home, "-v", "--format", "json"), ("inspect", home, "-v")):
        result = run(*words)
        shown.add(str(words), result.stdout_bytes + result.stderr_bytes)
    seen = {canary for canary, _ in shown.leaks(tmp_path.as_posix())}
    assert {"Karin", "Holm", "Jane", "Pedro", "Wanjiru", "Sigrid", "田中", "krn.holm"} <= seen


def test_nobody_is_left_in_any_cell_or_name_of_a_sheet(tmp_path: Path) -> None:
    home = programme(tmp_path / "town")
    opened, rules = open_workbooks([home]), load_rules()
    mask = mask_of(opened, rules, find_engagement([home]))
    shown = Shown()
    for grid in opened.grids:
        texts = [grid.sheet, *(text for _, _, text in grid.cells())]
        shown.add(grid.sheet, "\n".join(map(mask.text, texts)).encode())
    assert shown.leaks(tmp_path.as_posix()) == []


@pytest.mark.parametrize(
    "words",
    ["Branch manager", "Head of service", "Customer actions", "Onboarding", "A cheap loan", "2026-11-22", "Level 2"],
)
def test_posts_stages_and_dates_stay_as_they_are(tmp_path: Path, words: str) -> None:
    home = programme(tmp_path / "town")
    assert mask_of(open_workbooks([home]), load_rules(), None).text(words) == words


def test_every_canary_is_planted(tmp_path: Path) -> None:
    home, shown = programme(tmp_path / "town"), Shown()
    opened = open_workbooks([home])
    texts = [text for grid in opened.grids for text in (grid.sheet, *(text for _, _, text in grid.cells()))]
    texts += [str(path) for path in home.rglob("*")] + [(home / "cxaudit.yaml").read_text(encoding="utf-8")]
    shown.add("planted", "\n".join(texts).encode())
    assert sorted({canary for canary, _ in shown.leaks(tmp_path.as_posix())}) == sorted(CANARIES)
