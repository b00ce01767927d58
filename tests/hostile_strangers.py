"""Files that are something else than their names say, and hostile files of the other formats."""

from __future__ import annotations

import codecs
import struct

from hostile_kind import Hostile
from xlsxparts import workbook, zipped

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_SPACES = ("office", "table", "text")


def _ole(*streams: str, sectors: int = 4, chain: int = 0) -> bytes:
    """An OLE file whose allocation table leads every sector to `chain`, with a directory of these streams."""
    header = bytearray(512)
    header[:8] = _OLE
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<LL", header, 44, 1, 1)
    struct.pack_into("<L", header, 56, 4096)
    struct.pack_into("<LLLL", header, 60, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    struct.pack_into("<109L", header, 76, 0, *[0xFFFFFFFF] * 108)
    table = struct.pack("<128L", *[chain] * 128)
    directory = b"".join(_entry(name, 5 if name == "Root Entry" else 2) for name in ("Root Entry", *streams))
    return bytes(header) + table + directory.ljust(512, b"\0") + bytes(512 * sectors)


def _entry(name: str, kind: int) -> bytes:
    coded = name.encode("utf-16-le")
    entry = bytearray(128)
    entry[: len(coded)] = coded
    struct.pack_into("<HBB", entry, 64, len(coded) + 2, kind, 1)
    struct.pack_into("<LLL", entry, 68, 0xFFFFFFFF, 0xFFFFFFFF, 1 if kind == 5 else 0xFFFFFFFF)
    struct.pack_into("<LQ", entry, 116, 2, 5000)
    return bytes(entry)


def _ods(rows: str, before: str = "", more: int = 0) -> bytes:
    spaces = " ".join(f'xmlns:{space}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for space in _ODS_SPACES)
    table = f'<table:table table:name="Map">{rows}</table:table>'
    tables = table + "".join(f'<table:table table:name="More {n}"/>' for n in range(more))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"{before}<office:document-content {spaces}>{body}</office:document-content>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped({"mimetype": _ODS_TYPE, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_with_password() -> bytes:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
        "</manifest:manifest>"
    )
    return zipped({"mimetype": _ODS_TYPE, "content.xml": bytes(range(256)), "META-INF/manifest.xml": manifest})


def _ods_row(rows: int, columns: int, text: str = "") -> str:
    value = f' office:value-type="string"><text:p>{text}</text:p></table:table-cell>' if text else "/>"
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"{value}'
    return f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'


KINDS = (
    Hostile("zero_bytes.xlsx", lambda: b"", refused="empty"),
    Hostile("zero_bytes.csv", lambda: b"", refused="empty"),
    Hostile("zero_bytes.ods", lambda: b"", refused="empty"),
    Hostile("only_zeros.xls", lambda: bytes(10_000), refused="no workbook"),
    Hostile("web_page.xls", lambda: b"<html><table><tr><td>x</td></tr></table></html>", refused="web page"),
    Hostile("web_page_with_bom.xls", lambda: codecs.BOM_UTF8 + b"\r\n<!DOCTYPE html><html></html>", refused="web page"),
    Hostile("markdown.xlsx", lambda: b"# Map\n\n| Stage | Owner |\n|---|---|\n", refused="plain text"),
    Hostile("script.xlsx", lambda: b"#!/bin/sh\nrm -rf /\n", refused="plain text"),
    Hostile("document.xlsx", lambda: b"%PDF-1.4\n", refused="PDF"),
    Hostile("picture.xlsx", lambda: b"\x89PNG\r\n\x1a\n", refused="picture"),
    Hostile("program.xlsx", lambda: b"\x7fELF\x02\x01", refused="program"),
    Hostile("gzip.xlsx", lambda: b"\x1f\x8b\x08\x00", refused="gzip"),
    Hostile("word.xlsx", lambda: zipped({"word/document.xml": "<x/>"}), refused="Word document"),
    Hostile("slides.xlsx", lambda: zipped({"ppt/presentation.xml": "<x/>"}), refused="PowerPoint"),
    Hostile(
        "excel_2003.xls",
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        refused="Excel 2003",
    ),
    Hostile("before_excel_97.xls", lambda: b"\x09\x02\x06\x00\x00\x00\x10\x00", refused="before 1997"),
    Hostile("xlsx_named_xls.xls", workbook, noted="named .xls but holds .xlsx"),
    Hostile("xlsx_named_csv.csv", workbook, noted="named .csv but holds .xlsx"),
    Hostile("encrypted.xlsx", lambda: _ole("EncryptionInfo", "EncryptedPackage"), refused="protected by a password"),
    Hostile("ole_header_only.xls", lambda: _OLE, refused="no workbook"),
    Hostile("ole_of_word.xls", lambda: _ole("WordDocument"), refused="Word document"),
    Hostile("ole_in_a_loop.xls", lambda: _ole("Workbook", chain=2), refused="memory|damaged|seconds"),
    Hostile("ole_in_a_loop_to_itself.xls", lambda: _ole("Workbook", chain=0), refused="memory|damaged|seconds"),
    Hostile("ole_chain_beyond_the_end.xls", lambda: _ole("Workbook", chain=70_000), refused="memory|damaged"),
    Hostile("ole_of_noise.xls", lambda: _ole("Workbook")[:1024] + bytes(range(256)) * 8, refused="damaged|no workbook"),
    Hostile(
        "xlsb_of_noise.xlsb", lambda: zipped({"xl/workbook.bin": bytes(range(256)) * 4}), refused="damaged|no sheet"
    ),
    Hostile(
        "ods_full_to_the_corner.ods", lambda: _ods(_ods_row(1_048_576, 16_384, "x")), refused="memory|cells|damaged"
    ),
    Hostile(
        "ods_repeats_beyond_numbers.ods", lambda: _ods(_ods_row(10**18, 10**18, "x")), refused="memory|cells|damaged"
    ),
    Hostile("ods_empty_to_the_corner.ods", lambda: _ods(_ods_row(1, 1, "Stage") + _ods_row(1_048_575, 16_384))),
    Hostile("ods_of_501_sheets.ods", lambda: _ods("", more=500), refused=r"more than the 500 allowed \(limit sheets\)"),
    Hostile("ods_of_a_million_rows.ods", lambda: _ods(_ods_row(1_000_000, 6, "x")), refused=r"\(limit sheet_cells\)"),
    Hostile("ods_with_password.ods", _ods_with_password, refused="protected by a password"),
    Hostile("ods_with_doctype.ods", lambda: _ods("", '<!DOCTYPE x [<!ENTITY a "b">]>'), refused="DOCTYPE"),
    Hostile("ods_broken.ods", lambda: _ods("<table:table-row>"), refused="damaged"),
    Hostile(
        "ods_of_text.ods",
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
        refused="OpenDocument text",
    ),
    Hostile("noise.csv", lambda: bytes(range(256)) * 20, refused="not readable as text"),
    Hostile(
        "utf16_cut_off.csv",
        lambda: codecs.BOM_UTF16_LE + "Stage,Owner".encode("utf-16-le")[:-1],
        noted="could not be read",
    ),
    Hostile("quote_never_closed.csv", lambda: b'Stage,Pain\nBuy,"' + b"slow\n" * 5000, noted="never closed"),
    Hostile("terminal_escapes.csv", lambda: b"Stage,\x1b]0;owned\x07\x1b[2JOwner\n"),
    Hostile("formula_text.csv", lambda: b"Stage,=cmd|'/C calc'!A0\n+1,@SUM(A1)\n"),
    Hostile("four_million_cells.csv", lambda: b"," * 4_000_000),
    Hostile("three_million_filled_cells.csv", lambda: b"x," * 3_000_001, refused=r"\(limit sheet_cells\)"),
    Hostile("twelve_million_cells.csv", lambda: b"abc," * 12_000_000, refused=r"limit (?:memory_bytes|sheet_cells)"),
    Hostile("twelve_million_lines.csv", lambda: b"abc\n" * 12_000_000, refused=r"\(limit sheet_cells\)"),
    Hostile(
        "one_cell_of_ten_million_letters.csv", lambda: b"Stage,Owner\n" + b"x" * 10_000_000, noted="longer than 32,767"
    ),
    Hostile("only_line_breaks.csv", lambda: b"\n" * 200_000),
    Hostile(
        "larger_than_allowed.csv", lambda: b"x" * 50_000_001, refused=r"50,000,000 bytes allowed \(limit file_bytes\)"
    ),
)
