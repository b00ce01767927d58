"""The audit of one programme of many: whatever goes wrong with it stays with it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cxaudit import session
from cxaudit.errors import CxauditError
from cxaudit.opened import Opened
from cxaudit.portfolio.fingerprint import fingerprint
from cxaudit.portfolio.result import Result, failure, result_of
from cxaudit.redact.documents import redacted
from cxaudit.redact.mask import Mask
from cxaudit.rulefiles import Rules, load_rules
from cxaudit.scorecard import LeftOutInfo, Scorecard

_PACKS_KEPT = 2


class Request(Struct, frozen=True):
    """What is asked of every programme; `as_of` and `scope` are None where its engagement file may decide."""

    folder: Path
    as_of: datetime.date | None = None
    scope: str | None = None
    packs: tuple[Path, ...] = ()
    include_hidden: bool = False
    redact: bool = False


class Task(Struct, frozen=True):
    """One programme to audit, the fingerprint that it had when it was audited before, and its place among all."""

    name: str
    known: str = ""
    number: int = 0


def audit_programme(request: Request, task: Task) -> Result | None:
    """The programme's result; None where its files are as they were, so that the earlier result stands."""
    home = request.folder / task.name
    try:
        now = fingerprint(home)
        if now == task.known:
            return None
        return _result(request, task, home, now)
    except CxauditError as error:
        return _failure(request, task, _without(str(error), home))
    except Exception as error:  # noqa: BLE001 (one programme must not end the audit of a thousand)
        said = f"cxaudit itself failed on it ({type(error).__name__}: {error}); please report this."
        return _failure(request, task, said)


def _result(request: Request, task: Task, home: Path, now: str) -> Result:
    found = session.audited(
        [home],
        request.as_of,
        request.scope,
        request.packs,
        include_hidden=request.include_hidden,
        load=_kept_rules(),
    )
    if not request.redact:
        return result_of(task.name, _relative(found.scorecard, home), now)
    mask = found.mask
    shown = _shown(task, mask)
    return replace(result_of(shown, _relative(found.scorecard, home, mask), now), folder=task.name)


def _failure(request: Request, task: Task, reason: str) -> Result:
    """Why there is no row; with --redact, people are known by their names in the sentence and in the folder's name."""
    if not request.redact:
        return failure(task.name, reason)
    told = Opened((), ((task.name, ""), (reason, "")))
    mask = session.mask_of(told, _kept_rules()(request.packs), None)
    return replace(failure(_shown(task, mask), mask.text(reason)), folder=task.name)


def _shown(task: Task, mask: Mask) -> str:
    """A programme's name as it may be shown; where something is masked in it, its number tells it from others."""
    shown = mask.text(task.name)
    return shown if shown == task.name else f"{shown} (no. {task.number})"


@cache
def _kept_rules() -> session.LoadRules:
    """A loader for this process: rules are loaded once, also where most programmes share a pack."""
    kept: dict[tuple[Path, ...], Rules] = {}

    def load(packs: Sequence[Path]) -> Rules:
        key = tuple(packs)
        if key not in kept:
            if len(kept) >= _PACKS_KEPT:  # the first are those that programmes share
                kept.pop(list(kept)[-1])
            kept[key] = load_rules(key)
        return kept[key]

    return load


def _relative(scorecard: Scorecard, home: Path, mask: Mask | None = None) -> Scorecard:
    """The files that were left out, named from the programme's folder on; with a mask all of it masked."""
    left_out = tuple(
        LeftOutInfo(path=_without(each.path, home), reason=_without(each.reason, home)) for each in scorecard.left_out
    )
    named = replace(scorecard, left_out=left_out)
    return redacted(named, mask) if mask else named


def _without(text: str, home: Path) -> str:
    return text.replace(f"{home.as_posix()}/", "").replace(f"{home}/", "").replace(f"{home}\\", "")
