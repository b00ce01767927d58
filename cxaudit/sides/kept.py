"""Which kind of side a path is: a scorecard that was kept, or workbooks to audit."""

from __future__ import annotations

import os
from pathlib import Path

from cxaudit.comparison.side import Side
from cxaudit.errors import UsageError
from cxaudit.intake.ownmark import is_own_scorecard
from cxaudit.limits import DEFAULT_LIMITS

EXCEL = frozenset({".xlsx", ".xlsm"})


def kept_side(path: Path) -> Side | None:
    """The scorecard in a file; None where the path is a folder or a client's workbook, which must be audited.

    Raises UsageError where there is no such path, or the file is a broken scorecard.
    """
    if not os.path.exists(path):
        raise UsageError(f"{path}: there is no such file or folder")
    if path.suffix.lower() == ".json":
        from cxaudit.sides.json_file import read_side

        return read_side(path)
    if path.suffix.lower() in EXCEL and is_own_scorecard(path, DEFAULT_LIMITS):
        from cxaudit.sides.excel_file import read_side as read_excel

        return read_excel(path)
    return None


def earlier_side(path: Path) -> Side:
    """The scorecard that `--previous` names; raises UsageError where the file is none."""
    if path.suffix.lower() in EXCEL:
        from cxaudit.sides.excel_file import read_side as read_excel

        return read_excel(path)
    side = kept_side(path)
    if side is None:
        raise UsageError(f"{path}: --previous wants an earlier scorecard, as JSON or Excel (.json, .xlsx)")
    return side
