"""Every rule of the core pack comes out as each of its examples says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from cxaudit.engine import judge
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import load_rules
from cxaudit.ruleset import Example, Rule

CORE = Path(__file__).parents[1] / "rules"
RULES = load_rules()
CASES = [
    pytest.param(rule, example, id=f"{rule.id}-{example.name}")
    for rule in RULES.ruleset.rules
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_rule_comes_out_as_its_example_says(rule: Rule, example: Example) -> None:
    result = judge(rule, programme_of(example.given, RULES.vocabulary))
    wanted = example.expect
    assert result.outcome == wanted.outcome, result.message
    if wanted.met is not None:
        assert result.judgement.met == wanted.met
    if wanted.total is not None:
        assert result.judgement.total == wanted.total
    if wanted.score is not None:
        assert result.score is not None
        assert float(result.score) == pytest.approx(wanted.score, abs=1e-4)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.id) for rule in RULES.ruleset.rules])
def test_rule_has_examples_that_pass_that_fail_and_that_cannot_be_judged(rule: Rule) -> None:
    outcomes = {example.expect.outcome for example in rule.examples}
    assert "met" in outcomes
    assert outcomes & {"partly_met", "not_met"}
    assert outcomes & {"not_applicable", "cannot_tell"}


@pytest.mark.parametrize("path", sorted(CORE.glob("[!v]*/*.yaml")), ids=lambda path: path.stem)
def test_a_rule_file_says_the_same_to_the_parser_that_is_there_without_a_c_library(path: Path) -> None:
    text = path.read_text("utf-8")
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, yaml.CSafeLoader)
