"""What a renderer is: a module that arranges a scorecard as one kind of output, found by its name or suffix."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from enum import IntEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from msgspec import Struct

from cxaudit.errors import UsageError
from cxaudit.layout import Reading
from cxaudit.yamlfile import nearest

if TYPE_CHECKING:
    from cxaudit.comparison.document import Comparison
    from cxaudit.earlier import EarlierScorecard
    from cxaudit.scorecard import Scorecard


class Detail(IntEnum):
    """How much is told: the verdict alone, what a first reading needs, or all of it."""

    VERDICT = 0
    USUAL = 1
    ALL = 2


class Page(Struct, frozen=True):
    """What an output is written on.

    `width` is in characters. `colour` allows colours, `unicode` bars and arrows outside ASCII.
    `target` is the file that it will be written to, None for standard output. `earlier` is the scorecard of an
    earlier audit, for outputs that carry on from it.
    """

    width: int = 100
    colour: bool = False
    unicode: bool = True
    detail: Detail = Detail.USUAL
    target: Path | None = None
    earlier: EarlierScorecard | None = None


class WorkbookReading(Struct, frozen=True):
    """How one workbook was read: its path as shown, and its sheets, or `error` in one sentence."""

    path: str
    sheets: tuple[Reading, ...] = ()
    error: str = ""


class Renderer(Protocol):
    """One module of `cxaudit.renderers`: its `SUFFIXES` (with the dot), and `render`.

    The module is cheap to import: a library that it needs is imported inside `render`.
    """

    SUFFIXES: tuple[str, ...]

    def render(self, scorecard: Scorecard, page: Page) -> str | bytes:
        """The whole output. It arranges what the scorecard holds and computes nothing."""
        ...


class ReadingRenderer(Renderer, Protocol):
    """A renderer that can also show how workbooks were read."""

    def render_readings(self, readings: Sequence[WorkbookReading], page: Page) -> str | bytes:
        """How each sheet was read, for `cxaudit inspect`."""
        ...


class ComparisonRenderer(Renderer, Protocol):
    """A renderer that can also show a comparison."""

    def render_comparison(self, comparison: Comparison, page: Page) -> str | bytes:
        """What changed between two scorecards, for `cxaudit compare`."""
        ...


def formats() -> tuple[str, ...]:
    """The names of all outputs, in alphabetical order; no output is imported for it."""
    home = import_module("cxaudit.renderers")
    return tuple(sorted(found.name.rstrip("_") for found in pkgutil.iter_modules(home.__path__)))


def renderer(name: str) -> Renderer:
    """The renderer of a format by its name; raises UsageError with the nearest name."""
    if name not in formats():
        raise UsageError(f"there is no format '{name}'; {nearest(name, formats())}")
    home = import_module("cxaudit.renderers")
    module = next(found.name for found in pkgutil.iter_modules(home.__path__) if found.name.rstrip("_") == name)
    return cast("Renderer", import_module(f"cxaudit.renderers.{module}"))


def reading_renderer(name: str) -> ReadingRenderer:
    """The renderer of readings by its name; raises UsageError where the format only shows scorecards."""
    found = renderer(name)
    if not hasattr(found, "render_readings"):
        fit = ", ".join(each for each in formats() if hasattr(renderer(each), "render_readings"))
        raise UsageError(f"the format '{name}' shows scorecards only; 'inspect' can write: {fit}")
    return cast("ReadingRenderer", found)


def comparison_renderer(name: str) -> ComparisonRenderer:
    """The renderer of comparisons by its name; raises UsageError where the format has none."""
    found = renderer(name)
    if not hasattr(found, "render_comparison"):
        fit = ", ".join(each for each in formats() if hasattr(renderer(each), "render_comparison"))
        raise UsageError(f"the format '{name}' shows no comparisons; 'compare' can write: {fit}")
    return cast("ComparisonRenderer", found)


def format_of(target: Path) -> str:
    """The name of the format that a file's suffix stands for; raises UsageError where there is none."""
    by_suffix = {suffix: name for name in formats() for suffix in renderer(name).SUFFIXES}
    if target.suffix.lower() in by_suffix:
        return by_suffix[target.suffix.lower()]
    known = ", ".join(sorted(by_suffix))
    if not target.suffix:
        raise UsageError(f"{target}: a name without a suffix tells no output format; give the file one of {known}")
    raise UsageError(f"{target}: the suffix '{target.suffix}' tells no output format; give the file one of {known}")
