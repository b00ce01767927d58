"""A page is drawn as rich draws the same, whatever the width and what stands in it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from cxaudit.terminal import cells
from cxaudit.terminal.narrow import lines_by_rich
from cxaudit.terminal.rows import Column, Ends, Group, Indented, Rows
from cxaudit.terminal.styles import coloured
from cxaudit.terminal.text import Drawable, How, Line, Text

SAID = "the customer waits for an answer that nobody gives before the week is over"
ANSWERS = "https://example.com/answers/that-nobody-gives-before-the-week-is-over,  and   more"
WIDE = "顧客は週末までに誰も答えない質問の答えを待っています and then some"
MIXED = Text("The step ", "bold").append("has no owner", "not bold dim").append_text(Text(" at all", "red"))


def letters(lines: list[Line]) -> list[list[tuple[str, str]]]:
    """Each line letter by letter with its style, blanks without any, none at its end."""
    drawn = []
    for line in lines:
        signs = [(sign, coloured(sign, style) if sign != " " else " ") for words, style in line for sign in words]
        while signs and signs[-1][0] == " ":
            signs.pop()
        drawn.append(signs)
    return drawn


def table(fill: Drawable, fills: bool) -> Rows:
    columns = (
        Column(no_wrap=True, style="dim"),
        Column(fills=True, overflow="fold"),
        Column(no_wrap=True, justify="right"),
    )
    rows = Rows(columns, 2, fills)
    rows.add_row(Text("EM01"), fill, Text("4.5", style="bold"))
    rows.add_row("M2", Text("short"), Text("12.25"))
    return rows


@pytest.mark.parametrize("width", [12, 20, 40, 100])
@pytest.mark.parametrize("fill", [Text(SAID, "italic"), Text(WIDE), MIXED, Group(Text(SAID), Text("more")), Text("")])
@pytest.mark.parametrize("fills", [True, False])
def test_rows_look_as_the_same_table_of_rich(width: int, fill: Drawable, fills: bool) -> None:
    rows = table(fill, fills)
    assert letters(rows.lines(width)) == letters(lines_by_rich(rows, width, How()))


@pytest.mark.parametrize("width", [5, 12, 33, 100])
@pytest.mark.parametrize("text", [Text(SAID), Text(ANSWERS, "cyan"), Text(WIDE, "dim"), MIXED, Text("a\nb c"), Text()])
@pytest.mark.parametrize("justify", ["default", "left", "right"])
@pytest.mark.parametrize("no_wrap", [True, False])
def test_texts_wrap_as_those_of_rich(width: int, text: Text, justify: str, no_wrap: bool) -> None:
    for overflow in ("fold", "ellipsis"):
        how = How(justify, overflow, no_wrap)  # type: ignore[arg-type]
        assert letters(text.lines(width, how)) == letters(lines_by_rich(text, width, how)), overflow


@pytest.mark.parametrize("width", [8, 20, 60])
def test_what_stands_at_two_ends_or_further_in_looks_as_with_rich(width: int) -> None:
    for part in (Ends(Text("What to supply"), Text("evidence"), "dim"), Indented(table(MIXED, True), 3)):
        assert letters(part.lines(width)) == letters(lines_by_rich(part, width, How()))


def test_letters_that_are_counted_as_one_column_take_one() -> None:
    assert [sign for sign in cells._NARROW if cell_len(sign) != 1] == []
    assert cells.width_of("顧客 says") == cell_len("顧客 says") == 9
    assert (cells.beginning("顧客 says", 5), cells.chopped("顧客says", 4)) == ("顧客 ", ["顧客", "says"])
