"""A workbook as bytes that are the same for the same content: no clock, no order of chance."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from typing import BinaryIO
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

Results = Mapping[str, float | str]
_NONE: Mapping[str, Results] = {}
_CORE = "docProps/core.xml"
_FIRST = "[Content_Types].xml"
_IN_MEMORY = 4_000_000  # bytes of a workbook; a larger one is put together on disk
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_UNSHOWN = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v(?: ?/>|></v>)</c>')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def workbook_bytes(book: Workbook, at: datetime.date, results: Mapping[str, Results] = _NONE) -> bytes:
    """The workbook as a file, dated `at` inside and out.

    `results` are those of formulas by sheet and cell; openpyxl itself writes formulas without any.
    """
    result = io.BytesIO()
    save_workbook(book, at, result, results)
    return result.getvalue()


def save_workbook(book: Workbook, at: datetime.date, out: BinaryIO, results: Mapping[str, Results] = _NONE) -> None:
    """Writes the same bytes to an open file; only sheets with results of formulas are held in memory whole."""
    parts = {f"xl/worksheets/sheet{n}.xml": results.get(name, {}) for n, name in enumerate(book.sheetnames, start=1)}
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as written:
        # Lightly compressed: its parts are taken out again below, and the memory that they take is to stay small.
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as light:
            ExcelWriter(book, light).save()
        with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w") as target:
            for name in sorted(source.namelist(), key=lambda each: (each != _FIRST, each)):
                entry = _entry(name)
                if name == _CORE:
                    target.writestr(entry, _dated(source.read(name), at))
                elif parts.get(name):
                    target.writestr(entry, _with_results(source.read(name), parts[name]))
                else:
                    entry.file_size = source.getinfo(name).file_size
                    with source.open(name) as old, target.open(entry, "w") as new:
                        shutil.copyfileobj(old, new)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    entry.create_system = 3
    return entry


def _dated(core: bytes, at: datetime.date) -> bytes:
    stamp = f"{at.isoformat()}T00:00:00Z".encode()
    return _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", core)


def _with_results(sheet: bytes, results: Results) -> bytes:
    def filled(found: re.Match[bytes]) -> bytes:
        cell, attributes, formula = found.groups()
        result = results.get(cell.decode())
        if result is None:
            return found.group()
        kind = b' t="str"' if isinstance(result, str) else b""
        shown = escape(result) if isinstance(result, str) else repr(float(result))
        return b'<c r="%b"%b%b><f>%b</f><v>%b</v></c>' % (cell, attributes, kind, formula, shown.encode())

    return _UNSHOWN.sub(filled, sheet)
