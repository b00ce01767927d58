"""What the output is written on: how wide it is, and whether it shows colours and signs outside ASCII."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from cxaudit.renderer import Page

_USUAL_WIDTH = 100
_SIGNS = "\u2588\u2591\u2500\u2501\u2502\u25b2\u203a\u00b7\u201c\u201d\u2026\u241b"


def make_streams_safe() -> None:
    """Let no letter that the terminal cannot show end the program; it becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def output_page(quiet: bool = False, verbose: bool = False) -> Page:
    """The page that standard output is; of two wishes the one for more is heard."""
    from cxaudit.renderer import Detail, Page

    detail = Detail.ALL if verbose else Detail.VERDICT if quiet else Detail.USUAL
    return Page(width(), shows_colour(sys.stdout), shows_signs(sys.stdout), detail)


def make_console() -> Console:
    """A rich console on standard output, where text is text and never markup."""
    from rich.console import Console

    colour = shows_colour(sys.stdout)
    return Console(
        width=width(), markup=False, emoji=False, highlight=False, no_color=not colour, force_terminal=colour or None
    )


def shows_colour(stream: TextIO) -> bool:
    """Whether colours are wanted: on a terminal, unless NO_COLOR is set; off it only with FORCE_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def shows_signs(stream: TextIO) -> bool:
    """Whether the stream's encoding has the bars and arrows."""
    try:
        _SIGNS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def width() -> int:
    """The columns of the terminal, 100 where there is none."""
    return max(40, _columns() or _USUAL_WIDTH)


def _columns() -> int:
    """What `shutil.get_terminal_size` tells, which takes long to import; 0 where nothing is known."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns
    except (ValueError, OSError):  # no terminal, or closed
        return 0
