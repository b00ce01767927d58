"""A program driven through a pseudo-terminal, as a person would: read what it shows, press keys."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

_STEERING = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
PATIENCE = 60.0  # seconds


class Terminal:
    """`cxaudit` in a terminal of its own, in a folder."""

    def __init__(self, folder: Path, *words: str, columns: int = 100) -> None:
        import pty

        self._screen, inner = pty.openpty()
        project = str(Path(__file__).resolve().parent.parent)
        env = {
            **os.environ,
            "PYTHONPATH": project,
            "TERM": "xterm",
            "COLUMNS": str(columns),
            "PYTHONIOENCODING": "utf-8",
        }
        command = [sys.executable, "-m", "cxaudit", *words]
        self._process = subprocess.Popen(
            command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            cwd=folder,
            env=env,
            preexec_fn=lambda: os.login_tty(inner),  # noqa: PLW1509 (so that Ctrl-C reaches it as a signal)
        )
        os.close(inner)
        self.transcript = ""
        self._read = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._screen)

    def until(self, words: str) -> str:
        """What is shown from the last place that was waited for to these words; fails where they never come."""
        end = time.monotonic() + PATIENCE
        while words not in self.transcript[self._read :]:
            if time.monotonic() > end or not self._more():
                raise AssertionError(f"{words!r} never came after:\n{self.transcript[self._read :]}")
        start, self._read = self._read, self.transcript.index(words, self._read) + len(words)
        return self.transcript[start : self._read]

    def press(self, keys: str) -> None:
        """Keys as if typed, a moment after what was waited for: a terminal that is set up drops earlier keys."""
        time.sleep(0.1)
        os.write(self._screen, keys.encode())

    def end(self) -> int:
        """Reads to the end; the exit code."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._more():
            pass
        return self._process.wait(PATIENCE)

    def _more(self) -> bool:
        """Reads what there is; False where the terminal is closed."""
        ready, _, _ = select.select([self._screen], [], [], 0.5)
        if not ready:
            return True
        try:
            data = os.read(self._screen, 65536)
        except OSError:
            return False
        self.transcript += _STEERING.sub("", data.decode("utf-8", "replace")).replace("\r\n", "\n")
        return bool(data)
