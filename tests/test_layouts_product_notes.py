"""Maps and personas as product teams note them: headings, small tables, and facts beside each other."""

from __future__ import annotations

from tests.drawing import given, read, the_map


def test_headings_that_call_themselves_stages_head_blocks_without_a_shared_label() -> None:
    journey = the_map(
        read(
            """
            User Journey Map

            Awareness Stage
            How they find us | Search, a forum
            Goal | 50% of visitors read on

            Consideration Stage
            What they're thinking | Is this safe?
            Goal | 20% of visitors sign up

            Advocacy Stage
            User behavior | Tells a friend
            Goal | 10% of users refer a friend

            Risks
            Risk | Someone sues
            """
        )
    )
    assert [stage.name.text for stage in journey.stages] == ["Awareness Stage", "Consideration Stage", "Advocacy Stage"]
    assert given(journey.stages[0].fields, "channel") == ("Search", "a forum")
    assert given(journey.stages[1].fields, "metric") == ("20% of visitors sign up",)
    assert not given(journey.stages[2].fields, "pain_point")


def test_sections_that_count_through_are_the_stages_and_a_persona_above_them_is_none() -> None:
    reading = read(
        """
        Customer Journey Map

        1. Persona

        Engineering Lead "Elena"

        Attribute | Detail
        Company | A start-up
        Reports to | CTO

        2.1 Awareness

        Customer Actions | Searches
        Touchpoints | Forum

        2.2 Purchase

        Customer Actions | Signs up
        Touchpoints | Web site

        2.3 Daily use

        Customer Actions | Looks daily
        Touchpoints | Dashboard
        """
    )
    assert [stage.phases for stage in the_map(reading).stages] == [("awareness",), ("purchase",), ("use",)]
    personal = {lane.label for table in reading.tables for lane in table.lanes if lane.field == "persona"}
    assert {"Company", "Reports to"} <= personal


def test_a_summary_of_steps_under_the_title_of_a_journey_is_a_map() -> None:
    reading = read(
        """
        Customer Journey

        Step | Customer Action | System Action | Time
        1 | Connects | Grants access | 5s
        2 | Enters a code | Checks it | 2s
        3 | Pays | Books it | 9s
        """
    )
    assert reading.kind == "journey"


def test_counted_headings_over_sentences_are_stages_where_their_names_tell_phases() -> None:
    reading = read(
        """
        Customer journey of a payroll tool

        1. Awareness
        The user reads an article of ours or hears of us from a colleague.

        2. Lead Capture
        The user fills in a form and asks for a demo of the tool.

        3. Sales Handoff
        The form goes to a colleague in sales who calls within a day.

        4. Conversion
        The user signs the contract after the second call with sales.

        Why the journey is parted so
        Each part answers one question that the user has at that time.
        """
    )
    assert [(stage.name.text, stage.phases) for stage in the_map(reading).stages] == [
        ("1. Awareness", ("awareness",)),
        ("2. Lead Capture", ("consideration",)),
        ("3. Sales Handoff", ("consideration",)),
        ("4. Conversion", ("purchase",)),
    ]


def test_counted_chapters_are_no_stages() -> None:
    reading = read(
        """
        Customer journey of a payroll tool

        1. Purpose
        This page says how we came to the journey and what it is for.

        2. Research
        We talked with eight people who run the payroll of a small firm.

        3. Support
        Whoever has questions on this page writes to the team of design.
        """
    )
    assert reading.kind == "other"


def test_a_list_without_gaps_goes_on_over_names_that_tell_no_phase() -> None:
    (journey, *_) = [
        journey
        for table in read(
            """
            Primary journey
            Discover | hears of the app from a friend
            Sign up | gives an address and a word in a minute
            Onboard | picks a goal
            First quiz | five questions with an answer at once
            Return next day | a letter reminds of the next lesson

            What builds it
            Journey step | Part
            Discover | 1
            Sign up | 2
            Onboard | 2
            """
        ).tables
        for journey in table.maps
    ]
    assert [stage.name.text for stage in journey.stages] == [
        "Discover",
        "Sign up",
        "Onboard",
        "First quiz",
        "Return next day",
    ]


def test_a_list_of_journeys_is_no_map_of_stages() -> None:
    reading = read(
        """
        Journey | Primary Actor | Duration | Pain Points
        Courier onboarding | Clerk | 5 days | 14
        Daily dispatch | Dispatcher | 14 hours | 27
        Leave request | Courier | 3 days | 24
        """,
        sheet="User Journey Maps",
    )
    assert not [journey for table in reading.tables for journey in table.maps]


def test_what_a_persona_is_quoted_with_is_a_quote_whatever_its_label() -> None:
    (table,) = read(
        """
        Persona 1: Aisha Jallow
        Age | 28
        Goals | Cheap flights
        Frustrations | Hidden fees
        Her line | "I just want to book quickly."
        """,
        sheet="Personas",
    ).tables
    assert given(table.personas[0].fields, "quote") == ('"I just want to book quickly."',)


def test_a_heading_that_asks_whose_journey_it_is_is_answered_by_the_line_below() -> None:
    journey = the_map(
        read(
            """
            Reading journey

            Primary Persona
            Casual reader

            Stage | Discover | Compare | Borrow | Read
            User Goal | Find a book | See if it is free | Get it | Enjoy it
            Emotions | Curious | Unsure | Glad | Calm
            """
        )
    )
    assert given(journey.about, "persona") == ("Casual reader",)
    assert [stage.phases[0] for stage in journey.stages] == ["awareness", "consideration", "purchase", "use"]
