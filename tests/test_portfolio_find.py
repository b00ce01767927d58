"""Which folders are programmes."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_builders import loan

from cxaudit.errors import UsageError
from cxaudit.portfolio.find import find_programmes

ENGAGEMENT = "schema: cxaudit-engagement/1\n"


def put(home: Path, *paths: str) -> Path:
    for path in paths:
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".yaml"):
            (home / path).write_text(ENGAGEMENT, encoding="utf-8")
        else:
            loan(home / Path(path).parent, Path(path).name)
    return home


def test_each_folder_is_a_programme_with_all_that_lies_below_it(tmp_path: Path) -> None:
    home = put(tmp_path, "b bank/maps/a.csv", "b bank/personas/b.csv", "Alps/map.csv")
    assert tuple(find_programmes(home).names) == ("Alps", "b bank")


def test_engagement_files_that_lie_deeper_tell_the_programmes(tmp_path: Path) -> None:
    home = put(tmp_path, "north/one/cxaudit.yaml", "north/one/map.csv", "north/two/map.csv", "south/map.csv")
    assert tuple(find_programmes(home).names) == ("north/one", "north/two", "south")


def test_what_belongs_to_no_programme_is_left_out_with_its_reason(tmp_path: Path) -> None:
    home = put(tmp_path, "one/cxaudit.yaml", "one/deep/cxaudit.yaml", "loose.csv", "cxaudit.yaml", ".hidden/a.csv")
    (home / "photos").mkdir()
    told = {each.path: each.reason.split(";")[0].split(":")[0] for each in find_programmes(home).left_out}
    assert told == {
        "cxaudit.yaml": "This file is not obeyed",
        "loose.csv": "This workbook lies beside the programmes and belongs to none",
        "one/deep/cxaudit.yaml": "This file is not obeyed",
        "photos": "The folder holds no workbook and no cxaudit.yaml, so it is no programme.",
    }


def test_a_folder_without_programmes_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="or audit it as one programme: cxaudit audit"):
        find_programmes(put(tmp_path, "map.csv"))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no such folder"):
        find_programmes(tmp_path / "nowhere")
