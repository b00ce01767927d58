"""The reading process seen from outside: started once, fed one file after another, replaced when it dies."""

from __future__ import annotations

import importlib.util
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

from msgspec.structs import asdict

from cxaudit.errors import WorkbookError
from cxaudit.intake import doubts, wire
from cxaudit.limits import Limits

_PROGRAM = "import sys; sys.path += sys.argv[1:]; from cxaudit.intake.worker import main; main()"
# A process that has held a large file is not trusted to have room for the next one.
_LARGE = 2_000_000


class ReadingProcess:
    """One process that reads workbooks, started when first needed and again after a crash.

    Threads that share one wait for each other; several of them read several files at once.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._answered = False
        self._turn = threading.RLock()

    @property
    def pid(self) -> int:
        """The system's number of the process, 0 while there is none."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Start the process ahead of its use; it gets ready while the caller goes on."""
        if self._process is not None and self._owner == os.getpid() and self._process.poll() is None:
            return
        self.stop()
        self._process, self._owner = _started(), os.getpid()

    def read(
        self, data: bytes, suffix: str, limits: Limits, password: str = ""
    ) -> tuple[list[wire.ReadSheet], list[str]]:
        """The sheets of a workbook and remarks on it; raises WorkbookError with what stopped the reading.

        A `password` is for a workbook that is encrypted, and only for such.
        """
        with self._turn:
            fresh = not self._answered
            try:
                answer, sound = self._ask(data, suffix, limits, password)
                return wire.unpack(answer.decode("utf-8"))
            except wire.RefusedError as refused:
                sentence, own_fault = str(refused), sound
            except _DiedError as died:
                sentence, own_fault = str(died), died.rang
            if fresh or own_fault:
                raise WorkbookError(sentence)
            # No file is to blame for what the files before it left behind: a fresh process tries once more.
            return self.read(data, suffix, limits, password)

    def stop(self) -> None:
        """End the process; it is started again when needed."""
        process, self._process, self._answered = self._process, None, False
        if process is not None and self._owner == os.getpid():
            process.kill()
            process.communicate()

    def _ask(self, data: bytes, suffix: str, limits: Limits, password: str) -> tuple[bytes, bool]:
        """The answer, and whether the process was sound after it."""
        self.start()
        process = self._process
        if process is None:
            raise WorkbookError("The reading process could not be started; install cxaudit again.")
        clock = _Clock(process, limits.wall_seconds)
        answer, sound = b"", False
        try:
            with clock:
                answer, sound = _exchanged(process, _request(data, suffix, limits, password), data)
        except (OSError, ValueError):  # the process is gone, or was killed in the middle of a word
            raise _DiedError(_last_words(process, clock.rang, limits), clock.rang) from None
        finally:
            self._answered = True
            if not sound or len(data) > _LARGE or len(answer) > _LARGE:
                self.stop()
        return answer, sound


class _DiedError(Exception):
    """The process ended without an answer; the message is one sentence, `rang` tells whether time was up."""

    def __init__(self, sentence: str, rang: bool) -> None:
        super().__init__(sentence)
        self.rang = rang


class _Clock:
    """Kills a process after so many seconds unless it is left before; `rang` tells whether it did."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.rang = False
        self._process = process
        self._timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), self._ring)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()


def _started() -> subprocess.Popen[bytes]:
    library = importlib.util.find_spec("python_calamine")
    if library is None or not library.submodule_search_locations:
        raise WorkbookError("The library python-calamine is not installed; install cxaudit again.")
    places = [str(Path(__file__).parents[2]), str(Path(library.submodule_search_locations[0]).parent)]
    # Without site (-S) and the user's environment (-I) the process is ready in half the time.
    command = [sys.executable, "-I", "-S", "-c", _PROGRAM, *places]
    pipe = subprocess.PIPE
    hidden_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=hidden_window)  # noqa: S603


def _request(data: bytes, suffix: str, limits: Limits, password: str) -> bytes:
    words = {"size": len(data), "kind": suffix, "password": password.encode("utf-8").hex(), **asdict(limits)}
    return " ".join(f"{name}={value}" for name, value in words.items()).encode("ascii") + b"\n"


def _exchanged(process: subprocess.Popen[bytes], request: bytes, data: bytes) -> tuple[bytes, bool]:
    """The answer to a request, and whether the process can be used again; raises OSError when it dies."""
    if process.stdin is None or process.stdout is None:
        raise BrokenPipeError
    process.stdin.write(request)
    process.stdin.write(data)
    process.stdin.flush()
    size, _, state = process.stdout.readline().decode("ascii").strip().partition(" ")
    answer = process.stdout.read(int(size))
    if len(answer) != int(size):
        raise BrokenPipeError
    return answer, state == "ready"


def _last_words(process: subprocess.Popen[bytes], rang: bool, limits: Limits) -> str:
    """One sentence on why the process died, from how it ended and what it said last."""
    _, said = process.communicate()
    if rang or process.returncode == -getattr(signal, "SIGXCPU", signal.SIGTERM):
        return doubts.time_sentence(limits)
    if b"memory allocation of" in said or b"MemoryError" in said:
        return doubts.memory_sentence(limits)
    if b"Traceback" in said:
        raise RuntimeError("the reading process failed:\n" + said.decode("utf-8", "replace"))
    return doubts.CRASHED
