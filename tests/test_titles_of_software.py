"""A title that speaks of a journey over the design of software makes no map; nor do shares of a scroll bar."""

from __future__ import annotations

import pytest
from drawing import read

_LIVED = """
Learner journey

Arriving
The learner opens the letter and reads when the course begins.

Settling in
The learner meets the tutor and gets the books.

Learning
The learner reads a chapter and answers the questions.

Passing
The learner sits the exam and shows the paper at home.
"""
_BUILT = """
Learner journey

Arriving
The learner opens /letters/{id} when letter_status is PENDING.

Settling in
The learner is linked in course_members by the backend job.

Learning
The learner calls the endpoint in routes/chapters.php for a chapter.

Passing
The learner gets a row in exam_results and the webhook fires.
"""


def test_deeds_below_plain_headings_are_a_map_under_a_title_of_a_journey() -> None:
    assert read(_LIVED, "Journey").kind == "journey"


def test_files_endpoints_and_names_of_code_below_them_are_none() -> None:
    assert read(_BUILT, "Journey").kind == "other"


@pytest.mark.parametrize(("first", "kind"), [("Landing", "journey"), ("0-14 %", "other")])
def test_names_of_stages_hold_words(first: str, kind: str) -> None:
    names = (first, *(["Looking", "Choosing", "Paying"] if kind == "journey" else ["14-46 %", "46-75 %", "75-94 %"]))
    told = ("Sees the beach", "Looks at rooms", "Picks a room", "Pays by card")
    rows = "\n".join(f"{name} | {text}" for name, text in zip(names, told, strict=True))
    assert read(f"Guest journey\n\n{rows}", "Journey").kind == kind
