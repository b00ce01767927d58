"""The state of a run on disk, a line a programme as it is finished: an interrupted run goes on from it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from msgspec import DecodeError, field
from msgspec.json import decode, encode

from cxaudit.errors import UsageError
from cxaudit.pieces.piece import Piece
from cxaudit.portfolio.places import Places
from cxaudit.portfolio.result import Result


class Terms(Piece, frozen=True, kw_only=True):
    """What results depend on besides the programme's own files; a state of other terms is of no use."""

    schema_name: Literal["cxaudit-portfolio-state/2"] = field(default="cxaudit-portfolio-state/2", name="schema")
    tool_version: str
    rules: str
    as_of: str
    scope: str
    include_hidden: bool
    redact: bool = False


class State:
    """The results so far. None of them is kept in memory.

    `earlier` is how many results the file held when it was opened; `outdated` whether they were of other terms
    and were dropped.
    """

    def __init__(self, path: Path, terms: Terms) -> None:
        """Opens or begins the file. Raises UsageError where it is something else, or cannot be written."""
        self.path = path
        self.outdated = False
        self._places = Places()
        try:
            kept = self._earlier(terms) if path.exists() else 0
            self._out = open(path, "ab", buffering=0, opener=_private)  # noqa: SIM115 (open as long as the run)
            self._out.truncate(kept)
            if not kept:
                self._out.write(_line(terms))
            self._in = open(path, "rb")  # noqa: SIM115
        except OSError as error:
            raise self._refusal(error) from None
        self.earlier = len(self._places)

    def fingerprint(self, name: str) -> str:
        """The fingerprint that a programme's result was made from; empty where there is none that stands."""
        return self._places.fingerprint(name)

    def put(self, result: Result) -> None:
        """Adds a result; from now on it is the programme's. Raises UsageError where the disk does not take it."""
        line = _line(result)
        try:
            written = self._out.write(line)
        except OSError as error:
            raise self._refusal(error) from None
        if written != len(line):
            raise UsageError(f"{self.path}: there is no room left on this disk; make some, or use --state FILE")
        # Asked after the writing: another run may append to the same file.
        self._places.note(result.programme, result.fingerprint, self._out.tell() - len(line))

    def result(self, name: str) -> Result:
        """The latest result of a programme that has one."""
        self._in.seek(self._places.at(name))
        return decode(self._in.readline(), type=Result)

    def close(self) -> None:
        self._in.close()
        self._out.close()
        self._places.close()

    def discard(self) -> None:
        """Closes the file and takes it away: the run is over."""
        self.close()
        self.path.unlink(missing_ok=True)

    def _refusal(self, error: OSError) -> UsageError:
        reason = error.strerror or error
        return UsageError(f"{self.path}: the state of the run cannot be kept here ({reason}); use --state FILE")

    def _earlier(self, terms: Terms) -> int:
        """Notes where each result of an earlier run stands; gives the length of the file that is of use."""
        with open(self.path, "rb") as lines:
            head = lines.readline()
            if not head:
                return 0
            if self._terms(head) != terms:
                self.outdated = True
                return 0
            at = len(head)
            for line in lines:
                result = _result(line)
                if result is None:  # cut off in the middle of a word; what follows is audited again
                    break
                self._places.note(result.programme, result.fingerprint, at)
                at += len(line)
        return at

    def _terms(self, head: bytes) -> Terms:
        try:
            return decode(head, type=Terms)
        except DecodeError:
            raise UsageError(
                f"{self.path}: this is no state of 'cxaudit portfolio', so it is not written over; name another file"
            ) from None


def _private(path: str, flags: int) -> int:
    """Opens a file that only its owner may read: it tells of clients."""
    return os.open(path, flags, 0o600)


def _line(piece: Piece) -> bytes:
    return encode(piece) + b"\n"


def _result(line: bytes) -> Result | None:
    try:
        return decode(line, type=Result) if line.endswith(b"\n") else None
    except DecodeError:
        return None
