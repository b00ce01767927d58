"""Lists of touchpoints, sequences of messages and communication plans are inventories, however short their heads."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map

SEQUENCE = """
Follow-up engine

After an order | It begins when the order is in
Offset         | Touchpoint            | Channel
+3 days        | How is it going?      | Mail
+7 days        | Short form            | Mail and app
+14 days       | Has anything changed? | Mail
"""
COMMUNICATION = """
Communication plan

Trigger      | Message            | Channel | Timing   | Owner
Order placed | Thank you          | Mail    | at once  | Service
Sent         | It is on its way   | SMS     | same day | Logistics
Delivered    | How was it for you | Mail    | +3 days  | CX
"""
KINDS = """
Touchpoint inventory

Touchpoint | Type  | Digital? | Frequency
Website    | Owned | yes      | daily
Branch     | Owned | no       | weekly
Letter     | Owned | no       | yearly
"""
OWNERS = """
Touchpoint | Owner
Website    | Web team
Branch     | Branch manager
"""


@pytest.mark.parametrize(
    ("drawing", "touchpoints"),
    [
        (SEQUENCE, ["How is it going?", "Short form", "Has anything changed?"]),
        (COMMUNICATION, ["Thank you", "It is on its way", "How was it for you"]),
        (KINDS, ["Website", "Branch", "Letter"]),
        (OWNERS, ["Website", "Branch"]),
    ],
)
def test_what_lists_touchpoints_is_an_inventory(drawing: str, touchpoints: list[str]) -> None:
    found = read(drawing)
    steps = [step for stage in the_map(found).stages for step in (*stage.steps, stage)]
    assert found.kind == "touchpoints"
    assert [text for step in steps for text in given(step.fields, "touchpoint")] == touchpoints


CHANNELS = """
Channel mix

Rank | Channel | Fit | Cost   | Verdict
1    | Radio   | 5   | Low    | Keep
2    | Posters | 4   | Medium | Keep
3    | Fair    | 2   | High   | Try
"""


def test_channels_that_are_ranked_on_a_sheet_of_them_are_an_inventory() -> None:
    found = read(CHANNELS)
    steps = [step for stage in the_map(found).stages for step in (*stage.steps, stage)]
    assert found.kind == "touchpoints"
    assert [text for step in steps for text in given(step.fields, "channel")] == ["Radio", "Posters", "Fair"]


def test_channels_that_are_ranked_elsewhere_are_none() -> None:
    assert read(CHANNELS.replace("Channel mix", "Budget of the fair")).kind == "other"
