"""The core rules keep the standard, and a rule that does not is told what it falls short of."""

from __future__ import annotations

from typing import Any

import pytest

from cxaudit.rulebook.lint import lint
from cxaudit.rulefiles import load_rules
from cxaudit.ruleset import Rule, Ruleset

RULESET = load_rules().ruleset
OWNER = next(rule for rule in RULESET.rules if rule.id == "TO02")


def remarks(rule: Rule, *more: Rule) -> list[str]:
    ruleset = Ruleset(RULESET.pack, RULESET.maturity, (rule, *more), RULESET.digest)
    return [remark.says for remark in lint(ruleset)]


def changed(part: str, **values: Any) -> Rule:
    """The owner rule with changes in one of its parts."""
    return OWNER.replaced(**{part: getattr(OWNER, part).replaced(**values)})


def test_the_core_pack_is_without_remark() -> None:
    assert lint(RULESET) == ()


def test_a_rule_needs_examples_of_all_three_kinds() -> None:
    bare = OWNER.replaced(examples=())
    assert remarks(bare) == [
        "has no example in which it is met",
        "has no example in which it is not met",
        "has no example in which it does not apply or cannot be told",
    ]


def test_two_examples_of_one_name_are_told() -> None:
    doubled = OWNER.replaced(examples=(*OWNER.examples, OWNER.examples[0]))
    assert remarks(doubled) == ["has two examples of the same name"]


def test_a_figure_in_the_reason_belongs_under_figure() -> None:
    loose = OWNER.replaced(why="It doubles sales by 50 %.", figure="")
    assert remarks(loose) == ["tells a figure in 'why' that belongs in 'figure'"]


def test_a_curve_is_told_in_words() -> None:
    assert remarks(changed("curve", full_at=0.5)) == ["has a curve that is not told in words ('says')"]


@pytest.mark.parametrize("key", ["title", "where", "looks_at", "not_applicable"])
def test_text_that_is_still_to_fill_in_is_told(key: str) -> None:
    assert remarks(OWNER.replaced(**{key: "Fill in: something."})) == ["still holds text to fill in ('Fill in:')"]


def test_a_place_that_nothing_fills_is_told() -> None:
    assert remarks(changed("messages", met="All {count} do.")) == [
        "'messages.met' has a place '{count}' that nothing fills; "
        "there are items, met, missing, open, quote, subject, total, words"
    ]


def test_words_of_programmers_are_told() -> None:
    assert remarks(changed("fix", text="Set the config.")) == [
        "'fix.text' says 'config', which a reader who does not program may not know"
    ]


def test_an_endless_sentence_is_told() -> None:
    assert remarks(OWNER.replaced(where="so " * 46)) == ["'where' has a sentence of 46 words; 45 are the most"]


def test_two_rules_of_one_title_are_told() -> None:
    twin = OWNER.replaced(id="TO92", slug="twin")
    assert remarks(OWNER, twin) == ["has the same title as TO02"]
