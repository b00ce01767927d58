"""Touchpoints that have a heading each on a sheet that is named for touchpoints."""

from __future__ import annotations

from drawing import given, read, the_map

BLOCKS = """
Key touchpoints

Jetty office
Purpose | Hand over the key
Content | Tide table, map

Radio call
Purpose | Warn of the weather
Content | Wind, waves

Harbour bill
Purpose | Ask for the money
Content | Nights, berth
"""


def test_each_heading_over_the_same_labels_is_a_touchpoint() -> None:
    found = read(BLOCKS)
    steps = the_map(found).stages[0].steps
    assert (found.kind, found.layout) == ("touchpoints", "touchpoint-blocks")
    assert [given(step.fields, "touchpoint") for step in steps] == [
        ("Jetty office",),
        ("Radio call",),
        ("Harbour bill",),
    ]
    assert given(steps[0].fields, "content") == ("Tide table, map",)


def test_under_another_title_they_are_none() -> None:
    assert read(BLOCKS.replace("Key touchpoints", "Rooms of the harbour")).kind != "touchpoints"
