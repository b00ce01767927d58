"""Links from the scorecard to cells of the client's files, relative to where the scorecard stands."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

_LONGEST_URL = 2_000
_MOST_LINKS = 60_000


class Links(Struct):
    """Makes the links of one sheet; none any more where Excel would hold no further one.

    `folder` is where the scorecard will stand; client paths are taken from the working folder.
    """

    folder: Path
    made: int = 0

    def to(self, workbook: str, sheet: str, cell: str) -> tuple[str, str] | None:
        """Target and location of a link to a cell; None where it cannot be written as a link."""
        if not workbook or self.made >= _MOST_LINKS:
            return None
        target = relative_url(workbook, self.folder)
        location = f"{quoted_sheet(sheet)}!{cell or 'A1'}"
        if len(target) + len(location) > _LONGEST_URL or not location.isprintable():
            return None
        self.made += 1
        return target, location


def relative_url(workbook: str, folder: Path) -> str:
    """The path from the folder to the workbook as a URL; the full one where no relative path leads there."""
    full = Path(os.path.abspath(workbook))
    try:
        relative = os.path.relpath(full, os.path.abspath(folder))
    except ValueError:  # another drive
        return full.as_uri()
    return quote(Path(relative).as_posix(), errors="replace")


def quoted_sheet(sheet: str) -> str:
    """A sheet's name as it stands in a reference: 'Jane''s map'."""
    return "'" + sheet.replace("'", "''") + "'"
