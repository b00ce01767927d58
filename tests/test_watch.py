"""`audit --watch`: what counts as a save, and what is said of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from cli_builders import LOAN, loan, run

from cxaudit import session
from cxaudit.cli.judging import Judged, NothingReadError
from cxaudit.cli.saves import Saves, stamps
from cxaudit.cli.thresholds import Bounds
from cxaudit.cli.watch import keep_watching
from cxaudit.errors import UsageError, WorkbookError
from cxaudit.rulefiles import Rules, load_rules

Step = Callable[[], None]


@cache
def core() -> Rules:
    return load_rules()


def audit(path: Path) -> Judged:
    """The audit as the command keeps it."""
    try:
        card = session.audit(path, load=lambda _: core())
    except WorkbookError as error:
        raise NothingReadError((str(error),)) from None
    return Judged(card, card, Bounds(), (), ())


def nothing() -> None:
    """Time passes."""


def void(_: object) -> None:
    """What a step gives is of no interest."""


class Script:
    """A clock of a test: each wait does the next step; there must be enough of them."""

    def __init__(self, *steps: Step) -> None:
        self._steps = list(steps)

    def __call__(self) -> None:
        self._steps.pop(0)()

    @property
    def left(self) -> int:
        return len(self._steps)


def saves(paths: list[Path], *steps: Step, ignored: tuple[Path, ...] = ()) -> tuple[Saves, Script]:
    script = Script(*steps)
    return Saves(lambda: stamps(paths, ignored=ignored), script), script


def test_a_file_that_is_written_over_is_a_save_once_it_rests(tmp_path: Path) -> None:
    path = loan(tmp_path)

    def half() -> None:
        path.write_text(LOAN + "a", encoding="utf-8")

    def whole() -> None:
        path.write_text(LOAN + "ab", encoding="utf-8")

    watching, script = saves([path], nothing, half, whole, nothing, nothing)
    assert watching.next() == (path,)
    assert script.left == 1


def test_a_file_that_is_replaced_is_one_save_although_it_was_gone_for_a_moment(tmp_path: Path) -> None:
    path, beside = loan(tmp_path), tmp_path / "loan.tmp"

    def write_beside() -> None:
        beside.write_text(LOAN + "more\n", encoding="utf-8")
        os.utime(beside, ns=(1, 1))

    steps = (write_beside, path.unlink, nothing, lambda: os.replace(beside, path), nothing)
    watching, script = saves([tmp_path], *steps)
    assert watching.next() == (path,)
    assert script.left == 0


def test_lock_files_and_own_outputs_are_no_saves(tmp_path: Path) -> None:
    path, own = loan(tmp_path), tmp_path / "scorecard.xlsx"

    def lock() -> None:
        (tmp_path / "~$loan.xlsx").write_text("me", encoding="utf-8")
        (tmp_path / ".~lock.loan.csv#").write_text("me", encoding="utf-8")
        own.write_bytes(b"PK")

    def save() -> None:
        path.write_text(LOAN + "more\n", encoding="utf-8")

    watching, script = saves([tmp_path], lock, nothing, nothing, save, nothing, ignored=(own,))
    assert watching.next() == (path,)
    assert script.left == 0


def test_a_file_that_stays_away_was_deleted_and_a_new_one_counts(tmp_path: Path) -> None:
    path = loan(tmp_path)
    watching, script = saves([tmp_path], path.unlink, *(nothing,) * 10)
    assert watching.next() == (path,)

    def add() -> None:
        loan(tmp_path, "new.csv")

    watching, script = saves([tmp_path], add, nothing)
    assert watching.next() == (tmp_path / "new.csv",)
    assert script.left == 0


def test_the_engagement_file_counts(tmp_path: Path) -> None:
    path, own = loan(tmp_path), tmp_path / "cxaudit.yaml"
    watching, _ = saves([path], own.touch, nothing)
    assert watching.next() == (own,)


def watch(path: Path, *steps: Step, rounds: int = 1) -> tuple[Judged, list[Judged]]:
    watching, _ = saves([path], *steps)
    written: list[Judged] = []
    first = audit(path)
    return keep_watching(first, watching, lambda: audit(path), written.append, rounds), written


def test_a_save_is_told_with_what_it_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = loan(tmp_path)
    before = audit(path)

    def mend() -> None:
        path.write_text(LOAN.replace("TBD", "App product owner").replace("Brand manager", ""), encoding="utf-8")

    latest, written = watch(path, mend, nothing)
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Saved: loan.csv. Level ")
    assert written == [latest]
    keys = {finding.key for rule in before.scorecard.rules for finding in rule.findings}
    new = {finding.key for rule in latest.scorecard.rules for finding in rule.findings}
    assert sum(line.startswith("  Mended: ") for line in said) == len(keys - new) > 0
    assert sum(line.startswith("  New: ") for line in said) == len(new - keys) > 0


def test_a_save_that_changes_nothing_judged_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = loan(tmp_path)

    def save() -> None:
        path.write_text(LOAN + "\n", encoding="utf-8")

    watch(path, save, nothing)
    out = capsys.readouterr().out
    assert "(0.0)" in out
    assert "Nothing that is judged has changed." in out


def test_a_file_that_is_half_written_is_tried_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = loan(tmp_path)

    def half() -> None:
        path.write_bytes(b"PK\x03\x04")

    def whole() -> None:
        path.write_text(LOAN.replace("TBD", "App product owner"), encoding="utf-8")

    latest, _ = watch(path, half, nothing, whole)
    assert latest.scorecard.left_out == ()
    assert "could not be audited" not in capsys.readouterr().out


def test_a_file_that_stays_broken_is_said_and_the_watch_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = loan(tmp_path)

    def broken() -> None:
        path.write_bytes(b"PK\x03\x04")

    def whole() -> None:
        path.write_text(LOAN, encoding="utf-8")

    latest, written = watch(path, broken, *(nothing,) * 4, whole, nothing, rounds=2)
    assert "Saved: loan.csv. It could not be audited; waiting for the next save." in capsys.readouterr().out
    assert written == [latest]


def test_ctrl_c_ends_the_watch_with_the_last_scorecard(tmp_path: Path) -> None:
    path = loan(tmp_path)

    def interrupt() -> None:
        raise KeyboardInterrupt

    latest, written = watch(path, interrupt)
    assert (latest, written) == (audit(path), [])


def test_an_output_that_is_open_elsewhere_is_said_and_the_watch_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = loan(tmp_path)
    tries: list[Judged] = []

    def write(now: Judged) -> None:
        tries.append(now)
        if len(tries) == 1:
            raise UsageError("scorecard.xlsx: the file cannot be written (in use); close it or name another")

    def save(text: str) -> Step:
        return lambda: void(path.write_text(text, encoding="utf-8"))

    watching, _ = saves([path], save(LOAN + "\n"), nothing, save(LOAN + "\n\n"), nothing)
    latest = keep_watching(audit(path), watching, lambda: audit(path), write, 2)
    assert tries[-1] is latest
    assert "cannot be written (in use); close it or name another; it is written again" in capsys.readouterr().err


def test_a_file_that_is_deleted_and_comes_back_is_said_to_be_gone_and_read_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = loan(tmp_path)
    latest, written = watch(path, path.unlink, *(nothing,) * 13, lambda: void(loan(tmp_path)), nothing, rounds=2)
    shown = capsys.readouterr()
    assert shown.out.splitlines()[0] == "Gone: loan.csv. It could not be audited; waiting for the next save."
    assert shown.out.splitlines()[1].startswith("Saved: loan.csv. Level ")
    assert shown.err.count("There is no such file") == 1
    assert written == [latest]


def test_of_several_files_and_folders_those_that_were_saved_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    paths = [loan(tmp_path, "one.csv"), loan(tmp_path, "two.csv"), loan(folder, "three.csv")]

    def save() -> None:
        for path in (paths[0], paths[2]):
            path.write_text(LOAN + "more\n", encoding="utf-8")

    watching, _ = saves([paths[0], paths[1], tmp_path / "deep"], save, nothing)
    assert set(watching.next()) == {paths[0], paths[2]}


def test_own_scorecards_written_beside_the_workbooks_are_no_saves(tmp_path: Path) -> None:
    path, card = loan(tmp_path), tmp_path / "scorecard.xlsx"

    def write_card() -> None:
        assert run("audit", path, "-o", card, "-q").exit_code == 0

    def save() -> None:
        path.write_text(LOAN + "more\n", encoding="utf-8")

    watching, script = saves([tmp_path], write_card, nothing, card.unlink, *(nothing,) * 10, save, nothing)
    assert watching.next() == (path,)
    assert script.left == 0


def test_a_lock_file_that_a_pattern_gave_is_no_save(tmp_path: Path) -> None:
    path, lock = loan(tmp_path), tmp_path / "~$loan.xlsx"
    lock.write_text("me", encoding="utf-8")

    def save() -> None:
        path.write_text(LOAN + "more\n", encoding="utf-8")

    watching, script = saves([path, lock], lock.unlink, *(nothing,) * 11, save, nothing)
    assert watching.next() == (path,)
    assert script.left == 0
