"""Measures that stand beside those of a list: in a second column, or alone above it."""

from __future__ import annotations

import pytest
from drawing import read

from cxaudit.layout import Reading


def measures(reading: Reading) -> list[str]:
    return [metric.name.text for table in reading.tables for metric in table.metrics]


def lanes(reading: Reading) -> list[str]:
    return [lane.field for table in reading.tables for lane in table.lanes]


@pytest.mark.parametrize("head", ["Secondary metrics", "Supporting KPIs", "Guardrail metric"])
def test_a_second_column_of_measures_names_measures_too(head: str) -> None:
    drawing = f"""
Stage     | Primary metric   | {head}
Awareness | Website visits   | Cost per click
Purchase  | Conversion rate  | Basket size
Use       | Active users     | Complaint rate
"""
    reading = read(f"Metrics by stage\n{drawing}", "Metrics")
    assert sorted(measures(reading)) == sorted(
        ["Website visits", "Cost per click", "Conversion rate", "Basket size", "Active users", "Complaint rate"]
    )
    assert lanes(reading) == ["stage", "metric", "metric"]


def test_a_second_column_that_says_how_it_is_measured_names_none() -> None:
    drawing = """
Metric          | Measurement
NPS             | Survey by mail, every quarter, all who bought
Churn rate      | Those who left in the month over all
Website visits  | Count of sessions in the web analytics tool
"""
    assert measures(read(drawing, "Metrics")) == ["NPS", "Churn rate", "Website visits"]


@pytest.mark.parametrize("label", ["North star", "North star metric (year 1)", "One metric that matters"])
def test_a_measure_named_alone_above_the_list_is_the_first_of_it(label: str) -> None:
    drawing = f"""
Metrics and targets
{label} | Weekly active teams
Metric         | Baseline | Target
Churn rate     | 8 %      | 4 %
NPS            | 12       | 40
"""
    reading = read(drawing, "Metrics")
    assert measures(reading) == ["Weekly active teams", "Churn rate", "NPS"]
    assert lanes(reading)[0] == "metric"


def test_personas_beside_measures_own_none_of_them() -> None:
    drawing = """
Metric          | Target | Personas
NPS             | 40     | Carla, Diego
Churn rate      | 4 %    | Diego
Conversion rate | 3 %    | Carla
"""
    assert "owner" not in lanes(read(drawing, "Metrics"))
