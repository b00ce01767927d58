"""Options on how files are opened, and how long each part of the work took; kept with their command."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from itertools import pairwise

import click

from cxaudit.limits import DEFAULT_LIMITS, Limits, raised

PASSWORD_VARIABLE = "CXAUDIT_PASSWORD"  # noqa: S105 (the name of a variable, no password)
_LIMITS, _PASSWORD, _LAPS = "cxaudit.limits", "cxaudit.password", "cxaudit.laps"


def _keep_limits(ctx: click.Context, _: click.Parameter, settings: tuple[str, ...]) -> None:
    ctx.meta[_LIMITS] = raised(DEFAULT_LIMITS, settings)


def _keep_password(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    """From the environment, else asked for: an argument would stand in the list of processes for all to see."""
    if wanted:
        given = os.environ.get(PASSWORD_VARIABLE, "")
        ctx.meta[_PASSWORD] = given or click.prompt("Password of the workbooks", hide_input=True, err=True)


def _keep_laps(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[_LAPS] = [("", time.perf_counter())]
        ctx.call_on_close(lambda: _tell(ctx.meta[_LAPS]))


LIMIT = click.option(
    "--limit",
    multiple=True,
    expose_value=False,
    callback=_keep_limits,
    metavar="NAME=VALUE",
    help="Raise a limit on client files, such as sheet_cells=9000000; a refusal names it. May be given several times.",
)
PASSWORD = click.option(
    "--password",
    is_flag=True,
    expose_value=False,
    callback=_keep_password,
    help=f"Ask for the password of encrypted workbooks, or take it from {PASSWORD_VARIABLE}.",
)
TIMINGS = click.option(
    "--timings",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_keep_laps,
    help="Say on standard error where the time went.",
)


def limits() -> Limits:
    """The limits of the command that runs."""
    kept: Limits = click.get_current_context().meta.get(_LIMITS, DEFAULT_LIMITS)
    return kept


def password() -> str:
    """The password of the command that runs; empty where none was given."""
    return str(click.get_current_context().meta.get(_PASSWORD, ""))


def lap(done: str) -> None:
    """Notes that a part of the work of the command is done."""
    laps = click.get_current_context().meta.get(_LAPS)
    if laps is not None:
        laps.append((done, time.perf_counter()))


def _tell(laps: Iterable[tuple[str, float]]) -> None:
    """A line for each part, and one for all; what Python needs to start comes before the first."""
    known = list(laps)
    for (_, start), (done, end) in pairwise(known):
        click.echo(f"{end - start:8.2f} s  {done}", err=True)
    click.echo(f"{known[-1][1] - known[0][1]:8.2f} s  in all; {time.process_time():.2f} s of processor time", err=True)
