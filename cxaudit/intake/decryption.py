"""An encrypted workbook made a plain one in memory, by msoffcrypto-tool, in the reading process alone."""

from __future__ import annotations

import io

from cxaudit.intake.container import ContainerError

NO_LIBRARY = (
    "The workbook is protected by a password, and what is needed to open it is not installed;"
    " install cxaudit[encrypted], or open the workbook in Excel and save a copy without a password."
)
WRONG_PASSWORD = "The password does not open this workbook; check it, or save a copy without one."  # noqa: S105
_UNKNOWN = "The workbook is encrypted in a way that cannot be read; save a copy without a password in Excel."


def decrypted(data: bytes, password: str) -> bytes:
    """The bytes of the workbook inside; raises ContainerError with one sentence."""
    try:
        from msoffcrypto import OfficeFile
        from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError
    except ImportError:
        raise ContainerError(NO_LIBRARY) from None
    plain = io.BytesIO()
    try:
        file = OfficeFile(io.BytesIO(data))
        if file.format == "ooxml":
            file.load_key(password=password, verify_password=True)
        else:
            file.load_key(password=password)
        file.decrypt(plain)
    except InvalidKeyError:
        raise ContainerError(WRONG_PASSWORD) from None
    except (DecryptionError, FileFormatError):
        raise ContainerError(_UNKNOWN) from None
    return plain.getvalue()
