"""Practices and measures are read by what their cells hold, whatever heads them."""

from __future__ import annotations

import pytest
from drawing import given, read

from cxaudit.model import Metric, Practice

_STATEMENTS = (
    "What customers say is joined with what they buy",
    "People are trained in personas and journey mapping",
    "Marketing's goals include what happens after the sale",
    "The CX team has its own budget and may decide",
)


def practices(drawing: str) -> list[Practice]:
    return [practice for table in read(drawing).tables for practice in table.practices]


def metrics(drawing: str) -> list[Metric]:
    return [metric for table in read(drawing).tables for metric in table.metrics]


def answered(head: str, *answers: str) -> str:
    rows = "\n".join(f"{said} | {answer}" for said, answer in zip(_STATEMENTS, answers, strict=True))
    return f"How the work is run\n\n{head}\n{rows}" if head else rows


@pytest.mark.parametrize("head", ["Sentence | How far", "We ... | True?", ""], ids=["unknown", "asking", "none"])
@pytest.mark.parametrize(
    "answers",
    [
        ("yes", "in part", "planned", "since 2025"),
        ("✓", "✗", "✓", "✗"),
        ("5", "3", "1", "2"),
        ("4 of 5", "1 of 5", "0 of 5", "60 %"),
    ],
    ids=["words", "ticks", "scale", "shares"],
)
def test_statements_with_an_answer_beside_each_are_practices(head: str, answers: tuple[str, ...]) -> None:
    assert [(p.question.text, p.answer.text) for p in practices(answered(head, *answers))] == list(
        zip(_STATEMENTS, answers, strict=True)
    )


def test_the_heading_of_a_marked_column_is_the_answer() -> None:
    marks = ("x | | ", " | x | ", " | | x", "x | | ")
    found = practices(answered("| Yes | Partly | No", *marks))
    assert [p.answer.text for p in found] == ["Yes", "Partly", "No", "Yes"]


def test_a_list_of_checks_on_something_else_is_none() -> None:
    checks = ("Is the button blue today? | Yes", "Is the page very fast? | No", "Does the link work at all? | Yes")
    assert practices("\n".join(checks)) == []


@pytest.mark.parametrize("head", ["| 2025 | 2027 | Who", "Yardstick | Read off | Dreamt of | In whose hands"])
def test_measures_with_figures_and_people_beside_them_are_a_list(head: str) -> None:
    rows = ("NPS | 31 | 40 | Ida Holm", "Retention rate | 84 % | 90 % | -", "Leads | 2,100 | 2,400 | Per Dahl")
    found = metrics("\n".join(("What we steer by", "", head, *rows)))
    kept = [[given(m.fields, field) for field in ("other.baseline", "other.target", "owner")] for m in found]
    assert kept == [
        [("31",), ("40",), ("Ida Holm",)],
        [("84 %",), ("90 %",), ()],
        [("2,100",), ("2,400",), ("Per Dahl",)],
    ]


def test_a_guessed_label_whose_cells_are_quotations_holds_thoughts_where_nothing_else_does() -> None:
    reading = read(
        "Customer journey\n"
        "Stage | Nutshell state | Emotions\n"
        'Awareness | "So that is what it is called" | Curious\n'
        'Purchase | "I hope the coat fits" | Tense\n'
        'Use | "Warm at last" | Glad'
    )
    assert {lane.label: lane.field for table in reading.tables for lane in table.lanes}["Nutshell state"] == "thought"


def test_dashes_quote_nobody() -> None:
    reading = read(
        "Customer journey of the ferry\n"
        "Stage | Asking | Booking | Crossing\n"
        "Touchpoints | Board | Till | Deck\n"
        "Actions | Reads the board | Pays | Stands at the rail\n"
        "Qwertzing | - | - | Lopsided"
    )
    assert "thought" not in {lane.field for table in reading.tables for lane in table.lanes}
