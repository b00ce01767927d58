"""Programmes audited side by side, one process a core; a process that dies costs only the programme it was at."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess

from msgspec import Struct, field

from cxaudit.portfolio.audit import Request, Task, audit_programme
from cxaudit.portfolio.result import Result, failure

_DIED = "The process that audited it ended without an answer, perhaps for want of memory; audit it by itself."
_AHEAD = 2  # tasks handed out a worker, so that none waits for its next


def cores() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def audited(request: Request, tasks: Iterable[Task], jobs: int) -> Iterator[tuple[Task, Result | None]]:
    """Each task with its result as soon as it is there, in no certain order; None where nothing has changed."""
    if jobs == 1:
        for task in tasks:
            yield task, audit_programme(request, task)
        return
    waiting = iter(tasks)
    while hit := (yield from _Pool(request, jobs).run(waiting)):
        for task in hit:
            yield task, _alone(request, task)


def _alone(request: Request, task: Task) -> Result | None:
    """A task in a process of its own: which of several tasks ended the last process is not known."""
    with _executor(1) as pool:
        try:
            return pool.submit(audit_programme, request, task).result()
        except BrokenProcessPool:
            return failure(task.name, _DIED)


class _Pool(Struct):
    """Processes that take tasks until there are no more or one of them dies."""

    request: Request
    jobs: int
    _running: dict[Future[Result | None], Task] = field(default_factory=dict)

    def run(self, waiting: Iterator[Task]) -> Generator[tuple[Task, Result | None], None, tuple[Task, ...]]:
        """Yields results; returns the tasks that were under way when a process died, none at a good end."""
        pool = _executor(self.jobs)
        try:
            for task in waiting:
                if not self._handed_out(pool, task):
                    return (*self._running.values(), task)
                if len(self._running) >= self.jobs * _AHEAD:
                    yield from self._finished()
            while self._running:
                yield from self._finished()
        except BrokenProcessPool:
            return tuple(self._running.values())
        except BaseException:  # Ctrl-C above all: who asks for an end does not wait for the tasks under way
            end_workers(pool)
            raise
        finally:
            pool.shutdown(cancel_futures=True)
        return ()

    def _handed_out(self, pool: ProcessPoolExecutor, task: Task) -> bool:
        try:
            self._running[pool.submit(audit_programme, self.request, task)] = task
        except BrokenProcessPool:
            return False
        return True

    def _finished(self) -> Iterator[tuple[Task, Result | None]]:
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        for future in done:
            result = future.result()
            yield self._running.pop(future), result


def _executor(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")  # the one way that all systems have
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)


def end_workers(pool: ProcessPoolExecutor) -> None:
    """Stops the processes of a pool in the middle of what they do."""
    processes: dict[int, BaseProcess] | None = getattr(pool, "_processes", None)  # has a public way from 3.14 on
    for process in tuple((processes or {}).values()):
        process.kill()


def _begin() -> None:
    """A worker leaves Ctrl-C to the process that started it, and does not outlive that process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
