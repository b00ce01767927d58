"""Conditional formats: a look that follows a formula, and bars that follow a number."""

from __future__ import annotations

from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.excel import palette


def shade(sheet: Worksheet, cells: str, formula: str, fill: str = "", colour: str = "", bold: bool = False) -> None:
    """Fills or colours the cells where a formula, written for the first of them, is true."""
    dressed = DifferentialStyle(
        font=Font(bold=bold or None, color=colour or None) if bold or colour else None,
        fill=PatternFill("solid", start_color=fill, end_color=fill) if fill else None,
    )
    sheet.conditional_formatting.add(cells, Rule(type="expression", formula=[formula], dxf=dressed))


def bars(sheet: Worksheet, cells: str, full: float, colour: str = palette.MIDDLE) -> None:
    """Draws a bar in each cell, empty at 0 and over the whole cell at `full`; the number stays."""
    bar = DataBar(
        cfvo=[FormatObject(type="num", val=0), FormatObject(type="num", val=full)],
        color=Color(rgb="FF" + colour),
        minLength=0,
        maxLength=100,
    )
    sheet.conditional_formatting.add(cells, Rule(type="dataBar", dataBar=bar))
