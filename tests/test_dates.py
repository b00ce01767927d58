"""Dates as people write them: what a text can mean, at the earliest and at the latest."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxaudit.dates import find_date, months_before
from cxaudit.rulefiles import load_rules

WORDS = load_rules().vocabulary


def span(text: str) -> tuple[str, str] | None:
    found = find_date(text, WORDS)
    return (found.first.isoformat(), found.last.isoformat()) if found else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-02-02", "2026-02-02", "2026-02-02"),
        ("2026/02/03", "2026-02-03", "2026-02-03"),
        ("3 June 2026", "2026-06-03", "2026-06-03"),
        ("June 3rd, 2026", "2026-06-03", "2026-06-03"),
        ("Last reviewed: 11 May 2023 by the board", "2023-05-11", "2023-05-11"),
        ("31.12.2025", "2025-12-31", "2025-12-31"),
        ("03/06/2026", "2026-03-06", "2026-06-03"),
        ("June 2026", "2026-06-01", "2026-06-30"),
        ("06/2026", "2026-06-01", "2026-06-30"),
        ("Q2 2026", "2026-04-01", "2026-06-30"),
        ("2026 Q1", "2026-01-01", "2026-03-31"),
        ("spring 2026", "2026-01-01", "2026-12-31"),
        ("mai 2026", "2026-05-01", "2026-05-31"),
    ],
)
def test_a_date_is_found_with_all_that_it_can_mean(text: str, first: str, last: str) -> None:
    assert span(text) == (first, last)


@pytest.mark.parametrize("text", ["", "soon", "every six months", "12 interviews", "n=188"])
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    assert span(text) is None


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_back_from_how_it_is_written(day: datetime.date) -> None:
    for text in (day.isoformat(), f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}"):
        assert span(text) == (day.isoformat(), day.isoformat())


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 60))
def test_months_before_is_never_after_and_keeps_the_day_where_the_month_has_it(day: datetime.date, months: int) -> None:
    earlier = months_before(day, months)
    assert earlier <= day
    assert earlier.day == day.day or (earlier + datetime.timedelta(days=1)).day == 1
