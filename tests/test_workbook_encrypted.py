"""Encrypted workbooks: opened with a password that nobody else sees, else refused in one sentence."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from cxaudit.cli.main import cxaudit
from cxaudit.errors import WorkbookError
from cxaudit.workbook import read_workbook

pytest.importorskip("msoffcrypto")
MAP = [
    ["Stage", "Customer actions", "Touchpoint", "Owner", "Emotion"],
    ["Awareness", "Sees the advert", "Poster", "Marketing", "Curious"],
    ["Purchase", "Signs the contract", "Branch", "Branch team", "Relieved"],
    ["Use", "Opens the app", "App", "App team", "Calm"],
]


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small journey map, encrypted as Excel does it; its password is "meadow"."""
    from msoffcrypto.format.ooxml import OOXMLFile

    book = Workbook()
    for row in MAP:
        book.active.append(row)
    plain = io.BytesIO()
    book.save(plain)
    path = tmp_path_factory.mktemp("locked") / "journey.xlsx"
    with path.open("wb") as file:
        OOXMLFile(plain).encrypt("meadow", file)
    return path


def test_the_right_password_opens_it(locked: Path) -> None:
    (grid,) = read_workbook(locked, password="meadow").grids
    assert [list(row) for row in grid.rows] == MAP


def test_a_wrong_password_is_said(locked: Path) -> None:
    with pytest.raises(WorkbookError, match=r"^The password does not open this workbook; check it"):
        read_workbook(locked, password="river")


def test_without_a_password_the_sentence_says_what_to_do(locked: Path) -> None:
    with pytest.raises(WorkbookError, match=r"protected by a password; .* or give --password\.$"):
        read_workbook(locked)


def test_a_password_does_no_harm_to_plain_workbooks(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Stage"])
    book.save(tmp_path / "plain.xlsx")
    (grid,) = read_workbook(tmp_path / "plain.xlsx", password="meadow").grids
    assert grid.rows == (("Stage",),)


def test_the_command_takes_it_from_the_environment(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXAUDIT_PASSWORD", "meadow")
    done = CliRunner().invoke(cxaudit, ["inspect", str(locked), "--password"])
    assert done.exit_code == 0, done.output
    assert "meadow" not in done.output


def test_the_command_asks_for_it_and_never_takes_it_as_an_argument(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CXAUDIT_PASSWORD", raising=False)
    assert CliRunner().invoke(cxaudit, ["inspect", str(locked), "--password"], input="meadow\n").exit_code == 0
    assert CliRunner().invoke(cxaudit, ["inspect", str(locked), "--password=meadow"]).exit_code == 2


def test_without_the_library_the_sentence_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from cxaudit.intake.container import ContainerError
    from cxaudit.intake.decryption import decrypted

    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    with pytest.raises(ContainerError, match=r"install cxaudit\[encrypted\]"):
        decrypted(b"", "meadow")
