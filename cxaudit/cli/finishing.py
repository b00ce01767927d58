"""Programmes as they are finished: a line each on standard error, and a bar below them while a person watches."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

import click

from cxaudit.cli.console import shows_signs
from cxaudit.cli.progress import Progress
from cxaudit.portfolio import wording
from cxaudit.portfolio.result import FailedInfo
from cxaudit.prose.plaintext import one_line

if TYPE_CHECKING:
    from cxaudit.portfolio.run import Step
    from cxaudit.portfolio.state import State

_WIDTH = 30


class Finishing:
    """Tells of each programme as it is finished; with `quiet` only of those that could not be audited."""

    def __init__(self, total: int, quiet: bool) -> None:
        self._total = total
        self._quiet = quiet
        self._failed = 0
        self._signs = shows_signs(sys.stderr)
        self._progress = Progress()

    def __enter__(self) -> Finishing:
        self._progress.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.__exit__(kind, error, trace)

    def begin(self, state: State) -> None:
        """Says what an earlier run has left to go on from."""
        if state.outdated:
            self._say("The earlier results were made with other rules, another day or other options: all is new.")
        elif state.earlier:
            self._say(f"Going on from {state.earlier:,} earlier results; what has changed since is audited again.")
        self._bar(0)

    def tell(self, step: Step) -> None:
        found = step.result.found
        if isinstance(found, FailedInfo):
            self._failed += 1
            self._say(f"{found.name}: {found.reason}")
        elif not (step.stood or self._quiet):
            self._say(f"{found.name}: {wording.level(found)}, {wording.scored(found.score) or 'no score'}")
        self._bar(step.number)

    def _say(self, words: str) -> None:
        self._progress.pause()
        click.echo(one_line(words, self._signs), err=True)

    def _bar(self, number: int) -> None:
        full, empty = ("\u2588", "\u2591") if self._signs else ("#", ".")
        done = number * _WIDTH // self._total
        failed = f", {self._failed:,} could not be audited" if self._failed else ""
        bar = f"{full * done}{empty * (_WIDTH - done)} {number:,} of {self._total:,}{failed}"
        self._progress.say(bar, several=True)
