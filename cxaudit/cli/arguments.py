"""Arguments that say what they want when they are given something else."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from cxaudit.pattern import pattern

FC = TypeVar("FC", bound=Callable[..., Any] | click.Command)
_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime.date | None:
    """A day as 2026-11-22, and in no other way: 03/04/2026 is two days."""
    if value is None:
        return None
    if not _DAY.fullmatch(value):
        raise click.BadParameter(f"'{value}' is not a date; write year-month-day, as in 2026-11-22.", ctx, param)
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"the calendar has no day {value}; write one as 2026-11-22.", ctx, param) from None


def score(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """A score of 0 to 100."""
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 100:
        raise click.BadParameter(f"'{value}' is not a score; give a number from 0 to 100.", ctx, param)
    return number


PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
RULES = click.option(
    "--rules",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A rule pack on top of the core pack, or in its place. May be given several times.",
)


def written_to(*suffixes: str) -> Callable[[FC], FC]:
    """The option -o of a command that writes files with these suffixes."""
    return click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=f"Also write to a file; its suffix tells the format ({', '.join(suffixes)}). May be given several times.",
    )
