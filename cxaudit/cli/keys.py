"""Keys and lines from the person at the terminal; leaving is possible at every one of them."""

from __future__ import annotations

import sys
import textwrap

import click

from cxaudit.cli.console import shows_signs, width
from cxaudit.cli.redacting import hidden
from cxaudit.prose.plaintext import one_line

_WIDEST = 100
_QUIT = ("q", "\x04", "\x1a")


class Leave(Exception):
    """The person goes; `interrupted` tells Ctrl-C from a quiet quit."""

    def __init__(self, interrupted: bool = False) -> None:
        super().__init__()
        self.interrupted = interrupted


def at_terminal() -> bool:
    """Whether there is somebody to ask, who sees what is asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def key(known: str, help_line: str) -> str:
    """One of the known keys, in small letters; others are answered with help.

    Several at once (a paste, a key that is no letter) are none of them. Raises Leave for q, Ctrl-D and Ctrl-C.
    """
    while True:
        click.echo("> ", nl=False, err=True)
        pressed = _pressed()
        if pressed in _QUIT:
            click.echo("q", err=True)
            raise Leave
        if len(pressed) == 1 and pressed in known:
            click.echo(pressed, err=True)
            return pressed
        click.echo(err=True)
        show(help_line)


def typed(wanted: str, default: str = "") -> str:
    """A line, without blanks around it; the default for an empty one. Raises Leave for Ctrl-D and Ctrl-C."""
    try:
        text = str(click.prompt(wanted, default="", show_default=False, err=True))
    except click.Abort as error:
        click.echo(err=True)
        raise Leave(isinstance(error.__context__, KeyboardInterrupt)) from None
    return one_line(text).strip() or default


def needed(wanted: str, why: str) -> str:
    """A line that is not empty; `why` is said to an empty one."""
    while True:
        text = typed(wanted)
        if text:
            return text
        show(why)


def show(*lines: str) -> None:
    """Lines on standard error, wrapped, so that standard output holds the scorecard alone."""
    wide = min(width(), _WIDEST)
    unicode = shows_signs(sys.stderr)
    for line in lines:
        lead = line[: len(line) - len(line.lstrip())]
        shown = lead + one_line(hidden(line), unicode)
        hanging = " " * 5 if lead else ""
        click.echo("\n".join(textwrap.wrap(shown, wide, subsequent_indent=hanging)) if shown.strip() else "", err=True)


def _pressed() -> str:
    """What was pressed, in small letters; a line end behind it does not count."""
    try:
        pressed = click.getchar()
    except KeyboardInterrupt:
        click.echo(err=True)
        raise Leave(interrupted=True) from None
    except EOFError:
        return "q"
    return (pressed.rstrip("\r\n") or pressed).casefold()
