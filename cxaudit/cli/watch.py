"""`cxaudit audit --watch`: audits again at every save, and says what the save has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from cxaudit.cli.saves import Saves
from cxaudit.comparison.compare import compare
from cxaudit.comparison.document import Change, Comparison
from cxaudit.comparison.sideof import side_of
from cxaudit.errors import CxauditError
from cxaudit.prose.comparing import CHANGES, place, signed
from cxaudit.prose.plaintext import one_line
from cxaudit.prose.wording import told
from cxaudit.scorecard import Scorecard
from cxaudit.scores.rounding import one_decimal

_SHOWN = 8
_TRIES = 4
"""Times that a save is audited while a file in it cannot be read yet: the program may still hold it."""


def keep_watching(
    first: Scorecard, saves: Saves, anew: Callable[[], Scorecard], write: Callable[[Scorecard], None], rounds: int = 0
) -> Scorecard:
    """Audits `anew` at every save until it is interrupted, or after so many saves; the last scorecard.

    Each save is told on standard output with what it changed, and given to `write`.
    """
    latest, number = first, 0
    click.echo("Watching for saves; Ctrl-C ends it.", err=True)
    try:
        while not rounds or number < rounds:
            saved = saves.next()
            number += 1
            now = _audited(latest, anew, saves.wait)
            for index, line in enumerate(_told(latest, now, saved)):
                click.echo(f"{'  ' if index else ''}{one_line(line)}")
            if now is not None:
                write(now)
                latest = now
    except KeyboardInterrupt:
        click.echo("", err=True)
    return latest


def _audited(before: Scorecard, anew: Callable[[], Scorecard], wait: Callable[[], None]) -> Scorecard | None:
    """The audit after a save; None where nothing could be audited, which is then said already."""
    known = {each.path for each in before.left_out}
    found: Scorecard | None = None
    for attempt in range(_TRIES):
        if attempt:
            wait()
        try:
            found = anew()
        except CxauditError as error:
            found = None
            if attempt == _TRIES - 1:
                click.echo(one_line(str(error)), err=True)
        except click.exceptions.Exit:  # nothing could be read, and why has been said
            found = None
        if found is not None and known.issuperset(each.path for each in found.left_out):
            break
    return found


def _told(before: Scorecard, now: Scorecard | None, saved: Sequence[Path]) -> Iterator[str]:
    names = ", ".join(dict.fromkeys(path.name for path in saved))
    if now is None:
        yield f"Saved: {names}. It could not be audited; waiting for the next save."
        return
    yield f"Saved: {names}. {_standing(before, now)}"
    found = compare(side_of(before, "before"), side_of(now, "now"))
    changes = (Change.MENDED, Change.NEW, Change.BACK_AGAIN, Change.NOT_JUDGED)
    if before == now or (not any(found.of(change) for change in changes) and before.score == now.score):
        yield "Nothing that is judged has changed."
    for change in changes:
        yield from _findings(found, change)
    known = {each.path for each in before.left_out}
    yield from (f"Left out: {each.path}: {each.reason}" for each in now.left_out if each.path not in known)


def _findings(found: Comparison, change: Change) -> Iterator[str]:
    findings = found.of(change)
    for finding in findings[:_SHOWN]:
        at = f", {place(finding)}" if place(finding) else ""
        yield f"{CHANGES[change]}: {told(finding.message, finding.subject)} ({finding.rule}{at})"
    if len(findings) > _SHOWN:
        yield f"{CHANGES[change]}: {len(findings) - _SHOWN} more."


def _standing(before: Scorecard, now: Scorecard) -> str:
    """Level and score, and what they were: "Level 3 Established (was 2 Emerging), 52.1 points (+8.0)."."""
    level = f"{now.level.number} {now.level.name}" if now.level else "not given"
    earlier = f"{before.level.number} {before.level.name}" if before.level else "not given"
    was = f" (was {earlier})" if level != earlier else ""
    if now.score is None:
        return f"Level {level}{was}, no score."
    change = "" if before.score is None else f" ({signed(round(now.score - before.score, 4))})"
    return f"Level {level}{was}, {one_decimal(now.score)} points{change}."
