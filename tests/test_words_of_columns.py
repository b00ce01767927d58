"""Words are looked for in many texts at once: the answer is that of one text after the other."""

from __future__ import annotations

import pytest

from cxaudit.compiled import LaterTuple, packed, unpacked
from cxaudit.fields import Entry, Place, Seen, Told, any_text
from cxaudit.fullness import _in_many
from cxaudit.grid import Grid
from cxaudit.rowfields import Column, Columns, RowFields, firsts, silent_in
from cxaudit.rulefiles import load_rules
from cxaudit.words.spoken import Spoken

TEXTS = (
    "The customer pays 20% less",
    "ein Kunde freut sich \U0001f600",
    "two\nlines, both of the happy customer",
    "満足している",
    "NPS, revenue and margin",
    "nothing of the kind",
    "",
)
VOCABULARY = load_rules().vocabulary


@pytest.mark.parametrize("name", sorted(VOCABULARY._words))
def test_the_texts_that_use_a_list_are_those_that_use_it_one_by_one(name: str) -> None:
    whole = VOCABULARY.words(name)
    for words in (whole, whole.narrowed(Spoken(TEXTS))):
        assert list(words.using(TEXTS)) == [text for text in TEXTS if words.uses(text)]
        assert list(words.using(TEXTS[:1])) == [text for text in TEXTS[:1] if words.uses(text)]


@pytest.mark.parametrize(
    "cells", [["a", "b", "a"], ["b; a", "a", "b"], ["a", "a; b", "b; c", "c"], ["-", "", "a; -"], ["a; a", "b"]]
)
def test_the_first_texts_of_a_column_are_those_of_its_entries(cells: list[str]) -> None:
    parts = {
        cell: tuple((text, "" if text not in {"", "-"} else "is empty") for text in cell.split("; "))
        for cell in cells
        if ";" in cell or cell in {"", "-"}
    }
    grid = Grid("map.xlsx", "Map", (("Goal",), *((cell,) for cell in cells)))
    columns = Columns(grid, {"goal": (Column(0, "Goal", parts, silent_in(parts)),)})
    rows = [RowFields(columns, number, (cell,)) for number, cell in enumerate(cells, start=2)]
    entries = [entry for row in rows for entry in row.each("goal")]
    seen: Seen = {"Goal": {"b"}}
    known: Seen = {"Goal": {"b"}}
    found = [entry for entry, _ in firsts(rows, ("goal",), seen, any_text)]
    assert found == [entry for entry, _ in Told({"goal": tuple(entries)}).firsts(("goal",), known, any_text)]
    assert (
        Entry("a", Place("map.xlsx", "Map", f"A{2 + next(n for n, c in enumerate(cells) if 'a' in c)}"), "Goal")
        in found
    )


def test_what_stands_in_many_sets_is_found_among_the_smallest() -> None:
    sets = [{"a", "b"}, {"a", "c", "d"}, {"a", "b", "e", "f"}, {"b", "g", "h", "i", "j"}]
    assert [_in_many(sets, often) for often in (3, 2.5, 4, 2)] == [{"a", "b"}, {"a", "b"}, set(), {"a", "b"}]


def test_a_tuple_that_is_unpacked_later_is_that_tuple() -> None:
    kept = unpacked(packed(LaterTuple(("one", "two"))))
    assert (kept._value, len(kept), kept[1], tuple(kept)) == (None, 2, "two", ("one", "two"))
    assert kept == LaterTuple(("one", "two"))
