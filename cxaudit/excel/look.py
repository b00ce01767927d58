"""How a cell looks, as one value; the looks that sheets share."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from cxaudit.excel import palette

Edge = Literal["none", "below", "box", "above"]


class Look(Struct, frozen=True):
    """Font, fill, alignment, edges and number format of a cell. `quoted` keeps typed text from being a formula."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = palette.INK
    fill: str = ""
    align: Literal["left", "center", "right"] = "left"
    vertical: Literal["top", "center", "bottom"] = "top"
    wrap: bool = True
    indent: int = 0
    edge: Edge = "none"
    number: str = "General"
    quoted: bool = False

    def on(self, cell: Cell) -> None:
        """Dresses a cell."""
        cell.font = Font(
            name=palette.FONT,
            size=self.size,
            bold=self.bold,
            italic=self.italic,
            underline="single" if self.underline else None,
            color=self.colour,
        )
        if self.fill:
            cell.fill = PatternFill("solid", start_color=self.fill, end_color=self.fill)
        cell.alignment = Alignment(
            horizontal=self.align, vertical=self.vertical, wrap_text=self.wrap, indent=self.indent
        )
        cell.border = _border(self.edge)
        cell.number_format = self.number
        cell.protection = Protection(locked=True)
        if self.quoted:
            cell.quotePrefix = True


def _border(edge: Edge) -> Border:
    line = Side(style="thin", color=palette.LINE)
    if edge == "below":
        return Border(bottom=line)
    if edge == "above":
        return Border(top=line)
    return Border(left=line, right=line, top=line, bottom=line) if edge == "box" else Border()


BODY = Look()
CENTRED = Look(align="center", vertical="center")
QUIET = Look(size=9, colour=palette.QUIET)
TITLE = Look(size=18, bold=True, colour=palette.DEEP, vertical="center", wrap=False)
SUBTITLE = Look(size=10, colour=palette.QUIET, wrap=False)
HEADING = Look(size=11, bold=True, colour=palette.DEEP, vertical="bottom", edge="below", wrap=False)
HEADER = Look(size=9, bold=True, colour=palette.WHITE, fill=palette.DEEP, vertical="center", indent=1)
CELL = Look(size=9, edge="below", indent=1)
NUMBER = replace(CELL, align="right", wrap=False, indent=0, number="0.0")
COUNT = replace(NUMBER, number="0")
SHARE = replace(NUMBER, number="0%")
DATE = replace(CELL, align="left", number="yyyy-mm-dd")
LINK = replace(CELL, colour=palette.STRONG, underline=True)
TYPED = replace(CELL, fill=palette.INPUT, edge="box")
