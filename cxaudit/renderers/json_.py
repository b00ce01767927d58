"""JSON, for other programs: everything that the scorecard or a reading holds."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.comparison.document import Comparison
from cxaudit.renderer import Page, WorkbookReading
from cxaudit.scorecard import Scorecard

SUFFIXES = (".json",)


def render(scorecard: Scorecard, page: Page) -> str:  # noqa: ARG001 - JSON is the same on every page
    """The schema `cxaudit-scorecard/1`."""
    return scorecard.to_json()


def render_comparison(comparison: Comparison, page: Page) -> str:  # noqa: ARG001
    """The schema `cxaudit-comparison/1`."""
    return comparison.to_json()


def render_readings(readings: Sequence[WorkbookReading], page: Page) -> str:  # noqa: ARG001
    """The schema `cxaudit-reading/1`."""
    from cxaudit.jsontext import json_text
    from cxaudit.prose.readingdocument import document

    return json_text(document(readings)) + "\n"
