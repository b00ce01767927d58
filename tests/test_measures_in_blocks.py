"""Measures and owners that a block names one by one, below a heading that says what they are."""

from __future__ import annotations

from drawing import given, read

from cxaudit.model import Stage

HEARING_AIDS = """
Journey map of our hearing aids
Stage 1: Hears of us
Touchpoints | Leaflet, radio
Emotions    | Curious

KPIs
Leaflets taken (target: 200)    | counted at the desk
Bells rung                      | target > 40 a day
Teams
Front desk  | hands the leaflet out

Stage 2: Buys
Touchpoints | Shop
Emotions    | Glad

KPIs
Pairs sold in a week (sales by the day over the days open) | target 12
Teams
Fitters     | adjust, advise
"""


def stages() -> tuple[Stage, ...]:
    (table,) = read(HEARING_AIDS).tables
    return table.maps[0].stages


def test_a_name_below_the_heading_of_measures_is_that_of_a_measure() -> None:
    (table,) = read(HEARING_AIDS).tables
    assert [metric.name.text for metric in table.metrics] == ["Leaflets taken", "Bells rung", "Pairs sold in a week"]


def test_who_is_named_below_the_heading_of_teams_owns_the_stage() -> None:
    assert [given(stage.fields, "owner") for stage in stages()] == [
        ("Front desk: hands the leaflet out",),
        ("Fitters: adjust, advise",),
    ]


def test_a_measure_in_a_lane_is_named_without_its_target() -> None:
    drawn = """
    Stage     | Hears of us                 | Buys
    Emotions  | Curious                     | Glad
    Channel   | Street                      | Shop
    KPIs      | Bells rung (target: > 40 %) | CSAT: 4 of 5
    """
    (table,) = read(drawn).tables
    assert [metric.name.text for metric in table.metrics] == ["Bells rung", "CSAT"]


def test_whom_a_measure_is_counted_among_does_not_tell_its_class() -> None:
    drawn = HEARING_AIDS.replace("target > 40 a day", "% of website visits with a ring")
    (table,) = read(drawn).tables
    assert [metric.metric_class for metric in table.metrics if metric.name.text == "Bells rung"] == ["unclear"]
