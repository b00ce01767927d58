"""The self-assessment: its questions, what answers claim, and how they are kept."""

from __future__ import annotations

import datetime
import json
from fractions import Fraction
from pathlib import Path

import pytest
from cli_builders import AS_OF, loan, run
from hypothesis import given, settings
from hypothesis import strategies as st

from cxaudit.assess.answer import AgreedLine, AnswerLine
from cxaudit.assess.claim import Answers, settled
from cxaudit.engagement.splice import Item, with_items
from cxaudit.entering import entered
from cxaudit.errors import RuleFileError, UsageError
from cxaudit.rulefiles import load_rules
from cxaudit.strictyaml import parse

RULES = load_rules()
DAY = datetime.date(2026, 11, 22)
HEAD = "schema: cxaudit-engagement/1\n"


def line(rule: str, answer: int, by: str = "Ana Ruiz", on: str = "2026-11-22") -> AnswerLine:
    return AnswerLine(rule=rule, answer=answer, by=by, on=on)


def claim(*lines: AnswerLine, agreed: tuple[AgreedLine, ...] = ()) -> tuple[int, bool]:
    found = settled(RULES.questions, Answers(lines, agreed))["GV05"]
    return found.answer, found.disputed


def card(folder: Path, *words: str) -> dict[str, object]:
    result = run("audit", folder, *AS_OF, "--format", "json", *words)
    assert result.exit_code == 0, result.stderr
    found: dict[str, object] = json.loads(result.stdout)
    return found


def rule_of(found: dict[str, object], ident: str) -> dict[str, object]:
    rules = found["rules"]
    assert isinstance(rules, list)
    return next(rule for rule in rules if rule["id"] == ident)


def test_governance_is_asked_first_and_every_rule_of_practice_has_a_question() -> None:
    asked = [question.rule for question in RULES.questions]
    practices = {rule.id for rule in RULES.ruleset.rules if rule.check.type == "practice"}
    assert practices <= set(asked)
    assert [rule[:2] for rule in asked[: len(practices)]] == ["GV"] * len(practices)


def test_every_question_says_why_it_is_asked_and_who_says_so() -> None:
    rules = {rule.id: rule for rule in RULES.ruleset.rules}
    assert all(rules[question.rule].why and rules[question.rule].sources for question in RULES.questions)
    assert [[choice.share for choice in q.choices][:: len(q.choices) - 1] for q in RULES.questions] == [
        [Fraction(0), Fraction(1)]
    ] * len(RULES.questions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- {rule: GV55, question: Q, choices: [%s]}", "2:12: there is no rule 'GV55'; did you mean 'GV0"),
        ("- {rule: GV05, questoin: Q, choices: [%s]}", "unknown key 'questoin'"),
        ("- {rule: GV05, question: Q, choices: [{worth: 0, says: a}]}", "choices: "),
        ("- {rule: GV05, question: Q, choices: [%s, {worth: 1, says: e}]}", "choices: "),
    ],
)
def test_a_question_that_is_not_in_order_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    choices = "{worth: 0, says: a}, {worth: 0.3, says: b}, {worth: 0.7, says: c}, {worth: 1, says: d}"
    pack = "schema: cxaudit-pack/1\nid: own\nversion: 1.0.0\ntitle: Own\nowner: us\nextends: cx-core\n"
    (tmp_path / "pack.yaml").write_text(pack, encoding="utf-8")
    body = "schema: cxaudit-questions/1\nquestions:\n  " + text.replace("%s", choices) + "\n"
    (tmp_path / "questions.yaml").write_text(body, encoding="utf-8")
    with pytest.raises(RuleFileError) as refused:
        load_rules([tmp_path])
    assert f"{tmp_path / 'questions.yaml'}:3:" in str(refused.value)
    assert said.removeprefix("2:12: ") in str(refused.value)


def test_the_last_answer_of_a_person_counts() -> None:
    assert claim(line("GV05", 1), line("GV05", 3), line("GV05", 3, "ana  ruiz")) == (3, False)


def test_where_people_differ_the_lowest_answer_counts_until_they_agree() -> None:
    both = line("GV05", 4), line("GV05", 2, "Ben Ode")
    agreed = AgreedLine(rule="GV05", answer=3, by="Ana Ruiz", on="2026-11-22", reason="seen together")
    assert claim(*both) == (2, True)
    assert claim(*both, agreed=(agreed,)) == (3, False)


def test_who_does_not_know_neither_claims_nor_disagrees() -> None:
    assert claim(line("GV05", 4), line("GV05", 0, "Ben Ode")) == (4, False)
    assert settled(RULES.questions, Answers((line("GV05", 0),))) == {}


def test_an_audit_takes_what_the_workbooks_do_not_show_from_the_answers(tmp_path: Path) -> None:
    loan(tmp_path)
    before = card(tmp_path)
    kept = HEAD + 'answers:\n  - {rule: GV05, answer: 4, by: Ana, on: "2026-11-22", evidence: goals}\n'
    (tmp_path / "cxaudit.yaml").write_text(kept, encoding="utf-8")
    after = card(tmp_path)
    assert (rule_of(before, "GV05")["outcome"], rule_of(before, "GV05")["evidence"]) == ("cannot_tell", "none")
    told = rule_of(after, "GV05")
    assert (told["outcome"], told["evidence"], told["score"]) == ("met", "claimed", 1.0)
    assert (rule_of(after, "GV02")["evidence"], rule_of(after, "JC01")["evidence"]) == ("seen", "seen")
    assert "1 of " in str(after["verdict"])
    assert "rules claimed and not seen" in str(after["verdict"])


def test_evidence_in_a_workbook_outranks_an_answer(tmp_path: Path) -> None:
    loan(tmp_path)
    before = card(tmp_path)
    kept = HEAD + 'answers: [{rule: GV02, answer: 4, by: Ana, on: "2026-11-22"}]\n'
    (tmp_path / "cxaudit.yaml").write_text(kept, encoding="utf-8")
    after = card(tmp_path)
    assert after["score"] == before["score"]
    assert (rule_of(after, "GV02")["outcome"], rule_of(after, "GV02")["evidence"]) == ("not_met", "seen")
    assert "Answered too, but the workbooks show it, and that counts: GV02." in str(after["notes"])


def test_a_claim_counts_half_as_evidence_and_widens_the_interval_downwards(tmp_path: Path) -> None:
    loan(tmp_path)
    before = card(tmp_path)
    (tmp_path / "cxaudit.yaml").write_text(
        HEAD + 'answers: [{rule: GV05, answer: 4, by: Ana, on: "2026-11-22"}]\n', encoding="utf-8"
    )
    after = card(tmp_path)
    governance = [next(d for d in c["dimensions"] if d["id"] == "GV") for c in (before, after)]  # type: ignore[attr-defined]
    weights = sum(RULES.ruleset.weight(rule) for rule in RULES.ruleset.rules if rule.dimension == "GV")
    gained = Fraction(RULES.ruleset.weight(next(r for r in RULES.ruleset.rules if r.id == "GV05")), 2 * weights)
    assert governance[1]["coverage"] - governance[0]["coverage"] == pytest.approx(float(gained), abs=2e-4)
    assert after["interval"] == before["interval"]  # at worst untrue, at best true: as if nobody had claimed it


def test_answers_without_any_workbook_give_a_scorecard_of_claims(tmp_path: Path) -> None:
    given_answers = tmp_path / "given.yaml"
    lines = "".join(f"  - {{rule: {q.rule}, answer: 3}}\n" for q in RULES.questions)
    given_answers.write_text(f"schema: cxaudit-answers/1\nby: Ana Ruiz\nanswers:\n{lines}", encoding="utf-8")
    home = tmp_path / "programme"
    home.mkdir()
    result = run("assess", home, "--answers", given_answers, *AS_OF, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    claimed = {rule["id"] for rule in found["rules"] if rule["evidence"] == "claimed"}
    assert claimed == {question.rule for question in RULES.questions}
    assert "all of it claimed and none of it seen" in found["verdict"]
    assert (found["interval"]["low"], found["coverage"] <= 0.5, found["level"]) == (0.0, True, None)
    again = run("assess", home, "--answers", given_answers, *AS_OF, "--format", "json")
    assert json.loads(again.stdout) == found
    assert (home / "cxaudit.yaml").read_text(encoding="utf-8").count("rule: GV05") == 1


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("answers: [{rule: GV5, answer: 3}]", "3:18: there is no question on 'GV5'; did you mean 'GV0"),
        ("answers: [{rule: GV05, answer: 5}]", "3:"),
        ("answers: [{rule: GV05, answer: 3, on: 22.11.2026}]", "'22.11.2026' is no date; write it as 2026-11-22"),
        ("agreed: [{rule: GV05, answer: 3}]", "'reason' is missing"),
        ("answer: [{rule: GV05, answer: 3}]", "unknown key 'answer'"),
    ],
)
def test_a_file_of_answers_that_is_not_in_order_is_refused_with_its_place(tmp_path: Path, body: str, said: str) -> None:
    file = tmp_path / "given.yaml"
    file.write_text(f"schema: cxaudit-answers/1\nby: Ana\n{body}\n", encoding="utf-8")
    result = run("assess", loan(tmp_path), "--answers", file)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{file}:3:")
    assert said.removeprefix("3:18: ") in result.stderr
    assert not (tmp_path / "cxaudit.yaml").exists()


def test_an_answer_of_nobody_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "given.yaml"
    file.write_text("schema: cxaudit-answers/1\nanswers: [{rule: GV05, answer: 3}]\n", encoding="utf-8")
    assert "add --as NAME" in run("assess", loan(tmp_path), "--answers", file).stderr
    assert run("assess", loan(tmp_path), "--answers", file, "--as", "Ana").exit_code == 0


def test_without_a_terminal_or_a_file_nothing_is_asked(tmp_path: Path) -> None:
    result = run("assess", loan(tmp_path))
    assert (result.exit_code, "--answers FILE" in result.stderr) == (2, True)


def test_saving_a_reading_keeps_the_answers(tmp_path: Path) -> None:
    loan(tmp_path)
    kept = HEAD + 'answers:\n  - {rule: GV05, answer: 4, by: Ana, on: "2026-11-22", evidence: "goals: 2"}\n'
    (tmp_path / "cxaudit.yaml").write_text(kept, encoding="utf-8")
    assert run("inspect", tmp_path, "--save").exit_code == 0
    assert rule_of(card(tmp_path), "GV05")["evidence"] == "claimed"


@pytest.mark.parametrize(
    "before",
    [
        HEAD,
        HEAD.rstrip(),
        HEAD + "answers: []\nclient: A  # the client\n",
        HEAD + "answers:\nclient: A\n",
        HEAD + "answers: [{rule: X}]  # one\n# end\n",
        HEAD + "answers:\n- rule: X\n  evidence: >-\n    long\n    text\n\n# about the client\nclient: A\n",
        HEAD + "answers:\n    - {rule: X}   # remark\n    # a remark of mine\nclient: A\r\n",
        "# first\r\n" + HEAD.replace("\n", "\r\n") + "answers:\r\n  - {rule: X}\r\nclient: A\r\n",
    ],
)
def test_an_answer_is_added_and_every_other_line_stays_as_it_was_typed(before: str) -> None:
    path = Path("cxaudit.yaml")
    after = with_items(before, "answers", [Item("{rule: Y, answer: 2}", "remark")], path)
    old, new = parse(before, path).data, parse(after, path).data
    assert new == {**old, "answers": [*(old.get("answers") or []), {"rule": "Y", "answer": 2}]}
    words = after.replace("{rule: Y, answer: 2}", "")
    assert all(part in words for part in before.replace("[]", "").replace("]", "").split())


def test_a_list_that_cannot_be_added_to_is_refused() -> None:
    with pytest.raises(UsageError, match="nothing could be added to 'answers'"):
        with_items(HEAD + "answers: none\n", "answers", [Item("{rule: Y}")], Path("cxaudit.yaml"))


TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"), max_size=30
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=3))
def test_whatever_people_type_is_read_back_as_it_was_typed(typed: list[tuple[str, str]]) -> None:
    from cxaudit.engagement.answerlines import answer_item

    path, text = Path("cxaudit.yaml"), HEAD
    lines = [AnswerLine(rule="GV05", answer=2, by=f"A{by}", on="2026-11-22", evidence=said) for by, said in typed]
    for one in lines:
        text = with_items(text, "answers", [answer_item(one, RULES.questions)], path)
    assert [entered(AnswerLine, one) for one in parse(text, path).data["answers"]] == lines


def test_lines_are_added_beside_a_question_that_stands_unquoted_in_braces(tmp_path):
    before = "waivers:\n  - {rule: GV01, why: is it so?, by: Ann}\nanswers: []\n"
    after = with_items(before, "answers", [Item("{rule: GV02, answer: 3}")], tmp_path / "cxaudit.yaml")
    assert after == before.replace("[]", "[{rule: GV02, answer: 3}]")
