"""A scorecard that was kept as Excel: what its sheets still say, found by their headings."""

from __future__ import annotations

import datetime
import re
import warnings
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from cxaudit.comparison.document import SideInfo
from cxaudit.comparison.side import Bend, Side, SideDimension, SideFinding, SideRule
from cxaudit.comparison.sideof import side_of
from cxaudit.comparison.structure import Kind, NamedPart, file_name
from cxaudit.earlier import EarlierScorecard
from cxaudit.excel import method_sheet, rules_sheet, whatif
from cxaudit.excel.contents import OUTCOMES
from cxaudit.excel.earlier_file import find_header, read_earlier
from cxaudit.excel.safetext import shown
from cxaudit.pattern import pattern
from cxaudit.register import GONE, State
from cxaudit.waivers import DECLARED, register_waivers

_PACK = pattern(r".*\((?P<id>[a-z0-9-]+) (?P<version>[0-9.]+)\)$", re.DOTALL)
_EXACT = pattern(r"[0-9]+/[1-9][0-9]*|[0-9]+")
_LEVEL = pattern(r"Level (?P<number>[0-9]+), (?P<name>[^:(]+)")


def read_side(path: Path) -> Side:
    """The side that the file is. Raises UsageError where it is no scorecard.

    What the file carries of the document itself goes before what its sheets show; both have the register's word on
    what was mended and waived.
    """
    earlier = read_earlier(path)
    shown_side = _shown(path, earlier) if earlier.scorecard is None else side_of(earlier.scorecard, path.name)
    rows = [row for row in earlier.register.rows if row.key]
    return replace(
        shown_side,
        waived=shown_side.waived | frozenset(_waived(earlier)),
        mended=shown_side.mended | {row.key for row in rows if row.state is State.MENDED},
    )


def _shown(path: Path, earlier: EarlierScorecard) -> Side:
    """The side as the sheets show it, for a file that lost its hidden sheet: without levels and structure."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = load_workbook(path)
    facts = dict(_facts(book))
    current = [row for row in earlier.register.rows if row.key and row.state not in GONE]
    workbooks = frozenset(file_name(line) for line in facts.get("Workbooks", "").splitlines())
    return Side(
        info=_info(path.name, book, earlier, facts),
        dimensions=tuple(_dimensions(book)),
        rules=tuple(_rules(book)),
        findings=tuple(SideFinding(r.key, r.rule, r.subject, r.finding, r.workbook, r.place) for r in current),
        workbooks=workbooks,
        read_by=facts.get(method_sheet.READ_BY, "").replace("not kept", ""),
        tool=facts.get("Tool", "").removeprefix("cxaudit "),
        structure=tuple(NamedPart(Kind.WORKBOOK, (), name) for name in sorted(workbooks)),
    )


def _info(name: str, book: Workbook, earlier: EarlierScorecard, facts: dict[str, str]) -> SideInfo:
    pack = _PACK.match(facts.get("Rule pack", ""))
    level = _LEVEL.match(str(book.properties.subject or ""))
    client = facts.get("Client", "")
    return SideInfo(
        name=name,
        client="" if client.startswith("not named") else client,
        as_of=earlier.as_of,
        rule_pack=pack["id"] if pack else "",
        version=pack["version"] if pack else "",
        digest=earlier.pack,
        level=int(level["number"]) if level else None,
        level_name=level["name"].strip() if level else "",
        score=earlier.score,
        coverage=None,
    )


def _facts(book: Workbook) -> Iterator[tuple[str, str]]:
    if method_sheet.NAME in book.sheetnames:
        for label, text in book[method_sheet.NAME].iter_rows(max_col=2, values_only=True):
            if label and text is not None:
                yield str(label), shown(str(text))


def _dimensions(book: Workbook) -> Iterator[SideDimension]:
    for row in _rows_under(book, "Dimension", "Weight", whatif.NOW):
        if not row[""]:
            return
        score = row[whatif.NOW]
        now = float(score) if isinstance(score, (int, float)) else None
        yield SideDimension(str(row[""]), shown(str(row["Dimension"])), _whole(row["Weight"]), now)


def _rules(book: Workbook) -> Iterator[SideRule]:
    outcomes, taken_out = {words: name for name, words in OUTCOMES.items()}, _declared(book)
    exact = {str(row["Rule"]): row for row in _rows_under(book, "Rule", *rules_sheet.EXACT)}
    for row in _rows_under(book, whatif.RULE, "Weight", "Outcome now", "Score now"):
        if not row[whatif.RULE]:
            return
        score, known = row["Score now"], exact.get(str(row[whatif.RULE]), {})
        bend = [_fraction(known.get(title)) for title in (rules_sheet.ZERO_AT, rules_sheet.FULL_AT)]
        yield SideRule(
            id=str(row[whatif.RULE]),
            title=shown(str(row.get("What the rule asks") or "")),
            dimension=str(row.get("Dimension") or ""),
            weight=_whole(row["Weight"]),
            outcome=outcomes.get(str(row["Outcome now"]), ""),
            score=_fraction(known.get(rules_sheet.SCORE)) or _fraction(score),
            share=_fraction(known.get(rules_sheet.SHARE)),
            bend=_bend(*bend),
            counts=str(known.get("Counts") or "") if isinstance(score, (int, float)) else "",
            judged_by=str(known.get(rules_sheet.JUDGED_BY) or ""),
            declared=str(row[whatif.RULE]) in taken_out,
        )


def _bend(low: Fraction | None, high: Fraction | None) -> Bend | None:
    return Bend(low, high) if low is not None and high is not None and low < high else None


def _fraction(value: object) -> Fraction | None:
    """A number of a cell, or the text of a fraction ("31/40"); None for anything else."""
    if isinstance(value, bool) or not (isinstance(value, (int, float)) or _EXACT.fullmatch(str(value))):
        return None
    return Fraction(str(value))


def _declared(book: Workbook) -> set[str]:
    """The rules that somebody declared not applicable."""
    rows = _rows_under(book, "Rule", "Outcome", "What was found")
    return {str(row["Rule"]) for row in rows if str(row["What was found"] or "").startswith(DECLARED)}


def _waived(earlier: EarlierScorecard) -> Iterator[str]:
    """The keys of the findings that the register waived on the day of the audit."""
    try:
        day = datetime.date.fromisoformat(earlier.as_of)
    except ValueError:
        return
    for waiver in register_waivers(earlier.register, ""):
        if waiver.subject and waiver.stands(day):
            yield f"{waiver.rule}: {waiver.subject}"


def _rows_under(book: Workbook, *titles: str) -> Iterator[dict[str, object]]:
    """The rows below the headings, each by heading."""
    found = find_header(book, *titles)
    if found is None:
        return
    sheet, header = found
    heads = ["" if cell.value is None else str(cell.value) for cell in sheet[header]]
    for values in sheet.iter_rows(min_row=header + 1, values_only=True):
        yield dict(reversed(list(zip(heads, values, strict=False))))


def _whole(value: object) -> int:
    return int(value) if isinstance(value, (int, float)) else 0
