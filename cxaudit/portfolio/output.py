"""The outputs of a portfolio: modules of `cxaudit.portfolio.outputs`, found by their name or suffix."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

from cxaudit.errors import UsageError
from cxaudit.plugins import modules
from cxaudit.portfolio.document import Portfolio
from cxaudit.renderer import Page
from cxaudit.yamlfile import nearest

_HOME = "cxaudit.portfolio.outputs"


class PortfolioOutput(Protocol):
    """One output: its `SUFFIXES` (with the dot), and `render`, which imports what is slow to import."""

    SUFFIXES: tuple[str, ...]

    def render(self, portfolio: Portfolio, page: Page) -> Iterator[str] | Iterator[bytes]:
        """The whole output, piece by piece. It arranges what the portfolio holds and computes nothing."""
        ...


def output_named(name: str) -> PortfolioOutput:
    """An output by its name; raises UsageError with the nearest name."""
    if name not in modules(_HOME):
        raise UsageError(f"there is no format '{name}' for a portfolio; {nearest(name, modules(_HOME))}")
    return cast("PortfolioOutput", modules(_HOME)[name])


def output_for(target: Path) -> PortfolioOutput:
    """The output that a file's suffix stands for; raises UsageError where there is none."""
    outputs = [cast("PortfolioOutput", module) for module in modules(_HOME).values()]
    for output in outputs:
        if target.suffix.lower() in output.SUFFIXES:
            return output
    known = ", ".join(sorted(suffix for output in outputs for suffix in output.SUFFIXES))
    raise UsageError(f"{target}: a portfolio is not written in this format; give the file one of {known}")
