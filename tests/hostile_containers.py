"""Hostile zip files: bombs, cut ends, false sizes, strange names, repeated and too many parts."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

from hostile_kind import Hostile
from xlsxparts import MAP, parts_of, sheet_xml, text_cell, with_parts, workbook, zipped

_CUT = "The file is cut off or damaged"
_DIRECTORY, _LOCAL = b"PK\x01\x02", b"PK\x03\x04"


def _patched(data: bytes, header: bytes, offset: int, form: str, value: int) -> bytes:
    """The zip file with one field of every header of that kind overwritten."""
    out = bytearray(data)
    at = data.find(header)
    while at >= 0:
        struct.pack_into(form, out, at + offset, value)
        at = data.find(header, at + 4)
    return bytes(out)


def _flipped() -> bytes:
    data = bytearray(workbook())
    at = data.find(b"sheet1.xml") + 20
    data[at : at + 40] = bytes(byte ^ 0xFF for byte in data[at : at + 40])
    return bytes(data)


def _repeated() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for content in (sheet_xml(text_cell("A1", "first")), MAP):
            for name, part in parts_of({"Map": content}).items():
                archive.writestr(name, part)
    return out.getvalue()


def _overlapping() -> bytes:
    """Every part's header points to the same packed bytes."""
    data = bytearray(zipped({f"xl/{number}.xml": "x" * 50_000 for number in range(50)}))
    at = data.find(_DIRECTORY)
    while at >= 0:
        struct.pack_into("<L", data, at + 42, 0)
        at = data.find(_DIRECTORY, at + 4)
    return bytes(data)


def _zeros(parts: int, size: int, name: str = "xl/media/zero{}.xml") -> bytes:
    return with_parts({name.format(number): bytes(size) for number in range(parts)})


def overlapping_bomb() -> bytes:
    """Three thousand parts that are all the same ten million zeros: 30 GB in less than 300 kB."""
    data = bytearray(
        zipped({**parts_of({"Map": MAP}), **{f"xl/{n}.png": b"" for n in range(2999)}, "z": bytes(9_900_000)})
    )
    size, place = struct.unpack_from("<L", data, data.rfind(_DIRECTORY) + 20), data.rfind(_LOCAL)
    at = data.find(b"xl/0.png", data.find(_DIRECTORY)) - 46
    while at >= 0:
        struct.pack_into("<H8xL", data, at + 10, 8, *size)
        struct.pack_into("<L", data, at + 42, place)
        at = data.find(_DIRECTORY, at + 4)
    return bytes(data)


def _many_zeros() -> bytes:
    parts = {f"xl/media/{number}.png": bytes(9_900_000) for number in range(28)}
    return zipped({**parts_of({"Map": MAP}), **parts}, level=1)


def _many_empty_parts(count: int) -> bytes:
    return with_parts({f"xl/more/{number}.xml": b"" for number in range(count)})


def _nested() -> bytes:
    inner = zipped({"zero.xml": bytes(5_000_000)})
    for _ in range(5):
        inner = zipped({f"{number}.zip": inner for number in range(4)})
    return with_parts({"xl/embeddings/nest.zip": inner})


def _far_directory() -> bytes:
    data = bytearray(workbook())
    struct.pack_into("<L", data, data.rfind(b"PK\x05\x06") + 16, 0xFFFFFF00)
    return bytes(data)


def _claimed_entries() -> bytes:
    data = bytearray(workbook())
    struct.pack_into("<2H", data, data.rfind(b"PK\x05\x06") + 8, 60_000, 60_000)
    return bytes(data)


_TRAPS = ("../../../../evil.xml", "/etc/passwd.xml", "C:\\Windows\\evil.xml", "xl/..\\..\\evil.xml", "con", "a" * 5000)

KINDS = (
    Hostile("signature_only.xlsx", lambda: _LOCAL, refused=_CUT),
    Hostile("two_letters.xlsx", lambda: b"PK", refused=_CUT),
    Hostile("half.xlsx", lambda: workbook()[: len(workbook()) // 2], refused=_CUT),
    Hostile("last_byte_missing.xlsx", lambda: workbook()[:-1], refused=_CUT),
    Hostile("first_kilobyte_missing.xlsx", lambda: _LOCAL + workbook()[500:], refused=_CUT),
    Hostile("empty_archive.xlsx", lambda: zipped({}), refused="zip archive but no workbook"),
    Hostile("flipped_bytes.xlsx", _flipped, refused=_CUT),
    Hostile("far_directory.xlsx", _far_directory, refused=_CUT),
    Hostile("claims_60000_parts.xlsx", _claimed_entries, refused=r"more than the 5,000 allowed \(limit entries\)"),
    Hostile("really_6000_parts.xlsx", lambda: _many_empty_parts(6000), refused=r"\(limit entries\)"),
    Hostile("4000_empty_parts.xlsx", lambda: _many_empty_parts(4000)),
    Hostile(
        "bomb_of_one_part.xlsx", lambda: _zeros(1, 40_000_000), refused=r"200 times its size \(limit inflation_ratio\)"
    ),
    Hostile("bomb_as_picture.xlsx", lambda: _zeros(1, 40_000_000, "xl/media/{}.png"), refused="limit inflation_ratio"),
    Hostile(
        "bomb_of_many_parts.xlsx",
        _many_zeros,
        refused=r"256,000,000 bytes allowed \(limit inflated_bytes\)",
    ),
    Hostile(
        "bomb_in_the_sheet.xlsx", lambda: workbook(b" " * 40_000_000 + MAP.encode()), refused="limit inflation_ratio"
    ),
    Hostile("bomb_of_overlapping_parts.xlsx", overlapping_bomb, refused=r"\(limit inflated_bytes\)"),
    Hostile("archives_in_archives.xlsx", _nested),
    Hostile("overlapping_parts.xlsx", _overlapping, refused="damaged"),
    Hostile("repeated_parts.xlsx", _repeated, noted="holds the part .* twice"),
    Hostile(
        "repeated_parts_by_capitals.xlsx",
        lambda: with_parts({"XL/Worksheets/Sheet1.xml": MAP}),
        noted="holds the part .* twice",
    ),
    Hostile("false_sizes.xlsx", lambda: _patched(workbook(), _DIRECTORY, 24, "<L", 1), refused="damaged"),
    Hostile("huge_packed_size.xlsx", lambda: _patched(workbook(), _DIRECTORY, 20, "<L", 0x7FFFFFFF), refused=_CUT),
    Hostile("unknown_packing.xlsx", lambda: _patched(workbook(), _DIRECTORY, 10, "<H", 99), refused="packed in a way"),
    Hostile("bzip2_packing.xlsx", lambda: zipped(parts_of({"Map": MAP}), zipfile.ZIP_BZIP2), refused="packed in a way"),
    Hostile(
        "password_of_the_archive.xlsx",
        lambda: _patched(workbook(), _DIRECTORY, 8, "<H", 1),
        refused="zip archive with a password",
    ),
    Hostile("names_that_climb.xlsx", lambda: with_parts(dict.fromkeys(_TRAPS, "<x/>"))),
    Hostile("names_not_utf8.xlsx", lambda: workbook().replace(b"[Content_Types].xml", b"\xff\xfeontent_Types].xml")),
    Hostile("long_comment.xlsx", lambda: workbook()[:-2] + struct.pack("<H", 60_000) + b"x" * 60_000),
    Hostile("junk_before_the_archive.xlsx", lambda: b"PK junk" * 100 + workbook(), refused=_CUT),
    Hostile("plain_zip.xlsx", lambda: zipped({"readme.txt": "hello"}), refused="zip archive but no workbook"),
)
