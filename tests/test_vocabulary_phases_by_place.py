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
    ],
)
def test_gaps_are_told_by_the_stages_around_them(labels: str, expected: str) -> None:
    found = vocabulary().stage_phases(labels.split(", "))
    assert " ".join(phases[0] for phases in found) == expected
