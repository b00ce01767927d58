"""Heads in two or three rows: bands over stages, stages over steps, stages over columns of their own."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map

from cxaudit.grid import Area

_LANES = """
Aims         | Stop the leak  | Pick a firm | Get a date | See the work    | Calm down   | Know whom to ring
What they do | Mops the floor | Reads up    | Rings      | Opens the door  | Pays        | Tells next door
Contacts     | Search engine  | Website     | Telephone  | Plumber         | Invoice     | Review page
Feelings     | Panic          | Torn        | Relieved   | Curious         | Glad        | Proud
"""
_STAGES = "Leak at home | Picking a plumber | Agreeing a date | The repair | Paying up | Telling the neighbours"
_STEPS = "Opens the tap | Asks about | Rings three firms | Watches the work | Pays by card | Tells next door"
_OVER = "Awareness |  | Choosing | Repair |  | Recommending"
_NAMED = [name.strip() for name in _STAGES.split("|")]
_PARTED = {
    "Awareness": ["Opens the tap", "Asks about"],
    "Choosing": ["Rings three firms"],
    "Repair": ["Watches the work", "Pays by card"],
    "Recommending": ["Tells next door"],
}


def _merged(row: int, *spans: tuple[int, int]) -> list[Area]:
    return [Area(row, first, row, last) for first, last in spans]


def _steps(drawing: str, merged: list[Area]) -> dict[str, list[str]]:
    journey = the_map(read(drawing, "Customer journey", merged))
    return {stage.name.text: [step.name.text for step in stage.steps] for stage in journey.stages}


@pytest.mark.parametrize("corners", [("", "Episode"), ("Phase", "Stage"), ("Part", ""), ("", "")])
@pytest.mark.parametrize("merged", [_merged(2, (2, 4), (5, 7)), []])
def test_a_band_over_the_stages_only_groups_them(corners: tuple[str, str], merged: list[Area]) -> None:
    above, below = corners
    drawing = f"\n{above} | Looking for help |  |  | Being helped |  | \n{below} | {_STAGES}{_LANES}"
    journey = the_map(read(f"The flat\n{drawing.lstrip()}", "Customer journey", merged))
    assert [stage.name.text for stage in journey.stages] == _NAMED


@pytest.mark.parametrize(
    ("over", "merged"),
    [
        (_OVER, _merged(2, (2, 3), (5, 6))),
        (_OVER, []),
        ("Awareness | Awareness | Choosing | Repair | Repair | Recommending", []),
    ],
)
@pytest.mark.parametrize("corners", [("Stage", "Step"), ("Stage", ""), ("Chapter", "Scene"), ("", "")])
def test_stages_merged_repeated_or_named_once_stand_over_their_steps(
    corners: tuple[str, str], over: str, merged: list[Area]
) -> None:
    assert _steps(f"The flat\n{corners[0]} | {over}\n{corners[1]} | {_STEPS}{_LANES}", merged) == _PARTED


def test_of_three_rows_of_heads_the_middle_one_names_the_stages() -> None:
    merged = [*_merged(2, (2, 4), (5, 7)), *_merged(3, (2, 3), (5, 6))]
    drawing = f"The flat\n | Not ours yet |  |  | With us |  | \n | {_OVER}\n | {_STEPS}{_LANES}"
    assert _steps(drawing, merged) == _PARTED


def test_columns_that_come_again_under_each_stage_are_no_steps() -> None:
    again = " | Tenants | Owners" * 3
    drawing = f"The flat\nStage | Awareness |  | Choosing |  | Recommending | \n{again}{_LANES}"
    journey = the_map(read(drawing, "Customer journey", _merged(2, (2, 3), (4, 5), (6, 7))))
    told = {stage.name.text: (stage.steps, given(stage.fields, "emotion")) for stage in journey.stages}
    assert told == {
        "Awareness": ((), ("Panic", "Torn")),
        "Choosing": ((), ("Relieved", "Curious")),
        "Recommending": ((), ("Glad", "Proud")),
    }


def test_a_lane_that_is_filled_where_stages_begin_is_said_of_the_whole_of_them() -> None:
    drawing = (
        f"The flat\nStage | {_OVER}\nStep | {_STEPS}{_LANES}Run by | Marketing |  | Sales | Field team |  | Marketing"
    )
    journey = the_map(read(drawing, "Customer journey"))
    told = {stage.name.text: given(stage.fields, "owner") for stage in journey.stages}
    assert told == {
        "Awareness": ("Marketing",),
        "Choosing": ("Sales",),
        "Repair": ("Field team",),
        "Recommending": ("Marketing",),
    }


def test_a_row_of_stages_below_each_of_several_headings_makes_each_the_title_of_a_map() -> None:
    drawing = f"""
    Two paths
    A. The tenant
    Stage | {_STAGES}{_LANES}
    B. The landlord
    Stage    | Hears of us | Asks for a price | Signs    | Uses the portal
    Aims     | No trouble  | A fair sum       | Safety   | Quiet
    Contacts | Fair        | Website          | Contract | Portal
    Feelings | Bored       | Curious          | Glad     | Calm
    """
    maps = [journey for table in read(drawing, "Customer journeys").tables for journey in table.maps]
    assert [journey.title.text for journey in maps] == ["A. The tenant", "B. The landlord"]
    assert [len(journey.stages) for journey in maps] == [6, 4]
