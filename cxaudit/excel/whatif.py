"""Sheet "What-if": the score of each rule now, a planned score to type, and live formulas for all that follows.

From top to bottom: the verdict now and planned (it stays in sight), dimensions and overall, gates and
levels, and the rules with the planned scores. The formulas are those of the tool's scoring.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from cxaudit.excel import palette
from cxaudit.excel.conditions import bars, shade
from cxaudit.excel.contents import Contents
from cxaudit.excel.formulas import (
    Rows,
    change_formula,
    coverage_formula,
    dimension_formulas,
    gate_formulas,
    level_formula,
    overall_formula,
    shown_formula,
    verdict,
)
from cxaudit.excel.look import CELL, HEADER, NUMBER, SHARE, Look
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen
from cxaudit.excel.plan_values import PlanValues, change_of, shown
from cxaudit.excel.tables import write_header
from cxaudit.excel.whatif_rules import PLANNED, RULE, TITLES, write_rules

__all__ = ["NAME", "NOW", "PLANNED", "RULE", "Names", "write"]
NAME = "What-if"
NOW = "Now, exact"
_LEAD = (
    "Type a planned score from 0 % to 100 % into the yellow column of the rules below; everything above them follows.",
    "Rules that do not apply stay out. A rule that could not be told counts as soon as a score is planned for it.",
)
_NOW, _PLANNED, _BLOCKS = 4, 5, 7
_GATE_TITLES = ("Holds at", "Score at most", "Planned score", "It then")
_FOUR_PLACES = replace(NUMBER, colour=palette.QUIET, number="0.0000")
_STRONG = replace(CELL, size=10, bold=True)
_QUIET_NUMBER = replace(NUMBER, colour=palette.QUIET, number="0.00")


class Names(Struct, frozen=True):
    """The names of the result cells, for whoever reads the sheet by program or writes formulas on it."""

    overall: str = "planned_overall"
    coverage: str = "planned_coverage"
    level: str = "planned_level"


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    scorecard = contents.scorecard
    rows = Rows.of(
        first=_BLOCKS,
        dimensions=len(scorecard.dimensions),
        gates=sum(1 for rule in scorecard.rules if rule.gate),
        levels=len(scorecard.levels),
        rules=len(scorecard.rules),
    )
    open_sheet(pen, NAME, *_LEAD)
    values = PlanValues(scorecard, contents.earlier.planned if contents.earlier else {})
    _write_verdict(pen, values, rows)
    _write_dimensions(pen, values, rows)
    _write_overall(pen, values, rows)
    _write_gates(pen, values, rows)
    _write_levels(pen, values, rows)
    write_rules(pen, values, rows)
    _name_results(book, rows)
    pen.sheet.freeze_panes = f"A{_PLANNED + 1}"
    set_page(pen.sheet, contents)
    return pen


def _write_verdict(pen: Pen, values: PlanValues, rows: Rows) -> None:
    big = Look(size=12, bold=True, colour=palette.DEEP, wrap=False, vertical="center")
    pen.put(_NOW, 1, "Now", replace(big, colour=palette.QUIET))
    pen.put(_NOW, 2, values.scorecard.verdict, replace(big, bold=False, size=11, colour=palette.QUIET))
    pen.put(_PLANNED, 1, "Plan", big)
    pen.formula(_PLANNED, 2, verdict(rows), big, values.verdict())
    for row in (_NOW, _PLANNED):
        pen.height(row, 20)


def _write_dimensions(pen: Pen, values: PlanValues, rows: Rows) -> None:
    titles = ("", "Dimension", "Weight", "Now", "Planned", "Change", "Evidence")
    sums = ("Weight that applies", "Weight counted", "Dimension counted", "Dimension × score", "Planned, exact", NOW)
    write_header(
        pen,
        rows.dimension_header,
        [(t, w) for t, (_, w) in zip((*titles, *sums), TITLES, strict=True)],
        (*titles[2:], *sums),
    )
    for row, one in enumerate(values.scorecard.dimensions, start=rows.dimensions.start):
        pen.row(row, (one.id, one.title), CELL)
        pen.put(row, 3, one.weight, replace(NUMBER, number="0"))
        pen.put(row, 4, shown(one.score), NUMBER)
        pen.put(row, 13, _exact(one.score), _FOUR_PLACES)
        filled = zip(dimension_formulas(rows, row), values.dimension(one).row(), strict=True)
        for column, (formula, result) in enumerate(filled, start=5):
            pen.formula(row, column, formula, _dimension_look(column), result)
    for letter in ("D", "E"):
        bars(pen.sheet, f"{letter}{rows.dimensions.start}:{letter}{rows.overall}", 100)


def _write_overall(pen: Pen, values: PlanValues, rows: Rows) -> None:
    row, now, planned = rows.overall, values.scorecard.score, values.overall
    pen.row(row, (None, None, None, None), CELL, first=8)
    pen.row(row, ("", "Overall", None), _STRONG)
    strong = replace(NUMBER, bold=True)
    pen.put(row, 4, shown(now), strong)
    pen.formula(row, 5, shown_formula(row), strong, shown(planned))
    pen.formula(row, 6, change_formula(row), _change(bold=True), change_of(now, planned))
    pen.formula(row, 7, coverage_formula(rows), replace(SHARE, bold=True), values.coverage)
    pen.formula(row, 12, overall_formula(rows), _FOUR_PLACES, _exact(planned))
    pen.put(row, 13, _exact(now), _FOUR_PLACES)


def _exact(score: float | None) -> float | str:
    return "not assessed" if score is None else score


def _dimension_look(column: int) -> Look:
    return {5: NUMBER, 6: _change(), 7: SHARE, 12: _FOUR_PLACES}.get(column, _QUIET_NUMBER)


def _change(bold: bool = False) -> Look:
    return replace(NUMBER, number="+0.0;-0.0;0.0", bold=bold)


def _write_gates(pen: Pen, values: PlanValues, rows: Rows) -> None:
    gated = [(number, rule) for number, rule in enumerate(values.scorecard.rules) if rule.gate]
    if not gated:
        return
    _small_header(pen, rows.gates.start - 1, ("Gate", "Holds the level while", "", *_GATE_TITLES))
    for row, (number, rule) in zip(rows.gates, gated, strict=True):
        gate = rule.gate
        if gate is None:
            continue
        pen.row(row, (rule.id, gate.says, None), CELL)
        pen.put(row, 4, gate.max_level, replace(NUMBER, number='"level "0'))
        pen.put(row, 5, gate.when_at_most, replace(SHARE, number='"up to" 0%'))
        counted, held = gate_formulas(row, f"H{rows.rules.start + number}")
        score = values.counted(rule)
        pen.formula(row, 6, counted, SHARE, "cannot tell" if score is None else score)
        pen.formula(
            row, 7, held, replace(_STRONG, align="right", indent=0), "holds" if values.gate_holds(rule) else "open"
        )
    shade(pen.sheet, f"G{rows.gates.start}:G{rows.gates.stop - 1}", f'G{rows.gates.start}="holds"', fill=palette.WARM)


def _small_header(pen: Pen, row: int, titles: tuple[str, ...]) -> None:
    for column, title in enumerate(titles, start=1):
        pen.put(row, column, title, HEADER if column < 4 else replace(HEADER, align="right", indent=0))


def _write_levels(pen: Pen, values: PlanValues, rows: Rows) -> None:
    bounds = values.scorecard.coverage_bounds
    _small_header(pen, rows.levels.start - 1, ("Level", "Name", "", "Begins at", "Planned"))
    for row, level in zip(rows.levels, values.scorecard.levels, strict=True):
        pen.put(row, 1, level.number, replace(CELL, number="0", align="left"))
        pen.row(row, (level.name, None), CELL, first=2)
        pen.put(row, 4, level.from_score, replace(NUMBER, number="0"))
    row = rows.planned_level
    pen.row(row, (None, "Planned level", None, None), _STRONG)
    planned = values.level
    pen.formula(
        row,
        5,
        level_formula(rows),
        replace(_STRONG, align="right", indent=0),
        "no level" if planned is None else planned,
    )
    pen.row(rows.enough, (None, "A level needs evidence coverage of at least", None, None), CELL)
    pen.put(rows.enough, 5, bounds.no_level_under if bounds else 0, SHARE)
    pen.row(rows.claim, (None, "What is claimed and not seen counts as evidence with", None, None), CELL)
    pen.put(rows.claim, 5, bounds.claim_counts if bounds else 1, SHARE)


def _name_results(book: Workbook, rows: Rows) -> None:
    names = Names()
    for name, cell in (
        (names.overall, f"$L${rows.overall}"),
        (names.coverage, f"$G${rows.overall}"),
        (names.level, f"$E${rows.planned_level}"),
    ):
        book.defined_names[name] = DefinedName(name, attr_text=f"'{NAME}'!{cell}")
