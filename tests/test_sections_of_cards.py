"""Sections of persona cards: what a heading is says what the pairs below it are, and a list below it makes it surer."""

from __future__ import annotations

from drawing import given, read

_CARD = """
Persona: the seller

Name | Ananya
Age  | 27
Goals | Sells more
Frustrations | Lists by hand

Behavioural patterns
Shopping habits | Buys on Sundays
Zuruba          | Cooks twice a day

Business type
Type          | Small and independent
Business size | Two people

Customer-management problems
- Finds no earlier talks
- Forgets to call back
"""


def _facts() -> dict[str, tuple[str, ...]]:
    (persona,) = [persona for table in read(_CARD, "Persona").tables for persona in table.personas]
    return {name: given(persona.fields, name) for name in persona.fields}


def test_a_pair_that_nobody_knows_is_what_the_heading_of_its_section_says() -> None:
    assert _facts()["behaviour"] == ("Buys on Sundays", "Cooks twice a day")


def test_a_pair_that_repeats_the_last_word_of_its_heading_is_what_that_says() -> None:
    assert _facts()["role"] == ("27", "Small and independent", "Two people")
    assert "segment" not in _facts()


def test_a_heading_over_a_list_may_be_told_by_its_last_word() -> None:
    assert _facts()["dissatisfaction_driver"] == ("Lists by hand", "Finds no earlier talks", "Forgets to call back")


def test_behind_a_gap_the_section_has_ended() -> None:
    drawing = _CARD.replace("Zuruba ", "\nZuruba ")
    (persona,) = [persona for table in read(drawing, "Persona").tables for persona in table.personas]
    assert "Cooks twice a day" not in given(persona.fields, "behaviour")
