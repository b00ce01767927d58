"""Finding workbooks: folders are looked through, and everything left out is said."""

from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pytest

from cxaudit.errors import WorkbookError
from cxaudit.intake.ownmark import CATEGORY
from cxaudit.workbook import find_workbooks, read_workbook


def found(*paths: Path) -> tuple[list[str], dict[str, str]]:
    result = find_workbooks(paths)
    return [path.name for path in result.workbooks], {Path(out.path).name: out.reason for out in result.left_out}


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Stage,Owner\n")


def test_folders_are_looked_through_in_order_of_names(tmp_path: Path) -> None:
    touch(tmp_path, "b.csv", "sub/deep/c.CSV", "a.csv", "sub/notes.txt", "logo.png")
    assert found(tmp_path) == (["a.csv", "b.csv", "c.CSV"], {})


def test_a_file_given_twice_is_taken_once(tmp_path: Path) -> None:
    touch(tmp_path, "a.csv")
    assert found(tmp_path, tmp_path / "a.csv", tmp_path / "." / "a.csv") == (["a.csv"], {})


def test_lock_files_and_hidden_files_are_left_out_and_said(tmp_path: Path) -> None:
    touch(tmp_path, "a.csv", "~$a.xlsx", ".b.csv", ".cache/c.csv")
    names, left_out = found(tmp_path)
    assert names == ["a.csv"]
    assert left_out["~$a.xlsx"].startswith("The file marks that a workbook is open")
    assert (
        left_out[".b.csv"]
        == left_out["c.csv"]
        == "The file or its folder is hidden; give its path itself if it is meant."
    )


def test_a_hidden_file_given_by_its_path_is_taken(tmp_path: Path) -> None:
    touch(tmp_path, ".b.csv")
    assert found(tmp_path / ".b.csv") == ([".b.csv"], {})


def test_own_scorecards_are_left_out_of_a_folder_quietly_and_said_where_they_are_given(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.properties.category = CATEGORY
    workbook.save(tmp_path / "scorecard.xlsx")
    workbook.properties.category = "Journey maps"
    workbook.save(tmp_path / "map.xlsx")
    names, left_out = found(tmp_path)
    assert names == ["map.xlsx"]
    assert left_out == {}
    names, left_out = found(tmp_path / "scorecard.xlsx")
    assert names == []
    assert left_out == {"scorecard.xlsx": "This is a scorecard made by cxaudit, not a workbook of the client."}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.xlsx", "There is no such file or folder; check the spelling of the path."),
        ("slides.pptx", "A file that ends in .pptx is not read; save it as .xlsx or .csv, if it holds a table."),
        (
            "README",
            "A file without an ending such as .xlsx is not read; save it as .xlsx or .csv, if it holds a table.",
        ),
        ("data.tsv", "A file that ends in .tsv is not read; save it as .xlsx or .csv, if it holds a table."),
        ("empty", "The folder holds no workbook to audit; put files in it that end in"),
    ],
)
def test_what_cannot_be_audited_is_a_sentence(tmp_path: Path, name: str, said: str) -> None:
    touch(tmp_path, "slides.pptx", "README", "data.tsv")
    (tmp_path / "empty").mkdir()
    names, left_out = found(tmp_path / name)
    assert names == []
    assert left_out[name].startswith(said)


def test_a_table_of_an_unread_kind_in_a_folder_is_said(tmp_path: Path) -> None:
    touch(tmp_path, "a.csv", "b.numbers")
    assert found(tmp_path)[1] == {
        "b.numbers": "A file that ends in .numbers is not read; save it as .xlsx or .csv, if it holds a table."
    }


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    touch(tmp_path, "inside/a.csv", "outside/b.csv")
    (tmp_path / "inside" / "link.csv").symlink_to(tmp_path / "outside" / "b.csv")
    (tmp_path / "inside" / "folder").symlink_to(tmp_path / "outside")
    names, left_out = found(tmp_path / "inside")
    assert names == ["a.csv"]
    assert left_out["link.csv"].startswith("This is a link that leads out of the folder")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_that_lead_nowhere_are_left_to_the_reading(tmp_path: Path) -> None:
    (tmp_path / "gone.csv").symlink_to(tmp_path / "nothing.csv")
    (tmp_path / "loop.csv").symlink_to(tmp_path / "loop.csv")
    assert found(tmp_path) == (["gone.csv", "loop.csv"], {})
    for name in ("gone.csv", "loop.csv"):
        with pytest.raises(WorkbookError, match=r"\.$"):
            read_workbook(tmp_path / name)


@pytest.mark.parametrize("name", ["x" * 5000 + ".xlsx", "nul\0.xlsx", "a.csv/b.csv"])
def test_a_path_that_cannot_be_is_a_sentence(tmp_path: Path, name: str) -> None:
    touch(tmp_path, "a.csv")
    (out,) = find_workbooks([tmp_path / name]).left_out
    assert out.reason == "There is no such file or folder; check the spelling of the path."
    with pytest.raises(WorkbookError, match=r"\.$"):
        read_workbook(tmp_path / name)


def test_paths_are_shown_as_they_were_spelt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    touch(tmp_path, "maps/a.csv", "maps/~$b.csv")
    monkeypatch.chdir(tmp_path)
    result = find_workbooks([Path("maps")])
    assert result.workbooks == (Path("maps/a.csv"),)
    assert [out.path for out in result.left_out] == ["maps/~$b.csv"]
