"""A run over many programmes: what is not known yet is audited, all of it is kept on disk, and the portfolio made."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from msgspec import Struct

from cxaudit.portfolio.audit import Request, Task
from cxaudit.portfolio.document import Portfolio
from cxaudit.portfolio.find import Programmes
from cxaudit.portfolio.result import Result
from cxaudit.portfolio.state import State, Terms
from cxaudit.portfolio.tally import portfolio_of
from cxaudit.portfolio.workers import audited
from cxaudit.ruleset import Ruleset
from cxaudit.version import VERSION


class Step(Struct, frozen=True):
    """One programme finished: its result, whether it stood from an earlier run, and how many are finished now."""

    result: Result
    stood: bool
    number: int


Watch = Callable[[Step], None]
"""Is told of each programme as it is finished."""


def terms_of_run(request: Request, ruleset: Ruleset, today: datetime.date) -> Terms:
    """What makes results of an earlier run of use."""
    day = request.as_of.isoformat() if request.as_of else f"{today.isoformat()}, or as cxaudit.yaml says"
    return Terms(
        tool_version=VERSION,
        rules=ruleset.digest,
        as_of=day,
        scope=request.scope or "",
        include_hidden=request.include_hidden,
        redact=request.redact,
    )


def run(programmes: Programmes, request: Request, state: State, jobs: int, watch: Watch) -> None:
    """Audits every programme whose result in the state does not stand any more; the state holds all at the end."""
    tasks = (Task(name, state.fingerprint(name), number) for number, name in enumerate(programmes.names, start=1))
    for number, (task, result) in enumerate(audited(request, tasks, min(jobs, len(programmes.names))), start=1):
        if result is not None:
            state.put(result)
        watch(Step(result or state.result(task.name), result is None, number))


def portfolio(programmes: Programmes, ruleset: Ruleset, state: State, as_of: datetime.date) -> Portfolio:
    """The portfolio of a finished run; results are read from the disk one after the other."""
    return portfolio_of(_results(programmes, state), ruleset, as_of, programmes.left_out)


def _results(programmes: Programmes, state: State) -> Iterator[Result]:
    return (state.result(name) for name in programmes.names)
