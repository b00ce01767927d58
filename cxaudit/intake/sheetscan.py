"""What a sheet's own XML says that the reading library does not tell.

Patterns over the bytes: how far its cells reach, which show an error, which hold a formula without a
result, and whether it holds values at all. It warns and explains; it is not what keeps a hostile file
in check, the limits of the reading process are.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect
from xml.parsers import expat

from cxaudit.addresses import address
from cxaudit.intake.sheetextent import extent, only_written

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = re.compile(rb"<([\w.-]+:)?sheetData")
_REFERENCE = re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]+[0-9]+)[\"']")
_ROW_NUMBER = re.compile(rb"\sr\s*=\s*[\"'](\d{1,7})[\"']")
_TEXT_RESULT = re.compile(rb"\st\s*=\s*[\"']str[\"']")

# A bomb is small, and can be written in any way that XML allows; a large sheet is written by a program.
_SMALL = 2_000_000


class SheetScan:
    """Findings on one sheet part.

    `rows` and `columns` are the last row and column with a filled cell, 0 without one. `errors` are
    addresses and error codes, `formulas_only` the addresses of formulas without a stored result.
    `is_sheet` is false for a part that is no sheet, `well_formed` for XML that breaks its own rules (told
    of small parts only).
    """

    __slots__ = ("columns", "errors", "formulas_only", "has_values", "is_sheet", "rows", "utf16", "well_formed")

    def __init__(self, content: bytes | bytearray) -> None:
        self.well_formed = len(content) > _SMALL or _well_formed(content)
        self.utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content[:200]
        if self.utf16:
            content = _as_utf8(content)
        self.rows, self.columns = extent(content, written=len(content) >= _SMALL or only_written(content))
        opening = _DATA.search(content)
        self.is_sheet = opening is not None
        raw = (opening[1] or b"") if opening else b""
        prefix = re.escape(raw)
        self.has_values = re.search(rb"<" + prefix + rb"(?:v|t)(?:\s[^<>]*)?>[^<]", content) is not None
        marked = b'"e"' in content or (b"'" in content and b"'e'" in content)
        self.errors = list(_errors(content, prefix)) if marked else []
        self.formulas_only = list(_formulas_only(content, prefix)) if b"<" + raw + b"f" in content else []

    @property
    def cells(self) -> int:
        """The cells of the rectangle from A1 to the last row and column."""
        return self.rows * self.columns


def _errors(content: bytes | bytearray, prefix: bytes) -> Iterator[tuple[str, str]]:
    """Address and code of every cell of type error."""
    cell = rb"<" + prefix + rb"c(?=\s[^<>]*\bt\s*=\s*[\"']e[\"'])([^<>]*)>\s*"
    value = rb"<" + prefix + rb"v(?:\s[^<>]*)?>([^<]*)"
    cells = _Cells(content, prefix)
    for found in re.finditer(cell + rb"(?:" + _formula(prefix) + rb")?" + value, content):
        yield cells.address(found[1], found.start()), found[2].decode("utf-8", "replace").strip()


def _formulas_only(content: bytes | bytearray, prefix: bytes) -> Iterator[str]:
    """Addresses of formulas without a result; an empty text that Excel stored is a result."""
    end = rb"(</" + prefix + rb"c\s*>|<" + prefix + rb"v(?:\s[^<>]*)?(?:/>|></))"
    cells = _Cells(content, prefix)
    for match in re.finditer(_formula(prefix) + end, content):
        start = content.rfind(b"<", 0, match.start())
        opening = content[start : match.start()]
        stored_text = _TEXT_RESULT.search(opening) and not match[1].startswith(b"</")
        if not stored_text and re.match(rb"<" + prefix + rb"c[\s>]", opening):
            yield cells.address(opening, start)


class _Cells:
    """The cells of a sheet part by the place where they open in it."""

    def __init__(self, content: bytes | bytearray, prefix: bytes) -> None:
        self._content = content
        self._cell = re.compile(rb"<" + prefix + rb"c[\s>/]")
        self._row = re.compile(rb"<" + prefix + rb"row(?:\s[^<>]*)?>")
        self._begun: list[int] = []

    def address(self, opening: bytes | bytearray, at: int) -> str:
        """The address of the cell that opens here: its own, else the next in its row, for it may be left out."""
        if own := _REFERENCE.search(opening):
            return own[1].decode()
        self._begun = self._begun or [found.start() for found in self._row.finditer(self._content)]
        number = bisect(self._begun, at)
        begun = self._content[self._begun[number - 1] if number else 0 : at]
        row = _ROW_NUMBER.search(begun[: begun.find(b">")])
        return address(int(row[1]) if row else number, len(self._cell.findall(begun)) + 1)


def _formula(prefix: bytes) -> bytes:
    return rb"<" + prefix + rb"f(?:\s[^<>]*)?(?:/>|>[^<]*</" + prefix + rb"f\s*>)\s*"


def _well_formed(content: bytes | bytearray) -> bool:
    try:
        expat.ParserCreate().Parse(bytes(content), True)
    except (expat.ExpatError, ValueError, LookupError):  # the last two for a coding that it does not know
        return False
    return True


def _as_utf8(content: bytes | bytearray) -> bytes:
    big_end = content.startswith(codecs.BOM_UTF16_BE) or content[:1] == b"\0"
    return content.decode("utf-16-be" if big_end else "utf-16-le", "replace").encode("utf-8", "replace")
