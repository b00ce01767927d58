"""The standard that rules are held to: sourced, explained, exampled, and in plain language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.ruleset import Rule, Ruleset

_PLACES = {"met", "total", "open", "missing", "words", "subject", "quote", "items"}
_JARGON = pattern(
    r"\b(boolean|null|regex|enum|array|string|parser?|parse[ds]?|iterate|config|param(eter)?s?|json|yaml|api|dict|tuple)\b",
    re.IGNORECASE,
)
_LONGEST_SENTENCE = 45
_UNFILLED = "Fill in:"


class Remark(Struct, frozen=True):
    """What falls short in one rule."""

    rule: str
    says: str


def lint(ruleset: Ruleset) -> tuple[Remark, ...]:
    """All remarks on the rules of a pack, in the order of the rules."""
    titles: dict[str, str] = {}
    remarks = []
    for rule in ruleset.rules:
        remarks += [Remark(rule.id, says) for says in _remarks(rule)]
        twin = titles.setdefault(rule.title.casefold(), rule.id)
        if twin != rule.id:
            remarks.append(Remark(rule.id, f"has the same title as {twin}"))
    return tuple(remarks)


def _remarks(rule: Rule) -> Iterator[str]:
    outcomes = {example.expect.outcome for example in rule.examples}
    if "met" not in outcomes:
        yield "has no example in which it is met"
    if not outcomes & {"partly_met", "not_met"}:
        yield "has no example in which it is not met"
    if not outcomes & {"not_applicable", "cannot_tell"}:
        yield "has no example in which it does not apply or cannot be told"
    names = [example.name for example in rule.examples]
    if len(set(names)) < len(names):
        yield "has two examples of the same name"
    if re.search(r"\d\s?(%|percent|times)|\bthird\b|\bhalf\b", rule.why) and not rule.figure:
        yield "tells a figure in 'why' that belongs in 'figure'"
    if (rule.curve.full_at < 1 or rule.curve.zero_at > 0) and not rule.curve.says:
        yield "has a curve that is not told in words ('says')"
    if any(_UNFILLED in text for text in _texts(rule).values()):
        yield f"still holds text to fill in ('{_UNFILLED}')"
    yield from _wording(rule)


def _texts(rule: Rule) -> dict[str, str]:
    """Everything that the reader sees of a rule, by its key."""
    sections = {f"sources.{number}": source.section for number, source in enumerate(rule.sources, start=1)}
    return sections | {
        "title": rule.title,
        "looks_at": rule.looks_at,
        "where": rule.where,
        "why": rule.why,
        "figure": rule.figure,
        "fix.text": rule.fix.text,
        "messages.met": rule.messages.met,
        "messages.not_met": rule.messages.not_met,
        "messages.finding": rule.messages.finding,
        "messages.absent": rule.messages.absent,
        "not_applicable": rule.not_applicable,
    }


def _wording(rule: Rule) -> Iterator[str]:
    for name, text in _texts(rule).items():
        for place in re.findall(r"\{(\w*)\}", text):
            if place not in _PLACES:
                yield f"'{name}' has a place '{{{place}}}' that nothing fills; there are {', '.join(sorted(_PLACES))}"
        found = _JARGON.search(text)
        if found:
            yield f"'{name}' says '{found.group()}', which a reader who does not program may not know"
        longest = max((len(sentence.split()) for sentence in re.split(r"[.!?;:]\s", text)), default=0)
        if longest > _LONGEST_SENTENCE:
            yield f"'{name}' has a sentence of {longest} words; {_LONGEST_SENTENCE} are the most"
