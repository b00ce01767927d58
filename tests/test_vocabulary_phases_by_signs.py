"""Names in everyday words: each word may mean several phases, and the one that fits its place counts."""

from __future__ import annotations

import pytest
from drawing import vocabulary


@pytest.mark.parametrize(
    ("names", "phases"),
    [
        (
            "The boiler is old and noisy | Talking to the neighbours | Yes to the new heating | Learning the buttons"
            " | A winter with it | The red light comes on | Showing it to friends",
            "awareness consideration purchase onboarding use support advocacy",
        ),
        (
            "A play catches the eye | Deciding on an evening | Buying tickets | The evening itself | When plans change"
            " | Coming again | Recommending the house",
            "awareness consideration purchase use support retention advocacy",
        ),
        (
            "Hair has grown too long | Whom do I trust with it | Getting a slot | In the chair | It does not sit right"
            " | Back in six weeks | Sending a friend",
            "awareness consideration purchase use support retention advocacy",
        ),
        ("Sign in | Search | Compare | Export", "onboarding use use use"),
    ],
)
def test_everyday_words_tell_the_phase_that_fits_their_place(names: str, phases: str) -> None:
    assert " ".join(found[0] for found in vocabulary().stage_phases(names.split(" | "))) == phases


def test_neighbours_are_asked_before_the_purchase_and_told_after_it() -> None:
    names = ("Talking to the neighbours", "Signing", "Living with it", "Neighbours ask how it is")
    assert vocabulary().stage_phases(names) == (("consideration",), ("purchase",), ("use",), ("advocacy",))


def test_one_silent_stage_between_use_and_coming_back_is_the_trouble() -> None:
    names = ("Noticing us", "Ordering", "Using it every day", "Zzyzx", "Ordering again")
    assert vocabulary().stage_phases(names)[3] == ("support",)


def test_everyday_words_make_no_heading_a_stage() -> None:
    assert vocabulary().phases("Next to the others") == ("unclear",)
