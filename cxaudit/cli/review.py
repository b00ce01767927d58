"""Walking through the labels in doubt, one key a decision."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from cxaudit.engagement.doubts import Doubt
from cxaudit.errors import UsageError
from cxaudit.prose.plaintext import one_line
from cxaudit.yamlfile import nearest

_HELP = "Keys: Enter or a number takes that meaning, o none of them, f type a field, s leave in doubt, q stop and save."


def review(doubts: Sequence[Doubt], fields: frozenset[str]) -> dict[Doubt, tuple[str, ...]]:
    """The decisions made at the keyboard. Raises UsageError where there is no terminal to ask at."""
    if not _terminal():
        raise UsageError("--review asks questions, so it needs a terminal; use --save and edit the file instead")
    decisions: dict[Doubt, tuple[str, ...]] = {}
    if not doubts:
        click.echo("No label is in doubt.")
        return decisions
    click.echo(_HELP)
    for number, doubt in enumerate(doubts, start=1):
        _ask(doubt, number, len(doubts))
        answer = _decision(doubt, fields)
        if answer is None:
            break
        if answer:
            decisions[doubt] = answer
    return decisions


def _terminal() -> bool:
    return sys.stdin.isatty()


def _ask(doubt: Doubt, number: int, total: int) -> None:
    place = f"{doubt.sheet}!{doubt.cell}"
    click.echo(f'\n{number} of {total}  {one_line(place)}  "{one_line(doubt.label)}"')
    for index, choice in enumerate(doubt.choices, start=1):
        sure = f" ({doubt.confidence:.0%} sure)" if index == 1 else ""
        click.echo(f"  {index} {choice}{sure}")


def _decision(doubt: Doubt, fields: frozenset[str]) -> tuple[str, ...] | None:
    """The fields decided on, empty to leave the label in doubt, None to stop."""
    while True:
        key = click.getchar()
        if key in ("\r", "\n"):
            return _taken(doubt.field)
        if key.isdigit() and 1 <= int(key) <= len(doubt.choices):
            return _taken(doubt.choices[int(key) - 1])
        if key == "o":
            return _taken("other")
        if key == "f":
            return _typed(fields)
        if key == "s":
            return ()
        if key in ("q", "\x04"):
            return None
        click.echo(_HELP)


def _taken(field: str) -> tuple[str, ...]:
    click.echo(f"  taken for {field}")
    return (field,)


def _typed(fields: frozenset[str]) -> tuple[str, ...]:
    while True:
        typed = tuple(part.strip() for part in click.prompt("  field").split(",") if part.strip())
        unknown = [name for name in typed if name not in fields]
        if typed and not unknown:
            return typed
        if unknown:
            click.echo(f"  there is no field '{unknown[0]}'; {nearest(unknown[0], fields)}")
