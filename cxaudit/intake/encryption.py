"""Whether a workbook is protected by a password, told from what stands open in it."""

from __future__ import annotations

from itertools import islice

from cxaudit.intake.container import Container
from cxaudit.intake.olestream import xls_records

_FILE_PASS = 0x002F
_FIRST_RECORDS = 20
_LONGEST_MANIFEST = 1_000_000


def ole_is_encrypted(data: bytes) -> bool:
    """Whether an OLE file wraps an encrypted .xlsx, or is an .xls with a password to open it."""
    if any(name.encode("utf-16-le") + b"\0\0" in data for name in ("EncryptedPackage", "EncryptionInfo")):
        return True
    return any(kind == _FILE_PASS for kind, _ in islice(xls_records(data), _FIRST_RECORDS))


def ods_is_encrypted(container: Container) -> bool:
    """Whether the list of parts of an OpenDocument file speaks of encryption."""
    return b"encryption-data" in container.peek("META-INF/manifest.xml", _LONGEST_MANIFEST)
