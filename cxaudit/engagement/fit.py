"""Whether an engagement file still fits its workbooks: what it names and they no longer hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cxaudit.engagement.file import Engagement, SheetPart
from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.words.labeltext import fold
from cxaudit.yamlfile import Location, nearest


def misfits(
    engagement: Engagement, books: Mapping[Path, Sequence[Grid]], readings: Sequence[Reading] = ()
) -> tuple[str, ...]:
    """One sentence, with file, line and column, for each thing that the workbooks do not hold any more.

    `books` are the workbooks that were read, by path. `readings` show whether a kind laid down for a sheet
    could be read from it.
    """
    return tuple(_misfits(engagement, {Path(os.path.realpath(path)): grids for path, grids in books.items()}, readings))


def _misfits(
    engagement: Engagement, books: Mapping[Path, Sequence[Grid]], readings: Sequence[Reading]
) -> Iterator[str]:
    for index, book in enumerate(engagement.data.workbooks):
        at: Location = ("workbooks", index)
        path = Path(os.path.realpath(engagement.home / book.file))
        if path in books:
            sheets = {grid.sheet: grid for grid in books[path]}
            for number, part in enumerate(book.sheets):
                yield from _sheet_misfits(engagement, part, (*at, "sheets", number), sheets, readings)
        elif not os.path.exists(path):
            yield _said(engagement, (*at, "file"), f"there is no workbook '{book.file}' any more")


def _sheet_misfits(
    engagement: Engagement, part: SheetPart, at: Location, sheets: Mapping[str, Grid], readings: Sequence[Reading]
) -> Iterator[str]:
    grid = sheets.get(part.sheet)
    if grid is None:
        hint = nearest(part.sheet, sheets)
        yield _said(engagement, (*at, "sheet"), f"the workbook has no sheet '{part.sheet}' any more; {hint}")
        return
    texts = {fold(text) for _, _, text in grid.cells()}
    named = {
        "labels": [line.label for line in part.labels],
        "stages": [line.label for line in part.stages],
        "metrics": [line.label for line in part.metrics],
    }
    for key, labels in named.items():
        for number, label in enumerate(labels):
            if not _stands(fold(label), texts):
                gone = f"'{label}' stands nowhere on the sheet '{part.sheet}' any more"
                yield _said(engagement, (*at, key, number), gone)
    if part.kind in (None, "other", "skip"):
        return
    read = next((r for r in readings if r.sheet == part.sheet and r.workbook == grid.workbook), None)
    if read is not None and read.kind != part.kind:
        yield _said(engagement, (*at, "kind"), f"the sheet '{part.sheet}' could not be read as {part.kind}")


def _stands(text: str, texts: set[str]) -> bool:
    """Whether a text is a cell of the sheet, or an item of one (metrics share cells)."""
    return text in texts or any(text in cell for cell in texts)


def _said(engagement: Engagement, at: Location, sentence: str) -> str:
    return f"{engagement.file.where(at)}: {sentence}"
