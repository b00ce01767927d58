"""Text for a terminal, or plain text where there is none."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.portfolio.document import Portfolio
from cxaudit.renderer import Page

SUFFIXES = (".txt",)


def render(portfolio: Portfolio, page: Page) -> Iterator[str]:
    """League table, heat map and costly rules as lines of at most `page.width` characters, piece by piece."""
    from cxaudit.portfolio.page import portfolio_page

    return portfolio_page(portfolio, page)
