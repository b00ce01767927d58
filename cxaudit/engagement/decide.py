"""Decisions on labels put into what an engagement file says, so that they are obeyed and saved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from cxaudit.engagement.doubts import Doubt
from cxaudit.engagement.file import Engagement, EngagementData, LabelLine, SheetPart, WorkbookPart

Decisions = Mapping[Doubt, tuple[str, ...]]
"""The fields that each label was decided to stand for; `other` for none of them."""


def with_decisions(engagement: Engagement, home: Path, decisions: Decisions) -> EngagementData:
    """What the file says with the decisions in it, each in place of what was said of its label before."""
    data = engagement.data
    books = {book.file: book for book in data.workbooks}
    for doubt, fields in decisions.items():
        name = PurePosixPath(Path(doubt.workbook).resolve().relative_to(home.resolve())).as_posix()
        book = books.get(name, WorkbookPart(file=name))
        books[name] = book.replaced(sheets=_with_label(book.sheets, doubt, fields))
    return data.replaced(workbooks=tuple(books.values()))


def _with_label(sheets: tuple[SheetPart, ...], doubt: Doubt, fields: tuple[str, ...]) -> tuple[SheetPart, ...]:
    own = next((part for part in sheets if part.sheet == doubt.sheet), None)
    part = own or SheetPart(sheet=doubt.sheet)
    kept = tuple(line for line in part.labels if line.label != doubt.label)
    part = part.replaced(labels=(*kept, LabelLine(label=doubt.label, field=fields)))
    if own is None:
        return (*sheets, part)
    return tuple(part if other is own else other for other in sheets)
