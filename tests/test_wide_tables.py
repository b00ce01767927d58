"""Tables that are far wider than people make them are read in a time that grows with their width alone."""

from __future__ import annotations

from cxaudit.tables.labels import Label
from cxaudit.tables.told.saidtwice import told_apart
from cxaudit.vocabulary import FieldMatch


def labels(*fields: str) -> tuple[Label, ...]:
    return tuple(
        Label(1, column, field or "?", (FieldMatch(field, "exact", 1.0),) if field else ())
        for column, field in enumerate(fields, start=1)
    )


def test_labels_of_five_thousand_columns_are_told_apart_in_one_pass() -> None:
    wide = ("stage", "touchpoint", *[""] * 5_000)
    assert [label.field for label in told_apart(labels(*wide))] == list(wide)


def test_what_is_right_of_who_carries_out_an_improvement_is_when() -> None:
    told = told_apart(labels("stage", "owner", "opportunity", "owner", "", "", "pain_point"))
    fields = [label.field for label in told]
    assert fields == ["stage", "owner", "opportunity", "other.action_owner", "other.due", "", "pain_point"]


def test_a_second_definition_is_what_customers_do_unless_another_lane_says_that() -> None:
    twice = ("stage", "step_definition", "step_definition")
    assert [label.field for label in told_apart(labels(*twice))] == ["stage", "step_definition", "activity"]
    assert [label.field for label in told_apart(labels(*twice, "activity"))] == [*twice, "activity"]
