"""The portfolio as an Excel workbook."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

from cxaudit.portfolio.document import Portfolio
from cxaudit.renderer import Page

SUFFIXES = (".xlsx",)
_PIECE = 65_536


def render(portfolio: Portfolio, page: Page) -> Iterator[bytes]:  # noqa: ARG001 - the same on every page
    """The workbook's bytes, piece by piece; the same portfolio gives the same bytes."""
    from cxaudit.portfolio.book import write_book

    with tempfile.TemporaryFile() as file:
        write_book(portfolio, file)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
