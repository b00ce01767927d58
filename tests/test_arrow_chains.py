"""Under a title of a journey arrows lead from stage to stage: in rows of their own, in a cell, or in one line."""

from __future__ import annotations

import pytest
from drawing import read

from cxaudit.layout import Reading


def maps(reading: Reading) -> list[list[str]]:
    return [[stage.name.text for stage in journey.stages] for table in reading.tables for journey in table.maps]


def test_arrows_in_rows_of_their_own_part_the_stages_of_each_map() -> None:
    reading = read(
        """
        User journeys

        Keeper journey
        Unlock the gate
        ↓
        Count the hives
        ↓
        Smoke them
        ↓
        Take the honey

        Buyer journey
        Ring the bell
        ↓
        Taste
        ↓
        Pay
        ↓
        Carry the jars home
        """
    )
    assert maps(reading) == [
        ["Unlock the gate", "Count the hives", "Smoke them", "Take the honey"],
        ["Ring the bell", "Taste", "Pay", "Carry the jars home"],
    ]


@pytest.mark.parametrize(
    "chain",
    ["Gate -> Hives -> Smoke -> Honey", "Gate / -> Hives / -> Smoke / -> Honey", "Gate → Hives → Smoke → Honey"],
)
def test_arrows_in_a_cell_part_the_stages(chain: str) -> None:
    assert maps(read(f"Keeper journey\n\nThe way today\n{chain}\n")) == [["Gate", "Hives", "Smoke", "Honey"]]


def test_a_chain_of_arrows_is_no_map_without_a_title_of_a_journey() -> None:
    assert maps(read("How honey is made\n\nGate -> Hives -> Smoke -> Honey\n")) == []


def test_sentences_between_arrows_are_no_stages() -> None:
    told = "the keeper who has slept badly walks down to the gate in the fog before the sun is up"
    assert maps(read(f"Keeper journey\n\n{told} -> {told} 1 -> {told} 2 -> {told} 3\n")) == []
