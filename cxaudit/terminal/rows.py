"""Rows without lines, as most of a page is made of: drawn as a table of rich's would be, without its measuring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.table import Column, Table
from rich.text import Text

_NEW_LINE = Segment.line()


class Rows(Table):
    """A table with one column at the most that fills the room; where there is too little room rich draws it."""

    def __init__(self, gap: int, fills: bool) -> None:
        super().__init__(
            padding=(0, gap, 0, 0),
            pad_edge=False,
            expand=fills,
            box=None,
            collapse_padding=True,
            show_header=False,
            show_footer=False,
            show_edge=False,
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        widths = self._told_widths(options.max_width)
        if not widths:
            yield from super().__rich_console__(console, options)
            return
        gaps = [self.padding[1]] * (len(widths) - 1) + [0]
        rows = zip(*(column.cells for column in self.columns), strict=True)
        for cells in rows:
            drawn = [
                _lines(console, options, column, cell, width, gap)
                for column, cell, width, gap in zip(self.columns, cells, widths, gaps, strict=True)
            ]
            yield from _beside(drawn, widths, gaps, [console.get_style(column.style) for column in self.columns])

    def _told_widths(self, room: int) -> list[int]:
        """The width of each column without its gap; none where they do not fit, or only rich can tell."""
        widths = [0 if column.ratio else _width(column) for column in self.columns]
        left = room - sum(widths) - self.padding[1] * (len(widths) - 1)
        filling = [at for at, column in enumerate(self.columns) if column.ratio]
        if min(widths, default=-1) < 0 or left < len(filling) or len(filling) > 1:
            return []
        for at in filling:
            widths[at] = left if self.expand else min(left, _width(self.columns[at]))
        return widths if all(width > 0 for width in widths) else []


def _width(column: Column) -> int:
    """The width that a column is given, or that of its longest text; below nothing where it holds other things."""
    if column.width is not None:
        return column.width
    cells = list(column.cells)
    if not all(isinstance(cell, Text) for cell in cells):
        return -1
    lines = (line for cell in cells if isinstance(cell, Text) for line in cell.plain.splitlines())
    return max(column.min_width or 0, *map(cell_len, lines), 0)


def _lines(
    console: Console, options: ConsoleOptions, column: Column, cell: RenderableType, width: int, gap: int
) -> list[list[Segment]]:
    """The lines of a cell, each as wide as its column and with the gap behind it."""
    inside = options.update(
        width=width,
        justify=column.justify,
        no_wrap=column.no_wrap,
        overflow=column.overflow,
        height=None,
        highlight=False,
    )
    style = console.get_style(column.style)
    lines = console.render_lines(cell, inside, style=style)
    return [[*line, Segment(" " * gap, style)] for line in lines] if gap else lines


def _beside(
    cells: Sequence[list[list[Segment]]], widths: Sequence[int], gaps: Sequence[int], styles: Sequence[Style]
) -> Iterable[Segment]:
    """The lines of cells beside each other, the shorter ones filled up with blank lines."""
    height = max(map(len, cells))
    for number in range(height):
        for lines, width, gap, style in zip(cells, widths, gaps, styles, strict=True):
            if number < len(lines):
                yield from lines[number]
            else:
                yield Segment(" " * (width + gap), style)
        yield _NEW_LINE
