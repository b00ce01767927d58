"""The parts of a zip file, read with every byte counted: what a workbook is packed in.

Sizes that a zip file declares are claims; only what comes out while inflating counts. (The zipfile
module would cost the reading process more time to import than most workbooks take to read.)
"""

from __future__ import annotations

import struct
import zlib

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxaudit.limits import Limits

_END = struct.Struct("<4s4H2LH")
_END64_PLACE = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_DIRECTORY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_LARGEST_COMMENT = 65_535
_ALL_ONES = 0xFFFFFFFF
_PIECE = 1 << 18


class ContainerError(Exception):
    """The zip file cannot be used; the message is one sentence with what to do."""


class Entry:
    """One part of a zip file: its name, packing method, packed size and the place of its header."""

    __slots__ = ("flags", "method", "name", "offset", "packed")

    def __init__(self, name: str, flags: int, method: int, packed: int, offset: int) -> None:
        self.name, self.flags, self.method, self.packed, self.offset = name, flags, method, packed, offset


class Container:
    """A zip file in memory. `entries` are in the order of its directory, repeated names included."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Read the directory of a zip file; raises ContainerError where it has none, or one too long."""
        self._data = memoryview(data)
        try:
            self.entries = list(_directory(data, limits.entries))
        except struct.error:
            raise damaged() from None
        # Of repeated names the last one counts, as it does for Excel.
        self._named = {entry.name: entry for entry in self.entries}

    def entry(self, name: str) -> Entry | None:
        return self._named.get(name)

    def peek(self, name: str, size: int) -> bytes:
        """The first bytes of a part, empty where it is absent or damaged."""
        entry = self.entry(name)
        try:
            return next(self.pieces(entry, size), b"") if entry else b""
        except ContainerError:
            return b""

    def pieces(self, entry: Entry, piece: int = _PIECE) -> Iterator[bytes]:
        """What a part holds, inflated at most `piece` bytes at a time, so that the caller may stop."""
        if entry.flags & 1:
            raise ContainerError("The file is a zip archive with a password; get the workbook without one.")
        packed = self._packed(entry)
        if entry.method == zlib.DEFLATED:
            return _inflated(packed, piece)
        if entry.method == 0:
            return (bytes(packed[at : at + piece]) for at in range(0, len(packed), piece))
        raise ContainerError("The file is packed in a way that workbooks never are; save it again in Excel.")

    def _packed(self, entry: Entry) -> memoryview:
        try:
            header = _LOCAL.unpack_from(self._data, entry.offset)
        except struct.error:
            raise damaged() from None
        start = entry.offset + _LOCAL.size + header[9] + header[10]
        if header[0] != b"PK\x03\x04" or start + entry.packed > len(self._data):
            raise damaged()
        return self._data[start : start + entry.packed]


def damaged() -> ContainerError:
    return ContainerError("The file is cut off or damaged; get it again, or open and save it in Excel.")


def _inflated(packed: memoryview, piece: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting: bytes | memoryview = packed
    try:
        while not inflater.eof:
            out = inflater.decompress(waiting, piece)
            if not out and not inflater.unconsumed_tail:
                break
            yield out
            waiting = inflater.unconsumed_tail
    except zlib.error:
        raise damaged() from None
    if not inflater.eof:
        raise damaged()


def _directory(data: bytes, most: int) -> Iterator[Entry]:
    at, size, count = _directory_place(data)
    if count > most:
        raise ContainerError(
            f"The file has {count:,} parts, more than the {most:,} allowed (limit entries);"
            " save it again in Excel, or raise the limit."
        )
    end = at + size
    for _ in range(count):
        fields = _DIRECTORY.unpack_from(data, at)
        if fields[0] != b"PK\x01\x02" or at > end:
            raise damaged()
        name_at = at + _DIRECTORY.size
        extra_at = name_at + fields[10]
        name = data[name_at:extra_at].decode("utf-8" if fields[3] & 0x800 else "cp437", "replace")
        extra = data[extra_at : extra_at + fields[11]]
        packed, offset = _long_sizes(fields[8], fields[9], fields[16], extra)
        yield Entry(name, fields[3], fields[4], packed, offset)
        at = extra_at + fields[11] + fields[12]


def _directory_place(data: bytes) -> tuple[int, int, int]:
    """Where the directory begins, its size and its number of entries."""
    end_at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - _LARGEST_COMMENT))
    if end_at < 0:
        raise damaged()
    end = _END.unpack_from(data, end_at)
    count, size, at = end[4], end[5], end[6]
    place_at = end_at - _END64_PLACE.size
    if (count == 0xFFFF or _ALL_ONES in (size, at)) and place_at >= 0:
        place = _END64_PLACE.unpack_from(data, place_at)
        if place[0] != b"PK\x06\x07":
            raise damaged()
        end64 = _END64.unpack_from(data, place[2])
        count, size, at = end64[7], end64[8], end64[9]
    return at, size, count


def _long_sizes(packed: int, unpacked: int, offset: int, extra: bytes) -> tuple[int, int]:
    """Packed size and offset, from the zip64 field of `extra` where the short ones are full."""
    at = 0
    while _ALL_ONES in (packed, unpacked, offset) and at + 4 <= len(extra):
        tag, size = struct.unpack_from("<2H", extra, at)
        if tag == 1:
            longs = iter(struct.unpack_from(f"<{size // 8}Q", extra, at + 4))
            unpacked = next(longs, 0) if unpacked == _ALL_ONES else unpacked
            packed = next(longs, 0) if packed == _ALL_ONES else packed
            offset = next(longs, 0) if offset == _ALL_ONES else offset
            break
        at += 4 + size
    return packed, offset
