"""A programme through half a year: audited, assessed, waived, mended, compared; then the waiver is over."""

from __future__ import annotations

import json
from pathlib import Path

from cli_builders import LOAN, run

JANUARY, FEBRUARY, AUGUST = "2026-01-10", "2026-02-10", "2026-08-10"
WAIVER = """\
waivers:
  - rule: measured-after-acquisition
    kind: planned
    reason: The measures are chosen in the summer
    approved_by: Head of customer experience
    granted: 2026-01-20
    expires: 2026-07-31
"""


def audit(folder: Path, day: str, *words: object, code: int = 0) -> tuple[dict, str]:
    """An audit of the folder: the scorecard that it keeps, and what was said."""
    target = folder.parent / f"{day}.json"
    result = run("audit", folder, "--as-of", day, "-o", target, *words)
    assert result.exit_code == code, result.stderr
    return json.loads(target.read_text(encoding="utf-8")), result.stdout + result.stderr


def test_a_programme_is_followed_for_half_a_year(tmp_path: Path) -> None:
    home = tmp_path / "bank"
    home.mkdir()
    journey, metrics, file = home / "loan.csv", home / "metrics.csv", home / "cxaudit.yaml"
    journey.write_text(LOAN, encoding="utf-8")
    metrics.write_text("Metric,Owner,Target\nNet promoter score,CX team,40\nCost per lead,Marketing,12\n", "utf-8")
    gate = ("--fail-on", "TO02", "--fail-on", "MV06")

    # January: two rules must hold, and neither does.
    first, said = audit(home, JANUARY, *gate, code=1)
    open_rules = {rule["id"] for rule in first["rules"] if rule["findings"]}
    assert {"TO02", "MV06"} <= open_rules
    assert "TO02 has 1 open finding" in said
    assert "MV06 has " in said

    # The team answers what no workbook shows; that is evidence, though only claimed.
    answers = tmp_path / "answers.yaml"
    answers.write_text("schema: cxaudit-answers/1\nby: Ana Ruiz\nanswers: [{rule: GV05, answer: 3}]\n", "utf-8")
    assert run("assess", home, "--answers", answers, "--as-of", "2026-01-15", "-q").exit_code == 0
    assessed, _ = audit(home, "2026-01-16", *gate, code=1)
    assert assessed["coverage"] > first["coverage"]
    assert next(rule["evidence"] for rule in assessed["rules"] if rule["id"] == "GV05") == "claimed"

    # One is put off with a waiver, the other mended: the gate opens, and the waiver changed no point.
    file.write_text(file.read_text(encoding="utf-8") + WAIVER, encoding="utf-8")
    waived, _ = audit(home, "2026-01-20", *gate, code=1)
    assert waived["score"] == assessed["score"]
    journey.write_text(LOAN.replace("App,App,TBD", "App,App,App team"), encoding="utf-8")
    second, said = audit(home, FEBRUARY, *gate, "--previous", tmp_path / f"{JANUARY}.json")
    assert [one["state"] for one in second["waivers"]] == ["active"]
    assert f"Since {JANUARY}.json ({JANUARY}): From level" in said
    assert any(key.startswith("TO02") for key in second["mended"])

    # The comparison: what was mended is the client's, and nothing the rules'.
    compared = run("compare", tmp_path / f"{JANUARY}.json", tmp_path / f"{FEBRUARY}.json", "--format", "json")
    comparison = json.loads(compared.stdout)
    changes = {one["key"]: one["change"] for one in comparison["findings"]}
    assert {change for key, change in changes.items() if key.startswith("TO02")} == {"mended"}
    assert {change for key, change in changes.items() if key.startswith("MV06")} == {"still_open"}
    assert comparison["split"]["client"] > 0
    assert comparison["split"]["rules"] == 0

    # Six months later the waiver is over, and the owner is gone again: both count, and both are told.
    journey.write_text(LOAN, encoding="utf-8")
    third, said = audit(home, AUGUST, *gate, "--new-only", "--previous", tmp_path / f"{FEBRUARY}.json", code=1)
    assert [one["state"] for one in third["waivers"]] == ["expired"]
    assert "0 active, 0 soon to expire, 1 expired, 0 unused" in said
    assert "TO02 has 1 new finding" in said
    assert "MV06" not in said[said.index("TO02 has 1 new finding") :]
    assert "Back again: " in said
    _, said = audit(home, AUGUST, *gate, "-q", code=1)
    assert "MV06 has " in said
