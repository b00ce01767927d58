"""Thresholds that a scorecard is held to: what was not met is said, and the command ends with exit code 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, get_args

import click
from msgspec import Struct

from cxaudit.errors import UsageError

if TYPE_CHECKING:
    from cxaudit.ruleset import Ruleset
    from cxaudit.scorecard import Scorecard

NOT_MET = 1


class Bounds(Struct, frozen=True):
    """What the scorecard must reach.

    `fail_on` are ids of rules that may have no open finding without a waiver; with `new_only` findings whose keys
    are in `known` do not count.
    """

    score: float | None = None
    level: int | None = None
    fail_on: frozenset[str] = frozenset()
    new_only: bool = False
    known: frozenset[str] = frozenset()


def rules_to_fail_on(names: Sequence[str], ruleset: Ruleset) -> frozenset[str]:
    """The ids of the rules that are meant: a rule by id or slug, or an impact for all rules of that or heavier.

    Raises UsageError for a name that is neither.
    """
    from cxaudit.ruleset import Impact

    weights = {impact: ruleset.maturity.impacts[impact] for impact in get_args(Impact)}
    ids = {name: rule.id for rule in ruleset.rules for name in (rule.id, rule.slug)}
    found: set[str] = set()
    for name in names:
        if name in weights:
            found.update(rule.id for rule in ruleset.rules if ruleset.weight(rule) >= weights[name])
        elif name in ids:
            found.add(ids[name])
        else:
            raise UsageError(
                f"--fail-on {name}: there is no such rule, and no such impact; {_hint(name, ids, weights)}"
            )
    return frozenset(found)


def _hint(name: str, ids: Iterable[str], impacts: Iterable[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, [*impacts, *ids], n=1)
    return f"did you mean '{close[0]}'?" if close else f"give a rule's id or slug, or one of {', '.join(impacts)}"


def hold_to(scorecard: Scorecard, bounds: Bounds) -> None:
    """Ends with exit code 1 where the score, the level or a rule's findings fall short of the bounds."""
    failures = tuple(_failures(scorecard, bounds))
    for sentence in failures:
        click.echo(sentence, err=True)
    if failures:
        raise click.exceptions.Exit(NOT_MET)


def _failures(scorecard: Scorecard, bounds: Bounds) -> Iterator[str]:
    from cxaudit.scores.rounding import one_decimal

    if bounds.score is not None:
        if scorecard.score is None:
            yield f"There is no score, so --fail-under {bounds.score:g} is not met."
        elif scorecard.score < bounds.score:
            yield f"The score of {one_decimal(scorecard.score)} is under {bounds.score:g} (--fail-under)."
    if bounds.level is not None:
        if scorecard.level is None:
            yield f"No level is given, so --target-level {bounds.level} is not met."
        elif scorecard.level.number < bounds.level:
            yield f"Level {scorecard.level.number} is under {bounds.level} (--target-level)."
    yield from _open_rules(scorecard, bounds)


def _open_rules(scorecard: Scorecard, bounds: Bounds) -> Iterator[str]:
    from cxaudit.pieces.waiverinfo import waived_keys
    from cxaudit.prose.plaintext import one_line

    let_stand = waived_keys(scorecard.waivers) | bounds.known
    for rule in scorecard.rules:
        count = len([key for key in rule.open_keys if key not in let_stand])
        if rule.id in bounds.fail_on and count:
            which = "new finding" if bounds.new_only else "open finding"
            yield one_line(f"{rule.id} has {count} {which}{'s' * (count > 1)}: {rule.title} (--fail-on).")
