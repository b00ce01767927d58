"""Labels that look like those of a field and are none: codes, paths, names of projects, work of teams."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map, vocabulary


def fields(label: str, kind: str = "journey") -> list[str]:
    return [match.field for match in vocabulary().fields(label, kind)]


@pytest.mark.parametrize("label", ["Need ID", "touchpoint_id", "pain_point_id", "Persona UUID", "Goal refs"])
def test_a_label_that_ends_in_a_word_for_codes_names_the_codes_and_not_the_things(label: str) -> None:
    assert fields(label) == ["other"]
    assert fields(label, "persona") == ["other"]


def test_the_codes_of_stages_may_be_their_only_names() -> None:
    assert fields("stage_id") == ["stage"]


@pytest.mark.parametrize(
    "label", ["Teams/Effort", "Team & effort", "actor_type", "Repo path", "Project name", "Failure control"]
)
def test_what_only_looks_like_a_lane_of_a_map_is_none(label: str) -> None:
    assert set(fields(label)) <= {"other"}


@pytest.mark.parametrize("label", ["Repo path", "Project Name", "Target Platforms", "Document Version"])
def test_what_a_document_says_of_itself_is_nothing_of_a_persona(label: str) -> None:
    assert fields(label, "persona") == ["other"]
    assert fields(label, "about") == ["other"]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Technical environment", "mobile_behaviour"),
        ("Tech setup", "mobile_behaviour"),
        ("Abandons when", "dissatisfaction_driver"),
        ("Time constraints", "dissatisfaction_driver"),
        ("What hurts today", "dissatisfaction_driver"),
        ("Cognitive profile", "behaviour"),
        ("I want to…", "goal"),
        ("What they sell", "role"),
        ("Grounding", "evidence"),
    ],
)
def test_labels_of_personas_in_products(label: str, field: str) -> None:
    assert fields(label, "persona") == [field]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Front of house", "touchpoint"),
        ("Visible staff actions", "touchpoint"),
        ("Back-of-house actions", "backstage"),
        ("Key platform behaviours", "backstage"),
        ("Setup time", "duration"),
        ("Failure prevention", "opportunity"),
    ],
)
def test_lanes_of_blueprints_in_other_words(label: str, field: str) -> None:
    assert fields(label) == [field]


_STORE = """
Stage    | Customer action | Touchpoints | {}
Discover | Looks around    | Window      | {}
Buy      | Pays            | Till        | {}
Return   | Brings it back  | Counter     | {}
"""


def _said(label: str, *cells: str) -> dict[str, tuple[str, ...]]:
    journey = the_map(read(_STORE.format(label, *cells), "Customer journey"))
    names = {name for stage in journey.stages for name in stage.fields} - {"activity", "touchpoint", "stage"}
    return {name: tuple(text for stage in journey.stages for text in given(stage.fields, name)) for name in names}


def test_a_lane_that_holds_codes_alone_is_not_understood() -> None:
    assert set(_said("Requirements", "FR-001, FR-002", "FR-003 to FR-005", "FR-010")) == {"other"}


def test_a_lane_that_holds_words_keeps_its_field() -> None:
    texts = ("A bell at the door", "A second till", "A form for returns")
    assert _said("Requirements", *texts) == {"opportunity": texts}


def test_a_column_of_figures_is_no_definition() -> None:
    assert set(_said("Reach", "4", "5", "3")) == {"other"}
