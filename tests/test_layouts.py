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


def test_an_improvement_list_is_part_of_no_map_and_owns_no_touchpoint() -> None:
    reading = read("Improvement | Owner | Due date\nOne log-in | IT | March\nNew bill | Finance | May", "Roadmap")
    row = the_map(reading).stages[0].steps[0].fields
    assert reading.kind == "other"
    assert (given(row, "opportunity"), given(row, "other.action_owner"), given(row, "other.due")) == (
        ("One log-in",),
        ("IT",),
        ("March",),
    )
    assert "owner" not in row


def test_a_band_above_the_labels_groups_them_and_is_no_persona() -> None:
    drawing = """
          | Customer |         | Company    |
Stage     | Activity | Emotion | Touchpoint | Owner
Awareness | Looks    | Curious | Banner     | Brand
Purchase  | Pays     | Glad    | Shop       | Sales
"""
    journey = the_map(read(drawing, merged=[Area(1, 2, 1, 3), Area(1, 4, 1, 5)]))
    assert journey.about == {}
    assert given(journey.stages[1].fields, "owner") == ("Sales",)


def test_a_lane_that_is_named_by_its_measure_holds_values_of_it() -> None:
    drawing = """
Stage     | Touchpoints | Emotions | NPS
Purchase  | Shop        | Tense    | 12
Support   | Hotline     | Cross    |
"""
    reading = read(drawing)
    assert [(m.name.text, m.concept) for t in reading.tables for m in t.metrics] == [("NPS: 12", "net promoter score")]
    assert the_map(reading).stages[1].fields["metric"][0].why_not == "is empty"


def test_the_question_column_is_the_one_that_asks() -> None:
    drawing = """
Topic  | Question                                  | Yes/no
Data   | Is feedback joined with transaction data? | Partly
People | Are staff trained in journey mapping?     | No
"""
    practices = [p for t in read(drawing, "Governance").tables for p in t.practices]
    asked = {p.question.text: p.answer.text for p in practices}
    assert asked["Is feedback joined with transaction data?"] == "Partly"


def test_a_card_without_the_label_name_is_named_by_its_heading_and_its_sections_hold_lines() -> None:
    drawing = """
Persona card
Anna Novak
Retired teacher from Brno
Age   | 67
GOALS
Stay independent
See the grandchildren
FRUSTRATIONS
Small print
"""
    (anna,) = personas(read(drawing, "Persona 1"))
    assert anna.name.text == "Anna Novak"
    assert given(anna.fields, "goal") == ("Stay independent", "See the grandchildren")
    assert given(anna.fields, "dissatisfaction_driver") == ("Small print",)


def test_a_value_that_reads_like_a_label_is_a_value() -> None:
    drawing = """
Persona: Busy Beth
Age               | 34
Preferred channel | Mobile
Reads             | Blogs
Frustrations      | Passwords
"""
    (beth,) = personas(read(drawing, "Beth"))
    assert (given(beth.fields, "channel_preference"), given(beth.fields, "content_preference")) == (
        ("Mobile",),
        ("Blogs",),
    )


def test_two_maps_on_a_sheet_are_two_with_their_own_titles() -> None:
    drawing = """
Map A: switching customers
Stage       | Awareness | Decision | Use
Touchpoints | Poster    | Web      | App
Emotions    | Good      | Fine     | Bad

Map B: movers
Stage       | Awareness | Decision | Use
Touchpoints | Agent     | Phone    | Letter
Emotions    | Good      | Fine     | Bad
"""
    maps = [journey for table in read(drawing, "Journeys").tables for journey in table.maps]
    assert [journey.title.text for journey in maps] == ["Map A: switching customers", "Map B: movers"]


def test_a_stage_that_only_its_place_tells_is_remarked_upon() -> None:
    drawing = """
Stage     | Touchpoints | Emotions
Awareness | Banner      | Curious
Comparing | Web         | Tense
Xyz       | Shop        | Glad
Onboarding | Letter     | Lost
"""
    reading = read(drawing)
    assert the_map(reading).stages[2].phases == ("purchase",)
    assert reading.notes == ('A4: no word of "Xyz" tells its phase; by its place among the stages it is purchase',)
