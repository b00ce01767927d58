"""Labels that point at the stage they speak of are no labels of stages, in any language that puts it last."""

from __future__ import annotations

import pytest
from drawing import vocabulary


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("What derails this phase", "pain_point"),
        ("Showstoppers each step", "pain_point"),
        ("Ziele dieser Phase", "goal"),
        ("Touchpoints of this stage", "touchpoint"),
    ],
)
def test_a_label_that_points_at_the_stage_means_what_stands_before_it(label: str, field: str) -> None:
    assert vocabulary().fields(label, "journey")[0].field == field


def test_what_is_not_understood_before_it_makes_no_stage_of_it() -> None:
    assert vocabulary().fields("Zebras in that phase", "journey") == ()


def test_a_word_for_stages_behind_other_words_is_still_one() -> None:
    assert vocabulary().fields("Membership stage", "journey")[0].field == "stage"


def test_objections_are_problems_however_likely() -> None:
    assert vocabulary().fields("Foreseeable objections", "journey")[0].field == "pain_point"


def test_a_meal_is_used_where_it_is_eaten() -> None:
    assert vocabulary().stage_phases(["Find", "Order", "Savour"])[-1] == ("use",)
