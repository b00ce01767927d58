"""Refusals and findings read aloud: the place, what is wrong, what to do, in sentences that end and count rightly."""

import datetime
import re

import pytest
from cli_builders import loan, run
from drawing import grid
from test_cli_output import Terminal

from cxaudit import audit
from cxaudit.cli.progress import Progress
from cxaudit.rulefiles import load_rules
from cxaudit.tables.around.titles import title_above

DAY = datetime.date(2026, 11, 22)
ONE_PERSONA = """Persona,Karin
Age,34
Goals,Pay on time
Pain points,Long forms
Quote,It takes too long
Last updated,{updated}
"""


def one_persona(folder, updated="2024-09-30"):
    path = folder / "karin.csv"
    path.write_text(ONE_PERSONA.format(updated=updated), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("audit", "loan.csv", "-o", "."), ".: this is a folder; add a file name to it, such as scorecard.md."),
        (
            ("audit", "loan.csv", "-o", "card"),
            "card: a name without a suffix tells no output format; give the file one of",
        ),
        (
            ("template", "-o", "gone/new.xlsx"),
            "gone/new.xlsx: there is no folder gone; make it first, or name another.",
        ),
        (
            ("rules", "list", "--rules", "gone"),
            "gone: there is no such folder; give the folder that holds the pack.yaml",
        ),
        (("audit", "notes.txt"), "notes.txt: A file that ends in .txt is not read; save it as .xlsx or .csv, if it"),
        (("audit", "list.csv"), "Nothing in these workbooks was recognised"),
    ],
)
def test_a_refusal_says_where_what_and_what_to_do(tmp_path, monkeypatch, words, said):
    loan(tmp_path)
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "list.csv").write_text("Date,Holiday\n2026-12-25,Christmas\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run(*words)
    assert result.stderr.replace("\\", "/").startswith(said), result.stderr
    assert result.stderr.endswith((".\n", "?\n"))
    assert result.exit_code in (2, 3)


def test_progress_keeps_off_a_terminal_that_cannot_clear_a_line(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    stream = Terminal()
    with Progress(stream, patience=0) as progress:
        progress.say("Reading 1 of 2: loan.csv", several=True)
    assert stream.getvalue() == ""


def test_the_list_of_rules_shows_every_name_whole_on_a_narrow_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    shown = re.sub(r"\s+", "", run("rules", "list").stdout)
    assert [rule.slug for rule in load_rules(()).ruleset.rules if rule.slug not in shown] == []


def test_a_review_that_is_too_old_is_told_with_its_date(tmp_path):
    found = {rule.id: rule for rule in audit([one_persona(tmp_path)], as_of=DAY).rules}
    (finding,) = found["PE12"].findings
    assert finding.message.endswith("lacks a review since 2025-11-22 (the last one: 2024-09-30).")


def test_no_finding_counts_one_thing_in_the_plural(tmp_path):
    scorecard = audit([one_persona(tmp_path), loan(tmp_path)], as_of=DAY)
    messages = [finding.message for rule in scorecard.rules for finding in rule.findings]
    assert len(messages) > 20
    assert [message for message in messages if re.search(r"\b(of|for) (its )?1 \w+s\b|\b\w+s \(1\)", message)] == []


def test_a_map_that_ends_with_the_sale_says_so(tmp_path):
    path = tmp_path / "short.csv"
    path.write_text(
        "Stage,Customer actions,Touchpoints\nAwareness,I see an advert,Billboard\n"
        "Consideration,I compare,Website\nPurchase,I sign,Branch\n",
        encoding="utf-8",
    )
    shown = run("audit", path, "--as-of", DAY).stdout
    assert "nothing after acquisition" in shown


def test_maps_of_one_title_are_told_apart_by_their_place(tmp_path):
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        loan(tmp_path / name)
    shown = run("audit", tmp_path / "north", tmp_path / "south", "--as-of", DAY).stdout
    standing = shown[shown.index("Journey maps") : shown.index("Where points are lost")]
    assert "north/loan.csv" in standing
    assert "south/loan.csv" in standing


def test_a_map_is_not_named_after_a_list_above_it():
    sheet = """
    Template
    Customer journey map
    |
    Objectives
    - [Objective 1]
    - [Objective 2]
    Stage     | Awareness | Purchase
    """
    assert title_above(grid(sheet), 7, first_table=False).text == "Customer journey map"
