"""Laws of reading: where a table stands, and which way round, does not change what is read."""

from __future__ import annotations

from itertools import groupby

from drawing import Told, of_rows, the_map, told, vocabulary
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from cxaudit.grid import Area
from cxaudit.reading import read_grid

LANES = [
    "Activities",
    "Touchpoints",
    "Channel",
    "Emotions",
    "Pain points",
    "Opportunities",
    "KPI",
    "Owner",
    "What helps",
]
STAGES = [
    "Awareness",
    "Comparing",
    "Purchase",
    "Onboarding",
    "Everyday use",
    "Getting help",
    "Renewal",
    "Telling others",
]
Rows = list[list[str]]
words = st.sampled_from(["blue kiosk", "paper form", "call", "long queue", "letter", "counter", "rain", "warm tea", ""])


@st.composite
def maps(draw: st.DrawFn) -> Rows:
    """A table with stages down and lanes across; "Touchpoints" and "Emotions" are always there."""
    more = draw(st.lists(st.sampled_from(LANES), unique=True, max_size=5))
    lanes = list(dict.fromkeys(["Touchpoints", "Emotions", *more]))
    stages = draw(st.lists(st.sampled_from(STAGES), min_size=3, unique=True))
    ordered = sorted(stages, key=STAGES.index)
    body = [[stage, *(draw(words) or "note" for _ in lanes)] for stage in ordered]
    return [["Stage", *lanes], *body]


def read_rows(rows: Rows, merged: tuple[Area, ...] = ()) -> Told:
    return told(the_map(read_grid(of_rows(rows, merged=merged), vocabulary())))


def transposed(rows: Rows) -> Rows:
    return [list(column) for column in zip(*rows, strict=True)]


@settings(deadline=None, max_examples=60)
@drawn(maps(), st.integers(0, 6), st.integers(0, 5))
def test_moving_a_table_changes_nothing(rows: Rows, down: int, right: int) -> None:
    moved = [[] for _ in range(down)] + [[""] * right + row for row in rows]
    assert read_rows(moved) == read_rows(rows)


@settings(deadline=None, max_examples=40)
@drawn(maps(), st.lists(st.sampled_from(["Customer journey", "Draft", "", "Bank of Alba 2026"]), max_size=4))
def test_title_rows_change_nothing(rows: Rows, titles: list[str]) -> None:
    assert read_rows([[title] for title in titles] + [[]] + rows) == read_rows(rows)


@settings(deadline=None, max_examples=60)
@drawn(maps())
def test_a_transposed_table_says_the_same(rows: Rows) -> None:
    assert read_rows(transposed(rows)) == read_rows(rows)


@settings(deadline=None, max_examples=40)
@drawn(maps(), st.data())
def test_an_empty_column_changes_nothing(rows: Rows, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(rows[0])))
    widened = [[*row[:at], "", *row[at:]] for row in rows]
    assert read_rows(widened) == read_rows(rows)


@settings(deadline=None, max_examples=40)
@drawn(maps(), st.integers(1, 3))
def test_a_stage_merged_over_its_rows_says_the_same_as_one_repeated(rows: Rows, times: int) -> None:
    repeated = [rows[0], *(row for row in rows[1:] for _ in range(times))]
    merged, areas, top = [rows[0]], [], 2
    for _, group in groupby(repeated[1:], key=lambda row: row[0]):
        found = list(group)
        merged += [found[0], *(["", *row[1:]] for row in found[1:])]
        areas.append(Area(top, 1, top + len(found) - 1, 1))
        top += len(found)
    assert read_rows(merged, tuple(areas)) == read_rows(repeated)


@settings(deadline=None, max_examples=100)
@drawn(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=12))
def test_any_sheet_is_read_without_a_crash(rows: Rows) -> None:
    reading = read_grid(of_rows(rows), vocabulary())
    assert reading.kind in {"journey", "persona", "metrics", "touchpoints", "practices", "other"}
    assert 0 <= reading.confidence <= 1
