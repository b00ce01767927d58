"""What a file really is, told from its first bytes and parts, whatever its name says."""

from __future__ import annotations

import re
from enum import Enum

from cxaudit.intake.container import Container, ContainerError
from cxaudit.intake.doubts import ENCRYPTED
from cxaudit.intake.encryption import ods_is_encrypted, ole_is_encrypted
from cxaudit.limits import Limits


class Kind(Enum):
    """A kind of workbook that can be read, by the suffix it should have."""

    XLSX = ".xlsx"
    XLSB = ".xlsb"
    XLS = ".xls"
    ODS = ".ods"
    CSV = ".csv"


class NotAWorkbookError(Exception):
    """The file is something else; the message is one sentence with what to do."""


SUFFIXES = {
    ".xlsx": Kind.XLSX,
    ".xlsm": Kind.XLSX,
    ".xlsb": Kind.XLSB,
    ".xls": Kind.XLS,
    ".ods": Kind.ODS,
    ".csv": Kind.CSV,
}
_SAVE = "open it in its own program and save it as .xlsx."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS = (
    (b"%PDF", f"The file is a PDF document; get the workbook that it was printed from, or {_SAVE}"),
    (b"{\\rtf", "The file is an RTF text; get it as a workbook (.xlsx)."),
    (b"\x89PNG", "The file is a picture; get it as a workbook (.xlsx)."),
    (b"\xff\xd8\xff", "The file is a picture; get it as a workbook (.xlsx)."),
    (b"GIF8", "The file is a picture; get it as a workbook (.xlsx)."),
    (b"\x1f\x8b", "The file is a gzip archive; unpack it and give the workbook inside."),
    (b"Rar!", "The file is a RAR archive; unpack it and give the workbook inside."),
    (b"7z\xbc\xaf", "The file is a 7-Zip archive; unpack it and give the workbook inside."),
    (b"\x7fELF", "The file is a program, not a workbook; leave it out."),
    (b"MZ\x90\0", "The file is a program, not a workbook; leave it out."),
)
_OLD_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|table|meta|div|p|!--|\?xml|style|script)", re.IGNORECASE)


def kind_of(data: bytes, limits: Limits) -> Kind | None:
    """The kind of workbook that the bytes are, or None for text, which may be CSV.

    Raises NotAWorkbookError for anything else.
    """
    if not data:
        raise NotAWorkbookError("The file is empty (0 bytes); get it again or leave it out.")
    if data.startswith(b"PK"):
        return _kind_of_zip(data, limits)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    if data.startswith(_OLD_BIFF):
        raise NotAWorkbookError(f"The file is in a format of Excel before 1997; {_SAVE}")
    for start, sentence in _STARTS:
        if data.startswith(start):
            raise NotAWorkbookError(sentence)
    if _MARKUP.match(data[:1000].removeprefix(b"\xef\xbb\xbf")):
        raise NotAWorkbookError(_markup_sentence(data))
    return None


def is_locked(data: bytes) -> bool:
    """Whether the bytes are an Excel workbook that a password can open."""
    return data.startswith(_OLE) and ole_is_encrypted(data)


def _kind_of_zip(data: bytes, limits: Limits) -> Kind:
    try:
        container = Container(data, limits)
    except ContainerError as error:
        raise NotAWorkbookError(str(error)) from None
    names = {entry.name.lower().replace("\\", "/") for entry in container.entries}
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if "content.xml" in names and "mimetype" in names:
        if ods_is_encrypted(container):
            raise NotAWorkbookError(ENCRYPTED)
        if b"spreadsheet" in container.peek("mimetype", 200):
            return Kind.ODS
        raise NotAWorkbookError("The file is an OpenDocument text or drawing; save its tables as .ods or .xlsx.")
    if any(name.startswith("word/") for name in names):
        raise NotAWorkbookError("The file is a Word document; copy its tables to a workbook (.xlsx).")
    if any(name.startswith("ppt/") for name in names):
        raise NotAWorkbookError("The file is a PowerPoint presentation; copy its tables to a workbook (.xlsx).")
    if "_rels/.rels" in names or any(name.startswith("xl/") for name in names):
        return Kind.XLSX
    raise NotAWorkbookError("The file is a zip archive but no workbook; unpack it and give the workbooks inside.")


def _kind_of_ole(data: bytes) -> Kind:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") + b"\0\0" in data

    if ole_is_encrypted(data):
        raise NotAWorkbookError(ENCRYPTED)
    if has("Workbook") or has("Book"):
        return Kind.XLS
    if has("WordDocument"):
        raise NotAWorkbookError("The file is a Word document; copy its tables to a workbook (.xlsx).")
    if has("PowerPoint Document"):
        raise NotAWorkbookError("The file is a PowerPoint presentation; copy its tables to a workbook (.xlsx).")
    raise NotAWorkbookError("The file holds no workbook, or is cut off; get it again or save it as .xlsx.")


def _markup_sentence(data: bytes) -> str:
    start = data[:4000].lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        return f"The file is an XML spreadsheet of Excel 2003; {_SAVE}"
    if b"<html" in start or b"<table" in start or b"doctype html" in start:
        return "The file is a web page (HTML), not a workbook; open it in Excel and save it as .xlsx."
    return "The file is XML or HTML text, not a workbook; save it as .xlsx."
