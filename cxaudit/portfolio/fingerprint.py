"""What an audit of a programme depends on, as one digest: change a file, and the programme is audited again."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

from cxaudit.engagement.file import load_engagement
from cxaudit.engagement.find import NAME
from cxaudit.errors import CxauditError
from cxaudit.limits import DEFAULT_LIMITS
from cxaudit.workbook import find_workbooks


def fingerprint(home: Path) -> str:
    """A digest of the names and contents of a programme's workbooks, its engagement file and the packs it names."""
    found = find_workbooks([home])
    total = hashlib.sha256()
    for path in (*found.workbooks, *_engagement(home)):
        total.update(f"{path.relative_to(home).as_posix()}\0{_content(path)}\0".encode("utf-8", "surrogateescape"))
    for left in found.left_out:
        total.update(f"{left}\0".replace(home.as_posix(), "").encode())
    return total.hexdigest()


def _engagement(home: Path) -> Iterator[Path]:
    file = home / NAME
    if not file.is_file():
        return
    yield file
    try:
        packs = load_engagement(file).packs
    except CxauditError:  # the audit will say so
        return
    for pack in packs:
        yield from sorted(pack.rglob("*.yaml"))


def _content(path: Path) -> str:
    """The digest of a plain file; for what the audit will not read, as much as tells that it has changed."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > DEFAULT_LIMITS.file_bytes:
            return f"{status.st_mode} {status.st_size} {status.st_mtime_ns}"
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"not readable: {error.errno}"
