"""Measures of a sheet that is called one of measures: beside groups, in blocks and in tables sorted otherwise."""

from __future__ import annotations

import pytest
from drawing import read

GROUPS = """
Measures by stage

Finding us   | - Visits to the site / - Leaflets taken / - Cost per click
Staying      | - Renewal rate / - NPS (of members)
What we sell | - Boats / - Oars and sails for hire
"""
NAMED = """
What success is

Finding us
KPIs          | Website traffic, share of voice
Why it matters | More people at the gate

Staying
KPIs          | Churn rate, satisfaction score
Why it matters | Boats are let again
"""
ONE_EACH = """
Success metrics

Looking stage
Metric | Page views of the boats
Target | 4000 a month

Hiring stage
Metric | Boats hired
Target | 90 a month
"""
HEADED = """
Success metrics

Renewal rate
Metric | Moorings kept
Target | 90 %

Complaint rate
Metric | Letters to the harbour master
Target | 2 %
"""
FACTS = """
Measures of the harbour

1. Boats lying idle
Tells how many boats nobody hires.
Goal | Less than five

2. Renewal rate
Tells how many berths are taken again.
Goal | 90 %

Later
Business effect | - Complaint rate / - Revenue
Further measures | - Churn rate / - Average order value
"""
MIXED = """
KPIs of the harbour

Staying
Measure      | Frequency | Target
Renewal rate | Each year | 90 %
Churn rate   | Each year | 4 %

Further | - Complaint rate / - Page views
"""
SENTENCE = """
Success metrics
Page views, churn rate, boats nobody hires, renewal rate.
"""
SORTED = """
KPIs by channel
Channel | Metric         | 30  | 90
Gate    | Leaflets taken | 50  | 90
Radio   | Calls answered | 200 | 900
Over all of them
Metric  | 30  | 90
NPS     | 20  | 30
Churn   | 5 % | 4 %
"""
STAGES = """
Where people go on
Stage            | Metric     | Target
Looks, then asks | Conversion | 20 %
Asks, then hires | Activation | 40 %
"""


LATER = ["Complaint rate", "Revenue", "Churn rate", "Average order value"]


def measures(drawn: str, sheet: str = "Sheet") -> list[str]:
    return [metric.name.text for table in read(drawn, sheet).tables for metric in table.metrics]


@pytest.mark.parametrize(
    ("drawn", "names"),
    [
        (GROUPS, ["Visits to the site", "Leaflets taken", "Cost per click", "Renewal rate", "NPS (of members)"]),
        (ONE_EACH, ["Page views of the boats", "Boats hired"]),
        (HEADED, ["Renewal rate", "Complaint rate"]),
        (FACTS, ["1. Boats lying idle", "2. Renewal rate", *LATER]),
        (MIXED, ["Renewal rate", "Churn rate", "Complaint rate", "Page views"]),
        (SENTENCE, ["Page views", "churn rate", "boats nobody hires", "renewal rate"]),
        (SORTED, ["Leaflets taken", "Calls answered", "NPS", "Churn"]),
        (STAGES, ["Conversion", "Activation"]),
    ],
)
def test_measures_are_found_however_a_sheet_of_measures_sorts_them(drawn: str, names: list[str]) -> None:
    assert measures(drawn) == names


def test_a_word_for_measures_lists_those_beside_it() -> None:
    assert measures(NAMED, "KPIs") == ["Website traffic", "share of voice", "Churn rate", "satisfaction score"]


def test_a_sheet_named_for_measures_is_one_though_they_are_sorted_by_persona() -> None:
    drawn = """
    Success metrics by persona

    Sailors
    Renewal rate  | 90 %
    Berths kept   | All of them

    Rowers
    Churn rate    | Under 4 %
    """
    assert measures(drawn, "Success metrics") == ["Renewal rate", "Berths kept", "Churn rate"]


def test_lists_of_facts_beside_a_measure_are_no_measures() -> None:
    drawn = """
    Scorecard

    Page views   | - Definition. Visits to the site / - Target. 40 a day
    Renewal rate | - Definition. Berths kept / - Target. 90 %
    Churn rate   | - Definition. Berths given up / - Target. 4 %
    """
    assert measures(drawn, "Scorecard") == ["Page views", "Renewal rate", "Churn rate"]


def test_channels_beside_measures_own_none_of_them() -> None:
    lanes = {lane.label: lane.field for table in read(SORTED).tables for lane in table.lanes}
    assert lanes["Channel"] != "owner"
