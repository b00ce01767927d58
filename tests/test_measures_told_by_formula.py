"""A measure whose name says nothing is told by how it is counted."""

from __future__ import annotations

from drawing import grid, vocabulary

from cxaudit.reading import read_grid


def classes(drawing: str) -> dict[str, str]:
    read = read_grid(grid(drawing, "KPIs"), vocabulary())
    return {metric.name.text: metric.metric_class for table in read.tables for metric in table.metrics}


def test_what_is_counted_tells_and_else_those_who_asked_for_it() -> None:
    told = classes("""
KPI           | Formula
Net promoter  | Promoters less detractors
Total revenue | Sum of bills
Stage C ratio | Signed contracts ÷ enquiries
Stage D ratio | Flats shown ÷ enquiries
Stage E ratio | Complaints ÷ new contracts
Stage F ratio | Grilled sausages ÷ new contracts
""")
    assert told["Stage C ratio"] == told["Stage D ratio"] == "acquisition"
    assert told["Stage E ratio"] == "customer_centric"
    assert told["Stage F ratio"] == "unclear"  # nothing is said of what is shared out among contracts


def test_a_name_that_tells_its_class_is_never_overruled_by_its_formula() -> None:
    told = classes("KPI | Formula\nRepeat rate | Second orders ÷ all leads\nChurn | Lost contracts / orders")
    assert told == {"Repeat rate": "customer_centric", "Churn": "customer_centric"}
