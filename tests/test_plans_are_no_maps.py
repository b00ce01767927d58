"""Plans of a launch or a project have phases, times and goals, and are no journey maps, whatever their phases say."""

from __future__ import annotations

import pytest
from drawing import MAP, grid, vocabulary

from cxaudit import pipeline

LAUNCH = """
Launch plan

Stage               | Timeline | Description      | Exit criteria
Try the prototype   | M1 to M2 | Show it to five  | One of them signs
First live pilot    | M3 to M4 | One site         | Rate measured
Annual contract     | M5 to M7 | The same town    | Contract signed
Second town         | M8 on    | The next town    | Two towns run
"""
ROLLOUT = """
Phase             | Duration | Activities       | Deliverables
Discovery         | 2 weeks  | Talk with owners | Report
Purchase of tools | 4 weeks  | Buy licences     | Contract
Onboarding        | 3 weeks  | Train the desk   | Handbook
Support           | ongoing  | Help desk        | Rota
"""
MARKETING = """
Go-to-market plan

Phase       | Goal         | Channels | Budget
Awareness   | 10000 visits | Social   | 5000
Acquisition | 500 sign-ups | Ads      | 9000
Retention   | 60 % stay    | Mail     | 1000
"""
GERMAN = """
Einführungsplan

Phase        | Zeitraum | Beschreibung      | Meilensteine
Kauf         | März     | Wir wählen aus    | Vertrag
Einführung   | April    | Wir schulen       | Alle geschult
Nutzung      | Mai      | Wir arbeiten      | Erster Monat
Verlängerung | Dezember | Wir verlängern    | Zweites Jahr
"""
LIVED = """
Stage     | Duration | Touchpoints | Actions | Milestones
Discover  | a day    | Banner      | Looks   | Knows us
Compare   | a week   | Website     | Asks    | Has a price
Buy       | an hour  | Shop        | Pays    | Has it
Renew     | a minute | Letter      | Signs   | Stays
"""


@pytest.mark.parametrize("plan", [LAUNCH, ROLLOUT, MARKETING, GERMAN])
def test_a_plan_beside_a_map_is_none_though_its_phases_sound_like_the_stages_of_a_customer(plan: str) -> None:
    readings = pipeline.read([grid(MAP, "Journey"), grid(plan, "Sheet2")], vocabulary())
    assert [reading.kind for reading in readings] == ["journey", "other"]


def test_a_plan_in_a_workbook_that_is_named_after_a_journey_is_none() -> None:
    (reading,) = pipeline.read([grid(ROLLOUT, "Sheet1", workbook="customer journey.xlsx")], vocabulary())
    assert reading.kind == "other"


def test_a_map_may_have_times_and_milestones() -> None:
    (reading,) = pipeline.read([grid(LIVED, "Sheet1", workbook="customer journey.xlsx")], vocabulary())
    assert reading.kind == "journey"
