"""Answers on programme sheets: which question is about which practice, and how far an answer says that it is done."""

from __future__ import annotations

import pytest

from cxaudit.engine import judge
from cxaudit.result import RuleResult
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import load_rules

RULES = load_rules()
BY_ID = {rule.id: rule for rule in RULES.ruleset.rules}
ASKED = "Is customer feedback combined with purchase data?"


def answered(rule: str, *pairs: tuple[str, str]) -> RuleResult:
    practices = [{"question": question, "answer": answer} for question, answer in pairs]
    return judge(BY_ID[rule], programme_of({"practices": practices}, RULES.vocabulary))


@pytest.mark.parametrize(
    ("answer", "score"),
    [
        ("Yes, since 2023: monthly, for all hotels", 1.0),
        ("Monthly by the insights team", 1.0),
        ("✓", 1.0),
        ("3/3", 1.0),
        ("Partly – pilot in two regions", 0.5),
        ("Yes, but only in the north", 0.5),
        ("In progress", 0.5),
        ("Feedback yes, purchase data no", 0.5),
        ("2 of 5", 0.4),
        ("60 %", 0.6),
        ("Not yet", 0.0),
        ("No. Planned for 2027", 0.0),
        ("✗", 0.0),
        ("Planned", 0.0),
        ("0", 0.0),
    ],
)
def test_an_answer_says_how_far_a_practice_is_done(answer: str, score: float) -> None:
    found = answered("GV03", (ASKED, answer))
    assert found.score is not None
    assert float(found.score) == score


@pytest.mark.parametrize("answer", ["", "?", "TBD", "Ask Priya", "Spreadsheets", "3"])
def test_an_answer_that_does_not_say_is_never_a_zero(answer: str) -> None:
    assert answered("GV03", (ASKED, answer)).outcome == "cannot_tell"


def test_a_bare_number_is_read_on_the_scale_that_the_other_answers_show() -> None:
    found = answered("GV03", (ASKED, "3"), ("Is there a budget?", "5"))
    assert float(found.score or 0) == 0.5


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("GV04", "Skills: who has been trained in personas and mapping?"),
        ("GV05", "Does Marketing look beyond acquisition (retention, referral)?"),
        ("GV06", "Customer experience team: mandate and budget"),
        ("GV07", "Support from departments outside marketing and sales"),
        ("GV08", "Do trustees see what happy donors are worth?"),
        ("GV09", "Roadmap"),
        ("GV10", "One platform for segments and touchpoint data"),
        ("GV11", "How often are map and personas revised?"),
    ],
)
def test_a_question_is_known_by_its_words_and_answers_no_other_rule(rule: str, question: str) -> None:
    told = [
        ident for ident in (f"GV{n:02}" for n in range(3, 12)) if answered(ident, (question, "Yes")).outcome == "met"
    ]
    assert told == [rule]


def test_the_rest_of_a_topic_may_stand_in_the_answer() -> None:
    assert answered("GV04", ("Training", "Course in journey mapping each spring")).outcome == "met"


def test_an_answer_that_states_the_thing_counts_without_a_yes() -> None:
    assert answered("GV06", ("CX team", "Six people with their own budget")).outcome == "met"


def test_a_finding_quotes_the_question_and_the_answer_with_their_cells() -> None:
    (finding,) = answered("GV05", ("Is marketing measured on retention?", "No, on leads")).findings
    assert '"No, on leads"' in finding.message
    assert [cell.text for cell in finding.cells] == ["No, on leads", "Is marketing measured on retention?"]
    assert finding.key == "GV05: Is marketing measured on retention?"


def test_improvements_without_columns_for_owner_and_date_are_one_finding() -> None:
    stages = [{"name": "Use", "opportunity": "Welcome call"}, {"name": "Support", "opportunity": "Call back"}]
    found = judge(BY_ID["GV09"], programme_of({"maps": [{"title": "Map", "stages": stages}]}, RULES.vocabulary))
    (finding,) = found.findings
    assert (finding.items, str(finding.cells[0].place)) == (2, "Example!A2")


def test_the_better_of_answer_and_map_shows_the_improvements() -> None:
    given = {
        "maps": [{"stages": [{"name": "Use", "opportunity": "Call", "other.action_owner": "Ann", "other.due": "May"}]}],
        "practices": [{"question": "Is there a roadmap?", "answer": "No"}],
    }
    assert judge(BY_ID["GV09"], programme_of(given, RULES.vocabulary)).outcome == "met"


def test_a_programme_sheet_speaks_for_a_map_that_is_silent_but_not_against_one_that_is_dated() -> None:
    practice = {"question": "When was the journey map last reviewed?", "answer": "March 2021"}
    silent = {"maps": [{"stages": [{"name": "Use"}]}], "practices": [practice]}
    dated = {"maps": [{"about": {"other.reviewed": "May 2026"}, "stages": [{"name": "Use"}]}], "practices": [practice]}
    assert judge(BY_ID["GV02"], programme_of(silent, RULES.vocabulary)).outcome == "not_met"
    assert judge(BY_ID["GV02"], programme_of(dated, RULES.vocabulary)).outcome == "met"
