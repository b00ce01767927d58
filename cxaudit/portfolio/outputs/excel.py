"""The portfolio as an Excel workbook."""

from __future__ import annotations

from cxaudit.portfolio.document import Portfolio
from cxaudit.renderer import Page

SUFFIXES = (".xlsx",)


def render(portfolio: Portfolio, page: Page) -> bytes:  # noqa: ARG001 - a workbook is the same on every page
    """The workbook's bytes; the same portfolio gives the same bytes."""
    from cxaudit.portfolio.book import portfolio_book

    return portfolio_book(portfolio)
