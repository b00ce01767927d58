"""Journey maps of any length to measure with: a row for each step, fifteen columns of text, always the same."""

from __future__ import annotations

import random
from pathlib import Path

STAGES = ("Awareness", "Consideration", "Purchase", "Onboarding", "Use", "Support", "Renewal", "Advocacy")
HEAD = [
    "Stage",
    "Step",
    "Customer actions",
    "Touchpoint",
    "Channel",
    "Owner",
    "Data shared",
    "Content",
    "Emotion",
    "Thoughts",
    "Pain point",
    "What helps",
    "Opportunity",
    "Metric",
    "Duration",
]
WORDS = [
    "reads",
    "compares",
    "asks",
    "calls",
    "opens",
    "waits",
    "signs",
    "pays",
    "returns",
    "tells",
    "writes",
    "checks",
    "sends",
    "price",
    "offer",
    "branch",
    "letter",
    "screen",
    "form",
    "advice",
    "help",
    "time",
    "money",
    "answer",
    "status",
    "order",
    "delivery",
    "question",
]
CHANNELS = ("Web", "Phone", "Store", "App")
OWNERS = ("Service desk", "Digital team", "Branch manager", "Marketing")
EMOTIONS, DURATIONS = ("Curious", "Anxious", "Relieved"), ("2 days", "1 hour")
METRICS = ("NPS", "CSAT", "Conversion rate", "Retention rate")


def journey(path: Path, rows: int) -> None:
    """Writes the map of so many rows."""
    import openpyxl

    dice = random.Random(rows)  # noqa: S311 (to be repeated, not to be secret)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Journey map")
    sheet.append(HEAD)
    for number in range(rows):
        sheet.append(_row(number, rows, dice))
    book.save(path)


def _row(number: int, rows: int, dice: random.Random) -> list[str]:
    def said(words: int) -> str:
        return " ".join(dice.choice(WORDS) for _ in range(words))

    start = [STAGES[number * len(STAGES) // rows], f"Step {number + 1} {said(2)}", said(5), said(2)]
    middle = [dice.choice(CHANNELS), dice.choice(OWNERS), said(3), said(3), dice.choice(EMOTIONS)]
    return [*start, *middle, said(6), said(4), said(4), said(5), dice.choice(METRICS), dice.choice(DURATIONS)]
