"""The examples in rule files, run: does each rule come out as its own examples say?"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cxaudit.engine import judge
from cxaudit.result import RuleResult
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import Rules
from cxaudit.ruleset import Example, Expectation, Rule


class ExampleResult(Struct, frozen=True):
    """One example run; `wrong` says in words how it differs from what is expected, empty where it does not."""

    rule: Rule
    example: Example
    wrong: str


def run_examples(rules: Rules, only: Iterable[Rule] | None = None) -> tuple[ExampleResult, ...]:
    """Every example of the rules given, or of all rules of the pack."""
    chosen = rules.ruleset.rules if only is None else tuple(only)
    return tuple(_run(rule, example, rules) for rule in chosen for example in rule.examples)


def _run(rule: Rule, example: Example, rules: Rules) -> ExampleResult:
    try:
        evidence = programme_of(example.given, rules.vocabulary)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return ExampleResult(rule, example, f"'given' is not a programme: {error}")
    return ExampleResult(rule, example, _difference(judge(rule, evidence), example.expect))


def _difference(result: RuleResult, wanted: Expectation) -> str:
    if result.outcome != wanted.outcome:
        return f"came out as {result.outcome.value}, expected {wanted.outcome} ({result.message})"
    pairs = (
        ("met", result.judgement.met, wanted.met),
        ("total", result.judgement.total, wanted.total),
    )
    for name, got, expected in pairs:
        if expected is not None and got != expected:
            return f"{name} is {got}, expected {expected}"
    if wanted.score is not None and (result.score is None or abs(float(result.score) - wanted.score) > 1e-4):
        return f"the score is {float(result.score or 0):.4f}, expected {wanted.score}"
    return ""
