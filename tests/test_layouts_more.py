"""More ways people lay out a sheet: bands, question columns, cards without a name, several maps on one sheet."""

from __future__ import annotations

from drawing import given, read, the_map

from cxaudit.grid import Area
from cxaudit.layout import Reading
from cxaudit.model import Persona


def personas(reading: Reading) -> list[Persona]:
    return [persona for table in reading.tables for persona in table.personas]


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


def test_tables_under_headings_are_one_map_where_their_labels_mean_the_same() -> None:
    drawing = """
Phase 1: Installation

Step | Action          | Omar's feelings | Pain point
1    | Installs app    | Curious         | Two versions
2    | Enters the key  | Focused         | Long form

Phase 2: First order

Step | Action          | Feelings        | Pain points
1    | Picks a plan    | Sure            | Many plans
2    | Pays            | Glad            | No invoice
"""
    stages = the_map(read(drawing, "Journey")).stages
    assert [(stage.name.text, len(stage.steps)) for stage in stages] == [
        ("Phase 1: Installation", 2),
        ("Phase 2: First order", 2),
    ]


def test_a_long_question_without_an_answer_does_not_end_the_list() -> None:
    drawing = """
Question | Answer | How we know
Are staff trained in journey mapping? | Yes | Course list
Do the segments and the data of all touchpoints come from one joined technical base? |  |
Are the maps and personas changed when customers change? | Yes | Twice a year
"""
    practices = [p for t in read(drawing, "Governance").tables for p in t.practices]
    assert [p.answer.given for p in practices] == [True, False, True]


def test_a_lane_without_a_telling_label_is_told_by_what_stands_in_it() -> None:
    drawing = """
Stage       | Looking  | Buying    | Living with it
What she does | Compares | Orders    | Calls for help
Feeling     | Curious  | Glad      | Cross
Passing by  | Website  | Shop      | Phone
"""
    reading = read(drawing)
    assert [lane.field for lane in the_map(reading).lanes if lane.label == "Passing by"] == ["channel"]
    assert [lane.match for lane in the_map(reading).lanes if lane.label == "Passing by"] == ["fuzzy"]


def test_a_small_table_below_a_mental_state_under_each_phase_tells_of_the_phase() -> None:
    rows = "Need | Current state | Gap\nSee it work | Only a video | No demo\nKnow the price | None | No calculator\n"
    blocks = [
        f'{phase}\nUser\'s mental state | "Is it worth it?"\n{rows}'
        for phase in ("Phase 0: Discovery (week 0)", "Phase 1: Signup (day 1)", "Phase 2: Full use (month 2)")
    ]
    reading = read("Lifecycle\n\n" + "\n".join(blocks), "Lifecycle")
    journey = the_map(reading)
    assert [stage.name.text for stage in journey.stages] == [
        "Phase 0: Discovery",
        "Phase 1: Signup",
        "Phase 2: Full use",
    ]
    assert {lane.field for lane in journey.lanes} >= {"thought", "goal", "pain_point"}
