"""A heading that only counts a stage is named by the heading right below it."""

from __future__ import annotations

import pytest
from drawing import read

LANES = "Thoughts | Is it far?\nPain points | Rain\n"
TEXT = "The pilgrim walks to the next inn.\n"


def names(*heads: str, held: str) -> list[str]:
    reading = read("Pilgrim journey\n\n" + "\n".join(f"{head}\n{held}" for head in heads))
    return [stage.name.text for table in reading.tables for journey in table.maps for stage in journey.stages]


@pytest.mark.parametrize("held", [LANES, TEXT], ids=["lanes", "text"])
def test_the_heading_below_a_bare_number_names_the_stage(held: str) -> None:
    heads = ("Stage 1\n\nCalling", "Stage 2\n\nThe road", "Stage 3\n\nThe inn", "Stage 4\n\nThe shrine")
    assert names(*heads, held=held) == ["Calling", "The road", "The inn", "The shrine"]


def test_a_stage_that_says_more_than_its_number_is_named_by_it() -> None:
    found = names("Stage 1: Calling\n\nDawn", "Stage 2: The road\n\nNoon", "Stage 3: The shrine\n\nDusk", held=LANES)
    assert found == ["Stage 1: Calling", "Stage 2: The road", "Stage 3: The shrine"]
