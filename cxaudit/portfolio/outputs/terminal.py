"""Text for a terminal, or plain text where there is none."""

from __future__ import annotations

from cxaudit.portfolio.document import Portfolio
from cxaudit.renderer import Page

SUFFIXES = (".txt",)


def render(portfolio: Portfolio, page: Page) -> str:
    """League table, heat map and costly rules as lines of at most `page.width` characters."""
    from cxaudit.portfolio.page import portfolio_page

    return portfolio_page(portfolio, page)
