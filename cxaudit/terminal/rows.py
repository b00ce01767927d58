"""What stands beside and below each other on a page: rows without lines, two ends of a line, groups, indents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from cxaudit.terminal.cells import width_of
from cxaudit.terminal.text import Drawable, How, Justify, Line, Overflow, Text


class Column(Struct):
    """A column: how its cells stand, and its width where it is told; the one that `fills` takes the room left."""

    fills: bool = False
    no_wrap: bool = False
    justify: Justify = "left"
    overflow: Overflow = "ellipsis"
    style: str = ""
    width: int | None = None
    min_width: int = 0
    cells: list[Drawable] = field(default_factory=list)

    @property
    def how(self) -> How:
        return How(self.justify, self.overflow, self.no_wrap)


class Rows:
    """A table with one column at the most that fills the room; where there is too little room rich draws it.

    `fills` says whether it is as wide as the page, `gap` how many blanks part its columns.
    """

    def __init__(self, columns: Iterable[Column], gap: int, fills: bool) -> None:
        self.columns, self.gap, self.fills = tuple(columns), gap, fills

    def add_row(self, *cells: Drawable | str) -> None:
        """One more row, with a cell for each column."""
        for column, cell in zip(self.columns, cells, strict=True):
            column.cells.append(Text(cell) if isinstance(cell, str) else cell)

    @property
    def row_count(self) -> int:
        return len(self.columns[0].cells)

    def lines(self, width: int, how: How = How()) -> list[Line]:  # noqa: B008 (frozen)
        """The rows, each as high as its highest cell."""
        widths = self._told_widths(width)
        if not widths:
            from cxaudit.terminal.narrow import lines_by_rich

            return lines_by_rich(self, width, how)
        rows = zip(*(column.cells for column in self.columns), strict=True)
        return [line for cells in rows for line in self._row(cells, widths)]

    def _row(self, cells: Sequence[Drawable], widths: Sequence[int]) -> Iterable[Line]:
        """The lines of cells beside each other, the shorter ones filled up with blank lines."""
        drawn = [
            _filled_up(cell.lines(width, column.how), width + (self.gap if at + 1 < len(widths) else 0), column.style)
            for at, (cell, width, column) in enumerate(zip(cells, widths, self.columns, strict=True))
        ]
        blanks = [[(" " * (width + self.gap), "")] for width in widths]
        for number in range(max(map(len, drawn))):
            beside = (lines[number] if number < len(lines) else blanks[at] for at, lines in enumerate(drawn))
            yield [piece for line in beside for piece in line]

    def _told_widths(self, room: int) -> list[int]:
        """The width of each column without its gap; none where they do not fit, or only rich can tell."""
        widths = [0 if column.fills else _width(column) for column in self.columns]
        left = room - sum(widths) - self.gap * (len(widths) - 1)
        filling = [at for at, column in enumerate(self.columns) if column.fills]
        if min(widths, default=-1) < 0 or left < len(filling) or len(filling) > 1:
            return []
        for at in filling:
            widths[at] = left if self.fills else min(left, _width(self.columns[at]))
        return widths if all(width > 0 for width in widths) else []


def _width(column: Column) -> int:
    """The width that a column is given, or that of its longest text; below nothing where it holds other things."""
    if column.width is not None:
        return column.width
    if not all(isinstance(cell, Text) for cell in column.cells):
        return -1
    lines = (line for cell in column.cells if isinstance(cell, Text) for line in cell.plain.splitlines())
    return max(column.min_width, *map(width_of, lines), 0)


def _filled_up(lines: Iterable[Line], width: int, style: str) -> list[Line]:
    """Lines of one width, in the style of their column where they have none of their own."""
    filled = []
    for line in lines:
        short = width - width_of("".join(words for words, _ in line))
        styled = [(words, f"{style} {own}") for words, own in line] if style else line
        filled.append([*styled, (" " * short, "")] if short > 0 else styled)
    return filled


class Ends:
    """A text at the left end of a line and another at its right end; where both do not fit rich draws them."""

    def __init__(self, left: Text, right: Text, quiet: str = "") -> None:
        self.left, self.right, self.quiet = left, right, quiet

    def lines(self, width: int, how: How = How()) -> list[Line]:  # noqa: B008 (frozen)
        """The line."""
        left, right = self.left.plain, self.right.plain
        lengths = [width_of(text) for text in (left, right)]
        if "\n" in left + right or sum(max(1, length) for length in lengths) > width:
            from cxaudit.terminal.narrow import lines_by_rich

            return lines_by_rich(self, width, how)
        between = (" " * (width - sum(lengths)), "")
        return [[*self.left.pieces, between, *((words, f"{self.quiet} {own}") for words, own in self.right.pieces)]]


class Group:
    """Things below each other."""

    def __init__(self, *parts: Drawable) -> None:
        self.parts = parts

    def lines(self, width: int, how: How = How()) -> list[Line]:  # noqa: B008 (frozen)
        """The lines of all."""
        return [line for part in self.parts for line in part.lines(width, how)]


class Indented:
    """A thing with blanks before each of its lines."""

    def __init__(self, body: Drawable, by: int) -> None:
        self.body, self.by = body, by

    def lines(self, width: int, how: How = How()) -> list[Line]:  # noqa: B008 (frozen)
        """Its lines, narrower by the blanks."""
        return [[(" " * self.by, ""), *line] for line in self.body.lines(width - self.by, how)]
