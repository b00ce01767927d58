"""Error cells such as #REF! in the formats without sheet XML, where the library leaves them empty."""

from __future__ import annotations

from cxaudit.intake.olestream import xls_records

_XLSB_ERRORS = (3, 11)  # BrtCellError, BrtFmlaError
_XLS_CONSTANT, _XLS_FORMULA = 0x0205, 0x0006


def ods_errors(content: bytes | bytearray) -> int:
    """How many error cells the content part of an OpenDocument spreadsheet has."""
    return content.count(b'calcext:value-type="error"')


def xlsb_errors(sheet: bytes | bytearray) -> int:
    """The same of a binary sheet part: records of a number and a size, both of seven bits a byte."""
    found = at = 0
    while at < len(sheet):
        kind, at = _seven_bits(sheet, at, 2)
        size, at = _seven_bits(sheet, at, 4)
        found += kind in _XLSB_ERRORS
        at += size
    return found


def xls_errors(data: bytes) -> int:
    """The same of an .xls file: constants, and formulas whose stored result is an error."""
    return sum(_is_error(kind, content) for kind, content in xls_records(data))


def _seven_bits(data: bytes | bytearray, at: int, most: int) -> tuple[int, int]:
    value = 0
    for place in range(most):
        byte = data[at] if at < len(data) else 0
        at += 1
        value |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return value, at


def _is_error(kind: int, content: bytes) -> bool:
    if kind == _XLS_CONSTANT:
        return content[7:8] == b"\x01"
    return kind == _XLS_FORMULA and content[6:7] == b"\x02" and content[12:14] == b"\xff\xff"
