"""The one figure under the heat map: how each map's weight falls before and after the acquisition."""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties

from cxaudit.addresses import address
from cxaudit.excel import palette
from cxaudit.excel.look import CELL, COUNT, HEADER, HEADING, QUIET, SHARE
from cxaudit.excel.pen import Pen, text_height
from cxaudit.excel.radar import small_type
from cxaudit.scorecard import MapInfo, Scorecard

BENCHMARK = "maps_that_stop_short"
_MOST_BARS = 12
_TITLES = ("Map", "Counted in", "Before", "Both", "After", "Unclear", "Share after")
_EXPLAINED = (
    "Both: in a stage on both sides, such as purchase and onboarding; that counts as after. Unclear: not counted."
)


def write_balance(pen: Pen, scorecard: Scorecard, row: int) -> None:
    """A line a map with its counts, the published figure beside them, and a bar chart of the shares."""
    for column in range(1, len(_TITLES) + 1):
        pen.put(row, column, None, HEADING)
    pen.put(row, 1, "Where the weight lies: before and after the acquisition", HEADING)
    for column, title in enumerate(_TITLES, start=1):
        pen.put(row + 1, column, title, HEADER if column < 3 else replace(HEADER, align="right", indent=0))
    for each, one in enumerate(scorecard.maps, start=row + 2):
        _write_map(pen, one, each)
    below = row + 2 + len(scorecard.maps)
    _write_sum(pen, scorecard, below)
    explained = [_EXPLAINED] if any(one.both or one.unclear for one in scorecard.maps) else []
    for text in (*explained, *_published(scorecard)):
        below += 1
        pen.put(below, 1, text, replace(QUIET, wrap=False))
    _draw(pen, row + 1, min(len(scorecard.maps), _MOST_BARS))


def _write_map(pen: Pen, one: MapInfo, row: int) -> None:
    pen.put(row, 1, " ".join(one.name.split()), CELL)
    pen.put(row, 2, one.counted, CELL)
    for column, count in enumerate((one.before, one.both, one.after - one.both, one.unclear), start=3):
        pen.put(row, column, count, COUNT)
    pen.height(row, max(15.0, text_height(one.name, 28, 9)))
    total = one.before + one.after
    pen.put(row, 7, one.after / total if total else None, SHARE)


def _write_sum(pen: Pen, scorecard: Scorecard, row: int) -> None:
    stopping = sum(1 for one in scorecard.heat_maps if not any(stage.after for stage in one.rows))
    count = len(scorecard.heat_maps)
    said = f"{stopping} of {count} map{'' if count == 1 else 's'} stop{'s' if count == 1 else ''} at the acquisition."
    pen.put(row, 1, said, replace(CELL, bold=True, wrap=False, edge="none"))


def _published(scorecard: Scorecard) -> list[str]:
    return [f"Published: {one.says} ({one.source.author})" for one in scorecard.benchmarks if one.key == BENCHMARK]


def _draw(pen: Pen, header: int, count: int) -> None:
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "percentStacked", 100
    for column, colour in ((3, palette.MIDDLE), (4, palette.STRONG), (5, palette.DEEP)):
        values = Reference(pen.sheet, min_col=column, min_row=header, max_row=header + count)
        series = Series(values, title_from_data=True)
        series.graphicalProperties = GraphicalProperties(solidFill=colour)
        chart.series.append(series)
    chart.set_categories(Reference(pen.sheet, min_col=1, min_row=header + 1, max_row=header + count))
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.number_format = "0%"
    chart.y_axis.crosses = "max"
    chart.y_axis.majorGridlines = None
    chart.x_axis.txPr, chart.y_axis.txPr = small_type(900), small_type(800)
    chart.gapWidth = 60
    chart.legend = Legend()
    chart.legend.position = "b"
    chart.legend.txPr = small_type(900)
    chart.width, chart.height = 20, max(4, int(2.5 + 1.1 * count))
    pen.sheet.add_chart(chart, address(header - 1, 9))
