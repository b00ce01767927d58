"""Personas are told apart and named by where their names stand, whatever the heading says."""

from __future__ import annotations

import pytest
from drawing import given, grid, read, vocabulary

from cxaudit.model import Persona
from cxaudit.programme import build_programme
from cxaudit.reading import read_grid

_CARD = """
Patient card

Patient | {name}
Age     | {age}
Lives   | {lives}
Feels   | {feels}
Happy when | {happy}
Upset when | {upset}
"""
_ROWS = """
Who is meant   | Age | Work    | Wants from us | Is glad when
Sanna Koskinen | 31  | Nurse   | Good shoes    | Sizes fit
Bert de Wit    | 58  | Baker   | A lasting pair | He is known
Olu Adeyemi    | 24  | Student | Looks         | It comes tomorrow
"""
_STACK = """
Shopper | Sanna Koskinen
Age     | 31
Is glad when | Sizes fit
Decides by | Price
Shopper | Bert de Wit
Age     | 58
Is glad when | He is known
Decides by | Leather
"""


def personas(drawing: str, sheet: str = "Sheet1") -> list[Persona]:
    return [persona for table in read(drawing, sheet).tables for persona in table.personas]


def names(drawing: str, sheet: str = "Sheet1") -> list[str]:
    return [persona.name.text for persona in personas(drawing, sheet)]


def test_cards_of_one_title_on_sheets_of_their_own_are_two_personas() -> None:
    voss = _CARD.format(name="Irmgard Voss", age=74, lives="Alone", feels="Afraid", happy="Heard", upset="A number")
    aydin = _CARD.format(name="Tarek Aydin", age=52, lives="With sons", feels="Angry", happy="A plan", upset="Waiting")
    readings = [read_grid(grid(drawing, sheet), vocabulary()) for drawing, sheet in ((voss, "Irmgard"), (aydin, "T"))]
    found = build_programme(readings, vocabulary()).personas
    assert [p.name.text for p in found] == ["Irmgard Voss", "Tarek Aydin"]


def test_cards_without_names_that_contradict_each_other_are_two_personas() -> None:
    card = "Patient card\nAge | {}\nLives | {}\nFeels | {}\nHappy when | {}\nUpset when | {}\nWorks as | {}"
    drawings = (card.format(74, "alone", "afraid", "heard", "rushed", "clerk"), card.format(*"abcdef"))
    readings = [read_grid(grid(drawing, f"Sheet{n}"), vocabulary()) for n, drawing in enumerate(drawings)]
    assert len(build_programme(readings, vocabulary()).personas) == 2


def test_the_first_column_that_holds_names_names_the_personas() -> None:
    assert names(_ROWS) == ["Sanna Koskinen", "Bert de Wit", "Olu Adeyemi"]


def test_it_needs_no_heading() -> None:
    assert names(_ROWS.replace("Who is meant", "")) == ["Sanna Koskinen", "Bert de Wit", "Olu Adeyemi"]


def test_a_column_of_numbers_before_it_changes_nothing() -> None:
    heads = ("No.", "1", "2", "3")
    lines = [f"{head} | {line}" for head, line in zip(heads, _ROWS.strip().split("\n"), strict=True)]
    assert names("\n".join(lines)) == ["Sanna Koskinen", "Bert de Wit", "Olu Adeyemi"]


@pytest.mark.parametrize("between", ["", "\n"], ids=["no blank row", "a blank row"])
def test_a_card_begins_where_its_labels_come_again(between: str) -> None:
    drawing = _STACK.replace("Shopper | Bert", f"{between}Shopper | Bert")
    found = [(p.name.text, given(p.fields, "decision_factor")) for p in personas(drawing)]
    assert found == [("Sanna Koskinen", ("Price",)), ("Bert de Wit", ("Leather",))]


def test_cards_stand_side_by_side_without_a_column_between_them() -> None:
    lines = _STACK.strip().split("\n")
    beside = "\n".join(f"{left} | {right}" for left, right in zip(lines[:4], lines[4:], strict=True))
    assert names(beside) == ["Sanna Koskinen", "Bert de Wit"]


def test_a_heading_that_only_counts_gives_way_to_the_name_below_it() -> None:
    drawing = _STACK.replace("Shopper | Bert", "\nCARD TWO\nShopper | Bert").replace(
        "Shopper | S", "CARD ONE\nThis is | S"
    )
    assert names(drawing.replace("Shopper | B", "This is | B")) == ["Sanna Koskinen", "Bert de Wit"]


def test_a_sheet_named_after_a_person_names_its_only_card() -> None:
    drawing = "Shopper sheet\nAge | 31\nIs glad when | Sizes fit\nDecides by | Price\nCares about | Quiet"
    assert names(drawing, "Sanna") == ["Sanna"]


def test_levels_of_a_matrix_are_nobodys_names() -> None:
    assert read("Zone | Awareness | Decision\nProof | None | Heavy\nConversion | Soft | Heavy").kind == "other"


def test_the_first_line_of_a_card_names_it_though_its_label_means_something_else() -> None:
    card = "Character | Rosa and Emil Hart\nAge | 61\nAims | Sleep well\nFrustrations | Noise\nMobile use | Rarely"
    assert names(card, "The Harts") == ["Rosa and Emil Hart"]
