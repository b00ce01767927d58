"""`audit --watch` as a command: its outputs at each save, what it redacts, what it refuses."""

from __future__ import annotations

import datetime
import threading
import time
from pathlib import Path

from cli_builders import AS_OF, LOAN, loan, run

from cxaudit import session
from cxaudit.scorecard import scorecard_of_json


def test_the_command_audits_again_and_writes_its_outputs_at_a_save(tmp_path: Path) -> None:
    path, out = loan(tmp_path), tmp_path / "scorecard.json"

    def save() -> None:
        while not out.exists():
            time.sleep(0.05)
        path.write_text(LOAN.replace("TBD", "App product owner"), encoding="utf-8")

    saver = threading.Thread(target=save, daemon=True)
    saver.start()
    result = run("audit", path, "-o", out, "--watch", "--watch-saves", "1", "--quiet", *AS_OF)
    saver.join()
    assert result.exit_code == 0
    assert "Saved: loan.csv. Level " in result.stdout
    assert "Mended: " in result.stdout
    written = scorecard_of_json(out.read_text(encoding="utf-8"))
    assert written.rules == session.audit(path, as_of=datetime.date(2026, 11, 22)).rules


def test_with_redaction_no_save_names_anybody(tmp_path: Path) -> None:
    path, out = tmp_path / "Karin Holm.csv", tmp_path / "scorecard.json"
    text = LOAN.replace("Brand manager", "Karin Holm").replace("I sign", "Karin signs")
    path.write_text(text, encoding="utf-8")

    def save() -> None:
        while not out.exists():
            time.sleep(0.05)
        path.write_text(text.replace("TBD", "").replace("Proud", "Karin is proud"), encoding="utf-8")

    saver = threading.Thread(target=save, daemon=True)
    saver.start()
    result = run("audit", path, "-o", out, "--watch", "--watch-saves", "1", "--redact", *AS_OF)
    saver.join()
    assert result.exit_code == 0
    assert "Saved: Person 1.csv. Level " in result.stdout
    everything = result.stdout + result.stderr + out.read_text(encoding="utf-8")
    assert [name for name in ("Karin", "Holm") if name in everything.replace(tmp_path.as_posix(), "")] == []


def test_watch_and_json_on_standard_output_do_not_go_together(tmp_path: Path) -> None:
    result = run("audit", loan(tmp_path), "--watch", "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("--watch tells of saves in the terminal")
