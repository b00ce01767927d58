"""A map of one trouble: what is told, awaited and decided meanwhile is part of it."""

from __future__ import annotations

import pytest
from drawing import read, the_map

MAP = """
Customer journey: dispute a charge

Stage                    | Touchpoint  | Feeling   | Pain point
A strange line turns up  | Statement   | startled  | other name
{telling}                | Card line   | hurried   | asked twice
{waiting}                | Progress    | forgotten | no news
{deciding}               | Letter      | bitter    | paragraphs
{afterwards}             | New card    | careful   | bounced
"""


@pytest.mark.parametrize(
    ("telling", "waiting", "deciding"),
    [
        ("Telling the bank", "Waiting for word", "The decision"),
        ("Sharing the proof", "Assessor's visit", "Decision and payment"),
    ],
)
def test_stages_between_the_trouble_and_its_end_are_of_the_trouble(telling: str, waiting: str, deciding: str) -> None:
    drawing = MAP.format(telling=telling, waiting=waiting, deciding=deciding, afterwards="Using the card again")
    stages = the_map(read(drawing)).stages
    assert [stage.phases for stage in stages[1:4]] == [("support",)] * 3
    assert stages[4].phases == ("retention",)


def test_what_leads_back_into_the_relation_keeps_its_phase() -> None:
    drawing = MAP.format(
        telling="Telling the bank", waiting="Waiting", deciding="Renewing the card", afterwards="Recommending us"
    )
    assert [stage.phases for stage in the_map(read(drawing)).stages[3:]] == [("retention",), ("advocacy",)]
