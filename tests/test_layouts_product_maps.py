"""Maps, personas and measures as product teams write them down: under small headings, with small tables between."""

from __future__ import annotations

from drawing import read, the_map

BLOCKS = """
Journey of a pupil

👤 Persona: Alex
Age          | 17
Tech comfort | High
Pain Points & Frustrations
             | - Forgets dates

Phase 1: Trigger
User need    | Write it down
😰 Emotional state: ANXIOUS
Touchpoints  | Bus

Phase 2: Action
User need    | Save it
🤔 Emotional state: HOPEFUL
Touchpoints  | Form

What's happening behind the scenes
The app keeps the data in the storage of the browser, so that no server is asked for it at any time
Phase 3: Result
User need    | Rest
😌 Emotional state: RELIEVED
Touchpoints  | Reminder

Opportunities for improvement
             | - A widget
"""


def fields(drawing: str, sheet: str = "Journey") -> dict[str, str]:
    return {lane.label: lane.field for table in read(drawing, sheet).tables for lane in table.lanes}


def test_a_heading_that_says_something_else_in_each_stage_does_not_end_the_last() -> None:
    assert fields(BLOCKS)["Opportunities for improvement"] == "opportunity"


def test_a_small_heading_over_text_is_a_lane_however_unsure_its_word() -> None:
    assert fields(BLOCKS)["What's happening behind the scenes"] == "backstage"


def test_a_persona_told_above_a_map_is_shown_with_the_fields_of_the_map() -> None:
    told = fields(BLOCKS)
    assert (told["Age"], told["Tech comfort"], told["Pain Points & Frustrations"]) == (
        "persona",
        "persona",
        "pain_point",
    )


def test_a_row_of_headings_below_an_empty_row_begins_a_table_of_another_shape() -> None:
    drawing = """
    Dimension  | Booking | Check-in | Stay
    Guest goal | Find    | Arrive   | Rest
    Touchpoint | Site    | Desk     | Room
    Pain point | Unclear | Queue    | Noise

    Focus: room service
    Moment     | Intended support | Failure condition | Evidence
    Submitting | Confirmation     | Sent twice        | Test
    Waiting    | Status           | No answer         | Test
    """
    told = fields(drawing, "Customer journey map")
    assert told.get("Dimension", "other") == "other"
    assert told["Failure condition"] == "pain_point"
    assert "Submitting" not in told


def test_quotations_under_experience_are_thoughts_as_well() -> None:
    drawing = """
    Stage               | Awareness      | Purchase    | Use
    Touchpoints         | Search         | Form        | App
    Customer experience | "At last"      | "So easy"   | "My sheet is gone"
    """
    lanes = [lane.field for table in read(drawing, "Journey map").tables for lane in table.lanes]
    assert {"emotion", "thought"} <= set(lanes)


def test_measures_in_pairs_under_headings_are_a_list_of_measures() -> None:
    reading = read(
        """
        Success metrics

        Quantitative KPIs
        Conversion rates | From visitor to user

        Technical performance
        App load time    | Average over devices
        Error rate       | How often the app crashes
                         | - Feature adoption: 40 %
        """,
        "Success Metrics",
    )
    assert reading.kind == "metrics"
    assert [(m.name.text, m.metric_class) for t in reading.tables for m in t.metrics] == [
        ("Conversion rates", "acquisition"),
        ("App load time", "operational"),
        ("Error rate", "operational"),
        ("Feature adoption", "customer_centric"),
    ]


def test_measures_by_stage_on_a_sheet_of_measures_are_no_map() -> None:
    reading = read(
        """
        Secondary metrics (user journey)
        Journey stage    | Metric                                                          | Why
        Awareness → Try  | Activation rate (% of new users who listen in their first week) | Top of the funnel
        Play → Complete  | Episode completion rate                                         | Fit
        Return → Follow  | Shows followed per listener                                     | Commitment
        """,
        "Metrics",
    )
    assert reading.kind == "metrics"
    assert next(m.name.text for t in reading.tables for m in t.metrics) == "Activation rate"
    assert {m.metric_class for t in reading.tables for m in t.metrics} == {"customer_centric"}


def test_the_nearest_title_says_that_a_table_lists_touchpoints() -> None:
    drawing = """
    Journey 2: Business traveller

    Touchpoint matrix
    Phase   | Touchpoint | Channel | Emotion
    Search  | Site       | Web     | Curious
    Booking | Form       | Web     | Tense
    Lounge  | Desk       | In hall | Glad
    """
    assert read(drawing, "Business").kind == "touchpoints"


def test_a_full_map_below_touchpoints_leads_the_sheet() -> None:
    drawing = """
    Touchpoints throughout the journey
    Phase  | Touchpoint | Channel | User action
    Action | Form       | Mobile  | Fills in
    Result | Dashboard  | Mobile  | Looks

    Summary of the journey
    Phase  | Emotion | Thoughts | Touchpoints | Pain points | Opportunities
    Action | Tense   | Please   | Form        | No net      | Say it works
    Result | Glad    | It works | Dashboard   | None        | Celebrate
    """
    reading = read(drawing, "Touchpoints")
    assert reading.kind == "journey"


def test_the_last_stage_goes_on_to_the_last_heading_that_the_stages_share() -> None:
    drawing = """
    User journey
    Stage 1 — Browse
    User mindset
    Curious about everything that there is to be seen here, and not at all sure where to begin with it
    Emotional goal
    Momentum and a feeling of being guided by somebody who knows the way around and has time for it

    Stage 2 — Own
    User mindset
    Has chosen, and still wants somebody who takes care of all that comes after the day of the purchase
    Current state
    Early, acting as an entry point more than as a full way through everything that will be needed later
    Emotional goal
    Calm and a feeling that nothing has been left to chance by those who looked after the whole of it

    Closing words
    The journey should feel like one relationship and not like a row of screens that follow each other
    """
    stage = the_map(read(drawing, "Journey")).stages[-1]
    assert any("Calm" in entry.text for entry in stage.fields["emotion"])
    assert not any("one relationship" in e.text for entries in stage.fields.values() for e in entries)
