"""The user's own cache folder: only files that nobody else could have written are read from it."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path

_MOST_BYTES = 64_000_000


def own_folder() -> Path:
    """The folder, made where it is missing; raises OSError where it cannot be used or is not the user's alone."""
    folder = _place()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = os.lstat(folder)
    if not stat.S_ISDIR(found.st_mode) or not _private(found):
        raise PermissionError(f"{folder} is not the user's own")
    return folder


def read(path: Path) -> bytes:
    """A file of the folder; empty where it is missing, a link, too large, or not the user's alone."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode) or not _private(found) or found.st_size > _MOST_BYTES:
                return b""
            return file.read()
    except OSError:
        return b""


def write(path: Path, data: bytes, most_files: int) -> None:
    """Put a file in the folder in one step, and let the oldest go where there are too many; raises OSError."""
    import secrets

    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(beside, flags, 0o600), "wb") as file:
            file.write(data)
        os.replace(beside, path)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    _thin_out(path.parent, most_files)


def _thin_out(folder: Path, most: int) -> None:
    with contextlib.suppress(OSError):
        ages = sorted((entry.stat().st_mtime, entry.path) for entry in os.scandir(folder) if entry.is_file())
        for _, path in ages[:-most]:
            os.unlink(path)


def _place() -> Path:
    if sys.platform == "win32":
        # The user's local profile, which Windows itself keeps from other users.
        return Path(_folder_in("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "cxaudit" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "cxaudit"
    return Path(_folder_in("XDG_CACHE_HOME") or Path.home() / ".cache") / "cxaudit"


def _folder_in(variable: str) -> str:
    """The folder that an environment variable names; nothing where it is no absolute path."""
    named = os.environ.get(variable, "")
    return named if os.path.isabs(named) else ""


def _private(found: os.stat_result) -> bool:
    """Whether a file or folder belongs to the user and lets nobody else in."""
    if sys.platform == "win32":
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o077
