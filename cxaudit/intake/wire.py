"""How the reading process answers: sheets as plain text, held apart by control characters.

Cell text has no control characters left, so nothing in a client's file can forge a border, and nothing
in an answer is ever executed.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the reading process starts faster without the typing module
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHEET, _PART, _ROW, _CELL = "\x1c", "\x1d", "\x1e", "\x1f"
_READ, _REFUSED = "read", "refused"
_MOST_KNOWN = 20_000
_STRETCH = 1 << 16  # characters


class ReadSheet:
    """A sheet as it was read: `merged` as top, left, bottom, right from 1; `notes` by A1 address."""

    __slots__ = ("hidden", "merged", "name", "notes", "rows")

    def __init__(self, name: str) -> None:
        self.name = name
        self.hidden = False
        self.merged: list[tuple[int, int, int, int]] = []
        self.notes: dict[str, str] = {}
        self.rows: Sequence[Sequence[str]] = ()


class RefusedError(Exception):
    """The file was not read; the message is one sentence with what to do."""


def pack(sheets: Iterable[ReadSheet], notes: Iterable[str]) -> bytes:
    """A whole reading as bytes; `notes` are remarks on the workbook."""
    head = _PART.join((_READ, _ROW.join(notes)))
    return _SHEET.join((head, *map(_pack_sheet, sheets))).encode("utf-8", "replace")


def pack_refusal(sentence: str) -> bytes:
    return _PART.join((_REFUSED, sentence)).encode("utf-8", "replace")


def unpack(answer: str) -> tuple[list[ReadSheet], list[str]]:
    """The sheets and remarks of a packed reading; raises RefusedError with the sentence of a refusal."""
    spans = _spans(answer, _SHEET, 0, len(answer))
    start, end = next(spans)
    verdict, said = answer[start:end].split(_PART)
    if verdict == _REFUSED:
        raise RefusedError(said)
    return [_unpack_sheet(answer, *span) for span in spans], said.split(_ROW) if said else []


def _pack_sheet(sheet: ReadSheet) -> str:
    return _PART.join(
        (
            sheet.name,
            "hidden" if sheet.hidden else "",
            _ROW.join(_CELL.join(map(str, area)) for area in sheet.merged),
            _ROW.join(map(_CELL.join, sheet.notes.items())),
            _ROW.join(map(_CELL.join, sheet.rows)),
        )
    )


def _unpack_sheet(answer: str, start: int, end: int) -> ReadSheet:
    spans = list(_spans(answer, _PART, start, end))
    name, hidden, merged, notes = (answer[at:to] for at, to in spans[:4])
    sheet = ReadSheet(name)
    sheet.hidden = bool(hidden)
    for area in merged.split(_ROW) if merged else ():
        top, left, bottom, right = map(int, area.split(_CELL))
        sheet.merged.append((top, left, bottom, right))
    for note in notes.split(_ROW) if notes else ():
        address, sentence = note.split(_CELL)
        sheet.notes[address] = sentence
    known: dict[str, str] = {}
    sheet.rows = tuple(_shared(row.split(_CELL), known) if row else () for row in _rows(answer, *spans[4]))
    return sheet


def _rows(answer: str, start: int, end: int) -> Iterator[str]:
    """The rows of a sheet, split some at a time: one by one takes twice as long, all at once twice the memory."""
    stop = start - 1 if start < end else end
    while stop < end:
        start, found = stop + 1, answer.find(_ROW, min(stop + _STRETCH, end), end)
        stop = found if found >= 0 else end
        yield from answer[start:stop].split(_ROW)


def _shared(cells: list[str], known: dict[str, str]) -> tuple[str, ...]:
    """The cells of a row, where texts that came before are the same objects: most columns say few things."""
    if len(known) > _MOST_KNOWN:
        known.clear()
    return tuple(map(known.setdefault, cells, cells))


def _spans(text: str, border: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the parts of a stretch of text begin and end; large sheets are not copied just to split them."""
    while (at := text.find(border, start, end)) >= 0:
        yield start, at
        start = at + 1
    yield start, end
