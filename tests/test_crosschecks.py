"""What one sheet says and another does not is told, with its cells, and costs no points."""

from __future__ import annotations

from typing import Any

from cxaudit.crosschecks import CrossCheck, cross_checks
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import load_rules

RULES = load_rules()


def told(**given: Any) -> dict[str, CrossCheck]:
    programme = programme_of(given, RULES.vocabulary).programme
    return {found.id: found for found in cross_checks(programme, RULES.cross_checks)}


def test_a_persona_on_a_map_without_a_sheet_is_named() -> None:
    found = told(
        maps=[{"about": {"persona": ["Ann Lee", "Bo"]}, "stages": [{"name": "Buy", "activity": "pays"}]}],
        personas=[{"name": "Ann", "goal": "save time"}],
    )
    assert found["persona-without-sheet"].message == 'The map names "Bo", and no persona sheet holds them.'
    assert [cell.text for cell in found["persona-without-sheet"].cells] == ["Bo"]
    assert "persona-without-map" not in found


def test_a_persona_that_no_map_uses_is_named() -> None:
    found = told(
        maps=[{"about": {"persona": "Ann"}, "stages": [{"name": "Buy"}]}],
        personas=[{"name": "Ann", "goal": "save time"}, {"name": "Bo", "goal": "be sure"}],
    )
    assert found["persona-without-map"].message == 'No map names "Bo".'


def test_a_metric_on_the_map_that_the_list_lacks_is_named_by_what_it_measures() -> None:
    found = told(
        maps=[{"stages": [{"name": "Use", "metric": ["NPS", "Churn rate"]}]}],
        metrics=[{"name": "Net promoter score", "target": "40"}],
    )
    assert found["metric-not-listed"].message == 'The list of metrics lacks "Churn rate", though a map uses them.'


def test_a_pain_without_an_opportunity_is_named_by_its_stage() -> None:
    found = told(
        maps=[
            {
                "stages": [
                    {"name": "Buy", "pain_point": "long form", "opportunity": "shorter form"},
                    {"name": "Use", "pain_point": "no manual", "opportunity": ""},
                ]
            }
        ]
    )
    assert found["pain-without-opportunity"].message == 'Pain points without an opportunity beside them: "Use".'
    assert [cell.text for cell in found["pain-without-opportunity"].cells] == ["no manual"]


def test_sheets_that_agree_are_not_remarked_on() -> None:
    agreeing = told(
        maps=[{"about": {"persona": "Ann"}, "stages": [{"name": "Use", "metric": "NPS", "pain_point": "no manual"}]}],
        personas=[{"name": "Ann", "goal": "save time"}],
        metrics=[{"name": "NPS"}],
    )
    assert agreeing == {}


def test_alone_a_map_or_a_persona_sheet_has_nothing_to_disagree_with() -> None:
    assert told(maps=[{"about": {"persona": "Ann"}, "stages": [{"name": "Use", "metric": "NPS"}]}]) == {}
    assert told(personas=[{"name": "Ann", "goal": "save time"}]) == {}
