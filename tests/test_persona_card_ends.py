"""Where persona cards begin and end: beside headings that only look like one, and above tables of other things."""

from __future__ import annotations

from drawing import read

CARDS = (
    "Our members\n"
    "\n"
    'Main — "Oona"\n'
    "Attribute | Detail\n"
    "Age | 31\n"
    "Goals | Sail on her own by autumn\n"
    "Frustrations | The boats are booked months ahead\n"
    "\n"
    'Further — "Pekka"\n'
    "Attribute | Detail\n"
    "Age | 58\n"
    "Goals | Keep his hands busy\n"
    "Frustrations | Nobody answers the harbour phone\n"
    "\n"
    "Segment-to-berth list\n"
    "Berth | Length | Fee | For whom\n"
    "Small | 5 m | 300 | Oona\n"
    "Large | 9 m | 900 | Pekka"
)


def test_a_table_of_several_columns_below_the_cards_is_told_of_nobody() -> None:
    (table,) = read(CARDS, "Personas").tables
    assert [persona.name.text for persona in table.personas] == ["Main — Oona", "Further — Pekka"]
    labels = {lane.label for lane in table.lanes}
    assert labels == {"Attribute", "Age", "Goals", "Frustrations"}


def test_what_somebody_does_not_want_is_no_goal() -> None:
    cards = CARDS.replace("Frustrations", "What she doesn't want")
    found = {lane.label: lane.field for table in read(cards, "Personas").tables for lane in table.lanes}
    assert found["What she doesn't want"] == "dissatisfaction_driver"


def test_chapters_behind_the_last_card_that_no_card_has_are_told_of_nobody() -> None:
    cards = """
Personas of the town's data service

1. Sarah, a parent
Context | Two children, walks to the park
Asks us
 | - Which parks are open?
What pleases her
 | - A map that begins at her street

2. Marcus, who cooks in a van
Context | Two vans, asks for permits
Asks us
 | - Who else has asked?
What pleases her
 | - A list to keep

How they drive the build
Part | For whom
A map that works on a phone | Sarah
A list to keep | Marcus

Out of scope
Whoever wants all the figures | asks the town
"""
    (table,) = read(cards, "Personas").tables
    assert [lane.label for lane in table.lanes] == ["Context", "Asks us", "What pleases her"]
    assert [persona.name.text for persona in table.personas] == ["Sarah, a parent", "Marcus, who cooks in a van"]


def test_stages_that_count_through_under_a_title_of_a_journey_are_no_facts_of_a_persona() -> None:
    drawn = """
    Customer journey of our bakery
    We have two kinds of customers:
    1. Discovery | Smells the bread in the street, walks in
    2. Purchase | Points at a loaf, pays
    3. Slicing | Waits at the machine
    4. Carrying home | Tears off the crust
    5. Coming back | Comes back on Saturdays
    Feelings and frustrations
    Feeling | Detail
    Frustration | When the rye is sold out
    Delight | When the loaf is warm
    Loyalty | When the baker knows the name
    """
    reading = read(drawn, "Customers")
    assert reading.kind == "journey"
    assert [stage.name.text for table in reading.tables for m in table.maps for stage in m.stages] == [
        "1. Discovery",
        "2. Purchase",
        "3. Slicing",
        "4. Carrying home",
        "5. Coming back",
    ]
