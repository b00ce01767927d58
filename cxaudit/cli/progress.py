"""One line on standard error that says what is being done, while a person watches and it lasts."""

from __future__ import annotations

import os
import sys
import threading
from types import TracebackType
from typing import TextIO

_PATIENCE = 1.0  # seconds
_CLEAR = "\r\x1b[K"


class Progress:
    """Shows the latest words once there are several files, or once the work has lasted over a second.

    Where the stream is no terminal, or one that cannot clear a line, nothing is ever written.
    """

    def __init__(self, stream: TextIO | None = None, patience: float = _PATIENCE) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._watched = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = False
        self._words = ""
        self._lock = threading.Lock()
        self._timer = threading.Timer(patience, self._show)
        self._timer.daemon = True

    def __enter__(self) -> Progress:
        if self._watched:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            if self._shown:
                self._write(_CLEAR)
            self._watched = self._shown = False

    def say(self, words: str, several: bool = False) -> None:
        """What is being done now, on one line; with `several` it is shown at once."""
        with self._lock:
            self._words = words
            self._shown = self._shown or (several and self._watched)
            if self._shown:
                self._write(f"{_CLEAR}{words}")

    def pause(self) -> None:
        """Clear the line, so that something else can be written; the next words show again."""
        with self._lock:
            if self._shown:
                self._write(_CLEAR)

    def _show(self) -> None:
        with self._lock:
            if self._watched and not self._shown:
                self._shown = True
                self._write(f"{_CLEAR}{self._words}")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
