"""The rules of the What-if sheet: the score now, the planned score to type, and what follows for each rule."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl.worksheet.datavalidation import DataValidation

from cxaudit.excel import palette
from cxaudit.excel.conditions import bars, shade
from cxaudit.excel.contents import OUTCOMES
from cxaudit.excel.formulas import Rows, rule_formulas
from cxaudit.excel.look import CELL, COUNT, NUMBER, SHARE, TYPED
from cxaudit.excel.pen import Pen
from cxaudit.excel.plan_values import PlanValues, exact_score
from cxaudit.excel.tables import name_table, write_header
from cxaudit.grid import Area
from cxaudit.scorecard import RuleInfo

RULE, PLANNED, EVIDENCE = "Rule", "Planned score", "Evidence now"
TITLES = (
    (RULE, 8),
    ("What the rule asks", 46),
    ("Dimension", 11),
    ("Weight", 9),
    ("Outcome now", 15),
    ("Score now", 12),
    (PLANNED, 12),
    ("Score counted", 11),
    ("Weight counted", 11),
    ("Weight × score", 11),
    ("Points won", 11),
    ("Evidence weight", 11),
    (EVIDENCE, 11),
)
_NUMBERS = {title for title, _ in TITLES[3:]} - {"Outcome now", EVIDENCE}
_INPUT = replace(TYPED, align="right", indent=0, number="0%")
_QUIET_NUMBER = replace(NUMBER, colour=palette.QUIET, number="0.00")
_QUIET_TEXT = replace(CELL, colour=palette.QUIET)
_QUIET_SHARE = replace(SHARE, colour=palette.QUIET)


def write_rules(pen: Pen, values: PlanValues, rows: Rows) -> None:
    """The list of rules, with a planned score to type for each that applies."""
    write_header(pen, rows.rule_header, TITLES, _NUMBERS)
    for row, rule in zip(rows.rules, values.scorecard.rules, strict=True):
        pen.row(row, (rule.id, rule.title, rule.dimension), CELL)
        pen.put(row, 4, rule.weight, COUNT)
        pen.put(row, 5, OUTCOMES[rule.outcome], CELL)
        now = exact_score(rule)
        pen.put(row, 6, "" if now is None else now, SHARE)
        _write_planned(pen, row, rule, values.planned.get(rule.id))
        filled = zip(rule_formulas(rows, row), values.rule_row(rule), strict=True)
        for column, (formula, shown) in enumerate(filled, start=8):
            pen.formula(row, column, formula, _QUIET_SHARE if column == 8 else _QUIET_NUMBER, shown)
        pen.put(row, len(TITLES), "" if rule.evidence == "none" else rule.evidence, _QUIET_TEXT)
    first, last = rows.rules.start, max(rows.rules.start, rows.rules.stop - 1)
    name_table(pen, "CxWhatIf", Area(rows.rule_header, 1, last, len(TITLES)))
    for letter in ("F", "G"):
        bars(pen.sheet, f"{letter}{first}:{letter}{last}", 1)
    shade(pen.sheet, f"A{first}:M{last}", f'$E{first}="not applicable"', colour=palette.QUIET)
    pen.sheet.add_data_validation(_score_only(f"G{first}:G{last}"))


def _write_planned(pen: Pen, row: int, rule: RuleInfo, typed: float | None) -> None:
    if rule.outcome == "not_applicable":
        pen.put(row, 7, None, CELL)
    elif typed is not None:
        pen.put(row, 7, typed, _INPUT)
    elif rule.score is None:
        pen.put(row, 7, None, _INPUT)
    else:
        pen.formula(row, 7, f"=F{row}", _INPUT, exact_score(rule))


def _score_only(cells: str) -> DataValidation:
    allowed = DataValidation(type="decimal", operator="between", formula1="0", formula2="1", allow_blank=True)
    allowed.promptTitle, allowed.prompt = "Planned score", "From 0 % to 100 %. Empty counts as the score now."
    allowed.errorTitle, allowed.error = "Planned score", "Please type a score from 0 % to 100 %, such as 80%."
    allowed.showErrorMessage = allowed.showInputMessage = True
    allowed.add(cells)
    return allowed
