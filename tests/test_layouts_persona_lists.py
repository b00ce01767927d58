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
