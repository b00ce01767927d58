"""Headings that say when a stage is: "Day 0: Discovery", "Minute 0-5 (set-up)", "Week 2-4: Settling in".

Day 1: First visit            the stages
  Minute 0-5 (at the door)    parts of a stage, in units of their own right below its heading
  Feels | Curious
Day 2: Coming back
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cxaudit.pattern import pattern
from cxaudit.tables.lines import Line
from cxaudit.vocabulary import Vocabulary

_UNITS = "time-units"
_AHEAD = pattern(r"^\W*([^\W\d_]+)\.?\s*(?:[#+]\s*)?([-−–]?\d{1,3})(?![\d.,]*\s*[%€$£])")
_BEHIND = pattern(r"^\W*(\d{1,3})(?:\s*(?:[-–—]|to)\s*\d{1,3})?\s*\+?\s*-?([^\W\d_]+)\b\s*(?:[:—–-]|$)")
_MINUTES = {
    "seconds": 1 / 60,
    "minutes": 1.0,
    "hours": 60.0,
    "days": 1440.0,
    "weeks": 10080.0,
    "months": 43200.0,
    "quarters": 129600.0,
    "years": 525600.0,
}


def unit_of(text: str, vocabulary: Vocabulary) -> str:
    """The unit in which a heading says when it is, "days" for "Day 3: First visit"; empty where it says nothing."""
    return _told(text, vocabulary)[0]


def timed_headings(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[list[Line], bool]:
    """The headings that say when they are, without those that part another one, and whether there are any of these."""
    units = {line.row: unit for line in lines if line.heading and (unit := unit_of(line.text, vocabulary))}
    found = [line for line in lines if line.row in units]
    parts: set[str] = set()
    for line, below in pairwise(lines):
        whole, part = units.get(line.row, ""), units.get(below.row, "")
        if whole and part and part != whole:
            parts |= {part, *(unit for unit, length in _MINUTES.items() if length < _MINUTES[whole])}
    kept = [line for line in found if units[line.row] not in parts]
    return (kept, bool(parts)) if kept else (found, False)


def begins_anew(texts: Sequence[str], vocabulary: Vocabulary) -> list[int]:
    """The places where another map begins: a time before the first one of the map, or the same one again."""
    found: list[int] = []
    first: tuple[float, str] | None = None
    for place, text in enumerate(texts):
        unit, number = _told(text, vocabulary)
        when = (number * _MINUTES[unit], unit) if unit else None
        if when and first and (when[0] < first[0] or when == first):
            found.append(place)
            first = when
        first = first or when
    return found


def _told(text: str, vocabulary: Vocabulary) -> tuple[str, int]:
    """The unit and the first number of a heading that begins with a time."""
    ahead = _AHEAD.match(text)
    word, number = (ahead.group(1), ahead.group(2)) if ahead else ("", "")
    if not ahead and (behind := _BEHIND.match(text)):
        number, word = behind.groups()
    unit = vocabulary.words(_UNITS).opening(word)[1] if word else ""
    return (unit, int(number.replace("−", "-").replace("–", "-"))) if unit else ("", 0)
