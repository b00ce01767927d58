"""Real workbooks made by other people, where they lie beside the project: all are read, and the figures do not fall."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPUS, SCORER = SHARED / "corpus", SHARED / "tools" / "score_reading.py"
COMMAND = f"{sys.executable} -m cxaudit"
ENGLISH = {
    "sheet kind": 0.95,
    "label recall": 0.90,
    "label precision": 0.93,
    "stages found": 0.95,
    "stage phase": 0.92,
    "goes on after acquisition": 0.97,
    "metric class": 0.90,
    "negatives left alone": 1.0,
}
OTHERS = {"label recall": 0.75, "negatives left alone": 1.0}

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the labelled workbooks are not beside this checkout")


@pytest.mark.parametrize(("language", "bounds"), [("en", ENGLISH), ("other", OTHERS)])
def test_reading_is_as_right_as_it_was(language: str, bounds: dict[str, float]) -> None:
    words = [sys.executable, str(SCORER), str(CORPUS), "--command", COMMAND, "--language", language, "--json"]
    figures = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    assert {name: figures[name]["share"] for name in bounds if figures[name]["share"] < bounds[name]} == {}


def test_every_workbook_is_audited_or_refused_in_a_sentence() -> None:
    for path in sorted(p for p in CORPUS.iterdir() if p.suffix in {".xlsx", ".csv"}):
        words = [sys.executable, "-m", "cxaudit", "audit", str(path), "--format", "json", "--as-of", "2026-11-22"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 3), (path.name, done.stderr)
        assert "Traceback" not in done.stderr, path.name
        assert done.stdout.startswith("{") or done.stderr.strip(), path.name


def test_the_consultants_cases_come_out_as_expected() -> None:
    check = SHARED / "cases" / "check.py"
    words = [sys.executable, str(check), str(check.parent), "--command", COMMAND]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
