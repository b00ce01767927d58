"""Persona cards below each other whose names are words for labels too ("Grace", "Joy")."""

from __future__ import annotations

from drawing import read

CARD = """
{name}
Age        | {age}
Lives in   | Bruges
Occupation | Baker
Goals      | Close at noon
"""
FOUR = "Whom we bake for\n" + "".join(
    CARD.format(name=name, age=age) for name, age in (("Mireille", 30), ("Joost", 41), ("Joy", 52))
)
SECTIONS = "Whom we bake for\n" + "".join(
    CARD.format(name=name, age=age) + "\nFrustrations\nWaiting | At the oven\n"
    for name, age in (("Mireille", 30), ("Joost", 41))
)


def names(sheet: str) -> list[str]:
    return [persona.name.text for table in read(sheet, "Who").tables for persona in table.personas]


def test_a_heading_over_a_whole_card_is_a_name_though_it_is_a_word_for_a_label() -> None:
    assert names(FOUR) == ["Mireille", "Joost", "Joy"]


def test_a_section_of_each_card_is_no_card() -> None:
    assert names(SECTIONS) == ["Mireille", "Joost"]
