"""Lists of improvements and of measures told by what their cells hold, whatever heads them."""

from __future__ import annotations

import pytest
from drawing import given, read


@pytest.mark.parametrize("heads", ["Things for the autumn | Chap | Ready in | State", "Aa | Bb | Cc | Dd"])
def test_deeds_with_people_and_dates_are_improvements(heads: str) -> None:
    (table,) = read(
        f"""
        What we said we would do

        {heads}
        Ring back within the hour   | Lead of the advice line | 31 January 2027  | open
        Card in large print         | Print office            | 28 February 2027 | open
        Ask leavers why they go     | Customer accounts desk  |                  | open
        Stay logged in to the app   | Digital team            | 30 April 2027    | begun
        """,
        "Autumn",
    ).tables
    fields = table.maps[0].stages[0].steps[0].fields
    assert given(fields, "opportunity") == ("Ring back within the hour",)
    assert given(fields, "other.action_owner") == ("Lead of the advice line",)
    assert given(fields, "other.due") == ("31 January 2027",)


def test_a_plan_with_a_beginning_and_an_end_of_each_task_is_no_list_of_improvements() -> None:
    found = read(
        """
        Aa                          | Bb           | Cc         | Dd
        Collect the requirements    | Project team | 2026-01-01 | 2026-02-01
        Build the first version     | Project team | 2026-02-01 | 2026-05-01
        Roll out to all branches    | Project team | 2026-05-01 | 2026-09-01
        """,
        "Project",
    )
    assert found.tables == ()


def test_brackets_behind_measures_do_not_hide_them() -> None:
    (table,) = read(
        """
        Item of interest                                 | Then        | Soon      | Chap
        Satisfaction of ward staff (1 to 10)             | 8.1         | 8.6       | Head of services
        Customer retention rate                          | 91 %        | 94 %      | Account managers
        Referral value (orders that came through visits) | 1.4 million | 2 million | Account managers
        """,
        "Numbers",
    ).tables
    assert [metric.name.text for metric in table.metrics][1] == "Customer retention rate"
    assert given(table.metrics[1].fields, "other.target") == ("94 %",)
