"""Comma, semicolon or tab separated text as rows, whatever its coding."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from cxaudit.errors import WorkbookError
from cxaudit.intake.sheetrows import text_row
from cxaudit.intake.wire import ReadSheet

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxaudit.limits import Limits

SEPARATORS = (",", ";", "\t")
_SAMPLE_CHARACTERS = 100_000
_SAMPLE_BYTES = 4 * _SAMPLE_CHARACTERS
_SAMPLE_RECORDS = 200
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_GUESSED = "The text is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as CSV UTF-8."
_LOST = "Some letters could not be read and show as \ufffd; save the file again as CSV UTF-8."


class CsvText:
    """The records of a file, one tuple of stripped text each, and remarks on how it was read."""

    __slots__ = ("notes", "rows")

    def __init__(self, rows: tuple[tuple[str, ...], ...], notes: tuple[str, ...] = ()) -> None:
        self.rows, self.notes = rows, notes


def csv_sheets(data: bytes, limits: Limits) -> tuple[list[ReadSheet], list[str]]:
    """A separated file as its one sheet, which has no name of its own, and the remarks."""
    separated = read_csv(data, limits)
    sheet = ReadSheet("")
    sheet.rows = separated.rows
    return [sheet], list(separated.notes)


def read_csv(data: bytes, limits: Limits) -> CsvText:
    """The records of a separated file; raises WorkbookError for what is not such text."""
    text, notes = _decoded(data)
    separator, text = _declared_separator(text)
    separator = separator or sniff_separator(text)
    csv.field_size_limit(limits.file_bytes)
    try:
        rows = _records(text, separator, limits, strict=True)
    except csv.Error as error:
        rows = _records(text, separator, limits, strict=False)
        if "unexpected end" in str(error):
            notes += ("A quotation mark is opened and never closed, so the last cell may hold the rest of the file.",)
    return CsvText(rows, notes)


def looks_separated(data: bytes) -> bool:
    """Whether text of unknown kind reads as a table: two or more records, nearly all equally wide."""
    try:
        text, _ = _decoded(data[:_SAMPLE_BYTES])  # the whole of it is for the reading process alone
    except WorkbookError:
        return False
    widths = _sample_widths(text, sniff_separator(text))
    return len(widths) > 1 and min(widths) > 1 and _steadiness(widths)[0] >= 0.9 * len(widths)


def sniff_separator(text: str) -> str:
    """The separator under which most records of the text are equally wide, and wider than one cell."""
    return max(SEPARATORS, key=lambda separator: _steadiness(_sample_widths(text, separator)))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, coding in _BOMS:
        if data.startswith(bom):
            return _with_losses(data[len(bom) :].decode(coding, "replace"))
    if b"\0" in data:
        raise WorkbookError("The file is not readable as text; save it again as CSV (UTF-8) from Excel.")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        # Excel on Windows writes the code page of western Europe unless asked for UTF-8.
        text, losses = _with_losses(data.decode("cp1252", "replace"))
        return text, (_GUESSED, *losses)


def _with_losses(text: str) -> tuple[str, tuple[str, ...]]:
    return text, (_LOST,) if "\ufffd" in text else ()


def _declared_separator(text: str) -> tuple[str, str]:
    """Excel's own `sep=;` first line, which Excel does not show as a row, and the text after it."""
    first, _, rest = text.partition("\n")
    name, _, separator = first.rstrip("\r").strip('"').partition("=")
    if name.lower() == "sep" and separator in SEPARATORS:
        return separator, rest
    return "", text


def _sample_widths(text: str, separator: str) -> list[int]:
    widths: list[int] = []
    reader = csv.reader(io.StringIO(text[:_SAMPLE_CHARACTERS], newline=""), delimiter=separator)
    try:
        for record in reader:
            if any(record):
                widths.append(len(record))
            if len(widths) >= _SAMPLE_RECORDS:
                break
    except csv.Error:
        pass
    return widths


def _steadiness(widths: list[int]) -> tuple[int, int]:
    """How many records have the most usual width above one, and that width."""
    wide = Counter(width for width in widths if width > 1)
    return max(((count, width) for width, count in wide.items()), default=(0, 0))


def _records(text: str, separator: str, limits: Limits, *, strict: bool) -> tuple[tuple[str, ...], ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    return tuple(_filled(reader, limits))


def _filled(records: Iterable[list[str]], limits: Limits) -> list[tuple[str, ...]]:
    """The records without the empty ones at the end; raises WorkbookError once they span too many cells."""
    rows: list[tuple[str, ...]] = []
    empty = widest = 0
    for record in records:
        row = tuple(text_row(record)) if record else ()
        if not row:
            empty += 1
            continue
        widest = max(widest, len(row))
        cells = (len(rows) + empty + 1) * widest
        if cells > limits.sheet_cells:
            raise _too_many(cells, limits)
        rows += [()] * empty
        rows.append(row)
        empty = 0
    return rows


def _too_many(cells: int, limits: Limits) -> WorkbookError:
    return WorkbookError(
        f"The file spans {cells:,} cells at least, more than the {limits.sheet_cells:,} allowed (limit sheet_cells);"
        " split it, or raise the limit."
    )
