"""Measures that have a heading and a block of facts each are a list of measures."""

from __future__ import annotations

from drawing import given, read

BLOCKS = """
Customer metrics

Net Promoter Score (NPS)
Definition | Likelihood to recommend
Target     | 50
Current    | 42

Churn rate
Definition | Customers who left, by month
Target     | 2 %
Current    | 3 %

What we learned
Note | Response rates fall
"""


def test_measures_in_blocks_with_their_targets() -> None:
    reading = read(BLOCKS)
    metrics = [metric for table in reading.tables for metric in table.metrics]
    assert reading.kind == "metrics"
    assert [m.name.text for m in metrics] == ["Net Promoter Score (NPS)", "Churn rate"]
    assert {m.metric_class for m in metrics} == {"customer_centric"}
    assert given(metrics[0].fields, "other.target") == ("50",)


def test_headings_of_measures_without_facts_are_no_list() -> None:
    drawing = """
Our year
Churn rate
It fell because we called back.
Revenue
It rose.
"""
    assert read(drawing).kind == "other"
