"""What is filled in and says nothing does not count as given, and says why."""

from __future__ import annotations

from cxaudit.fullness import mark_empty_talk
from cxaudit.model import Entry, JourneyMap, Persona, Place, Programme, Stage
from cxaudit.rulestack import load_fullness

LIMITS = load_fullness()
SENTENCE = "The customer wants a good experience"


def entry(text: str, cell: str = "A1") -> Entry:
    return Entry(text, Place("book.xlsx", "Journey", cell), "label")


def journey(field: str, *texts: str, one_cell: bool = False) -> JourneyMap:
    stages = tuple(
        Stage(entry(f"Stage {n}"), fields={field: (entry(text, "B2" if one_cell else f"B{n}"),)})
        for n, text in enumerate(texts, start=1)
    )
    return JourneyMap(entry("Map"), Place("book.xlsx", "Journey", "A1:D1"), stages)


def reasons(field: str, *texts: str, one_cell: bool = False) -> list[str]:
    marked = mark_empty_talk(Programme(maps=(journey(field, *texts, one_cell=one_cell),)), LIMITS)
    return [stage.fields[field][0].why_not for stage in marked.maps[0].stages]


def test_one_sentence_through_all_stages_is_not_given() -> None:
    assert reasons("goal", SENTENCE, SENTENCE.upper(), SENTENCE) == ["is the same sentence in every stage"] * 3


def test_a_sentence_that_stands_in_some_stages_only_is_given() -> None:
    assert reasons("goal", SENTENCE, "Compare three offers quickly", "Pay without typing", SENTENCE) == [""] * 4


def test_one_owner_for_all_stages_is_given() -> None:
    assert (
        reasons("owner", "Head of customer service", "Head of customer service", "Head of customer service") == [""] * 3
    )


def test_a_single_word_may_repeat() -> None:
    assert reasons("emotion", "Calm", "Calm", "Calm") == [""] * 3


def test_one_merged_cell_over_all_stages_is_one_statement() -> None:
    assert reasons("goal", SENTENCE, SENTENCE, SENTENCE, one_cell=True) == [""] * 3


def persona(name: str, **fields: str) -> Persona:
    place = Place("book.xlsx", "Personas", "A1")
    return Persona(entry(name), place, {field: (entry(text),) for field, text in fields.items()})


def test_a_persona_that_copies_another_gives_nothing_of_its_own() -> None:
    ann = persona("Ann", goal="Save time", behaviour="Shops online", decision_factor="Price", role="34")
    bob = persona("Bob", goal="save  time", behaviour="Shops online", decision_factor="Price", role="51")
    first, second = mark_empty_talk(Programme(personas=(ann, bob)), LIMITS).personas
    assert first == ann
    assert second.fields["goal"][0].why_not == "is the same as for Ann"
    assert second.fields["role"][0].given


def test_personas_that_share_one_trait_are_both_given() -> None:
    ann = persona("Ann", goal="Save time", behaviour="Shops online", decision_factor="Price")
    bob = persona("Bob", goal="Save time", behaviour="Goes to the branch", decision_factor="Advice")
    assert mark_empty_talk(Programme(personas=(ann, bob)), LIMITS).personas == (ann, bob)


def test_the_same_persona_on_two_sheets_is_no_copy() -> None:
    ann = persona("Ann", goal="Save time", behaviour="Shops online", decision_factor="Price")
    assert mark_empty_talk(Programme(personas=(ann, ann)), LIMITS).personas == (ann, ann)
