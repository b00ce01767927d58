"""Client text in the scorecard is text, and comes back as it was; so does what people type in the register."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from scorecards import AS_OF, scorecard_of

from cxaudit.excel.book import write_book
from cxaudit.excel.contents import Contents
from cxaudit.excel.earlier_file import read_earlier
from cxaudit.excel.pen import Pen
from cxaudit.excel.safetext import LONGEST, safe, shown, utf16_length
from cxaudit.excel.saving import workbook_bytes
from cxaudit.register import TYPED, Register, register_of
from cxaudit.scorecard import Scorecard

SMALL: dict[str, Any] = {
    "maps": [{"title": "Joining", "lanes": ["touchpoint", "owner"], "stages": [{"name": "Buy", "touchpoint": "Till"}]}]
}
NASTY = (
    "=1+1",
    '=HYPERLINK("http://example.org")',
    "+49 30 1234",
    "-5 %",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "#N/A",
    "TRUE",
    "https://example.org/a?b=c",
    "[bold]x[/bold]",
    "<b>&amp;</b>",
    "_x0041_ stands there",
    "_x005F_x0041_",
    "bell\x07 and null\x00",
    "line\r\nbreak\nand\ttab ",
    "  spaces  ",
    "\u202eright to left",
    "\ufffe\uffff",
    "🙂 family 👨‍👩‍👧",
    "'quoted",
    "1e999",
)
ANY_TEXT = st.one_of(st.sampled_from(NASTY), st.text(max_size=80))


def _round_trip(text: str) -> tuple[str, str]:
    """What a cell with the text gives back to a reader, and its data type."""
    book = Workbook()
    Pen(book.worksheets[0]).put(1, 1, text)
    cell = load_workbook(io.BytesIO(workbook_bytes(book, AS_OF))).worksheets[0]["A1"]
    return shown(str(cell.value or "")), cell.data_type


@given(ANY_TEXT)
@settings(max_examples=60, deadline=None)
def test_any_text_survives_write_and_read(text: str) -> None:
    found, kind = _round_trip(text)
    assert found == text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert kind in ("s", "inlineStr") or not text


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_a_formula_or_an_error_or_a_number(text: str) -> None:
    assert _round_trip(text) == (text, "s")


def test_a_lone_surrogate_is_shown_as_a_replacement_character_and_said() -> None:
    made = safe("a\ud800b")
    assert (made.stored, "broken" in made.remark) == ("a\ufffdb", True)


def test_a_text_that_excel_cannot_hold_is_cut_with_a_note_in_its_place() -> None:
    made = safe("🙂" * 30_000)
    assert utf16_length(made.stored) <= LONGEST
    assert "[cut: the text has 60,000 characters" in made.stored
    assert "60,000" in made.remark


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
@settings(max_examples=200, deadline=None)
def test_storing_can_be_undone_for_every_text(text: str) -> None:
    assert shown(safe(text).stored) == text


@cache
def _scorecard() -> Scorecard:
    return scorecard_of(SMALL)


def _with_typed(register: Register, values: list[str], extra: list[str]) -> Register:
    rows = [replace(row, typed=tuple(values), extra=tuple(extra)) for row in register.rows[:1]]
    return Register(
        (*rows, *(replace(row, extra=("",) * len(extra)) for row in register.rows[1:3])), ("Own", "Own too")
    )


@given(st.lists(ANY_TEXT, min_size=len(TYPED), max_size=len(TYPED)), st.lists(ANY_TEXT, min_size=2, max_size=2))
@settings(max_examples=8, deadline=None)
def test_any_text_typed_in_the_register_survives_the_next_audit(
    tmp_path_factory: pytest.TempPathFactory, typed: list[str], extra: list[str]
) -> None:
    scorecard = _scorecard()
    clean = [text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") for text in (*typed, *extra)]
    file = tmp_path_factory.mktemp("register") / "scorecard.xlsx"
    first = _with_typed(register_of(scorecard), clean[: len(TYPED)], clean[len(TYPED) :])
    key = first.rows[0].key
    file.write_bytes(write_book(Contents(scorecard, first)))
    next_register = register_of(scorecard, read_earlier(file).register)
    row = next(row for row in next_register.rows if row.key == key)
    assert [value or "" for value in (*row.typed, *row.extra)] == clean


@pytest.mark.parametrize("nasty", ["=cmd|'/c calc'!A1", "_x000D_ and \x01", "=1+1\n+2"])
def test_client_text_from_a_map_is_text_on_every_sheet(nasty: str) -> None:
    stage = {"name": nasty, "touchpoint": nasty, "owner": "TBD", "metric": nasty}
    given_ = {
        "maps": [{"title": nasty, "lanes": ["touchpoint", "owner"], "stages": [stage]}],
        "personas": [{"name": nasty}],
    }
    scorecard = scorecard_of(given_, client=nasty)
    book = load_workbook(io.BytesIO(write_book(Contents(scorecard, register_of(scorecard)))))
    formulas = {
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and ("cmd" in str(cell.value) or "1+1" in str(cell.value))
    }
    assert formulas == set()
    told = [shown(str(cell.value)) for row in book["Journey heat map"].iter_rows() for cell in row if cell.value]
    assert nasty in told


def test_text_that_had_to_change_is_said_on_the_reading_sheet() -> None:
    scorecard = scorecard_of(
        {"maps": [{"title": "x" * 40_000, "stages": [{"name": "Buy", "touchpoint": "bell \x07"}]}]}
    )
    book = load_workbook(io.BytesIO(write_book(Contents(scorecard, register_of(scorecard)))))
    said = [row for row in book["How it was read"].iter_rows(values_only=True) if row[0] == "shown differently"]
    assert any("the end is cut" in str(row[4]) for row in said)
