"""Thresholds that a scorecard is held to: what was not met is said, and the command ends with exit code 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cxaudit.scorecard import Scorecard

NOT_MET = 1


def hold_to(scorecard: Scorecard, fail_under: float | None, target_level: int | None) -> None:
    """Ends with exit code 1 where the score is under the bound or the level under the target."""
    failures = tuple(_failures(scorecard, fail_under, target_level))
    for sentence in failures:
        click.echo(sentence, err=True)
    if failures:
        raise click.exceptions.Exit(NOT_MET)


def _failures(scorecard: Scorecard, fail_under: float | None, target_level: int | None) -> Iterator[str]:
    from cxaudit.scores.rounding import one_decimal

    if fail_under is not None:
        if scorecard.score is None:
            yield f"There is no score, so --fail-under {fail_under:g} is not met."
        elif scorecard.score < fail_under:
            yield f"The score of {one_decimal(scorecard.score)} is under {fail_under:g} (--fail-under)."
    if target_level is not None:
        if scorecard.level is None:
            yield f"No level is given, so --target-level {target_level} is not met."
        elif scorecard.level.number < target_level:
            yield f"Level {scorecard.level.number} is under {target_level} (--target-level)."
