"""Taking one thing out of a complete sample lowers the rules that ask for it; no other rule rises."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl.utils.cell import coordinate_to_tuple

from cxaudit import pipeline
from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.rulefiles import Rules, load_rules
from cxaudit.scorecard import RuleInfo
from cxaudit.terms import Terms
from cxaudit.workbook import read_workbook

SAMPLE = Path(__file__).parent.parent / "sample_workbooks" / "retail_bank.xlsx"
AS_OF = datetime.date(2026, 11, 22)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CONTENT = ("stage", "name", "metric", "other.question")
"""Labels that name the subjects themselves; without them there is another programme, not a poorer one."""


@cache
def rules() -> Rules:
    return load_rules()


@cache
def grids() -> tuple[Grid, ...]:
    return read_workbook(SAMPLE).grids


@cache
def readings() -> tuple[Reading, ...]:
    return pipeline.read(grids(), rules().vocabulary)


def lanes() -> list[tuple[str, str, str]]:
    found = [
        (reading.sheet, lane.place.cell, lane.field)
        for reading in readings()
        for table in reading.tables
        for lane in table.lanes
        if lane.field not in CONTENT
    ]
    return sorted(set(found))


def header_rows(sheet: str) -> set[str]:
    """The rows of a sheet that hold several labels: there a label heads the column below it."""
    rows = [cell.lstrip(LETTERS) for own, cell, _ in lanes() if own == sheet]
    return {row for row in rows if rows.count(row) > 2}


def _emptied(grid: Grid, cell: str) -> Grid:
    """The sheet with what stands under a label, or right of it, taken out."""
    row, column = coordinate_to_tuple(cell)
    beside = str(row) not in header_rows(grid.sheet)
    rows = [list(values) for values in grid.rows]
    for r, values in enumerate(rows, start=1):
        for c in range(1, len(values) + 1):
            if (beside and r == row and c == column + 1) or (not beside and c == column and r > row):
                values[c - 1] = ""
    return replace(grid, rows=tuple(tuple(values) for values in rows))


@cache
def outcomes(sheet: str = "", *cells: str) -> dict[str, RuleInfo]:
    given = grids()
    for cell in cells:
        given = tuple(_emptied(grid, cell) if grid.sheet == sheet else grid for grid in given)
    return {rule.id: rule for rule in pipeline.audit(given, rules(), Terms(as_of=AS_OF)).rules}


def names(ident: str) -> set[str]:
    """The fields that a rule's check names, with and without their aspects."""
    rule = next(rule for rule in rules().ruleset.rules if rule.id == ident)
    return {part for name in rule.check.field_names() for part in (name, name.split(".")[0])}


@pytest.mark.parametrize(("sheet", "cell", "field"), lanes(), ids=str)
def test_taking_a_column_out_makes_no_rule_rise(sheet: str, cell: str, field: str) -> None:
    before, after = outcomes(), outcomes(sheet, cell)
    risen = [
        ident
        for ident, rule in after.items()
        if rule.score is not None and (was := before[ident].score) is not None and rule.score > was + 1e-9
    ]
    assert risen == []


@pytest.mark.parametrize(("sheet", "cell", "field"), lanes(), ids=str)
def test_only_rules_that_name_what_is_taken_out_fall(sheet: str, cell: str, field: str) -> None:
    before, after = outcomes(), outcomes(sheet, cell)
    fallen = {
        ident
        for ident, rule in after.items()
        if rule.score is not None and (was := before[ident].score) is not None and rule.score < was - 1e-9
    }
    base = field.split(".", maxsplit=1)[0]
    strangers = {ident for ident in fallen if not {field, base} & names(ident)}
    assert strangers == set()


@pytest.mark.parametrize(("sheet", "field"), sorted({(sheet, field) for sheet, _, field in lanes()}), ids=str)
def test_a_rule_that_asks_for_this_one_thing_falls(sheet: str, field: str) -> None:
    kinds = {"Customer journey": ("map", "stage", "step", "touchpoint"), "Personas": ("persona",)}.get(sheet, ())
    asking = {
        rule.id
        for rule in rules().ruleset.rules
        if rule.check.of in kinds and getattr(rule.check, "fields", ()) == (field,) and rule.check.type == "filled"
    }
    after = outcomes(sheet, *(cell for own, cell, name in lanes() if (own, name) == (sheet, field)))
    assert {ident for ident in asking if after[ident].outcome == "met"} == set()
