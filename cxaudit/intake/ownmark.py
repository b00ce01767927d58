"""The mark that tells cxaudit's own Excel scorecards from the client's workbooks."""

from __future__ import annotations

from pathlib import Path

from cxaudit.errors import WorkbookError
from cxaudit.intake.container import Container, ContainerError
from cxaudit.intake.opening import file_bytes
from cxaudit.limits import Limits

CATEGORY = "cxaudit scorecard"
"""The document property `category` that every Excel scorecard carries."""
PORTFOLIO = "cxaudit portfolio"
"""The same of every portfolio in Excel."""
COMPARISON = "cxaudit comparison"
"""The same of every comparison in Excel."""

_PROPERTIES = "docProps/core.xml"
_LONGEST_PROPERTIES = 100_000


def is_own_scorecard(path: Path, limits: Limits) -> bool:
    """Whether a file is a workbook that cxaudit made, of whatever kind; false for all that cannot be opened."""
    return _carries(path, limits, CATEGORY, PORTFOLIO, COMPARISON)


def is_own_portfolio(path: Path, limits: Limits) -> bool:
    """Whether a file is a portfolio in Excel made by cxaudit; false for all that cannot be opened."""
    return _carries(path, limits, PORTFOLIO)


def is_own_comparison(path: Path, limits: Limits) -> bool:
    """Whether a file is a comparison in Excel made by cxaudit; false for all that cannot be opened."""
    return _carries(path, limits, COMPARISON)


def _carries(path: Path, limits: Limits, *categories: str) -> bool:
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return False
    try:
        data = file_bytes(path, limits)
        properties = Container(data, limits).peek(_PROPERTIES, _LONGEST_PROPERTIES)
    except (WorkbookError, ContainerError):
        return False
    return any(f"category>{category}</".encode() in properties for category in categories)
