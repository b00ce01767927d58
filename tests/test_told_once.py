"""What two rules tell of the same places is advised once; long names are labels and are cut in sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_builders import AS_OF, run
from openpyxl import load_workbook
from scorecards import map_of, scorecard_of

from cxaudit.prose.wording import LONGEST_LABEL, mending, told
from cxaudit.scorecard import Scorecard

STAGES = [
    {"name": "Purchase", "touchpoint": "Till"},
    {"name": "Support", "touchpoint": ["Helpline", "Workshop"]},
]
LONG = "The journey of people who move house and have to find everything new in a town that they do not know"


@pytest.fixture(scope="module")
def no_owner() -> Scorecard:
    """A map without any owner lane: TO02 tells of all touchpoints, TO07 of those after the purchase."""
    return scorecard_of(map_of("Moving", STAGES, "touchpoint"))


def test_a_missing_owner_lane_costs_both_rules_and_is_advised_once(no_owner: Scorecard) -> None:
    wide, narrow = (next(rule for rule in no_owner.rules if rule.id == ident) for ident in ("TO02", "TO07"))
    assert (wide.score, narrow.score) == (0, 0)
    assert (wide.mended_with, narrow.mended_with) == ("", "TO02")
    assert mending(wide) == wide.fix
    assert mending(narrow) == "Together with TO02, which tells of the same places."
    assert "TO07" not in {fix.rule for fix in no_owner.plan.quick_wins}
    path = {fix.rule: fix.mended_with for fix in no_owner.plan.fixes}
    assert path.get("TO07", "TO02") == "TO02"


def test_a_rule_with_places_of_its_own_gives_its_own_advice() -> None:
    """Here the wider rule is open too, but at other places."""
    stages = [
        {"name": "Purchase", "touchpoint": "Till"},
        {"name": "Support", "touchpoint": "Helpline", "owner": "Care"},
    ]
    card = scorecard_of(map_of("Moving", stages, "touchpoint", "owner"))
    assert {rule.id: rule.mended_with for rule in card.rules if rule.id in ("TO02", "TO07")} == {"TO02": "", "TO07": ""}


def test_every_output_points_to_the_other_rule(tmp_path: Path) -> None:
    (tmp_path / "map.csv").write_text(
        "Customer journey: moving\nStage,Touchpoints\nPurchase,Till\nSupport,Helpline\n", "utf-8"
    )
    targets = [tmp_path / "out" / name for name in ("c.md", "c.xml", "c.xlsx")]
    targets[0].parent.mkdir()
    shown = run("audit", tmp_path / "map.csv", *AS_OF, "-v", *(word for each in targets for word in ("-o", each)))
    said = "Together with TO02, which tells of the same places."
    assert said in " ".join(shown.stdout.split())
    for target in targets[:2]:
        assert said in target.read_text("utf-8")
    sheet = load_workbook(targets[2])["Findings"]
    titles = [cell.value for cell in sheet[5]]
    advice = {row[0]: row[titles.index("How to mend it")] for row in sheet.iter_rows(min_row=6, values_only=True)}
    assert (advice["TO07"], advice["TO02"] != said) == (said, True)


def test_a_long_name_is_cut_in_a_sentence_and_whole_as_the_subject() -> None:
    card = scorecard_of(map_of(LONG, STAGES, "touchpoint"))
    finding = next(finding for rule in card.rules if rule.id == "TO02" for finding in rule.findings)
    assert finding.subject == LONG
    cut = told(finding.message, finding.subject)
    assert cut.startswith('"The journey of people who move house\u2026" has no column')
    assert len(cut) <= len(finding.message) - len(LONG) + LONGEST_LABEL


def test_each_part_of_a_subject_is_cut_by_itself() -> None:
    step = "I call the helpline and wait until somebody has the time to speak with me"
    message = f'"Support › {step}" names no owner.'
    assert told(message, f"Support › {step}") == '"Support › I call the helpline and wait until\u2026" names no owner.'
    assert told('"Till" names no owner.', "Till") == '"Till" names no owner.'
