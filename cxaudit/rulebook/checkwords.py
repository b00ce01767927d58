"""A rule's check in words: how its kind of check counts, and the settings that a pack can change."""

from __future__ import annotations

import inspect
from typing import Any

from cxaudit.check import Params, all_checks
from cxaudit.part import plain

_SAID_ELSEWHERE = {"type", "of", "or_else", "side"}


def counting_words(params: Params) -> str:
    """How the kind of check counts: the sentence that stands over its `judge`."""
    said = inspect.getdoc(all_checks()[params.type].judge) or ""
    return said.partition("\n\n")[0].replace("\n", " ")


def setting_words(params: Params) -> tuple[str, ...]:
    """The settings that the rule gives to its check, each as `name: value (what it means)`."""
    given = plain(params, without_defaults=True)
    shown = {name: value for name, value in given.items() if name not in _SAID_ELSEWHERE}
    return tuple(f"{name}: {_plain(value)}{_meaning(name, params)}" for name, value in shown.items())


def _meaning(name: str, params: Params) -> str:
    said = str(params.keys_laid_down[name].bounds.get("description", ""))
    return f" ({said.replace('`', '')})" if said else ""


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        if "name" in value:
            return str(value["name"])
        return " ".join(f"{name} {_plain(inner)}" for name, inner in value.items() if inner not in ("", [], False))
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    return str(value)
