"""JSON, for other programs: the whole portfolio."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.portfolio.document import Portfolio
from cxaudit.renderer import Page

SUFFIXES = (".json",)


def render(portfolio: Portfolio, page: Page) -> Iterator[str]:  # noqa: ARG001 - JSON is the same on every page
    """The schema `cxaudit-portfolio/1`, piece by piece."""
    return portfolio.json_pieces()
