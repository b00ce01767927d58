"""Each way of laying out a sheet is read, wherever its labels stand."""

from __future__ import annotations

from drawing import given, read, the_map

from cxaudit.grid import Area
from cxaudit.layout import Reading
from cxaudit.model import Persona

ACROSS = """
Journey of a bank customer
Last review | 2 February 2026

            | Awareness | Consideration | Purchase   | Use
Goal        | Find one  | Compare       | Open it    | Pay easily
Touchpoints | Poster; Friend | Website  | Branch     | App
Emotions    | Curious   |               | TBD        | Calm
"""


def test_stages_across() -> None:
    reading = read(ACROSS)
    journey = the_map(reading)
    assert (reading.kind, reading.layout) == ("journey", "stages-as-columns")
    assert [s.name.text for s in journey.stages] == ["Awareness", "Consideration", "Purchase", "Use"]
    assert given(journey.stages[0].fields, "touchpoint") == ("Poster", "Friend")
    assert journey.header.cell == "A5:A7"
    assert journey.title.text == "Journey of a bank customer"
    assert given(journey.about, "other.reviewed") == ("2 February 2026",)


def test_an_empty_cell_of_a_lane_is_an_entry_that_says_so() -> None:
    empty, placeholder = (the_map(read(ACROSS)).stages[n].fields["emotion"][0] for n in (1, 2))
    assert (empty.text, empty.why_not, empty.place.cell) == ("", "is empty", "C7")
    assert (placeholder.text, placeholder.given) == ("TBD", False)


def test_stages_merged_over_the_columns_of_their_steps() -> None:
    drawing = """
            | Buying |        | Using
            | Search | Order  | First week
Touchpoints | Web    | Shop   | App
Emotions    | Happy  |        | Proud
"""
    journey = the_map(read(drawing, merged=[Area(1, 2, 1, 3), Area(4, 2, 4, 3)]))
    assert [(s.name.text, [t.name.text for t in s.steps]) for s in journey.stages] == [
        ("Buying", ["Search", "Order"]),
        ("Using", ["First week"]),
    ]
    assert given(journey.stages[0].fields, "emotion") == ("Happy",)


def test_one_row_a_step_with_a_stage_named_only_once() -> None:
    drawing = """
Stage     | Touchpoint | Channel | Emotion
Awareness | Banner     | Street  | Curious
          | TV spot    | TV      | Bored
Purchase  | Shop       | Store   | Glad
"""
    reading = read(drawing)
    journey = the_map(reading)
    assert reading.layout == "one-row-per-step"
    assert [(s.name.text, len(s.steps)) for s in journey.stages] == [("Awareness", 2), ("Purchase", 1)]
    assert given(journey.stages[0].steps[1].fields, "touchpoint") == ("TV spot",)


def test_a_cell_merged_over_all_rows_of_a_stage_is_said_of_the_stage() -> None:
    drawing = """
Stage     | Step   | Touchpoint | Owner
Awareness | Seeing | Banner     | Marketing
          | Asking | Friend     |
Purchase  | Paying | Shop       | Sales
"""
    journey = the_map(read(drawing, merged=[Area(2, 1, 3, 1), Area(2, 4, 3, 4)]))
    assert given(journey.stages[0].fields, "owner") == ("Marketing",)
    assert [t.name.text for t in journey.stages[0].steps] == ["Seeing", "Asking"]


def test_one_row_a_stage() -> None:
    drawing = """
Stage     | What I do | How I feel | Measured by
Awareness | Look      | Curious    | Reach
Purchase  | Pay       | Tense      | Conversion rate
Support   | Ring      | Cross      | NPS
"""
    reading = read(drawing)
    assert reading.layout == "one-row-per-stage"
    metrics = [(m.name.text, m.metric_class, m.phases) for t in reading.tables for m in t.metrics]
    assert metrics[2] == ("NPS", "customer_centric", ("support",))
    assert not any(s.steps for s in the_map(reading).stages)


def test_stage_blocks() -> None:
    drawing = """
Household journey
Customer: private household

Stage 1: Becoming aware
Touchpoints | • Newspaper / • Neighbour
Emotions    | Alarmed

Stage 2: Switching to us
Touchpoints | Online contract
Emotions    |
"""
    reading = read(drawing)
    first, second = the_map(reading).stages
    assert (reading.kind, reading.layout) == ("journey", "stage-blocks")
    assert given(first.fields, "touchpoint") == ("Newspaper", "Neighbour")
    assert (first.phases, second.phases) == (("awareness",), ("purchase",))
    assert second.fields["emotion"][0].place.cell == "B10"
    assert not second.fields["emotion"][0].given


def test_headings_that_name_fields_hold_the_lines_below_them() -> None:
    drawing = """
Customer journey map
1. Discovery phase
Customer emotions
Uncertainty | Will they understand me?
Current gaps & opportunities | Few pictures
2. Booking phase
Customer emotions
Commitment | Ready to go
"""
    first, second = the_map(read(drawing)).stages
    assert given(first.fields, "emotion") == ("Will they understand me?",)
    assert given(first.fields, "opportunity") == given(first.fields, "pain_point") == ("Few pictures",)
    assert given(second.fields, "emotion") == ("Ready to go",)


def personas(reading: Reading) -> list[Persona]:
    return [persona for table in reading.tables for persona in table.personas]


def test_personas_across() -> None:
    drawing = """
Our personas
WHO
Persona     | Karin   | Finn
Age         | 48      | 19
Goals       | Home    | Fun
HOW THEY BEHAVE
Mobile use  | Tickets | -
Frustrations | Queues | Fees
"""
    reading = read(drawing)
    karin, finn = personas(reading)
    assert (reading.kind, reading.layout) == ("persona", "one-column-per-persona")
    assert (karin.name.text, given(karin.fields, "dissatisfaction_driver")) == ("Karin", ("Queues",))
    assert finn.fields["mobile_behaviour"][0].place.cell == "C7"
    assert not finn.fields["mobile_behaviour"][0].given


def test_personas_down() -> None:
    drawing = """
Persona | Age | Works as | Aims   | Worries
Farah   | 29  | Engineer | Career | Money
Moira   | 47  | Teacher  | Degree | Time
"""
    reading = read(drawing)
    assert (reading.kind, reading.layout) == ("persona", "one-row-per-persona")
    assert [(p.name.text, given(p.fields, "goal")) for p in personas(reading)] == [
        ("Farah", ("Career",)),
        ("Moira", ("Degree",)),
    ]


def test_persona_cards_beside_each_other() -> None:
    drawing = """
Persona 1 |       | | Persona 2 |
Name      | Max   | | Name      | Fiona
Age       | 26    | | Age       | 39
Job       | Clerk | | Job       | Manager
"""
    reading = read(drawing, "Personas")
    assert reading.layout == "key-value"
    assert [(p.name.text, given(p.fields, "role")) for p in personas(reading)] == [
        ("Max", ("26", "Clerk")),
        ("Fiona", ("39", "Manager")),
    ]


def test_persona_cards_that_only_their_headings_name() -> None:
    drawing = """
Priya Raman
Segment     | Business
Happy when  | Same room

Marguerite Dubois
Segment     | Culture
Happy when  | The concierge reads
Annoyed by  | Music
Goals       | See art
"""
    assert [p.name.text for p in personas(read(drawing))] == ["Priya Raman", "Marguerite Dubois"]


def test_a_metric_list() -> None:
    drawing = """
Metric     | Target | Owner    | How often
NPS        | 40     | CX team  | Monthly
Churn rate | 5 %    | Service  | Monthly
Reach      | 1 m    | Brand    | Weekly
"""
    reading = read(drawing, "KPIs")
    metrics = [m for t in reading.tables for m in t.metrics]
    assert (reading.kind, reading.layout) == ("metrics", "list")
    assert (metrics[0].name.text, metrics[0].listed, given(metrics[0].fields, "owner")) == ("NPS", True, ("CX team",))
    assert given(metrics[1].fields, "other.target") == ("5 %",)


def test_practices() -> None:
    drawing = """
Question                          | Answer | Remarks
Are people trained in CX mapping? | Partly | Two teams
Is the map revised every year?    | Yes    |
"""
    reading = read(drawing, "Governance")
    practices = [p for t in reading.tables for p in t.practices]
    assert reading.kind == "practices"
    assert [(p.question.text, p.answer.text) for p in practices][1] == ("Is the map revised every year?", "Yes")


def test_a_touchpoint_inventory_is_no_map() -> None:
    drawing = """
No. | Touchpoint | Channel | Phase    | Owner | Data shared
1   | Web shop   | Web     | Purchase | Sales | Card number
2   | Hotline    | Phone   | Support  | Care  | Name
"""
    reading = read(drawing, "Touchpoint inventory")
    assert reading.kind == "touchpoints"
    assert the_map(reading).inventory


def test_two_tables_on_a_sheet_are_both_read() -> None:
    drawing = """
Stage     | Touchpoint | Emotion
Awareness | Banner     | Curious
Purchase  | Shop       | Glad

Metrics
Metric     | Target | Owner
NPS        | 40     | CX team
Churn rate | 5 %    | Service
"""
    assert {table.kind for table in read(drawing).tables} == {"journey", "metrics"}
