"""Lanes whose last word names machinery or leaves open what they hold, and those that only say good or bad."""

from __future__ import annotations

import pytest
from drawing import read, the_map

_PATH = """
Stage    | Hears of the pool | Compares passes | Buys a pass | Renews the pass
Goals    | Swim near home    | Pay little      | Get in      | Keep the lane
"""


def _field(row: str, more: str = "") -> str:
    lanes = the_map(read(_PATH + more + "\n" + row, "Customer journey")).lanes
    label = row.split("|", maxsplit=1)[0].strip()
    return next(lane.field for lane in lanes if lane.label == label)


@pytest.mark.parametrize("label", ["SMS API", "Zuruba webhooks", "API"])
def test_a_lane_that_ends_in_a_word_for_machinery_is_behind_the_scenes(label: str) -> None:
    assert _field(f"{label} | Code is sent | None | Receipt is sent | Reminder is sent") == "backstage"


def test_an_experience_that_begins_with_the_customers_deeds_is_what_they_do() -> None:
    row = "Member experience | Reads a poster | Member compares two passes | Pays at the till | Member signs again"
    assert _field(row) == "activity"


def test_an_experience_that_names_things_is_what_is_met_where_no_lane_has_it() -> None:
    row = "Experience | Poster with the opening hours | Price list in short words | A form with one button | A letter"
    assert _field(row) == "touchpoint"
    assert _field(row, "Touchpoints | Poster | Website | Till | Mail") == "emotion"


def test_an_experience_that_names_feelings_keeps_them() -> None:
    assert _field("Experience | Curious about it | Torn | Glad | Content with the lanes") == "emotion"


def test_an_experience_of_staff_is_behind_the_scenes() -> None:
    row = "Admin experience | Sees who asked | Sees what was compared | Gets the money | Prints a card"
    assert _field(row) == "backstage"


def test_good_and_bad_hold_feelings_where_their_cells_name_them() -> None:
    good = "Positive | Curious, hopeful | Confident | Relieved, glad | Content"
    assert _field(good) == "emotion"
    assert _field(good, "Emotions | Fine | Fine | Fine | Fine") != "emotion"
    assert _field("Negative | Few posters | Old price list | Long queue | No letter comes") == "pain_point"


def test_a_decision_that_asks_questions_is_a_thought() -> None:
    asks = "Decision point | Is it near? | Can I afford this? (per month) | Is the card safe? | Do I still go?"
    assert _field(asks) == "thought"
    assert _field("Decision point | Goes or stays | Day or year | Cash or card | Signs or leaves") == "moment"


def test_a_description_in_quotes_is_a_thought() -> None:
    row = 'User state | _"I want to swim"_ | _"Which is cheaper?"_ | _"At last I am in"_ | _"Once more"_'
    assert _field(row) == "thought"
