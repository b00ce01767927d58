"""Sheet "Findings": every finding with its cell as a link, why it matters and how to mend it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.addresses import address
from cxaudit.excel.contents import Contents, sources
from cxaudit.excel.look import CELL, COUNT, LINK, NUMBER
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen
from cxaudit.excel.tables import Column, write_table
from cxaudit.prose.wording import mending, told
from cxaudit.scorecard import CellInfo, FindingInfo, RuleInfo

NAME = "Findings"
TOP = 5
_MORE_CELLS = 12
_LAST_PRINTED = "K"
_LEAD = (
    "One row is one thing to mend, the largest gain first. Filter by dimension, workbook or effort.",
    "A cell's link opens the client's file at that cell, as long as both files stay where they were at the audit.",
)
_NARROW = replace(CELL, wrap=False)


class _Row(Struct, frozen=True):
    rule: RuleInfo
    finding: FindingInfo
    dimension: str

    @property
    def cell(self) -> CellInfo | None:
        return self.finding.cells[0] if self.finding.cells else None


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    rows = _rows(contents)
    open_sheet(pen, NAME, *_LEAD)
    write_table(pen, "CxFindings", TOP, _COLUMNS, rows)
    links = contents.links()
    column = next(n for n, each in enumerate(_COLUMNS, start=1) if each.title == "Cell")
    for number, row in enumerate(rows, start=TOP + 1):
        if row.cell:
            target = links.to(row.cell.workbook, row.cell.sheet, row.cell.cell)
            pen.link(number, column, row.cell.cell, target, LINK)
    pen.sheet.freeze_panes = address(TOP + 1, 4)
    set_page(pen.sheet, contents, header_row=TOP)
    pen.sheet.print_area = f"A1:{_LAST_PRINTED}{TOP + max(1, len(rows))}"
    return pen


def _rows(contents: Contents) -> list[_Row]:
    titles = {one.id: one.title for one in contents.scorecard.dimensions}
    found = [
        _Row(rule, finding, titles.get(rule.dimension, rule.dimension))
        for rule in contents.scorecard.rules
        for finding in rule.findings
    ]
    return sorted(found, key=lambda row: (-row.finding.points, row.rule.id))


def _quote(row: _Row) -> str:
    return row.cell.text if row.cell else ""


def _more(row: _Row) -> str:
    others = [f"{cell.sheet}!{cell.cell}" for cell in row.finding.cells[1:]]
    left = len(others) - _MORE_CELLS
    shown = others[:_MORE_CELLS] if left > 0 else others
    return ", ".join(shown) + (f" and {left} more" if left > 0 else "")


_COLUMNS = (
    Column[_Row]("Rule", 8, lambda row: row.rule.id, _NARROW),
    Column[_Row]("Dimension", 22, lambda row: row.dimension),
    Column[_Row]("Subject", 26, lambda row: row.finding.subject),
    Column[_Row]("What is missing", 44, lambda row: told(row.finding.message, row.finding.subject)),
    Column[_Row]("Workbook", 22, lambda row: row.cell.workbook if row.cell else ""),
    Column[_Row]("Sheet", 16, lambda row: row.cell.sheet if row.cell else ""),
    Column[_Row]("Cell", 9, lambda row: row.cell.cell if row.cell else "", _NARROW),
    Column[_Row]("Text in the cell", 28, _quote),
    Column[_Row]("How to mend it", 40, lambda row: mending(row.rule)),
    Column[_Row]("Effort", 9, lambda row: row.rule.effort, _NARROW),
    Column[_Row]("Points", 8, lambda row: row.finding.points, replace(NUMBER, number="0.00")),
    Column[_Row]("Items", 7, lambda row: row.finding.items, COUNT),
    Column[_Row]("Why it matters", 70, lambda row: row.rule.why),
    Column[_Row]("Figure", 50, lambda row: row.rule.figure),
    Column[_Row]("Source", 60, lambda row: sources(row.rule)),
    Column[_Row]("Words that decided", 20, lambda row: ", ".join(row.finding.words)),
    Column[_Row]("More cells", 30, _more),
    Column[_Row]("Rule in words", 44, lambda row: row.rule.title),
)
