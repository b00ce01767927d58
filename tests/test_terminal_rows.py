"""Rows are drawn as rich draws the same table, whatever the width and what stands in them."""

from __future__ import annotations

import pytest
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from cxaudit.terminal.rows import Rows

SAID = "the customer waits for an answer that nobody gives before the week is over"


def drawn(table: Table, width: int) -> str:
    console = Console(width=width, force_terminal=True, color_system="standard", legacy_windows=False, _environ={})
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def filled(table: Table, fill: RenderableType) -> Table:
    table.add_column(no_wrap=True, style="dim")
    table.add_column(ratio=1, overflow="fold")
    table.add_column(no_wrap=True, justify="right")
    table.add_row(Text("EM01"), fill, Text("4.5", style="bold"))
    table.add_row(Text("M2"), Text("short"), Text("12.25"))
    return table


@pytest.mark.parametrize("width", [12, 20, 40, 100])
@pytest.mark.parametrize("fill", [Text(SAID, style="italic"), Group(Text(SAID), Text("more")), Text("")])
@pytest.mark.parametrize("fills", [True, False])
def test_rows_look_as_the_same_table_of_rich(width: int, fill: RenderableType, fills: bool) -> None:
    rich = Table.grid(padding=(0, 2, 0, 0), expand=fills)
    assert drawn(filled(Rows(2, fills), fill), width) == drawn(filled(rich, fill), width)
