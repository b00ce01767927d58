"""What a stage whose name tells nothing is taken for, by its place among the others."""

from __future__ import annotations

import pytest
from drawing import vocabulary


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("Awareness, Consideration, Zum, Onboarding", "awareness consideration purchase onboarding"),
        ("Awareness, Zum, Zam, Use, Renewal", "awareness use use use retention"),
        ("Awareness, Consideration, Purchase, Zum", "awareness consideration purchase unclear"),
        ("Awareness, Purchase, Zum, Zam, Renewal", "awareness purchase onboarding use retention"),
        ("Onboarding, Zum, Zam, Use, Zem, Zom", "onboarding use use use use use"),
        ("Onboarding, Zum, Purchase, Zam, Zem, Zim", "onboarding unclear purchase unclear unclear unclear"),
        ("Awareness, Zum, Zam, Zim, Zem, Zom", "awareness unclear unclear unclear unclear unclear"),
    ],
)
def test_gaps_are_told_by_the_stages_around_them(labels: str, expected: str) -> None:
    found = vocabulary().stage_phases(labels.split(", "))
    assert " ".join(phases[0] for phases in found) == expected


def test_work_between_the_order_and_the_delivery_is_part_of_the_delivery() -> None:
    found = vocabulary().stage_phases(["Enquiry", "Order", "Capture", "Editing", "Delivery", "Daily use"])
    assert [phases[0] for phases in found] == [
        "consideration",
        "purchase",
        "delivery",
        "delivery",
        "delivery",
        "use",
    ]
