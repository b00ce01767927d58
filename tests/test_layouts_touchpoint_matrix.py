"""Touchpoints down and stages across, with a mark where a touchpoint serves a stage."""

from __future__ import annotations

from drawing import read, the_map

MATRIX = """
Touchpoint | Awareness | Purchase | Onboarding | Renewal
Website    | x         | primary  |            |
App        |           |          | primary    | x
"""


def test_a_mark_says_that_the_touchpoint_is_met_in_that_stage() -> None:
    reading = read(MATRIX)
    met = {
        stage.name.text: [(entry.text, entry.place.cell) for entry in stage.fields["touchpoint"] if entry.given]
        for stage in the_map(reading).stages
    }
    assert (reading.kind, reading.layout) == ("touchpoints", "touchpoint-matrix")
    assert met == {
        "Awareness": [("Website", "B2")],
        "Purchase": [("Website", "C2")],
        "Onboarding": [("App", "D3")],
        "Renewal": [("App", "E3")],
    }


def test_lanes_below_a_corner_that_says_touchpoint_are_no_touchpoints() -> None:
    drawing = """
Touchpoints | Awareness | Purchase | Onboarding | Renewal
Emotions    | Curious   | Tense    | Glad       | Bored
Pain points | Noise     | Queue    | Log-in     | Price
"""
    assert read(drawing).layout != "touchpoint-matrix"


def test_a_matrix_of_anything_else_is_left_alone() -> None:
    drawing = """
Feature | Free | Team | Business | Enterprise
Export  | x    | x    | x        | x
Audit   |      |      | x        | x
"""
    assert read(drawing).tables == ()
