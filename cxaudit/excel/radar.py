"""The radar chart of the dimensions: this audit, the target and the earlier audit, told apart by line and mark."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from openpyxl.chart import RadarChart, Reference, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from cxaudit.excel import palette

_WEB = ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0.2, y=0.12, w=0.6, h=0.7)
"""The web takes most of the chart; left alone, a program draws it small beside long names."""
Dash = Literal["solid", "dash", "sysDot"]


class Ring(Struct, frozen=True):
    """One ring of the chart: the column that holds it and how its line looks."""

    column: int
    colour: str
    width: float
    dash: Dash
    mark: str


THIS_AUDIT: tuple[str, float, Dash, str] = (palette.DEEP, 2.25, "solid", "circle")
TARGET: tuple[str, float, Dash, str] = (palette.AMBER, 1.5, "dash", "none")
EARLIER: tuple[str, float, Dash, str] = (palette.QUIET, 1.25, "sysDot", "triangle")


def radar(sheet: Worksheet, header: int, count: int, titles: int, rings: Sequence[Ring]) -> RadarChart:
    """A chart of `count` rows under a header row; `titles` is the column of their names, values run from 0 to 100."""
    chart = RadarChart()
    chart.type = "marker"
    chart.style = 10
    for ring in rings:
        values = Reference(sheet, min_col=ring.column, min_row=header, max_row=header + count)
        series = Series(values, title_from_data=True)
        series.graphicalProperties = _line(ring)
        series.marker.symbol = ring.mark
        series.marker.size = 6
        series.marker.graphicalProperties = GraphicalProperties(solidFill=ring.colour)
        series.marker.graphicalProperties.line.solidFill = ring.colour
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=titles, min_row=header + 1, max_row=header + count))
    _axes(chart)
    chart.layout = Layout(manualLayout=_WEB)
    chart.legend = Legend()
    chart.legend.position = "b"
    chart.legend.txPr = small_type(900)
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    return chart


def _line(ring: Ring) -> GraphicalProperties:
    line = LineProperties(solidFill=ring.colour, w=int(ring.width * 12_700), prstDash=ring.dash)
    return GraphicalProperties(ln=line)


def _axes(chart: RadarChart) -> None:
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 100
    chart.y_axis.majorUnit = 25
    chart.y_axis.delete = chart.x_axis.delete = False
    lines = GraphicalProperties(ln=LineProperties(solidFill=palette.LINE, w=6_350))
    chart.y_axis.majorGridlines = ChartLines(spPr=lines)
    chart.y_axis.number_format = "0"
    chart.y_axis.txPr, chart.x_axis.txPr = small_type(700, palette.QUIET), small_type(900)


def small_type(size: int, colour: str = palette.INK) -> RichText:
    """Text of a size in hundredths of a point."""
    letters = CharacterProperties(sz=size, solidFill=colour, latin=Font(typeface=palette.FONT))
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)])
