"""Limits have names, and a person can raise them by these names."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import asdict, fields
from xlsxparts import MAP, workbook

from cxaudit.errors import UsageError, WorkbookError
from cxaudit.limits import DEFAULT_LIMITS, Limits, raised
from cxaudit.workbook import read_workbook


def test_settings_replace_limits_by_name_and_leave_the_others() -> None:
    limits = raised(DEFAULT_LIMITS, ["sheet_cells=9000000", "wall-seconds=120"])
    assert asdict(limits) == {**asdict(DEFAULT_LIMITS), "sheet_cells": 9_000_000, "wall_seconds": 120}


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("cells=5", r"There is no limit 'cells'; known are: cell_characters, cpu_seconds, "),
        ("sheets=many", r"The limit 'sheets' takes a whole number above 0 of at most 15 digits, such as sheets=500\."),
        (f"memory_bytes={10**15}", r"takes a whole number above 0 of at most 15 digits"),
        (f"sheets={'9' * 5000}", r"takes a whole number above 0 of at most 15 digits"),
        ("sheets=0", r"takes a whole number above 0"),
        ("sheets", r"takes a whole number above 0"),
    ],
)
def test_a_setting_that_makes_no_sense_is_said(setting: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        raised(DEFAULT_LIMITS, [setting])


@pytest.mark.parametrize(
    "limits",
    [
        Limits(file_bytes=100),
        Limits(entries=3),
        Limits(inflated_bytes=500),
        Limits(sheet_cells=3),
        Limits(workbook_cells=3),
    ],
    ids=["file_bytes", "entries", "inflated_bytes", "sheet_cells", "workbook_cells"],
)
def test_a_refusal_names_the_limit_to_raise(tmp_path: Path, limits: Limits, request: pytest.FixtureRequest) -> None:
    (tmp_path / "map.xlsx").write_bytes(workbook(MAP))
    with pytest.raises(WorkbookError, match=rf"\(limit {request.node.callspec.id}\)"):
        read_workbook(tmp_path / "map.xlsx", limits)
    assert read_workbook(tmp_path / "map.xlsx").grids[0].height == 2


@pytest.mark.parametrize("name", [field.name for field in fields(Limits)])
def test_every_limit_can_be_raised_as_far_as_it_goes(tmp_path: Path, name: str) -> None:
    (tmp_path / "map.xlsx").write_bytes(workbook(MAP))
    limits = raised(DEFAULT_LIMITS, [f"{name}={10**15 - 1}"])
    assert read_workbook(tmp_path / "map.xlsx", limits).grids[0].height == 2
