"""Labels that are counted through, written in one word or joined by an arrow, and lanes named after who is seen."""

from __future__ import annotations

import pytest
from drawing import vocabulary

from cxaudit.words.counted import after_count, after_letter, hyphened, respaced, without_scale


def fields(label: str) -> list[str]:
    return [match.field for match in vocabulary().fields(label, "journey")]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Lane 2: Touchpoints", ["touchpoint"]),
        ("Layer A – Customer actions", ["activity"]),
        ("III. Pain points", ["pain_point"]),
        ("c) Owners", ["owner"]),
        ("emotionScore", ["emotion"]),
        ("Touchpoints → channels", ["touchpoint", "channel"]),
        ("Touchpoints incl. screens", ["touchpoint"]),
        ("Stage-to-stage conversion", ["metric"]),
        ("Onstage/visible contact employee actions", ["touchpoint"]),
        ("Backstage/invisible contact employee actions", ["backstage"]),
        ("Pain point resolved", ["enabler"]),
        ("How Acme addresses it", ["opportunity"]),
        ("What Acme contributes", ["backstage"]),
        ("What the customer provides", ["data_shared"]),
        ("Expected duration", ["duration"]),
        ("Open questions", ["other"]),
        ("Satisfaction 1-10", ["emotion"]),
        ("Mood -2 to +2", ["emotion"]),
        ("Effort 1–5", ["other"]),
        ("Exit criterion", ["other"]),
    ],
)
def test_labels_as_maps_write_them(label: str, expected: list[str]) -> None:
    assert fields(label) == expected


def test_only_what_counts_is_taken_off() -> None:
    assert after_count("Row 12: Goals") == ("Row", "Goals")
    assert after_count("Awareness: Goals") == ("", "")
    assert after_letter("iv) Goals") == ""
    assert after_letter("B. Goals") == "Goals"
    assert respaced("painPoints") == "pain Points"
    assert respaced("Pain points") == respaced("touchpoints") == respaced("KPIs") == ""
    assert hyphened("face-to-face talks") == ("to",)
    assert hyphened("opt-in") == ()
    assert without_scale("Phase 1 to 3") == "Phase"
    assert without_scale("Week 1") == without_scale("24/7 help") == ""
    assert fields("Phase 1-3") == ["stage"]
