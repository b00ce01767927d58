"""Families of English headings: who does what behind the scenes, what was done and said, skills and what is no need."""

from __future__ import annotations

import pytest
from drawing import vocabulary


def _field(label: str, kind: str) -> str:
    return next((match.field for match in vocabulary().fields(label, kind)), "")


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("What they did", "activity"),
        ("What she saw", "touchpoint"),
        ("What he asked", "thought"),
        ("Questions that need answers", "thought"),
        ("Questions they need answered", "thought"),
        ("Registration flow", "activity"),
        ("Recovery options", "opportunity"),
        ("Conversion event", "moment"),
        ("Outcome", "value"),
        ("Staff tasks", "backstage"),
        ("Automatic decisions", "backstage"),
        ("Information used", "data_shared"),
        ("Failure scenarios", "pain_point"),
        ("Transition to the next stage", "other"),
    ],
)
def test_a_heading_of_a_map_is_known_with_its_family(label: str, field: str) -> None:
    assert _field(label, "journey") == field


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Tech comfort", "behaviour"),
        ("Digital confidence", "behaviour"),
        ("Comfort with technology", "behaviour"),
        ("Preferred features", "satisfaction_driver"),
        ("Features they would use", "behaviour"),
        ("Task", "behaviour"),
        ("Comes to the pool to", "goal"),
        ("What she doesn't need", "other"),
        ("Not the audience", "other"),
    ],
)
def test_a_heading_of_a_persona_is_known_with_its_family(label: str, field: str) -> None:
    assert _field(label, "persona") == field
