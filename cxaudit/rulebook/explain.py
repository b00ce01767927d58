"""A rule told to a practitioner: what it checks, why it matters, how it is scored, when not, and how to mend it."""

from __future__ import annotations

from msgspec import Struct

from cxaudit.rulebook.checkwords import counting_words, setting_words
from cxaudit.ruleset import Rule, Ruleset

_OUTCOMES = {
    "met": "met",
    "partly_met": "partly met",
    "not_met": "not met",
    "not_applicable": "not applicable",
    "cannot_tell": "cannot tell",
}
_SUBJECTS = {
    "programme": "the programme as a whole",
    "map": "each journey map",
    "stage": "each stage",
    "step": "each step",
    "touchpoint": "each touchpoint",
    "persona": "each persona",
    "metric": "each metric",
    "item": "each different entry",
}
_EFFORTS = {"low": "little work", "medium": "some work", "high": "much work"}


class Section(Struct, frozen=True):
    """A heading, its paragraphs, and the points of a list below them."""

    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()


def explain(rule: Rule, ruleset: Ruleset) -> tuple[Section, ...]:
    """The sections of a rule in the order in which a reader asks for them."""
    return (
        Section("What it checks", (rule.looks_at, f"Where to look: {rule.where}")),
        Section("Why it matters", tuple(filter(None, (rule.why, _figure(rule), *sources(rule, ruleset))))),
        Section("How it is scored", tuple(scoring_words(rule, ruleset)), setting_words(rule.check)),
        Section(
            "When it does not apply", (rule.not_applicable or "It always applies where its evidence was supplied.",)
        ),
        Section("How to mend it", (rule.fix.text, effort_words(rule))),
        Section("Examples", (), tuple(_example_words(rule))),
    )


def _figure(rule: Rule) -> str:
    return f"The figure: {rule.figure}" if rule.figure else ""


def sources(rule: Rule, ruleset: Ruleset) -> tuple[str, ...]:
    """The rule's sources, each as author, title and section."""
    documents = {document.key: document for document in ruleset.maturity.documents}
    told = []
    for source in rule.sources:
        document = documents[source.document]
        year = f" ({document.year})" if document.year else ""
        told.append(f"Source: {document.author}, {document.title}{year}, {source.section} [{source.document}]")
    return tuple(told)


def scoring_words(rule: Rule, ruleset: Ruleset) -> list[str]:
    """Weight, what is counted, the curve and the gate in words."""
    dimension = ruleset.dimension(rule)
    said = [
        f"Impact {rule.impact}: weight {ruleset.weight(rule)} among the rules of {dimension.title}, "
        f"which itself weighs {dimension.weight}.",
        f"It looks at {_SUBJECTS[rule.check.of]}. {counting_words(rule.check)}",
    ]
    if rule.check.or_else:
        said.append(f"In a map without any it looks at {' or '.join(_SUBJECTS[kind] for kind in rule.check.or_else)}.")
    if rule.check.side != "any":
        said.append(f"Only what lies {rule.check.side.replace('_', ' ').replace('acquisition', 'the acquisition')}.")
    if rule.curve.full_at < 1 or rule.curve.zero_at > 0:
        said.append(
            rule.curve.says or f"Full score from {rule.curve.full_at:.0%}, none up to {rule.curve.zero_at:.0%}."
        )
    if rule.gate:
        bound = "is at zero" if rule.gate.when_at_most == 0 else f"is at most {rule.gate.when_at_most:.0%}"
        said.append(f"Gate: while its score {bound}, the level cannot pass {rule.gate.max_level} ({rule.gate.says}).")
    if setting_words(rule.check):
        said.append("Its settings, which a pack can change:")
    return said


def effort_words(rule: Rule) -> str:
    """The effort of mending it, in words."""
    per = "for each one that is open" if rule.fix.per == "subject" else "once"
    return f"Effort: {_EFFORTS[rule.fix.effort]} ({rule.fix.effort}), {per}."


def _example_words(rule: Rule) -> list[str]:
    told = []
    for example in rule.examples:
        counts = ""
        if example.expect.met is not None and example.expect.total is not None:
            counts = f" ({example.expect.met} of {example.expect.total})"
        told.append(f"{example.name}: {_OUTCOMES[example.expect.outcome]}{counts}")
    return told
