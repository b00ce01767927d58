"""How a map's weight falls before and after the acquisition, where stages lie on both sides or nobody can tell."""

from __future__ import annotations

import io

from openpyxl import load_workbook
from scorecards import map_of, scorecard_of

from cxaudit.excel.book import write_book
from cxaudit.excel.contents import Contents
from cxaudit.prose.wording import before_and_after
from cxaudit.register import register_of
from cxaudit.scorecard import Scorecard

STAGES = [
    {"name": "Awareness", "steps": [{"activity": "I look"}, {"activity": "I ask"}]},
    {"name": "Purchase and onboarding", "steps": [{"activity": f"I {what}"} for what in ("pay", "unpack", "try")]},
    {"name": "Qx", "phase": "unclear", "steps": [{"activity": "I wait"}]},
    {"name": "Retention", "steps": [{"activity": "I renew"}]},
]


def card() -> Scorecard:
    return scorecard_of(map_of("Subscription", STAGES, "activity"))


def test_each_step_is_counted_once_and_a_stage_on_both_sides_is_told() -> None:
    found = card().maps[0]
    assert (found.before, found.after, found.both, found.unclear) == (2, 4, 3, 1)
    assert before_and_after(found) == "4 of 6 steps after acquisition (3 of them in stages that begin before it)"
    assert [(row.stage, row.after, row.both) for row in card().heat_maps[0].rows] == [
        ("Awareness", False, False),
        ("Purchase and onboarding", True, True),
        ("Qx", False, False),
        ("Retention", True, False),
    ]


def test_the_counts_agree_with_the_rule_that_judges_them() -> None:
    rule = next(rule for rule in card().rules if rule.id == "JC03")
    found = card().maps[0]
    assert (rule.met, rule.total) == (found.after, found.before + found.after)


def test_the_heat_map_shows_both_sides_and_what_is_unclear() -> None:
    scorecard = card()
    sheet = load_workbook(io.BytesIO(write_book(Contents(scorecard, register_of(scorecard)))))["Journey heat map"]
    rows = [row for row in sheet.iter_rows(values_only=True) if row[0]]
    assert [row[2] for row in rows if row[0] in [stage["name"] for stage in STAGES]] == [
        "before",
        "both",
        "unclear",
        "after",
    ]
    header = next(row for row in rows if row[0] == "Map")
    counts = next(row for row in rows if row[0] == "Subscription" and row[1] == "steps")
    assert dict(zip(header[2:7], counts[2:7], strict=True)) == {
        "Before": 2,
        "Both": 3,
        "After": 1,
        "Unclear": 1,
        "Share after": 4 / 6,
    }
