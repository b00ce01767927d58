"""An interrupted portfolio ends at once, whatever its processes are at."""

from __future__ import annotations

import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor

from cxaudit.portfolio.workers import end_workers


def test_processes_at_long_tasks_are_stopped_without_waiting_for_them() -> None:
    pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))
    tasks = [pool.submit(time.sleep, 600) for _ in range(4)]
    while not tasks[0].running():
        time.sleep(0.01)
    end_workers(pool)
    pool.shutdown(cancel_futures=True)
    assert all(task.done() for task in tasks)
