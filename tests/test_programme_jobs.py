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
        ("Journey: get a heating repaired", "support"),
        ("Return a parcel", "support"),
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


CLAIM = (
    "Part | Step | Does | Contact point | Feeling\n"
    "Right after the crash | Stop | Takes photos | App | Shaken\n"
    "Reporting the damage | Tell | Fills in the form | Form | Unsure\n"
    "Assessing the damage | Show | Drives to the assessor | Assessor | Tense\n"
    "Repair | Hand over | Brings the car | Garage | Calm\n"
    "Settling the claim | Wait | Checks the account | Letter | Glad"
)


def of_drawing(above: str, stages: str, sheet: str) -> JourneyMap:
    reading = read_grid(grid(f"{above}\n\n{stages}", sheet), vocabulary())
    (found,) = build_programme([reading], vocabulary()).maps
    return found


def test_a_line_above_that_limits_the_scope_tells_the_job() -> None:
    found = of_drawing("Ostara Motor\nThis map covers one job only: making a claim", CLAIM, "Map")
    assert {stage.phases for stage in found.stages} == {("support",)}


def test_the_name_of_the_sheet_tells_the_job() -> None:
    assert of_drawing("Ostara Motor", STAGES, "Report a fault").job_phases == ("support",)


def test_stages_that_are_all_but_trouble_tell_the_job_themselves() -> None:
    assert of_drawing("Ostara Motor", CLAIM, "Map").job_phases == ("support",)


def test_a_whole_journey_is_none_whatever_its_sheet_is_called() -> None:
    names = ["Awareness", "Consideration", "Purchase", "Delivery", "Use", "Support", "Renewal"]
    rows = "\n".join(f"{name} | Letter | Calm" for name in names)
    assert of_drawing("Repairs", f"Stage | Touchpoints | Emotions\n{rows}", "Report a fault").job == ""


def test_a_title_of_everyday_use_covers_the_sale_where_stages_are_named_for_it() -> None:
    stages = "Stage | Touchpoints | Emotions\nIdea | Friends | Curious\nPlan | Map | Torn\nBuying tickets | Shop | Torn"
    (table,) = read_grid(grid(f"A day at Falkenwald Park\n\n{stages}", "Map"), vocabulary()).tables
    assert table.maps[0].job == ""


def test_what_a_scope_sets_aside_is_not_the_job() -> None:
    above = "Scope | From the accident to the closed file. Renewing the policy is not shown here."
    assert of_drawing(f"Making a claim\n{above}", CLAIM, "Map").job_phases == ("support",)


def test_nobody_looks_around_any_more_in_a_job_that_follows_the_sale() -> None:
    rows = "Kick-off | Call | Keen\nChoosing a tariff | Import | Tense\nWorking alone | App | Calm"
    stages = f"Stage | Touchpoints | Emotions\n{rows}"
    found = of_drawing("Customer journey: setting up a new team", stages, "Map")
    assert [stage.phases for stage in found.stages[:2]] == [("onboarding",), ("onboarding",)]
