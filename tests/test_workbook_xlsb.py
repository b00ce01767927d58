"""Reading .xlsb: binary records of a number, a size and a content, drawn here by hand."""

from __future__ import annotations

import struct
from pathlib import Path

from xlsxparts import DOCUMENT, PACKAGE, zipped

from cxaudit.workbook import WorkbookContent, read_workbook

BOOK, SHEETS, SHEET, END_SHEETS, END_BOOK = 131, 143, 156, 144, 132
WORKSHEET, DIMENSION, DATA, ROW, NUMBER, ERROR, TEXT, END_DATA, END_WORKSHEET = 129, 148, 145, 0, 5, 3, 6, 146, 130


def record(kind: int, content: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(content)]) + content


def wide(text: str) -> bytes:
    return struct.pack("<L", len(text)) + text.encode("utf-16-le")


def cell(column: int, kind: int, value: bytes) -> bytes:
    return record(kind, struct.pack("<LL", column, 0) + value)


def row(number: int, *cells: bytes) -> bytes:
    return record(ROW, struct.pack("<LLHBBBL", number, 0, 300, 0, 0, 0, 0)) + b"".join(cells)


def read(tmp_path: Path, *rows: bytes) -> WorkbookContent:
    listed = record(SHEET, struct.pack("<LL", 1, 1) + wide("rId1") + wide("Map"))
    dimension = record(DIMENSION, struct.pack("<4L", 0, 9, 0, 9))
    relations = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{DOCUMENT}/worksheet"'
        ' Target="worksheets/sheet1.bin"/></Relationships>'
    )
    parts = {
        "xl/workbook.bin": record(BOOK) + record(SHEETS) + listed + record(END_SHEETS) + record(END_BOOK),
        "xl/_rels/workbook.bin.rels": relations,
        "xl/worksheets/sheet1.bin": record(WORKSHEET)
        + dimension
        + record(DATA)
        + b"".join(rows)
        + record(END_DATA)
        + record(END_WORKSHEET),
    }
    path = tmp_path / "map.xlsb"
    path.write_bytes(zipped(parts))
    return read_workbook(path)


def test_text_and_numbers_keep_their_addresses(tmp_path: Path) -> None:
    content = read(
        tmp_path,
        row(1, cell(1, TEXT, wide("Stage")), cell(2, TEXT, wide("Score"))),
        row(3, cell(1, TEXT, wide("Buy")), cell(2, NUMBER, struct.pack("<d", 4.0))),
    )
    (grid,) = content.grids
    assert grid.rows == ((), ("", "Stage", "Score"), (), ("", "Buy", "4"))
    assert (grid.sheet, grid.hidden, content.notes) == ("Map", True, ())


def test_error_cells_are_said(tmp_path: Path) -> None:
    content = read(tmp_path, row(0, cell(0, TEXT, wide("Score")), cell(1, ERROR, b"\x17")))
    assert content.grids[0].rows == (("Score",),)
    assert content.notes == (
        "One cell shows an error such as #REF! and may have been read as empty; mend the formulas.",
    )
