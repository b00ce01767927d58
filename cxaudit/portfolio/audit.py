"""The audit of one programme of many: whatever goes wrong with it stays with it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cxaudit import session
from cxaudit.errors import CxauditError
from cxaudit.portfolio.fingerprint import fingerprint
from cxaudit.portfolio.result import Result, failure, result_of
from cxaudit.rulefiles import Rules, load_rules
from cxaudit.scorecard import LeftOutInfo, Scorecard

_PACKS_KEPT = 2


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of every programme; `as_of` and `scope` are None where its engagement file may decide."""

    folder: Path
    as_of: datetime.date | None = None
    scope: str | None = None
    packs: tuple[Path, ...] = ()
    include_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One programme to audit, and the fingerprint that it had when it was audited before."""

    name: str
    known: str = ""


def audit_programme(request: Request, task: Task) -> Result | None:
    """The programme's result; None where its files are as they were, so that the earlier result stands."""
    home = request.folder / task.name
    try:
        now = fingerprint(home)
        if now == task.known:
            return None
        return result_of(task.name, _relative(_audited(home, request), home), now)
    except CxauditError as error:
        return failure(task.name, _without(str(error), home))
    except Exception as error:  # noqa: BLE001 (one programme must not end the audit of a thousand)
        return failure(task.name, f"cxaudit itself failed on it ({type(error).__name__}: {error}); please report this.")


def _audited(home: Path, request: Request) -> Scorecard:
    return session.audit(
        [home],
        as_of=request.as_of,
        scope=request.scope,
        rules=request.packs,
        include_hidden=request.include_hidden,
        load=_kept_rules(),
    )


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


def _relative(scorecard: Scorecard, home: Path) -> Scorecard:
    """The files that were left out, named from the programme's folder on."""
    left_out = tuple(
        LeftOutInfo(path=_without(each.path, home), reason=_without(each.reason, home)) for each in scorecard.left_out
    )
    return scorecard.model_copy(update={"left_out": left_out})


def _without(text: str, home: Path) -> str:
    return text.replace(f"{home.as_posix()}/", "").replace(f"{home}/", "").replace(f"{home}\\", "")
