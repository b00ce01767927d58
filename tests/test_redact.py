"""--redact: names, addresses and quotes are masked, the same way each time, and nothing else is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli_builders import AS_OF, run

from cxaudit.grid import Grid
from cxaudit.redact.finding import mask_of
from cxaudit.redact.mask import Mask, letters
from cxaudit.redact.names import is_name, name_words, names_in, titled_names
from cxaudit.rulefiles import load_rules

VOCABULARY = load_rules().vocabulary
NAMES = name_words(VOCABULARY)
MAP = """Customer journey: home loan
Stage,Customer actions,Touchpoints,Channel,Owner,Emotions,Pain points
Awareness,I see an advert,Billboard,Street,Ana Ruiz,Curious,Karin says “nobody ever rang me back”
Purchase,I sign,Branch,Branch,Branch manager,Proud,Ms Okoro was ill
Onboarding,I write to k.holm@example.com,App,App,TBD,Unsure,I call +49 30 1234567
"""
PERSONAS = """Name,Karin Holm,Max the Millennial
Age,48,19
Goals,Cheap loan,Quick loan
Quote,I want it to be over,Banks are slow
Frustrations,Waits for Ana,Forms
"""
HIDDEN = ("Karin", "Holm", "Max", "Millennial", "Ana", "Ruiz", "Okoro", "rang me back", "want it to be", "Banks are")
FORMATS = ("terminal", "markdown", "json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "journey.csv").write_text(MAP, encoding="utf-8")
    (tmp_path / "personas.csv").write_text(PERSONAS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
def test_an_audit_names_nobody(folder: Path, form: str) -> None:
    shown = run("audit", folder, *AS_OF, "--redact", "-v", "--format", form).stdout.replace(folder.as_posix(), "")
    assert [word for word in (*HIDDEN, "example.com", "1234567") if word in shown] == []
    assert "Persona A" in shown
    assert "Persona B" in shown


@pytest.mark.parametrize("form", ["terminal", "json"])
def test_a_reading_names_nobody(folder: Path, form: str) -> None:
    shown = run("inspect", folder, "--redact", "-v", "--format", form).stdout.replace(folder.as_posix(), "")
    assert [word for word in HIDDEN if word in shown] == []
    assert "Persona A" in shown


def test_no_number_of_the_scorecard_changes(folder: Path) -> None:
    plain, redacted = (
        json.loads(run("audit", folder, *AS_OF, "--format", "json", *more).stdout) for more in ((), ("--redact",))
    )
    for card in (plain, redacted):
        del card["command"]
    kept = ("score", "interval", "coverage", "level", "dimensions", "gates", "rule_pack", "sensitivity", "plan")
    assert {key: plain[key] for key in kept} == {key: redacted[key] for key in kept}
    assert [rule["title"] for rule in plain["rules"]] == [rule["title"] for rule in redacted["rules"]]
    assert [part["name"] for part in redacted["personas"]] == ["Persona A", "Persona B"]


def test_the_same_workbooks_are_masked_the_same_way_each_time(folder: Path) -> None:
    first, second = (run("audit", folder, *AS_OF, "--redact", "--format", "json").stdout_bytes for _ in range(2))
    assert first == second
    assert b"--redact" in first


def test_a_name_is_masked_alike_whole_and_in_part() -> None:
    grid = Grid("a.csv", "a", (("Owner", "Ana Ruiz"), ("", "ask Ana, or ANA RUIZ"), ("", "the ruin of Ruiz")))
    mask = mask_of([grid], [], VOCABULARY)
    assert [mask.text(text) for _, _, text in grid.cells()] == [
        "Owner",
        "Person 1",
        "ask Person 1, or Person 1",
        "the ruin of Person 1",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz", ["Ana Ruiz"]),
        ("Dr. Ana Ruiz, head of service", ["Ana Ruiz"]),
        ("Ana Ruiz / Jan van den Berg", ["Ana Ruiz", "Jan van den Berg"]),
        ("Zoë O'Neil-Łuczak", ["Zoë O'Neil-Łuczak"]),
        ("Branch Manager", []),
        ("Customer Service", []),
        ("IT Support", []),
        ("CRM Team North", []),
        ("marketing", []),
    ],
)
def test_owners_who_are_people_are_told_from_roles_and_teams(text: str, names: list[str]) -> None:
    assert list(names_in(text, NAMES)) == names


def test_a_name_behind_a_form_of_address_is_found_anywhere() -> None:
    assert list(titled_names("Complaint taken by Frau Okoro. Later Mr Ode Smith called.", NAMES)) == [
        "Okoro",
        "Ode Smith",
    ]
    assert not is_name("Okoro", NAMES)


@pytest.mark.parametrize(
    "text", ["+49 30 1234567", "(030) 123 4567", "0171 2345678", "555-123-4567", "+1 (555) 123-4567"]
)
def test_telephone_numbers_are_masked(text: str) -> None:
    assert Mask().text(f"call {text} now") == "call [phone] now"


@pytest.mark.parametrize(
    "text",
    ["2026-11-22", "2.3 times", "1,200 customers in 2024", "31 of 40", "A4:E12", "0.8571", "2023-2024", "10-15 %"],
)
def test_dates_counts_and_cells_are_no_telephone_numbers(text: str) -> None:
    assert Mask().text(text) == text


def test_a_quote_is_masked_over_line_breaks_and_names_in_it() -> None:
    mask = Mask({}, {"Max": "Persona A"}, frozenset({"I told Max\nto wait"}))
    assert mask.text('He said "I told Max to wait" to Max.') == 'He said "[quote]" to Persona A.'


def test_letters_go_on_after_z() -> None:
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


def test_a_redacted_scorecard_takes_no_others_place_but_goes_on_from_it(folder: Path) -> None:
    card, new = folder.parent / f"{folder.name}.xlsx", folder.parent / f"{folder.name}.redacted.xlsx"
    assert run("audit", folder, *AS_OF, "-o", card).exit_code == 0
    again = run("audit", folder, *AS_OF, "--redact", "-o", card)
    assert (again.exit_code, "write it to a new file" in again.stderr) == (2, True)
    before = run("audit", folder, *AS_OF, "--redact", "--previous", card, "-o", new, "--format", "json")
    assert (before.exit_code, new.exists()) == (0, True)
    assert re.search(r"Findings: [0-9]+ still open\.", before.stderr)
