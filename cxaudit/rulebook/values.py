"""A rule's values line by line, each with the pack that it came from where that is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cxaudit.part import plain
from cxaudit.ruleset import Rule, Ruleset

_LEFT_OUT = {"examples"}
_DERIVED = {"weight": "impact"}
_DEFAULT = "the default"


def values(rule: Rule, ruleset: Ruleset, resolved: bool) -> Iterator[str]:
    """`key: value` lines of a rule, without those that are empty, and the word lists that packs changed for it.

    With `resolved` each ends in the pack, version and place that it came from.
    """
    origins = ruleset.origins.get(rule.id, {})
    data = plain(rule, without_none=True)
    data["weight"] = ruleset.weight(rule)
    for key, value in data.items():
        if key in _LEFT_OUT:
            continue
        for name, text in _flat(key, value):
            yield f"{name}: {text}" + (f"   # from {_origin(name, origins)}" if resolved else "")
    yield f"examples: {len(rule.examples)}"
    yield from _changed_words(rule, ruleset, resolved)


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(f"{name}.{key}", inner)
    elif isinstance(value, str):
        if value:
            yield name, value
    elif isinstance(value, list) and value and all(isinstance(inner, dict) for inner in value):
        for number, inner in enumerate(value, start=1):
            yield from _flat(f"{name}.{number}", inner)
    elif value != []:
        yield name, json.dumps(value, ensure_ascii=False)


def _origin(name: str, origins: dict[str, str]) -> str:
    """Where a value came from: its own place, or that of the part that it belongs to, or the default."""
    part, _, rest = _DERIVED.get(name, name).partition(".")
    own = f"{part}.{rest.partition('.')[0]}"
    if own in origins or any(known.startswith(f"{part}.") for known in origins):
        return origins.get(own, _DEFAULT)
    return origins.get(part, _DEFAULT)


def _changed_words(rule: Rule, ruleset: Ruleset, resolved: bool) -> Iterator[str]:
    packs = {pack.id: pack for pack in (*ruleset.below, ruleset.pack)}
    for name in rule.check.word_lists():
        for ident, place in ruleset.origins.get(name, {}).items():
            change = packs[ident].words[name]
            parts = [(change, ""), *((inner, f" in {group}") for group, inner in change.groups.items())]
            said = [f"+ {term}{where}" for one, where in parts for term in one.added]
            said += [f"- {term}{where}" for one, where in parts for term in one.removed]
            yield f"words {name}: {', '.join(said)}" + (f"   # from {place}" if resolved else "")
