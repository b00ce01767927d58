"""How workbooks were read, for `cxaudit inspect` in a terminal: labels, stages, metrics, personas and doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.layout import Reading, Table
from cxaudit.model import Lane
from cxaudit.prose.citing import Citing
from cxaudit.prose.readingdocument import stages
from cxaudit.renderer import Detail, Page, WorkbookReading
from cxaudit.scores.rounding import whole_percent
from cxaudit.terminal.pen import QUIET, STRONG, Pen, grid, indented, written
from cxaudit.terminal.text import Drawable, Text

_UNREAD = 8
_LABEL = 30


def readings_page(readings: Sequence[WorkbookReading], page: Page) -> str:
    """Every workbook with its sheets; with `Detail.VERDICT` one line a sheet, with `Detail.ALL` every unread cell."""
    pen = Pen(page, Citing(book.path for book in readings))
    return written(_parts(readings, pen), pen)


def _parts(readings: Sequence[WorkbookReading], pen: Pen) -> Iterator[Drawable]:
    for number, book in enumerate(readings):
        if number:
            yield Text()
        yield pen.text(book.path, STRONG)
        if book.error:
            yield indented(pen.text(f"could not be read: {book.error}", "red"))
        for sheet in book.sheets:
            if pen.page.detail is not Detail.VERDICT:
                yield Text()
            yield indented(_sheet_line(sheet, pen))
            if pen.page.detail is not Detail.VERDICT:
                for part in _sheet(sheet, pen):
                    yield indented(part, 4)


def _sheet_line(sheet: Reading, pen: Pen) -> Drawable:
    row = grid("fill", "right")
    name = pen.text(sheet.sheet, STRONG)
    if sheet.hidden:
        name.append("  hidden, left out of the score", style=f"not bold {QUIET}")
    if sheet.kind == "other":
        row.add_row(name, Text("a list, no map" if sheet.tables else "not recognised", style=QUIET))
        return row
    how = f"{sheet.kind}, {sheet.layout}, {whole_percent(sheet.confidence)} sure"
    row.add_row(name, Text(how, style=_sureness(sheet.confidence)))
    return row


def _sheet(sheet: Reading, pen: Pen) -> Iterator[Drawable]:
    for table in sheet.tables:
        if len(sheet.tables) > 1:
            yield Text(f"{table.kind}, {table.layout}, {whole_percent(table.confidence)} sure", style=QUIET)
        yield from _lanes(table, pen)
        yield from _metrics(table, pen)
        yield from _personas(table, pen)
        yield from _practices(table)
    yield from _stages(sheet, pen)
    yield from _unread(sheet, pen)
    for note in sheet.notes:
        yield pen.hanging(pen.marks.bullet, pen.text(note, "yellow"))


def _lanes(table: Table, pen: Pen) -> Iterator[Drawable]:
    if not table.lanes:
        return
    rows = grid("left", "left", "left", "fill")
    rows.add_row(*(Text(head, style=QUIET) for head in ("Cell", "Label", "Taken for", "How")))
    for lane in table.lanes:
        rows.add_row(
            Text(lane.place.cell, style=QUIET), pen.name(lane.label, _LABEL), pen.text(_field(lane)), _how(lane, pen)
        )
    yield rows


def _field(lane: Lane) -> str:
    if lane.field == "other":
        return "not understood"
    field, _, aspect = lane.field.partition(".")
    return f"{field} ({aspect.replace('_', ' ')})" if aspect else field


def _how(lane: Lane, pen: Pen) -> Text:
    if lane.field == "other":
        return Text("left out of the audit", style=QUIET)
    said = Text(f"{lane.match}, {whole_percent(lane.confidence)}", style=_sureness(lane.confidence))
    if lane.alternatives:
        said.append_text(pen.text(f"; or {', '.join(lane.alternatives)}?", "yellow"))
    return said


def _sureness(confidence: float) -> str:
    return "yellow" if confidence < 0.75 else QUIET


def _stages(sheet: Reading, pen: Pen) -> Iterator[Drawable]:
    rows = grid("left", "left", "left", "fill")
    rows.add_row(*(Text(head, style=QUIET) for head in ("Cell", "Stage", "Phase", "Steps")))
    for stage in stages(sheet):
        phase = ", ".join(stage.phases)
        style = "yellow" if phase == "unclear" else ""
        name, steps = pen.name(stage.name.text, _LABEL), Text(str(len(stage.steps) or ""), style=QUIET)
        rows.add_row(Text(stage.name.place.cell, style=QUIET), name, Text(phase, style=style), steps)
    if rows.row_count > 1:
        yield Text()
        yield rows


def _metrics(table: Table, pen: Pen) -> Iterator[Drawable]:
    if not table.metrics:
        return
    rows = grid("left", "left", "fill")
    rows.add_row(*(Text(head, style=QUIET) for head in ("Cell", "Metric", "Class")))
    for metric in table.metrics:
        style = "yellow" if metric.metric_class == "unclear" else ""
        name = pen.name(metric.name.text, _LABEL + 14)
        rows.add_row(
            Text(metric.name.place.cell, style=QUIET), name, Text(metric.metric_class.replace("_", " "), style)
        )
    yield Text()
    yield rows


def _personas(table: Table, pen: Pen) -> Iterator[Drawable]:
    if table.personas:
        named = (f"{persona.name.text or 'without a name'} ({persona.name.place.cell})" for persona in table.personas)
        yield Text()
        yield pen.hanging("Personas", pen.text(", ".join(named)))


def _practices(table: Table) -> Iterator[Drawable]:
    if table.practices:
        answered = sum(1 for practice in table.practices if practice.answer.given)
        yield Text(f"Practices  {answered} of {len(table.practices)} questions answered")


def _unread(sheet: Reading, pen: Pen) -> Iterator[Drawable]:
    if not sheet.unread:
        return
    most = len(sheet.unread) if pen.page.detail is Detail.ALL else _UNREAD
    yield Text()
    yield Text(f"Not read: {len(sheet.unread)} cell{'' if len(sheet.unread) == 1 else 's'}", style=QUIET)
    rows = grid("left", "left", "fill")
    for cell in sheet.unread[:most]:
        quoted = pen.text(pen.quote(cell.text, 40))
        rows.add_row(Text(cell.place.cell, style=QUIET), quoted, pen.text(cell.reason, QUIET))
    yield rows
    if len(sheet.unread) > most:
        yield Text(f"and {len(sheet.unread) - most} more (-v shows all)", style=QUIET)
