"""Workbooks are opened while the rules are loaded."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cxaudit.cli import opening
from cxaudit.cli.opening import Opening
from cxaudit.cli.progress import Progress
from cxaudit.errors import UsageError
from cxaudit.opened import Opened, Watch

PATHS = (Path("journey.xlsx"),)
NOTHING = Opened((), ())


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _command() -> Iterator[None]:
    with click.Context(click.Command("audit")):
        yield


def test_opening_goes_on_while_the_caller_does_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def open_one(*_: object) -> Opened:
        begun.set()
        return NOTHING

    monkeypatch.setattr(opening, "open_workbooks", open_one)
    files = Opening(PATHS)
    assert begun.wait(10), "nothing is opened before somebody waits for it"
    assert files.wait(Progress(io.StringIO())) is NOTHING


def test_what_stops_the_opening_is_raised_where_it_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Opened:
        raise UsageError("there is no folder of that name")

    monkeypatch.setattr(opening, "open_workbooks", refuse)
    files = Opening(PATHS)
    with pytest.raises(UsageError, match="no folder of that name"):
        files.wait(Progress(io.StringIO()))


def test_whoever_waits_sees_which_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    stream, waited_for = Terminal(), threading.Event()

    def open_two(_: object, watch: Watch, *__: object) -> Opened:
        watch(Path("journey.xlsx"), 1, 2)
        assert waited_for.wait(10)
        watch(Path("personas.xlsx"), 2, 2)
        return NOTHING

    monkeypatch.setattr(opening, "open_workbooks", open_two)
    files = Opening(PATHS)
    monkeypatch.setattr(files._thread, "join", lambda _: waited_for.set())
    with Progress(stream, patience=60) as progress:
        files.wait(progress)
    assert "Reading 2 of 2: personas.xlsx" in stream.getvalue()
