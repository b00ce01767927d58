"""A table that is not sure, under a title that speaks of something else, is left out and said."""

from __future__ import annotations

import pytest
from drawing import grid, read, vocabulary

from cxaudit.reading import read_grid

BOTS = "Persona | Age | Personality | Best for\nAuntie | 62 | Trusting | Banking\nThe colonel | 70 | Stubborn | Parcels"


@pytest.mark.parametrize("title", ["AI personas", "System prompts", "Test personas"])
def test_personas_of_a_bot_are_no_personas_of_customers(title: str) -> None:
    reading = read(f"{title}\n\n{BOTS}", title)
    assert reading.kind == "other"
    (note,) = reading.notes
    assert note.startswith("A3: this could be taken for persona")
    assert "kind: persona" in note


def test_the_same_table_under_a_title_of_its_own_is_read() -> None:
    reading = read(f"Our customers\n\n{BOTS}", "Our customers")
    assert reading.kind == "persona"
    assert not reading.notes


def test_who_lays_down_the_kind_has_the_last_word() -> None:
    reading = read_grid(grid(f"AI personas\n\n{BOTS}", "AI personas"), vocabulary(), "persona")
    assert reading.kind == "persona"


def test_a_journey_map_that_leaves_no_doubt_is_read_under_any_title() -> None:
    stages = "Stage | Touchpoints | Emotions | Pain points\nBuy | Shop | Calm | Queue\nUse | App | Cross | Slow"
    assert read(f"Contents\n\n{stages}", "Contents").kind == "journey"
