"""Hostile files: each kind is read or refused in one sentence, and none goes over its limits."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hostile import KINDS, write_all
from hostile_kind import Hostile
from xlsxparts import sheet_xml, text_cell, workbook

from cxaudit.errors import WorkbookError
from cxaudit.workbook import WorkbookContent, find_workbooks, read_workbook

posix = pytest.mark.skipif(os.name == "nt", reason="pipes and devices as files are a matter of POSIX systems")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file of every kind."""
    folder = tmp_path_factory.mktemp("hostile")
    write_all(folder)
    return folder


def outcome(path: Path) -> tuple[str, str]:
    """The sentence of a refusal, or all remarks of a reading."""
    try:
        content = read_workbook(path)
    except WorkbookError as error:
        return str(error), ""
    return "", " ".join((*content.notes, *(note for grid in content.grids for note in grid.notes.values())))


def test_there_are_sixty_kinds_and_more() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS) >= 60


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_hostile_file_is_read_or_refused_in_one_sentence(kind: Hostile, folder: Path) -> None:
    refused, noted = outcome(folder / kind.name)
    assert bool(refused) == bool(kind.refused), refused or noted
    assert re.search(kind.refused, refused)
    assert re.search(kind.noted, noted)
    if refused:
        assert re.fullmatch(r"[A-Z][^\n]{20,220}\.", refused)


@posix
def test_a_pipe_and_a_device_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "zero.xlsx").symlink_to("/dev/zero")
    for name in ("pipe.xlsx", "zero.xlsx"):
        assert outcome(tmp_path / name)[0] == "This is a pipe or a device, not a file; save the workbook to disk first."


def test_a_folder_named_like_a_workbook_is_looked_through(tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").mkdir()
    (tmp_path / "map.xlsx" / "real.xlsx").write_bytes(workbook())
    assert find_workbooks([tmp_path]).workbooks == (tmp_path / "map.xlsx" / "real.xlsx",)


def good(folder: Path, number: int) -> Path:
    path = folder / f"good {number}.xlsx"
    path.write_bytes(workbook(sheet_xml(text_cell("A1", "Stage"), text_cell("A2", f"Stage {number}"))))
    return path


def test_a_batch_with_every_third_file_hostile_reads_the_good_ones_alike(folder: Path, tmp_path: Path) -> None:
    batch: list[Path] = []
    for number, kind in enumerate(KINDS[::4]):
        batch += [good(tmp_path, 2 * number), good(tmp_path, 2 * number + 1), folder / kind.name]
    alone: list[WorkbookContent] = [read_workbook(path) for path in batch if path.parent == tmp_path]
    among: list[WorkbookContent] = []
    for path in batch:
        if path.parent == tmp_path:
            among.append(read_workbook(path))
        else:
            outcome(path)
    assert among == alone
    assert [content.grids[0].text(2, 1) for content in among] == [f"Stage {n}" for n in range(len(among))]


@posix
def test_every_kind_in_a_folder_is_found_and_left_to_the_reading(folder: Path) -> None:
    found = find_workbooks([folder])
    assert len(found.workbooks) == len(KINDS) + 1
    assert found.left_out == ()
