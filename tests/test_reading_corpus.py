"""The accuracy over real workbooks of other people does not fall below what was reached."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"
CORPUS, SCORER = SHARED / "corpus", SHARED / "tools" / "score_reading.py"
ENGLISH = {
    "sheet kind": 0.95,
    "label recall": 0.91,
    "label precision": 0.93,
    "stages found": 0.97,
    "stage phase": 0.92,
    "goes on after acquisition": 0.97,
    "metric class": 0.95,
    "negatives left alone": 1.0,
}
OTHER = {"label recall": 0.80, "label precision": 0.90, "negatives left alone": 1.0}


@pytest.mark.skipif(not SCORER.exists(), reason="the labelled workbooks are not part of the project")
@pytest.mark.parametrize(("language", "least"), [("en", ENGLISH), ("other", OTHER)])
def test_the_reading_of_real_workbooks_keeps_its_accuracy(language: str, least: dict[str, float]) -> None:
    command = f"{sys.executable} -m cxaudit"
    run = subprocess.run(
        [sys.executable, SCORER, CORPUS, "--command", command, "--language", language, "--json"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert run.returncode == 0, run.stderr
    figures = {name: row["share"] for name, row in json.loads(run.stdout).items()}
    assert {name: figures[name] for name, share in least.items() if figures[name] < share} == {}
