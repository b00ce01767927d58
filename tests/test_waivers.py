"""Waivers: no effect on the score, an effect on the exit code, and a tally of what became of them."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest
from cli_builders import AS_OF, loan, run
from openpyxl import load_workbook
from registers import register, type_in

from cxaudit.engagement.file import load_engagement
from cxaudit.waivers import WaiverKind, kind_of

WAIVER = """\
  - rule: touchpoint-has-owner
    subject: {subject}
    kind: {kind}
    reason: The team is being hired
    approved_by: Ada Byron
    granted: 2026-05-01
    expires: {expires}
"""


def waive(folder: Path, subject: str = '"*"', kind: str = "accepted", expires: str = "2027-05-01") -> None:
    body = WAIVER.format(subject=subject, kind=kind, expires=expires)
    (folder / "cxaudit.yaml").write_text(f"schema: cxaudit-engagement/1\nwaivers:\n{body}", encoding="utf-8")


def scorecard(folder: Path, *words: object) -> dict:
    result = run("audit", loan(folder), "--format", "json", *(words or AS_OF))
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def unwaived(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """The scorecard of the same map without any waiver."""
    return scorecard(tmp_path_factory.mktemp("plain"))


def owner_findings(card: dict) -> list[str]:
    return [one["key"] for rule in card["rules"] if rule["id"] == "TO02" for one in rule["findings"]]


def test_a_waiver_changes_the_exit_code_and_not_the_score(tmp_path: Path, unwaived: dict) -> None:
    before = unwaived
    refused = run("audit", loan(tmp_path), *AS_OF, "-q", "--fail-on", "TO02")
    waive(tmp_path)
    after = scorecard(tmp_path)
    passed = run("audit", loan(tmp_path), *AS_OF, "-q", "--fail-on", "TO02")
    assert (refused.exit_code, passed.exit_code) == (1, 0)
    assert "TO02 has 1 open finding" in refused.stderr
    assert after["score"] == before["score"]
    assert [(rule["id"], rule["score"], rule["points_lost"]) for rule in after["rules"]] == [
        (rule["id"], rule["score"], rule["points_lost"]) for rule in before["rules"]
    ]
    assert [(one["rule"], one["state"], one["findings"]) for one in after["waivers"]] == [
        ("TO02", "active", owner_findings(before))
    ]


@pytest.mark.parametrize(
    ("day", "state", "code"),
    [
        ("2026-04-30", "not_yet", 1),
        ("2026-05-01", "active", 0),
        ("2027-03-31", "active", 0),
        ("2027-04-01", "expiring", 0),
        ("2027-05-01", "expiring", 0),
        ("2027-05-02", "expired", 1),
    ],
)
def test_a_waiver_holds_from_its_first_day_to_its_last(tmp_path: Path, day: str, state: str, code: int) -> None:
    waive(tmp_path)
    assert [one["state"] for one in scorecard(tmp_path, "--as-of", day)["waivers"]] == [state]
    assert run("audit", loan(tmp_path), "--as-of", day, "-q", "--fail-on", "TO02").exit_code == code


def test_a_subject_is_named_as_the_scorecard_shows_it_or_by_its_key(tmp_path: Path, unwaived: dict) -> None:
    rule = next(rule for rule in unwaived["rules"] if rule["id"] == "TO02")
    for subject in (rule["findings"][0]["subject"], rule["findings"][0]["key"]):
        waive(tmp_path, json.dumps(subject))
        assert [one["state"] for one in scorecard(tmp_path)["waivers"]] == ["active"]


def test_a_waiver_that_covers_nothing_is_reported_as_unused(tmp_path: Path) -> None:
    waive(tmp_path, "The counter")
    result = run("audit", loan(tmp_path), *AS_OF)
    assert "0 active, 0 soon to expire, 0 expired, 1 unused" in result.stdout
    assert "TO02, The counter: accepted risk until 2027-05-01; nothing is found that it covers." in " ".join(
        result.stdout.split()
    )
    assert run("audit", loan(tmp_path), *AS_OF, "-q", "--fail-on", "TO02").exit_code == 1


def test_a_rule_declared_not_applicable_leaves_the_weights_and_stands_on_the_first_page(
    tmp_path: Path, unwaived: dict
) -> None:
    before = unwaived
    waive(tmp_path, kind="not-applicable")
    after = scorecard(tmp_path)
    rule = next(rule for rule in after["rules"] if rule["id"] == "TO02")
    said = "declared not applicable by Ada Byron, until 2027-05-01: The team is being hired"
    assert (rule["outcome"], rule["reason"], rule["findings"]) == ("not_applicable", said, [])
    applicable = [
        next(d["applicable_rules"] for d in card["dimensions"] if d["id"] == "TO") for card in (before, after)
    ]
    assert applicable[1] == applicable[0] - 1
    assert after["score"] != before["score"]
    assert any(said in note for note in after["notes"])
    assert said in " ".join(run("audit", loan(tmp_path), *AS_OF).stdout.split())
    assert scorecard(tmp_path, "--as-of", "2028-01-01")["waivers"][0]["state"] == "expired"


def test_one_finding_declared_not_applicable_stays_in_the_score(tmp_path: Path, unwaived: dict) -> None:
    before = unwaived
    waive(tmp_path, json.dumps(owner_findings(before)[0]), "not-applicable")
    assert scorecard(tmp_path)["score"] == before["score"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("touchpoint-has-owner", "touchpoint-has-ownr"), ":3:5: there is no rule 'touchpoint-has-ownr' to waive; did"),
        (("accepted", "acepted"), ":5:5: kind: 'acepted' is not known here; did you mean 'accepted'?"),
        (("2027-05-01", "01.05.2027"), ":9:5: expires: '01.05.2027' is no date; write it as 2026-11-22"),
        (("2027-05-01", "2025-05-01"), "it expires on 2025-05-01, before it is granted on 2026-05-01"),
        (("    expires: 2027-05-01\n", ""), "a waiver of the kind 'accepted' needs a day on which it expires"),
        (("    reason: The team is being hired\n", ""), "'reason' is missing from"),
        (("Ada Byron", '" "'), ":7:5: approved_by: "),
        (("reason", "raeson"), "unknown key 'raeson'"),
    ],
)
def test_a_waiver_that_is_not_in_order_is_refused_with_its_place(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    waive(tmp_path)
    file = tmp_path / "cxaudit.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    result = run("audit", loan(tmp_path), *AS_OF)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{file}:" in result.stderr
    assert said in result.stderr


def test_saving_a_reading_keeps_the_waivers(tmp_path: Path) -> None:
    waive(tmp_path, json.dumps('Branch "West": 1'))
    loan(tmp_path)
    before = load_engagement(tmp_path / "cxaudit.yaml").data.waivers
    assert run("inspect", tmp_path, "--save").exit_code == 0
    assert load_engagement(tmp_path / "cxaudit.yaml").data.waivers == before
    assert len(before) == 1


def test_the_schema_of_the_engagement_file_has_the_waivers() -> None:
    schema = json.loads(run("schema", "engagement").stdout)
    assert schema["$defs"]["WaiverKind"]["enum"] == [
        "accepted",
        "met-elsewhere",
        "disputed",
        "planned",
        "not-applicable",
    ]


@pytest.fixture(scope="module")
def handed_over(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Excel scorecard of the map, in the register of which nothing is typed yet."""
    home = tmp_path_factory.mktemp("earlier")
    assert run("audit", loan(home), *AS_OF, "-q", "-o", home / "scorecard.xlsx").exit_code == 0
    return home / "scorecard.xlsx"


AGREED = {"Status": "accepted", "Reason": "Too small", "Approved by": "Ada Byron", "Expires": datetime.date(2027, 5, 1)}


@pytest.mark.parametrize(
    ("typed", "state", "lacks", "code"),
    [
        (AGREED, "active", "", 0),
        (AGREED | {"Status": "Not Applicable", "Expires": "2027-05-01"}, "active", "", 0),
        (AGREED | {"Expires": datetime.date(2026, 11, 1)}, "expired", "", 1),
        (AGREED | {"Status": "accepted risk"}, "active", "", 0),
        (AGREED | {"Status": "met elsewhere"}, "active", "", 0),
        (AGREED | {"Status": "planned"}, "active", "", 0),
        (AGREED | {"Status": "disputed"}, "active", "", 0),
        (AGREED | {"Status": "not applicable", "Expires": None}, "active", "", 0),
        (AGREED | {"Granted": datetime.date(2026, 12, 1)}, "not_yet", "", 1),
        (AGREED | {"Granted": datetime.date(2026, 1, 1)}, "active", "", 0),
        (
            AGREED | {"Granted": datetime.date(2027, 6, 1)},
            "incomplete",
            "a last day that is not before it is granted (2027-06-01)",
            1,
        ),
        (AGREED | {"Granted": "soon"}, "incomplete", 'a date from which it counts ("soon" is none)', 1),
        (AGREED | {"Expires": None}, "incomplete", "a date on which it expires", 1),
        (
            AGREED | {"Expires": "30.11.2026"},
            "incomplete",
            'a date on which it expires ("30.11.2026" is none)',
            1,
        ),
        (AGREED | {"Expires": "next spring"}, "incomplete", 'a date on which it expires ("next spring" is none)', 1),
        (AGREED | {"Reason": None, "Approved by": " "}, "incomplete", "a reason, who approved it", 1),
    ],
)
def test_the_register_waives_as_the_engagement_file_does(
    tmp_path: Path, handed_over: Path, typed: dict, state: str, lacks: str, code: int
) -> None:
    (tmp_path / "out").mkdir()
    earlier = Path(shutil.copy(handed_over, tmp_path / "out"))
    key = next(key for key in register(earlier) if key.startswith("TO02"))
    type_in(earlier, key, typed)
    words = ("audit", loan(tmp_path), *AS_OF, "--fail-on", "TO02")
    told = run(*words, "--format", "json", "--previous", earlier)
    found = json.loads(told.stdout)["waivers"]
    assert [(one["state"], one["lacks"], one["findings"], one["place"]) for one in found] == [
        (state, lacks, [key], "the register of scorecard.xlsx")
    ]
    assert (told.exit_code, run(*words, "-q", "-o", earlier).exit_code) == (code, code)


def test_the_drop_down_offers_every_kind_of_waiver_and_each_is_understood(tmp_path: Path) -> None:
    card = tmp_path / "scorecard.xlsx"
    assert run("audit", loan(tmp_path), *AS_OF, "-q", "-o", card).exit_code == 0
    lists = [each for each in load_workbook(card)["Register"].data_validations.dataValidation if each.type == "list"]
    offered = [status for each in lists for status in each.formula1.strip('"').split(",")]
    assert offered == ["open", "planned", "done", "accepted risk", "met elsewhere", "disputed", "not applicable"]
    assert {kind_of(status) for status in offered} - {None} == set(WaiverKind)


@pytest.mark.parametrize("kind", ["accepted-risk", "accepted risk", "met elsewhere", "not_applicable"])
def test_a_kind_may_be_written_in_the_engagement_file_as_in_the_register(tmp_path: Path, kind: str) -> None:
    waive(tmp_path, kind=kind)
    assert scorecard(tmp_path)["waivers"][0]["state"] == "active"


def test_the_next_register_says_what_a_waiver_still_needs_and_keeps_all_that_was_typed(tmp_path: Path) -> None:
    card = tmp_path / "scorecard.xlsx"
    assert run("audit", loan(tmp_path), *AS_OF, "-q", "-o", card).exit_code == 0
    key = next(key for key in register(card) if key.startswith("TO02"))
    typed = {
        "Owner": "Ida",
        "Due": datetime.date(2027, 3, 1),
        "Status": "met elsewhere",
        "Decision": "=keep",
        "Reason": "In the CRM",
        "Approved by": "",
        "Granted": datetime.date(2026, 12, 1),
        "Expires": "in spring",
        "Client's comment": "_x0041_ 100 %\nsecond line",
        "Our own": 12.5,
    }
    type_in(card, key, typed)
    assert run("audit", loan(tmp_path), *AS_OF, "-q", "-o", card).exit_code == 0
    row = register(card)[key]
    assert {title: row[title] or "" for title in typed} == typed
    assert row["Remark of the audit"] == (
        'Waives nothing yet: it lacks who approved it, a date on which it expires ("in spring" is none).'
    )


def test_open_and_done_rows_of_the_register_waive_nothing(tmp_path: Path) -> None:
    earlier = tmp_path / "scorecard.xlsx"
    run("audit", loan(tmp_path), *AS_OF, "-q", "-o", earlier)
    key = next(key for key in register(earlier) if key.startswith("TO02"))
    type_in(earlier, key, AGREED | {"Status": "done"})
    assert scorecard(tmp_path, *AS_OF, "--previous", earlier)["waivers"] == []


def test_a_client_that_writes_markup_into_a_waiver_writes_text(tmp_path: Path) -> None:
    waive(tmp_path, '"[bold]x | \\u001b[31m y"')
    shown = run("audit", loan(tmp_path), *AS_OF).stdout
    assert "[bold]x" in shown
    assert "\x1b" not in shown
    assert "\\[bold\\]x \\|" in run("audit", loan(tmp_path), *AS_OF, "--format", "markdown").stdout
