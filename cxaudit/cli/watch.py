"""`cxaudit audit --watch`: audits again at every save, and says what the save has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from cxaudit.cli.judging import Judged, NothingReadError
from cxaudit.cli.redacting import say
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
    first: Judged, saves: Saves, anew: Callable[[], Judged], write: Callable[[Judged], None], rounds: int = 0
) -> Judged:
    """Audits `anew` at every save until it is interrupted, or after so many saves; the last audit.

    Each save is told on standard output with what it changed, and given to `write`.
    """
    latest, number = first, 0
    click.echo("Watching for saves; Ctrl-C ends it.", err=True)
    try:
        while not rounds or number < rounds:
            saved = saves.next()
            number += 1
            now = _audited(latest.scorecard, anew, saves.wait)
            lines = _told(latest.scorecard, now.scorecard, saved) if now else _in_vain(saved)
            for index, line in enumerate(lines):
                say(f"{'  ' if index else ''}{one_line(line)}", err=False)
            if now is not None:
                latest = now
                _written(now, write)
    except KeyboardInterrupt:
        click.echo("", err=True)
    return latest


def _written(now: Judged, write: Callable[[Judged], None]) -> None:
    """Writes the outputs; one that is held by another program is said, and written at the next save."""
    try:
        write(now)
    except CxauditError as error:
        say(one_line(f"{error}; it is written again at the next save."))


def _audited(before: Scorecard, anew: Callable[[], Judged], wait: Callable[[], None]) -> Judged | None:
    """The audit after a save; None where nothing could be audited, of which the last reason is said."""
    known = {each.path for each in before.left_out}
    found: Judged | None = None
    failed: CxauditError | NothingReadError | None = None
    for attempt in range(_TRIES):
        if attempt:
            wait()
        try:
            found, failed = anew(), None
        except (CxauditError, NothingReadError) as error:
            found, failed = None, error
        if found is not None and known.issuperset(each.path for each in found.scorecard.left_out):
            break
    if isinstance(failed, NothingReadError):
        failed.tell()
    elif failed is not None:
        say(one_line(str(failed)))
    return found


def _in_vain(saved: Sequence[Path]) -> Iterator[str]:
    yield f"{_names(saved)} It could not be audited; waiting for the next save."


def _names(saved: Sequence[Path]) -> str:
    """What was saved, and what is gone: "Saved: a.xlsx. Gone: b.xlsx."."""
    there = list(dict.fromkeys(path.name for path in saved if path.exists()))
    gone = list(dict.fromkeys(path.name for path in saved if not path.exists()))
    told = (("Saved", there), ("Gone", gone))
    return " ".join(f"{word}: {', '.join(names)}." for word, names in told if names)


def _told(before: Scorecard, now: Scorecard, saved: Sequence[Path]) -> Iterator[str]:
    yield f"{_names(saved)} {_standing(before, now)}"
    found = compare(side_of(before, "before"), side_of(now, "now"))
    changes = (Change.MENDED, Change.NEW, Change.BACK_AGAIN, Change.NOT_JUDGED)
    if before == now or (not any(found.of(change) for change in changes) and before.score == now.score):
        yield "Nothing that is judged has changed."
    for change in changes:
        yield from _findings(found, change)
    known = {each.path for each in before.left_out}
    yield from (f"Left out: {each.path}: {each.reason}" for each in now.left_out if each.path not in known)
    missing = {each.path for each in now.left_out}
    yield from (f"Read again: {each.path}" for each in before.left_out if each.path not in missing)


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
