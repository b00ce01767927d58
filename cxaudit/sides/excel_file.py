"""A scorecard that was kept as Excel: what its sheets still say, found by their headings."""

from __future__ import annotations

import datetime
import re
import warnings
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from openpyxl import Workbook, load_workbook

from cxaudit.comparison.document import SideInfo
from cxaudit.comparison.side import Side, SideDimension, SideFinding, SideRule, file_name
from cxaudit.earlier import EarlierScorecard
from cxaudit.excel import method_sheet, whatif
from cxaudit.excel.contents import OUTCOMES
from cxaudit.excel.earlier_file import find_header, read_earlier
from cxaudit.excel.safetext import shown
from cxaudit.register import GONE, State
from cxaudit.waivers import DECLARED, register_waivers

_PACK = re.compile(r".*\((?P<id>[a-z0-9-]+) (?P<version>[0-9.]+)\)$", re.DOTALL)
_LEVEL = re.compile(r"Level (?P<number>[0-9]+), (?P<name>[^:(]+)")


def read_side(path: Path) -> Side:
    """The side that the file is; curves and shares are not in it. Raises UsageError where it is no scorecard."""
    earlier = read_earlier(path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        book = load_workbook(path)
    facts = dict(_facts(book))
    rows = [row for row in earlier.register.rows if row.key]
    current = [row for row in rows if row.state not in GONE]
    return Side(
        info=_info(path.name, book, earlier, facts),
        dimensions=tuple(_dimensions(book)),
        rules=tuple(_rules(book)),
        findings=tuple(SideFinding(r.key, r.rule, r.subject, r.finding, r.workbook, r.place) for r in current),
        waived=frozenset(_waived(earlier)),
        mended=frozenset(row.key for row in rows if row.state is State.MENDED),
        workbooks=frozenset(file_name(line) for line in facts.get("Workbooks", "").splitlines()),
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
    for row in _rows_under(book, whatif.RULE, "Weight", "Outcome now", "Score now"):
        if not row[whatif.RULE]:
            return
        score = row["Score now"]
        yield SideRule(
            id=str(row[whatif.RULE]),
            title=shown(str(row.get("What the rule asks") or "")),
            dimension=str(row.get("Dimension") or ""),
            weight=_whole(row["Weight"]),
            outcome=outcomes.get(str(row["Outcome now"]), ""),
            score=Fraction(str(score)) if isinstance(score, (int, float)) else None,
            declared=str(row[whatif.RULE]) in taken_out,
        )


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
