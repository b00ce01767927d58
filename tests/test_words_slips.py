"""A name with one letter too many, too few, or in the wrong place is still found; anything further off is not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.words.slips import Slips

NAMES = ("touchpoint", "pain point", "emotions", "opportunity")
SLIPS = Slips((name, name) for name in NAMES)


def forms(text: str) -> set[str]:
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


@given(st.sampled_from(NAMES), st.integers(0, 20), st.sampled_from("xeo "))
def test_one_slip_is_forgiven(name: str, at: int, letter: str) -> None:
    assert SLIPS.find(name[:at] + name[at + 1 :]) == name
    assert SLIPS.find(name[:at] + letter + name[at:]) == name
    assert SLIPS.find(name[:at] + letter + name[at + 1 :]) == name
    assert SLIPS.find(name[:at] + name[at : at + 2][::-1] + name[at + 2 :]) == name


@given(st.text("touchpaine ms", min_size=5, max_size=12))
def test_what_is_found_shares_a_form_with_one_letter_less(text: str) -> None:
    near = [name for name in NAMES if abs(len(name) - len(text)) <= 1 and forms(text) & forms(name)]
    assert SLIPS.find(text) in (near or [None])


def test_short_texts_and_of_two_names_the_later_one_are_not_found() -> None:
    assert Slips([("goal", 1)]).find("goa") is None
    assert Slips([("stages", 1), ("stagers", 2)]).find("stagess") == 1
