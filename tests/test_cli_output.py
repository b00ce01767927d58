"""Files are written whole or not at all, and streams show what they can."""

import io
import os

import pytest

from cxaudit.cli.console import shows_colour, shows_signs
from cxaudit.cli.output import as_bytes, write_file
from cxaudit.cli.progress import Progress
from cxaudit.errors import UsageError


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


def test_a_file_is_replaced_in_one_step(tmp_path):
    target = tmp_path / "card.md"
    target.write_text("old", encoding="utf-8")
    write_file(target, "né")
    assert target.read_bytes() == "né".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["card.md"]


def test_what_was_there_stays_when_the_new_file_cannot_take_its_place(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    target = tmp_path / "card.md"
    target.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(UsageError) as refusal:
        write_file(target, "new")
    said = "the file cannot be written (No space left on device); close it or name another"
    assert str(refusal.value) == f"{target}: {said}"
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["card.md"]


def test_half_a_character_is_written_as_its_code():
    assert as_bytes('"\udc80"') == b'"\\udc80"'


@pytest.mark.parametrize(
    ("variables", "shown"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_are_shown_on_a_terminal_unless_they_are_not_wanted(monkeypatch, variables, shown):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert shows_colour(Terminal()) is shown


def test_a_file_gets_colours_only_when_they_are_asked_for(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert not shows_colour(io.StringIO())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert shows_colour(io.StringIO())


@pytest.mark.parametrize(("encoding", "shown"), [("utf-8", True), ("cp1252", False), ("ascii", False)])
def test_bars_are_drawn_only_where_the_encoding_has_them(encoding, shown):
    assert shows_signs(io.TextIOWrapper(io.BytesIO(), encoding=encoding)) is shown


def test_progress_shows_at_once_for_several_files_and_leaves_no_trace():
    stream = Terminal()
    with Progress(stream, patience=60) as progress:
        progress.say("Reading 1 of 2: a.xlsx", several=True)
    assert stream.getvalue() == "\r\x1b[KReading 1 of 2: a.xlsx\r\x1b[K"


def test_progress_of_a_single_file_shows_only_when_it_lasts():
    stream = Terminal()
    with Progress(stream, patience=60) as progress:
        progress.say("Reading 1 of 1: a.xlsx")
    assert stream.getvalue() == ""
    with Progress(stream, patience=0) as progress:
        progress.say("Reading 1 of 1: a.xlsx")
        progress._timer.join()
    assert "Reading 1 of 1: a.xlsx" in stream.getvalue()


def test_progress_writes_nothing_where_nobody_watches():
    stream = io.StringIO()
    with Progress(stream, patience=0) as progress:
        progress.say("Reading", several=True)
        progress.pause()
    assert stream.getvalue() == ""
