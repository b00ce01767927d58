"""Text for a terminal, or plain text where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxaudit.renderer import Page, WorkbookReading
from cxaudit.scorecard import Scorecard

if TYPE_CHECKING:
    from cxaudit.comparison.document import Comparison

SUFFIXES = (".txt",)


def render(scorecard: Scorecard, page: Page) -> str:
    """The scorecard as lines of at most `page.width` characters."""
    from cxaudit.terminal.page import scorecard_page

    return scorecard_page(scorecard, page)


def render_comparison(comparison: Comparison, page: Page) -> str:
    """What changed, as lines of at most `page.width` characters."""
    from cxaudit.terminal.comparing import comparison_page

    return comparison_page(comparison, page)


def render_readings(readings: Sequence[WorkbookReading], page: Page) -> str:
    """How each sheet was read, with its labels, stages, metrics, personas and doubts."""
    from cxaudit.terminal.readings import readings_page

    return readings_page(readings, page)
