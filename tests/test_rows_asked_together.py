"""Rows of a table are asked together where they answer alike: the answer is that of one row after the other."""

from __future__ import annotations

import pytest

from cxaudit.fields import Entry, Place, Said, Seen, Told, any_text
from cxaudit.grid import Grid
from cxaudit.lacking import Lacks, lacking
from cxaudit.rowfields import Column, Columns, RowFields
from cxaudit.subject import Setting, Subject, not_giving
from cxaudit.together import Together

PLACE = Place("map.xlsx", "Map", "A1")
EMPTY = {"": (("", "is empty"),)}
GRID = Grid("map.xlsx", "Map", (("Goal",), ("warm up",), ("",)))
COLUMNS = Columns(GRID, {"goal": (Column(0, "Goal", EMPTY, frozenset({""})),)})
OWNED = Told({"owner": (Entry("Service desk", PLACE),)})


def steps(stage: str, *around: Said) -> tuple[Subject, ...]:
    setting = Setting("step", "Map", PLACE, ("goal",), phases=(stage,))
    rows = (RowFields(COLUMNS, 2, ("warm up",)), RowFields(COLUMNS, 3, ("",)))
    return tuple(Subject(setting, (stage, f"row {row.row}"), PLACE, (row, *around)) for row in rows)


@pytest.mark.parametrize("fields", [("goal",), ("owner",), ("goal", "owner"), ("channel",), ()])
def test_rows_that_do_not_give_a_field_are_those_that_do_not_give_it_one_by_one(fields: tuple[str, ...]) -> None:
    found = (*steps("use"), *steps("support", OWNED), Subject(Setting("stage", "Map", PLACE, ()), (), PLACE, (OWNED,)))
    assert not_giving(found, fields) == [subject for subject in found if not subject.gives(fields)]


def test_rows_of_a_sheet_without_a_label_are_told_of_once_over_all_stages() -> None:
    found = (*steps("use"), *steps("support"))
    lacks = Lacks()
    for subject in found:
        lacks.add(subject, ("owner",))
    (told,) = lacks.verdicts
    assert told.subjects == len(found)
    assert told.cause == lacking(found[0], ("owner",)).cause


def test_rows_of_a_sheet_with_the_label_are_told_of_one_by_one() -> None:
    found = steps("use")
    lacks = Lacks()
    assert not any(lacks.share(subject, ("goal",)) for subject in found)
    assert lacks.verdicts == ()


def test_rows_of_several_stages_say_together_what_they_say_stage_by_stage() -> None:
    texts = ("warm up", "", "run", "warm up", "stretch")
    rows = [RowFields(COLUMNS, number, (text,)) for number, text in enumerate(texts, start=2)]
    whole = Together((OWNED, Together(rows[:2]), Together(rows[2:3]), OWNED, Together(rows[3:])))
    one_by_one = (OWNED, *rows[:3], OWNED, *rows[3:])
    assert whole.parts == (OWNED, tuple(rows[:3]), OWNED, tuple(rows[3:]))
    assert list(whole.told(("goal", "owner"))) == [each for part in one_by_one for each in part.told(("goal", "owner"))]
    seen, seen_one_by_one = dict[str, set[str]](), dict[str, set[str]]()
    assert _firsts(whole, seen) == [each for part in one_by_one for each in _firsts(part, seen_one_by_one)]
    assert seen == seen_one_by_one


def _firsts(said: Said, seen: Seen) -> list[tuple[Entry, Said]]:
    return list(said.firsts(("goal",), seen, any_text))
