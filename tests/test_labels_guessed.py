"""Labels of a recognised table that no list has: guessed by the words of headings, and shown as a doubt."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map, vocabulary

from cxaudit.tables.labels import Label
from cxaudit.tables.told.unknownlabels import told_by_likeness
from cxaudit.vocabulary import FieldMatch


def guessed(label: str, kind: str, taken: tuple[str, ...] = ()) -> str:
    match = vocabulary().likely(label, kind, taken)
    return match.field if match else ""


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Knows shops through", "behaviour.discovery"),
        ("Where we have all this from", "evidence"),
        ("Would come back to us because", "loyalty_driver"),
    ],
)
def test_the_field_whose_headings_use_its_words_is_guessed(label: str, field: str) -> None:
    assert guessed(label, "persona") == field


def test_words_that_headings_of_all_fields_use_decide_nothing() -> None:
    assert guessed("What about it", "journey") == ""


def test_words_that_no_heading_uses_decide_nothing() -> None:
    assert guessed("Zebra crossing", "journey") == ""


def test_a_guess_inside_a_persona_table_is_a_doubt() -> None:
    drawing = """
Persona | Age | Goals | Knows shops through
Karin   | 48  | Quiet | Her sister
Finn    | 19  | Fun   | Short films
"""
    (lane,) = [x for x in read(drawing, "Personas").tables[0].lanes if x.label == "Knows shops through"]
    assert (lane.field, lane.match, lane.confidence) == ("behaviour.discovery", "fuzzy", 0.6)


def test_a_lane_of_blocks_is_told_by_its_values_over_all_of_them() -> None:
    blocks = "\n\n".join(
        f"Stage {n}: {name}\nTouchpoints | Shop {n}\nGoals | Rest {n}\nUntold | {mood}"
        for n, name, mood in [
            (1, "Discover", "Curious"),
            (2, "Buy", "Anxious"),
            (3, "Use", "Proud"),
            (4, "Renew", "Calm"),
        ]
    )
    stages = the_map(read(blocks, "Customer journey")).stages
    assert [given(stage.fields, "emotion") for stage in stages] == [("Curious",), ("Anxious",), ("Proud",), ("Calm",)]


def test_a_label_alone_is_not_guessed_at() -> None:
    assert vocabulary().fields("Knows shops through", "persona") == ()


def test_the_cells_of_a_persona_table_tell_what_its_label_does_not() -> None:
    drawing = """
Persona | Age | Goals | Untold
Karin   | 48  | Quiet | 12 interviews, a survey
Finn    | 19  | Fun   | 8 interviews with guests
"""
    (lane,) = [x for x in read(drawing, "Personas").tables[0].lanes if x.label == "Untold"]
    assert (lane.field, lane.match) == ("evidence", "fuzzy")


def test_the_year_behind_a_label_is_no_part_of_it() -> None:
    assert [match.field for match in vocabulary().fields("Baseline 2025", "metrics")] == ["other.baseline"]


def test_all_words_of_a_label_weigh_more_than_one_that_is_known() -> None:
    weak = Label(4, 1, "Hears of agencies through", (FieldMatch("influence", "fuzzy", 0.8),))
    sure = Label(3, 1, "Influenced by", (FieldMatch("influence", "exact", 1.0),))
    told = told_by_likeness((sure, weak), vocabulary(), "persona")
    assert [label.field for label in told] == ["influence", "behaviour.discovery"]
