"""The self-assessment as a person goes through it, in a pseudo-terminal."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest
from cli_builders import run
from terminals import Terminal

from cxaudit.engagement.file import load_engagement

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are not there on Windows")
HOTEL = Path(__file__).resolve().parent.parent / "sample_workbooks" / "hotel_group.xlsx"
WORDS = ("assess", "hotel.xlsx", "--as-of", "2026-11-22")
EVIDENCE = "What shows it (Enter for nothing): "
KEY = "\n> "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(HOTEL, tmp_path / "hotel.xlsx")
    return tmp_path


def test_an_assessment_is_quit_half_way_resumed_and_ends_in_a_scorecard(folder: Path) -> None:
    with Terminal(folder, *WORDS) as screen:
        screen.until("Your name")
        screen.press("Ana Ruiz\r")
        first = screen.until(KEY)
        assert "Question 1 of 8" in first
        assert "GV05 What are marketing's own goals about?" in first
        assert "4 Marketing is measured by results after the sale" in first
        assert "Why it is asked: " in first
        assert "Who says so: Jordan Turner, Gartner" in first
        screen.press("3")
        screen.until(EVIDENCE)
        screen.press("goals of 2026, page 2\r")
        second = screen.until(KEY)
        assert "Question 2 of 8" in second
        assert "12 % Governance" in second
        screen.press("s")  # skipped: asked again next time
        assert "Question 3 of 8" in screen.until(KEY)
        screen.press("d")
        assert "Question 4 of 8" in screen.until(KEY)
        screen.press("b")
        assert "Your answer so far: do not know (2026-11-22)" in screen.until(KEY)
        screen.press("2")
        screen.until(EVIDENCE)
        screen.press("\r")
        assert "Question 4 of 8" in screen.until(KEY)
        screen.press("x")
        assert "Keys: 1 to 4 answer" in screen.until(KEY)
        screen.press("q")
        assert screen.end() == 0
    assert "Kept in cxaudit.yaml; 6 left. Go on with: cxaudit assess hotel.xlsx --as 'Ana Ruiz'" in screen.transcript
    assert "CX maturity scorecard" not in screen.transcript

    with Terminal(folder, *WORDS, "--as", "Ana Ruiz") as screen:
        assert "Question 2 of 8" in screen.until(KEY)
        for rule in ("GV07", "GV08", "GV04", "GV10", "GV11"):
            screen.press("4")
            screen.until(EVIDENCE)
            screen.press("\r")
            assert rule in screen.until(KEY)
        screen.press("d")
        assert screen.end() == 0
    assert "CX maturity scorecard" in screen.transcript
    assert "Claimed, not seen: 7 rules rest on the self-assessment of Ana Ruiz" in " ".join(screen.transcript.split())

    kept = load_engagement(folder / "cxaudit.yaml").data.answers
    assert [(line.rule, line.answer) for line in kept] == [
        ("GV05", 3),
        ("GV06", 2),
        ("GV03", 4),
        ("GV07", 4),
        ("GV08", 4),
        ("GV04", 4),
        ("GV10", 4),
        ("GV11", 0),
    ]
    assert (kept[0].by, kept[0].on, kept[0].evidence) == ("Ana Ruiz", "2026-11-22", "goals of 2026, page 2")


def test_two_people_who_differ_are_shown_and_can_agree(folder: Path) -> None:
    (folder / "ben.yaml").write_text(
        "schema: cxaudit-answers/1\nby: Ben Ode\n"
        "answers: [{rule: GV05, answer: 1, evidence: target letter}, {rule: GV03, answer: 2}]\n",
        encoding="utf-8",
    )
    took = run("assess", folder / "hotel.xlsx", "--answers", folder / "ben.yaml", "--as-of", "2026-11-22")
    assert took.exit_code == 0
    with Terminal(folder, *WORDS, "--as", "Ana Ruiz", "--format", "json", "-o", "card.json") as screen:
        for rule, key in (("GV05", "3"), ("GV03", "2")):
            assert rule in screen.until(KEY)
            screen.press(key)
            screen.until(EVIDENCE)
            screen.press("\r")
        for rule in ("GV06", "GV07", "GV08", "GV04", "GV10", "GV11"):
            assert rule in screen.until(KEY)
            screen.press("s")
        shown = " ".join(screen.until(KEY).split())
        assert "On 1 question the answers differ." in shown
        assert "GV05: the answers differ: Ben Ode 1 (2026-11-22), Ana Ruiz 3 (2026-11-22)." in shown
        assert "Ben Ode: target letter" in shown
        screen.press("2")
        screen.until("Why this one")
        screen.press("the letter is older than the goals\r")
        assert screen.end() == 0
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    (rule,) = (one for one in card["rules"] if one["id"] == "GV05")
    assert (rule["evidence"], rule["score"]) == ("claimed", 0.3)
    assert [(one["by"], one["answer"], one["agreed"]) for one in rule["answers"]] == [
        ("Ana Ruiz", 2, True),
        ("Ben Ode", 1, False),
        ("Ana Ruiz", 3, False),
    ]
    assert not any("differ" in note for note in card["notes"])
