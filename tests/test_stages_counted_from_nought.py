"""Stages that count from nought: the first is one as the others are."""

from __future__ import annotations

import pytest
from drawing import read, the_map

from cxaudit.words.series import counted, counts_on, parts

BLOCKS = """
A buyer's journey

{0}
Doing | Installs it
Feeling | Curious

{1}
Doing | Enters a key
Feeling | Cautious

{2}
Doing | Makes a first project
Feeling | In control
"""


@pytest.mark.parametrize("count", ["{}. ", "Phase {}: ", "{}) "])
def test_the_block_of_stage_nought_is_read(count: str) -> None:
    names = [count.format(n) + name for n, name in enumerate(("First run", "Credentials", "First project"))]
    stages = the_map(read(BLOCKS.format(*names), "Journey")).stages
    assert [stage.name.text for stage in stages] == names
    assert [entry.text for entry in stages[0].fields["emotion"]] == ["Curious"]


def test_a_series_may_begin_with_nought_and_begin_anew_there() -> None:
    assert counted(["0. Try", "a text", "1. Buy", "2. Use"]) == [0, 2, 3]
    assert counts_on(["0. Try", "1. Buy", "2. Use"])
    assert parts(["0. Try", "1. Buy", "2. Use", "0. Try", "1. Buy"]) == [range(3), range(3, 5)]


def test_a_series_that_begins_with_one_is_parted_where_one_comes_again() -> None:
    assert parts(["1. Try", "2. Buy", "1. Try", "2. Buy"]) == [range(2), range(2, 4)]
