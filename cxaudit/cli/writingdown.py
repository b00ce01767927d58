"""Answers written down as soon as they are given; a file that is held by another program is tried again."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cxaudit.cli.keys import key, show
from cxaudit.cli.output import write_file
from cxaudit.engagement.answering import AnswerBook
from cxaudit.errors import CxauditError, UsageError

_AGAIN = "Keys: t try again, q quit without it (what you answered before is kept)."


def write_down(book: AnswerBook, change: Callable[[], None]) -> None:
    """Makes a change and writes the engagement file; raises Leave where it cannot be and the person gives up."""
    while True:
        try:
            change()
            write_file(book.path, book.text())
            return
        except CxauditError as error:
            show("", f"This answer is not kept yet. {error}.", _AGAIN)
            key("t", _AGAIN)


def check_can_write(path: Path) -> None:
    """Refuse, before anything is asked, a folder that takes no answers; raises UsageError with what to do."""
    probe = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        probe.touch(exist_ok=False)
        probe.unlink()
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(13, "Permission denied")
    except OSError as error:
        raise UsageError(
            f"{path}: answers are kept here, and this cannot be written ({error.strerror or error}); "
            "copy the workbooks to a folder of your own, or ask for access"
        ) from None
