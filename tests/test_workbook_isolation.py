"""The reading process: it dies alone, is replaced, and is stopped when it takes too long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_containers import overlapping_bomb
from xlsxparts import MAIN, MAP, with_strings, workbook

from cxaudit.errors import WorkbookError
from cxaudit.intake.isolation import ReadingProcess
from cxaudit.intake.spreadsheet import refusal_of
from cxaudit.limits import DEFAULT_LIMITS, Limits
from cxaudit.workbook import read_workbook

posix = pytest.mark.skipif(os.name == "nt", reason="signals to a process are a matter of POSIX systems")


def texts(process: ReadingProcess, limits: Limits = DEFAULT_LIMITS) -> list[tuple[str, ...]]:
    sheets, _ = process.read(workbook(MAP), ".xlsx", limits)
    return [tuple(row) for row in sheets[0].rows]


@pytest.fixture
def process() -> Iterator[ReadingProcess]:
    process = ReadingProcess()
    yield process
    process.stop()


def test_one_process_reads_many_files(process: ReadingProcess) -> None:
    first = texts(process)
    number = process.pid
    assert texts(process) == first == [("Stage", "Owner"), ("Buy", "Sales")]
    assert process.pid == number


@posix
def test_a_process_killed_from_outside_is_replaced(process: ReadingProcess) -> None:
    texts(process)
    os.kill(process.pid, signal.SIGKILL)
    assert len(texts(process)) == 2


@posix
def test_a_process_that_hangs_is_stopped_at_the_limit(process: ReadingProcess) -> None:
    process.start()
    os.kill(process.pid, signal.SIGSTOP)
    with pytest.raises(WorkbookError, match=r"more than the 7 seconds allowed \(limits cpu_seconds, wall_seconds\)"):
        texts(process, Limits(cpu_seconds=7, wall_seconds=1))
    assert len(texts(process)) == 2


@posix
def test_a_file_that_takes_too_much_processor_time_is_stopped(process: ReadingProcess) -> None:
    limits = Limits(cpu_seconds=1, wall_seconds=30, inflated_bytes=10**12)
    with pytest.raises(WorkbookError, match="more than the 1 seconds allowed"):
        process.read(overlapping_bomb(), ".xlsx", limits)
    assert len(texts(process)) == 2


@posix
def test_an_abort_for_lack_of_memory_is_a_sentence_and_the_next_file_is_read(process: ReadingProcess) -> None:
    strings = f'<sst xmlns="{MAIN}" uniqueCount="4294967295"><si><t>x</t></si></sst>'
    with pytest.raises(WorkbookError, match=r"\(limit memory_bytes\)"):
        process.read(with_strings(strings, '<c r="A1" t="s"><v>0</v></c>'), ".xlsx", DEFAULT_LIMITS)
    assert len(texts(process)) == 2


def test_separated_text_is_read_in_the_process_too(process: ReadingProcess) -> None:
    sheets, notes = process.read(b"\xc9tape;x\n", ".csv", DEFAULT_LIMITS)
    assert [tuple(row) for row in sheets[0].rows] == [("Étape", "x")]
    assert notes == ["The text is not UTF-8 and was read as Windows-1252; if letters look wrong, save it as CSV UTF-8."]


@posix
def test_separated_text_is_read_under_the_limit_of_memory(process: ReadingProcess) -> None:
    with pytest.raises(WorkbookError, match=r"\(limit memory_bytes\)"):
        process.read(b"abc," * 10_000_000, ".csv", Limits(memory_bytes=300_000_000))
    assert len(texts(process)) == 2


def test_bytes_of_another_kind_are_refused_not_raised(process: ReadingProcess) -> None:
    for suffix in (".xls", ".xlsb", ".ods", ".xlsx"):
        with pytest.raises(WorkbookError, match=r"\.$"):
            process.read(b"PK nothing of the kind", suffix, DEFAULT_LIMITS)


def test_a_panic_of_the_library_is_a_sentence_and_ends_the_process() -> None:
    panic = type("PanicException", (BaseException,), {})
    assert refusal_of(panic("index out of bounds"), DEFAULT_LIMITS) == (
        "The file is damaged in a way that stopped its reading; open it in Excel and save it again.",
        False,
    )


def test_threads_that_share_a_process_wait_for_each_other(process: ReadingProcess) -> None:
    results: list[list[tuple[str, ...]]] = []
    threads = [threading.Thread(target=lambda: results.extend(texts(process) for _ in range(10))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [[("Stage", "Owner"), ("Buy", "Sales")]] * 30


def test_threads_with_processes_of_their_own_read_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").write_bytes(workbook(MAP))
    results: list[int] = []

    def work() -> None:
        own = ReadingProcess()
        results.extend(len(read_workbook(tmp_path / "map.xlsx", process=own).grids) for _ in range(5))
        own.stop()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [1] * 10


def test_the_reading_process_imports_little() -> None:
    program = "import sys, cxaudit.intake.worker; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())
    assert "python_calamine" in loaded
    assert not loaded & {"pydantic", "openpyxl", "zipfile", "subprocess", "dataclasses", "json", "click", "yaml"}
