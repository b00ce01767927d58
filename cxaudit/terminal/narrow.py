"""What does not fit into a narrow page, drawn by rich, which makes columns narrower in the order of what they lose."""

from __future__ import annotations

from rich.console import Console, RenderableType
from rich.console import Group as RichGroup
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text as RichText

from cxaudit.terminal.rows import Ends, Group, Indented, Rows
from cxaudit.terminal.text import Drawable, How, Line, Text


def lines_by_rich(part: Drawable, width: int, how: How) -> list[Line]:
    """The lines of a part as rich draws the same."""
    console = Console(
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    options = console.options.update(justify=how.justify, overflow=how.overflow, no_wrap=how.no_wrap)
    lines = console.render_lines(of_rich(part), options, pad=False)
    return [[(piece.text, _words(piece.style)) for piece in line] for line in lines]


def _words(style: Style | None) -> str:
    return str(style) if style else ""


def of_rich(part: Drawable) -> RenderableType:
    """The same part made of rich's."""
    if isinstance(part, Text):
        return RichText.assemble(*part.pieces, no_wrap=part.no_wrap)
    if isinstance(part, Group):
        return RichGroup(*map(of_rich, part.parts))
    if isinstance(part, Indented):
        return Padding(of_rich(part.body), (0, 0, 0, part.by))
    if isinstance(part, Ends):
        row = Table.grid(expand=True)
        row.add_column(no_wrap=True)
        row.add_column(justify="right", style=part.quiet)
        row.add_row(of_rich(part.left), of_rich(part.right))
        return row
    if isinstance(part, Rows):
        return _table(part)
    raise TypeError(f"{type(part).__name__} is no part of a page")


def _table(rows: Rows) -> Table:
    table = Table.grid(padding=(0, rows.gap, 0, 0), expand=rows.fills)
    for column in rows.columns:
        table.add_column(
            no_wrap=column.no_wrap,
            justify=column.justify,
            overflow=column.overflow,
            style=column.style,
            ratio=1 if column.fills else None,
            width=column.width,
            min_width=column.min_width or None,
        )
    for cells in zip(*(column.cells for column in rows.columns), strict=True):
        table.add_row(*map(of_rich, cells))
    return table
