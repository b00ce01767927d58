"""Where a result goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from cxaudit.errors import UsageError
from cxaudit.intake.ownmark import is_own_scorecard
from cxaudit.limits import DEFAULT_LIMITS
from cxaudit.renderer import Page, format_of

if TYPE_CHECKING:
    from cxaudit.earlier import EarlierScorecard

_FILE_WIDTH = 100


def check_targets(targets: Iterable[Path], given: Sequence[Path]) -> None:
    """Refuse, before any work is done, a file that cannot be written; raises UsageError with what to do.

    `given` are the paths to audit: nothing in them is ever written over, save a scorecard of our own.
    """
    for target in targets:
        check_place(target, "scorecard.md")
        format_of(target)
        if os.path.exists(target) and _is_given(target, given) and not is_own_scorecard(target, DEFAULT_LIMITS):
            raise UsageError(f"{target}: this is one of the files to audit, and they are never changed; name another")


def check_place(target: Path, example: str) -> None:
    """Refuse a target that is a folder or lies in none; `example` is a file name that would do."""
    if os.path.isdir(target):  # unlike the methods of Path, these never raise
        raise UsageError(f"{target}: this is a folder; add a file name to it, such as {target / example}")
    if not os.path.isdir(target.parent):
        raise UsageError(f"{target}: there is no folder {target.parent}; make it first, or name another")


def _is_given(target: Path, given: Sequence[Path]) -> bool:
    from cxaudit.workbook import find_workbooks

    known = (*given, *find_workbooks(given).workbooks)
    return any(os.path.exists(path) and target.samefile(path) for path in known)


def file_page(page: Page, target: Path, earlier: EarlierScorecard | None = None) -> Page:
    """The page that a file is: without colours, its width the same wherever it was made."""
    return replace(page, width=_FILE_WIDTH, colour=False, unicode=True, target=target, earlier=earlier)


def show_pieces(pieces: Iterable[str] | Iterable[bytes], page: Page, encoded: bool) -> None:
    """A result that comes piece by piece, shown as `show` does."""
    for piece in pieces:
        show(piece, page, encoded)


def show(result: str | bytes, page: Page, encoded: bool) -> None:
    """A result on standard output; with `encoded` as UTF-8 whatever the terminal speaks, for other programs."""
    if isinstance(result, bytes):
        raise UsageError("this format is not for a terminal; write it to a file with -o FILE")
    if encoded:
        click.echo(as_bytes(result), nl=False)
    else:
        click.echo(result, nl=False, color=page.colour)


def as_bytes(result: str | bytes) -> bytes:
    """UTF-8; half a character (a lone surrogate) becomes its code, which JSON reads back."""
    return result if isinstance(result, bytes) else result.encode("utf-8", "backslashreplace")


def write_file(target: Path, result: str | bytes) -> None:
    """Put the result in the file's place in one step: a crash or a full disk leaves what was there before.

    Raises UsageError where the folder does not take it.
    """
    write_pieces(target, (as_bytes(result),))


def write_pieces(target: Path, pieces: Iterable[str] | Iterable[bytes]) -> None:
    """The same for a result that comes piece by piece and need not fit into memory."""
    import secrets

    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with open(beside, "xb") as file:
            for piece in pieces:
                file.write(as_bytes(piece))
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"{target}: the file cannot be written ({reason}); close it or name another") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
