"""The bytes of a client's file: opened read-only, and only if it is a plain file of a sensible size."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from cxaudit.errors import WorkbookError
from cxaudit.limits import Limits

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

_UNSIZED = 1_000_000  # bytes


def file_bytes(path: Path, limits: Limits) -> bytes:
    """All bytes of a regular file; raises WorkbookError for anything that is not one, or too large."""
    try:
        _refuse_other_than_file(path.stat())
        # A pipe put in its place in the meantime neither blocks the opening nor passes the second look.
        with open(os.open(path, _FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_other_than_file(status)
            # Room is made for as much as is asked for; files of the system itself have no size.
            data = file.read(min(limits.file_bytes, max(status.st_size, _UNSIZED)) + 1)
    except FileNotFoundError:
        raise WorkbookError("There is no such file; check the spelling of the path.") from None
    except PermissionError:
        raise WorkbookError("The file may not be opened; close it in other programs or ask for access to it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WorkbookError(f"The file cannot be opened ({reason}); check the path and the disk.") from None
    if len(data) > limits.file_bytes:
        raise WorkbookError(
            f"The file is larger than the {limits.file_bytes:,} bytes allowed (limit file_bytes);"
            " delete pictures and sheets that the audit does not need, or raise the limit."
        )
    return data


def _refuse_other_than_file(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise WorkbookError("This is a folder, not a file; give the workbooks inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise WorkbookError("This is a pipe or a device, not a file; save the workbook to disk first.")
