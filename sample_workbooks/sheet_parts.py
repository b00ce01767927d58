"""Draws the parts that a sample sheet is made of (heading, pairs, table, lanes, blocks, cards …) with openpyxl."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Part = Mapping[str, Any]
Value = str | dt.date | int
THIN = Side(style="thin", color="BFBFBF")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
LABEL_GREY = "EDEDED"
LINE_HEIGHT = 14.5
HEADING_HEIGHT = 26


def cells(row: str) -> list[Value]:
    """The cells of a row written with bars; a date such as 2026-10-06 becomes a date."""
    return [value(part) for part in re.split(r"\s*\|\s*", row.strip())]


def value(text: Value) -> Value:
    """A cell's value: " // " as a line break, an ISO date as a date, all else as it stands."""
    if not isinstance(text, str):
        return text
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return dt.date.fromisoformat(text)
    return text.replace(" // ", "\n")


def ink(*, bold: bool = False, italic: bool = False, size: int = 11, color: str = "262626") -> Font:
    """The sheet's one type face, in the given weight and colour."""
    return Font(name="Calibri", bold=bold, italic=italic, size=size, color=color)


class Pen:
    """Writes parts downwards on one sheet; `row` is the next free row."""

    def __init__(self, sheet: Worksheet, colour: str, widths: Sequence[int]) -> None:
        self.sheet = sheet
        self.colour = colour
        self.row = 1
        sheet.sheet_view.showGridLines = False
        for column, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(column)].width = width

    def draw(self, part: Part) -> None:
        """Draws one part, named by its key; `at` is its first column and `span` the columns that it is merged over."""
        kind = next(key for key in part if key not in ("at", "span"))
        getattr(self, f"draw_{kind}")(part[kind], part.get("at", 1), part.get("span", 1))

    def draw_skip(self, count: int, _at: int, _span: int) -> None:
        self.row += count

    def draw_heading(self, text: str, at: int, span: int) -> None:
        self.put(at, text, ink(bold=True, size=15, color=self.colour), boxed=False, wrap=False)
        self.merge_across(at, span)
        self.sheet.row_dimensions[self.row].height = HEADING_HEIGHT
        self.row += 1

    def draw_lines(self, lines: Sequence[str], at: int, span: int) -> None:
        for line in lines:
            self.put(at, line, ink(italic=True, color="595959"), boxed=False, wrap=False)
            self.merge_across(at, span)
            self.row += 1

    def draw_pairs(self, pairs: Sequence[Sequence[Value]], at: int, _span: int) -> None:
        for label, given in pairs:
            self.put(at, label, ink(bold=True), fill=LABEL_GREY)
            self.put(at + 1, given, ink())
            self.row += 1

    def draw_table(self, table: Part, at: int, _span: int) -> None:
        self.put_header(table["columns"], at)
        for row in table["rows"]:
            self.put_row(cells(row), at)

    def draw_staged(self, table: Part, at: int, _span: int) -> None:
        """A table of rows under stages; what is said of a stage is merged over the stage's rows."""
        columns: list[str] = table["columns"]
        self.put_header(columns, at)
        for stage in table["stages"]:
            first = self.row
            for row in stage["rows"]:
                self.put_named(dict(zip(table["row_columns"], cells(row), strict=True)), columns, at)
            last, self.row = self.row, first
            shared = [column for column in columns if column not in table["row_columns"]]
            self.put_named({name: stage.get(name, "") for name in shared}, columns, at)
            self.row = last
            for name in shared:
                self.merge_down(at + columns.index(name), first, last - 1)

    def draw_across(self, table: Part, at: int, _span: int) -> None:
        """Stages across, lanes down, with an optional row of groups merged over the stages."""
        if "groups" in table:
            self.put_groups(table["groups"], at + 1)
        self.put_header([table["corner"], *table["stages"]], at)
        for lane in table["lanes"]:
            self.put_row(cells(lane), at, labelled=True)

    def draw_banded(self, table: Part, at: int, _span: int) -> None:
        """One column a persona, with a merged band above each group of rows."""
        self.put_header([table["corner"], *table["names"]], at)
        for band in table["bands"]:
            self.put_band(band["band"], at, len(table["names"]) + 1)
            for row in band["rows"]:
                self.put_row(cells(row), at, labelled=True)

    def draw_blocks(self, blocks: Part, at: int, _span: int) -> None:
        """Stage blocks: a merged heading, then label and value; an empty row after each."""
        for stage in blocks["stages"]:
            self.put_band(stage["heading"], at, 2)
            self.draw_pairs(stage["pairs"], at, 1)
            self.row += 1

    def draw_cards(self, cards: Part, at: int, _span: int) -> None:
        """Cards of label and value, `across` of them side by side."""
        across: int = cards["across"]
        for first in range(0, len(cards["cards"]), across):
            top, bottom = self.row, self.row
            for place, card in enumerate(cards["cards"][first : first + across]):
                self.row = top
                self.put_band(card["heading"], at + 3 * place, 2)
                self.draw_pairs(card["pairs"], at + 3 * place, 1)
                bottom = max(bottom, self.row)
            self.row = bottom + 1

    def put(
        self, column: int, given: Value, font: Font, *, fill: str = "", boxed: bool = True, wrap: bool = True
    ) -> None:
        cell = self.sheet.cell(self.row, column)
        cell.value = value(given) or None
        cell.font = font
        cell.alignment = Alignment(wrap_text=wrap, vertical="top", horizontal="left")
        cell.border = BOX if boxed else Border()
        if isinstance(cell.value, dt.date):
            cell.number_format = "d mmm yyyy"
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)

    def put_row(self, values: Sequence[Value], at: int, *, labelled: bool = False) -> None:
        for offset, given in enumerate(values):
            is_label = labelled and offset == 0
            self.put(at + offset, given, ink(bold=is_label), fill=LABEL_GREY if is_label else "")
        self.row += 1

    def put_named(self, values: Mapping[str, Value], columns: Sequence[str], at: int) -> None:
        for name, given in values.items():
            self.put(at + columns.index(name), given, ink(bold=name == "Stage"))
        self.row += 1

    def put_header(self, labels: Sequence[str], at: int) -> None:
        for offset, label in enumerate(labels):
            self.put(at + offset, label, ink(bold=True, color="FFFFFF"), fill=self.colour)
        self.row += 1

    def put_band(self, text: str, at: int, span: int) -> None:
        self.put(at, text, ink(bold=True, color="FFFFFF"), fill=self.colour)
        self.merge_across(at, span)
        self.row += 1

    def put_groups(self, groups: Sequence[tuple[str, int]], at: int) -> None:
        for text, span in groups:
            self.put(at, text, ink(bold=True), fill=LABEL_GREY)
            self.merge_across(at, span)
            at += span
        self.row += 1

    def merge_across(self, at: int, span: int) -> None:
        if span > 1:
            self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=at, end_column=at + span - 1)

    def merge_down(self, column: int, first: int, last: int) -> None:
        if last > first:
            self.sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)

    def set_row_heights(self) -> None:
        """Makes each row as high as its wrapped text needs; merged text shares the height of its rows."""
        shared = {(area.min_row, area.min_col): area for area in self.sheet.merged_cells.ranges}
        for number, row in enumerate(self.sheet.iter_rows(), 1):
            lines = 1.0
            for cell in row:
                area = shared.get((number, cell.column))
                if cell.value and cell.alignment.wrap_text and not (area and area.max_col > area.min_col):
                    lines = max(lines, self.line_count(cell) / (area.max_row - area.min_row + 1 if area else 1))
            if self.sheet.row_dimensions[number].height is None:
                self.sheet.row_dimensions[number].height = math.ceil(lines) * LINE_HEIGHT + 3

    def line_count(self, cell: Any) -> int:
        width = self.sheet.column_dimensions[cell.column_letter].width * 0.95
        return sum(max(1, math.ceil(len(line) / width)) for line in str(cell.value).split("\n"))
