"""Dates as people write them: the earliest and the latest day that a text can mean."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from cxaudit.pattern import pattern
from cxaudit.vocabulary import Vocabulary

_ISO = pattern(r"\b(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\b")
_YEAR_FIRST = pattern(r"\b(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b")
_NUMERIC = pattern(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_MONTH_YEAR = pattern(r"\b(\d{1,2})[/.](\d{4})\b")
_QUARTER = pattern(r"\bQ([1-4])\s*[/ -]?\s*(\d{4})\b|\b(\d{4})\s*[/ -]?\s*Q([1-4])\b", re.IGNORECASE)
_YEAR = pattern(r"\b((?:19|20)\d{2})\b")


class Span(NamedTuple):
    """The earliest and the latest day that a text can mean, both included."""

    first: datetime.date
    last: datetime.date


def find_date(text: str, vocabulary: Vocabulary) -> Span | None:
    """The first date in a text, or None. `3/6/2026` spans both of its readings, `June 2026` the month."""
    for read in (_iso, _numeric, _quarter):
        span = read(text)
        if span:
            return span
    return _worded(text, vocabulary) or _month_year(text) or _year(text)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _month(year: int, month: int) -> Span | None:
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    return Span(datetime.date(year, month, 1), datetime.date(year, month, last))


def _iso(text: str) -> Span | None:
    found = _ISO.search(text) or _YEAR_FIRST.search(text)
    if not found:
        return None
    year, month, day = found.group(1), found.group(2), found.group(3)
    if day is None:
        return _month(int(year), int(month))
    exact = _day(int(year), int(month), int(day))
    return Span(exact, exact) if exact else None


def _numeric(text: str) -> Span | None:
    found = _NUMERIC.search(text)
    if not found:
        return None
    first, second, year = (int(part) for part in found.groups())
    readings = sorted(d for d in (_day(year, second, first), _day(year, first, second)) if d)
    return Span(readings[0], readings[-1]) if readings else None


def _quarter(text: str) -> Span | None:
    found = _QUARTER.search(text)
    if not found:
        return None
    quarter = int(found.group(1) or found.group(4))
    year = int(found.group(2) or found.group(3))
    first, last = _month(year, 3 * quarter - 2), _month(year, 3 * quarter)
    return Span(first.first, last.last) if first and last else None


def _worded(text: str, vocabulary: Vocabulary) -> Span | None:
    months = vocabulary.words("months").find_groups(text)
    year = _YEAR.search(text)
    if not months or not year:
        return None
    rest = text[: year.start()] + " " + text[year.end() :]
    day = re.search(r"\b([0-3]?\d)(?:st|nd|rd|th|\.)?\b", rest)
    exact = _day(int(year.group()), int(months[0]), int(day.group(1))) if day else None
    return Span(exact, exact) if exact else _month(int(year.group()), int(months[0]))


def _month_year(text: str) -> Span | None:
    found = _MONTH_YEAR.search(text)
    return _month(int(found.group(2)), int(found.group(1))) if found else None


def _year(text: str) -> Span | None:
    found = _YEAR.search(text)
    if not found:
        return None
    year = int(found.group())
    return Span(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months earlier, or the last day of that month where it is shorter."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
