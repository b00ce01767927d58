"""Labels that ask about a persona by name ask the same as those that say "they"."""

from __future__ import annotations

import pytest
from drawing import vocabulary


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("What Aaron does", "activity"),
        ("How Sandeep feels", "emotion"),
        ("What Aisha thinks", "thought"),
        ("What Aaron Felt", "emotion"),
    ],
)
def test_a_given_name_is_whom_the_label_asks_about(label: str, field: str) -> None:
    assert vocabulary().fields(label, "journey")[0].field == field


@pytest.mark.parametrize("label", ["What Zendrix does", "What Sparkasse does"])
def test_what_a_company_or_product_does_is_no_doing_of_a_customer(label: str) -> None:
    assert all(match.field != "activity" for match in vocabulary().fields(label, "journey"))
