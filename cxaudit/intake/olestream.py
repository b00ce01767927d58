"""The stream of records inside an .xls file: just enough of OLE to look into it."""

from __future__ import annotations

import struct

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECTOR, _SHORT_SECTOR = 512, 64
_NAMES = ("Workbook", "Book")


def xls_records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of every record, in order; none where the file is too damaged to look into."""
    try:
        stream = _workbook_stream(data)
    except struct.error:
        return
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _workbook_stream(data: bytes) -> bytes:
    directory_start, short, short_table_start = struct.unpack_from("<L4x2L", data, 48)
    sectors, table = memoryview(data)[_SECTOR:], _allocation(data)
    directory = _chain(sectors, table, directory_start, _SECTOR)
    for at in range(0, len(directory) - 127, 128):
        if directory[at : at + 64].decode("utf-16-le", "replace").rstrip("\0") in _NAMES:
            start, size = struct.unpack_from("<2L", directory, at + 116)
            if size >= short:
                return _chain(sectors, table, start, _SECTOR)[:size]
            # Short streams lie in sectors of their own inside the stream of the root entry, the first one.
            root = _chain(sectors, table, struct.unpack_from("<L", directory, 116)[0], _SECTOR)
            short_table = _numbers(_chain(sectors, table, short_table_start, _SECTOR))
            return _chain(memoryview(root), short_table, start, _SHORT_SECTOR)[:size]
    return b""


def _allocation(data: bytes) -> list[int]:
    """The table that names for each sector the one after it."""
    table: list[int] = []
    for sector in struct.unpack_from("<109L", data, 76):
        table += _numbers(data[(sector + 1) * _SECTOR : (sector + 2) * _SECTOR])
    return table


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack_from(f"<{len(data) // 4}L", data)


def _chain(sectors: memoryview, table: Sequence[int], sector: int, size: int) -> bytes:
    """The sectors of a chain joined; one that runs in a loop ends after as many as there are."""
    pieces: list[memoryview] = []
    while sector < len(table) and len(pieces) <= len(sectors) // size:
        pieces.append(sectors[sector * size : (sector + 1) * size])
        sector = table[sector]
    return b"".join(pieces)
