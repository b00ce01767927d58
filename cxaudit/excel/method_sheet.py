"""Sheet "Method": how the score comes about, in words, and what it takes to repeat the audit."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl import Workbook

from cxaudit.excel import palette
from cxaudit.excel.contents import SCOPES, Contents
from cxaudit.excel.look import HEADING, Look
from cxaudit.excel.page import open_sheet, set_page
from cxaudit.excel.pen import Pen, text_height
from cxaudit.scorecard import Scorecard
from cxaudit.scores.rounding import whole_percent

NAME = "Method"
READ_BY = "Digest of the reading"
_WIDTHS = (24, 110)
_LABEL = Look(size=10, bold=True, colour=palette.DEEP)
_TEXT = Look(size=10)
_LEAD = ("How the score comes about, and how to repeat this audit.",)
_SCORING = (
    (
        "Rule",
        "A rule counts its subjects (maps, stages, steps, touchpoints, personas, metrics, answers). Its score "
        "is the share that satisfies it, from 0 to 1; a few rules give the full score earlier, and say so.",
    ),
    ("Dimension", "The mean of its judged rules by their weight, times 100."),
    ("Overall score", "The mean of the judged dimensions by their weight. It is shown rounded down."),
    ("Does not apply", "A rule whose subject cannot exist here leaves the weights, with the reason."),
    (
        "Cannot tell",
        "A rule whose evidence was not supplied is neither failed nor met. It lowers the evidence "
        "coverage and widens the interval: the low end takes all such rules as failed, the high end as met.",
    ),
    ("Points lost", "What a rule costs of the overall 100. All losses together are 100 less the overall score."),
    ("Gates", "A gate holds the level down, whatever the points, while its rule finds what must not be."),
    (
        "Path",
        "The gates first, then the cheapest set of fixes that reaches the next level, found exactly and scored "
        "again. Effort counts low 1, medium 3, high 8, for each item where the fix is made item by item.",
    ),
    ("Steadiness", "Whether the level stays the same when every weight may move by a quarter either way."),
    ("What-if", "The same sums as live formulas. Excel compares with a level's cut on nine decimal places."),
)


def write(book: Workbook, contents: Contents) -> Pen:
    """Adds the sheet."""
    pen = Pen(book.create_sheet(NAME))
    pen.widths(*_WIDTHS)
    open_sheet(pen, NAME, *_LEAD)
    row = 4
    for title, lines in (
        ("How the score comes about", _SCORING),
        ("Levels", _levels(contents.scorecard)),
        ("This audit", _audit(contents)),
    ):
        row = _write_block(pen, row, title, lines) + 1
    set_page(pen.sheet, contents)
    return pen


def _write_block(pen: Pen, row: int, title: str, lines: tuple[tuple[str, str], ...]) -> int:
    pen.put(row, 1, title, HEADING)
    pen.put(row, 2, None, HEADING)
    pen.height(row, 22)
    for each, (label, text) in enumerate(lines, start=row + 1):
        pen.put(each, 1, label, _LABEL)
        pen.put(each, 2, text, replace(_TEXT))
        pen.height(each, text_height(text, _WIDTHS[1]))
    return row + 1 + len(lines)


def _levels(scorecard: Scorecard) -> tuple[tuple[str, str], ...]:
    lines = [(f"{one.number}  {one.name}", f"From {one.from_score}. {one.says}") for one in scorecard.levels]
    bounds = scorecard.coverage_bounds
    if bounds:
        first, second = whole_percent(bounds.provisional_under), whole_percent(bounds.no_level_under)
        said = f"Under {first} of the evidence the result is provisional; under {second} no level is given."
        lines.append(("Evidence coverage", said))
    return tuple(lines)


def _audit(contents: Contents) -> tuple[tuple[str, str], ...]:
    scorecard = contents.scorecard
    pack = scorecard.rule_pack
    written = f' -o "{contents.file_name}"'
    lines = [
        ("Client", scorecard.client or "not named (--client names it)"),
        ("Date of the audit", scorecard.as_of.isoformat()),
        ("Scope", SCOPES[scorecard.scope]),
        ("Rule pack", f"{pack.title} ({pack.id} {pack.version})"),
        ("Digest of the rules", pack.digest),
        (READ_BY, pack.read_by or "not kept"),
        ("Tool", f"cxaudit {scorecard.tool_version}"),
        ("To repeat it", (scorecard.command or "cxaudit audit …") + written),
        ("Workbooks", "\n".join(dict.fromkeys(sheet.workbook for sheet in scorecard.sheets)) or "none"),
    ]
    compared, earlier = contents.compared, contents.earlier
    if compared:
        same = "the same rules" if compared.pack == pack.digest else "other rules, so part of the change is theirs"
        lines.append(("Compared with", f"the audit of {compared.as_of}, by {same}"))
    if earlier and earlier.own_sheets:
        named = ", ".join(one.name for one in earlier.own_sheets)
        lines.append(
            ("Sheets of your own", f"kept with their values and formulas, without charts and colours: {named}")
        )
    return tuple(lines)
