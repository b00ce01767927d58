"""Stages listed under a label that says so, with lanes that are told once for the whole journey."""

from __future__ import annotations

from drawing import given, read

LISTED = """
Customer journeys of the shop

Journey 1: A first lamp
Trigger | The old one flickers
Steps
Noticing | Sees the window of the shop
Comparing | Reads what others say of two lamps
Buying | Pays at the till
Lighting | Reads the manual by candle
Touchpoints | Window, till
Pain points | Nobody explains the bulbs

Journey 2: A second lamp
Steps
Remembering | Thinks of the shop
Weighing | Asks for a discount
Ordering | Calls the shop
Touchpoints | Telephone
Pain points | The line is busy

Insights
Bulbs | Matter more than shades
"""


def test_stages_may_be_listed_under_a_label_with_lanes_for_all_of_them() -> None:
    tables = read(LISTED).tables
    assert [[stage.name.text for stage in table.maps[0].stages] for table in tables if table.maps] == [
        ["Noticing", "Comparing", "Buying", "Lighting"],
        ["Remembering", "Weighing", "Ordering"],
    ]


def test_what_stands_below_the_list_is_said_of_the_whole_map() -> None:
    first = read(LISTED).tables[0].maps[0]
    assert first.title.text == "Journey 1: A first lamp"
    assert given(first.about, "touchpoint") == ("Window", "till")
    assert given(first.about, "pain_point") == ("Nobody explains the bulbs",)
    assert given(first.stages[2].fields, "activity") == ("Pays at the till",)


def test_steps_listed_under_headings_of_stages_stay_steps() -> None:
    (table,) = read(
        """
        Customer journey

        Stage 1: Awareness
        Steps
        Window | Sees the lamps
        Street | Talks of them
        Poster | Reads the price
        Touchpoints | Window

        Stage 2: Purchase
        Steps
        Door | Comes in
        Till | Pays
        Bag | Carries it home
        Touchpoints | Till
        """
    ).tables
    assert [stage.name.text for stage in table.maps[0].stages] == ["Stage 1: Awareness", "Stage 2: Purchase"]


def test_a_list_of_steps_without_lanes_is_no_map() -> None:
    recipe = """
    Lamp making

    Steps
    Cutting | Cut the paper
    Glueing | Glue it to the ring
    Drying | Wait a day
    """
    assert read(recipe).tables == ()
