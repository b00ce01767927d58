"""A journey that covers one job on purpose is judged on that job, in whatever words its title or scope says so."""

from __future__ import annotations

import pytest
from drawing import grid, vocabulary

from cxaudit.corrections.corrected import read_corrected
from cxaudit.corrections.correction import SheetCorrection
from cxaudit.model import JourneyMap
from cxaudit.programme import build_programme
from cxaudit.reading import read_grid

STAGES = "Stage | Touchpoints | Emotions\nReminder | Letter | Calm\nApplying | Form | Tense\nPaying | Portal | Cross"


def journey(above: str) -> JourneyMap:
    reading = read_grid(grid(f"{above}\n\n{STAGES}", "Map"), vocabulary())
    (found,) = build_programme([reading], vocabulary()).maps
    return found


@pytest.mark.parametrize(
    ("title", "phase"),
    [
        ("Renew a driving licence", "retention"),
        ("Customer journey: make a motor claim", "support"),
        ("Report a fault on the line", "support"),
        ("Cancel the contract", "exit"),
        ("Getting a refund", "support"),
        ("Guest journey - lost luggage", "support"),
        ("File a tax return", "use"),
    ],
)
def test_a_job_is_known_by_its_title(title: str, phase: str) -> None:
    assert journey(title).job_phases == (phase,)


def test_words_of_the_sale_mean_a_part_of_the_job_of_a_customer() -> None:
    assert {stage.phases for stage in journey("Renew a driving licence").stages} == {("retention",)}


@pytest.mark.parametrize("title", ["Path to purchase", "Customer journey electricity", "Opening an account"])
def test_a_map_of_the_sale_is_not_excused_by_its_title(title: str) -> None:
    assert journey(title).job == ""


def test_inspect_shows_the_phases_that_the_audit_judges_by_and_says_why() -> None:
    reading = read_grid(grid(f"Renew a driving licence\n\n{STAGES}", "Map"), vocabulary())
    (table,) = reading.tables
    assert {stage.phases for stage in table.maps[0].stages} == {("retention",)}
    assert any("one job on purpose" in note and note.startswith("A5") for note in reading.notes)


def test_a_stage_that_bears_the_name_of_a_phase_keeps_it() -> None:
    stages = STAGES.replace("Reminder", "Awareness")
    reading = read_grid(grid(f"Renew a driving licence\n\n{stages}", "Map"), vocabulary())
    assert reading.tables[0].maps[0].stages[0].phases == ("awareness",)


def test_a_phase_that_was_laid_down_is_not_taken_for_a_part_of_the_job() -> None:
    laid_down = SheetCorrection(stages={"Paying": ("purchase",)})
    reading = read_corrected(grid(f"Renew a driving licence\n\n{STAGES}", "Map"), vocabulary(), laid_down)
    phases = {stage.name.text: stage.phases for stage in reading.tables[0].maps[0].stages}
    assert phases["Paying"] == ("purchase",)
    assert phases["Applying"] == ("retention",)
