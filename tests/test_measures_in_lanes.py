"""Measures in the lane of a map: cells that name several, and words that mean one thing before the purchase."""

from __future__ import annotations

import pytest
from drawing import read

from cxaudit.prose.readingdocument import document
from cxaudit.renderer import WorkbookReading

MAP = """
Stage       | Awareness   | Purchase | Use
Touchpoints | Poster      | Shop     | Van
Emotions    | Curious     | Tense    | Glad
KPI         | {awareness} | Sales    | {use}
"""


def _metrics(awareness: str = "Reach", use: str = "Churn rate") -> list[dict[str, object]]:
    reading = read(MAP.format(awareness=awareness, use=use))
    sheet = document([WorkbookReading(path="a.xlsx", sheets=(reading,))])["workbooks"][0]["sheets"][0]  # type: ignore[index]
    return list(sheet["metrics"])


@pytest.mark.parametrize(
    ("cell", "several"),
    [
        ("Reminder open rate > 60%. NPS at the van > 40.", ["operational", "customer_centric"]),
        ("App downloads, repair time, van cleaning hours", ["acquisition", "operational", "operational"]),
        ("Referrals, NPS", ["customer_centric", "customer_centric"]),
        ("Content engagement, time", ["acquisition"]),
        ("Shift notes shared, lists saved", ["customer_centric"]),
    ],
)
def test_a_cell_with_measures_of_different_classes_is_each_of_them(cell: str, several: list[str]) -> None:
    found = [metric for metric in _metrics(use=cell) if metric["label"] == cell]
    assert [metric["class"] for metric in found] == several


def test_each_of_several_measures_tells_its_name_beside_what_its_cell_says() -> None:
    assert [metric.get("measure") for metric in _metrics(use="Referrals, NPS")][-2:] == ["Referrals", "NPS"]
    assert "measure" not in _metrics(use="NPS")[-1]


@pytest.mark.parametrize(("place", "kind"), [("awareness", "acquisition"), ("use", "customer_centric")])
def test_shares_are_those_of_an_audience_before_the_purchase(place: str, kind: str) -> None:
    found = {metric["label"]: metric["class"] for metric in _metrics(**{place: "Shares"})}
    assert found["Shares"] == kind
