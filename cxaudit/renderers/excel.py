"""The scorecard as an Excel workbook."""

from __future__ import annotations

from cxaudit.comparison.document import Comparison
from cxaudit.renderer import Page
from cxaudit.scorecard import Scorecard

SUFFIXES = (".xlsx",)


def render(scorecard: Scorecard, page: Page) -> bytes:
    """The workbook's bytes; links and names are those of the page's target."""
    from pathlib import Path

    from cxaudit.excel.book import write_book
    from cxaudit.excel.carried import carried_register
    from cxaudit.excel.contents import Contents

    target = page.target or Path("scorecard.xlsx")
    register = carried_register(scorecard, page.earlier)
    return write_book(Contents(scorecard, register, target.parent, target.name, page.earlier))


def render_comparison(comparison: Comparison, page: Page) -> bytes:  # noqa: ARG001
    """What changed, as the bytes of a workbook of its own."""
    from cxaudit.excel.comparison_book import comparison_book

    return comparison_book(comparison)
