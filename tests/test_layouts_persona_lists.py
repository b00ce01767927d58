"""Personas as rows or columns whose labels ask questions or name only the kind of people."""

from __future__ import annotations

from drawing import read, vocabulary


def test_a_label_that_asks_several_things_stands_for_its_first_question() -> None:
    asked = "What are their goals? What result, exactly, do you help them reach in the end?"
    assert vocabulary().fields(asked, "persona")[0].field == "goal"


def test_jobs_to_be_done_are_not_the_job_that_somebody_has() -> None:
    assert [vocabulary().fields(text, "persona")[0].field for text in ("Jobs", "Job")] == ["goal", "role"]


def test_questions_down_and_personas_across() -> None:
    drawing = """
Buyer personas | Dana | Rob
What is their job and level of seniority? | Director | Electrician
What does a day in their life look like?  | Meetings | On site
What are their goals? What do you help them achieve? | Calm | Space
What would hold them back from buying what you offer? | Dust | Deposit
"""
    reading = read(drawing)
    assert reading.kind == "persona"
    assert [p.name.text for table in reading.tables for p in table.personas] == ["Dana", "Rob"]


def test_rows_of_kinds_of_people_with_what_they_need() -> None:
    drawing = """
Our personas
User type | Background       | Key needs  | Usage frequency
Teacher   | Knows slides     | Quick help | Weekly
Student   | Learns with apps | Pictures   | Daily
"""
    assert read(drawing).kind == "persona"


def test_a_table_headed_persona_needs_no_more_than_their_needs() -> None:
    drawing = """
Target audience
Persona | Description     | Key needs
Analyst | Checks claims   | Evidence
Editor  | Decides on news | Sources
"""
    assert read(drawing).kind == "persona"


EXPORTED = """
Personas

Persona ID | Persona Name | Age Range | Main Needs | Pain Points | Objections
PERSONA_001 | Glow Seeker | 18-22 | Easy colour | Too complicated | Price
PERSONA_002 | Busy Professional | 23-30 | Low effort | Messy textures | Price without value
PERSONA_003 | Collector | 20-35 | Something new | Sold out too soon | Many alike
PERSONA_004 | Minimalist | 30-45 | Few products | Too many steps | Claims
"""

NUMBERED_PEOPLE = """
Personas

Customer ID | Name | Age | City | Segment
CUST_00101 | Ada Berg | 34 | Hull | Gold
CUST_00102 | Ben Moor | 51 | York | Silver
CUST_00103 | Cem Aksu | 29 | Bath | Gold
CUST_00104 | Dan Hill | 44 | Ely | Basic
"""


def test_personas_numbered_by_a_program_are_personas_where_it_says_what_they_want_and_suffer() -> None:
    assert [persona.name.text for table in read(EXPORTED, "export").tables for persona in table.personas] == [
        "Glow Seeker",
        "Busy Professional",
        "Collector",
        "Minimalist",
    ]


def test_people_numbered_by_a_program_are_no_personas() -> None:
    assert not [persona for table in read(NUMBERED_PEOPLE, "export").tables for persona in table.personas]
