"""`cxaudit rules`: what each subcommand prints, and the code that it ends with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cxaudit.cli.main import cxaudit
from cxaudit.rulebook.claims import load_claims, page
from cxaudit.rulebook.reference import reference
from cxaudit.rulebook.schema import rule_schema_text
from cxaudit.rulefiles import core_rules, load_rules

RULESET = load_rules().ruleset
HEAD = """schema: cxaudit-pack/1
id: our-bank
version: 1.0.0
title: Our bank's practice
owner: the practice team
extends: cx-core
"""


def rules(*arguments: object, columns: int = 100) -> Result:
    """`cxaudit rules` with the arguments, on a terminal of so many columns."""
    environment = {"COLUMNS": str(columns), "NO_COLOR": "1"}
    return CliRunner().invoke(cxaudit, ["rules", *map(str, arguments)], env=environment)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "pack.yaml").write_text(HEAD, encoding="utf-8")
    return tmp_path


def test_list_shows_every_rule_with_slug_weight_and_sources_under_its_dimension() -> None:
    result = rules("list", columns=160)
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()]
    for rule in RULESET.rules:
        row = next(line for line in lines if line[:1] == [rule.id])
        sources = list(dict.fromkeys(source.document for source in rule.sources))
        assert row[-len(sources) - 1] == str(RULESET.weight(rule))
        assert [key.strip(",") for key in row[-len(sources) :]] == sources
        assert [rule.slug] in lines
    for dimension in RULESET.maturity.dimensions:
        assert [dimension.id, *dimension.title.split(), str(dimension.weight)] in lines


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_list_stays_within_the_terminal(columns: int) -> None:
    assert max(len(line) for line in rules("list", columns=columns).stdout.splitlines()) <= columns


@pytest.mark.parametrize("name", ["TO02", "to02", "touchpoint-has-owner"])
def test_explain_takes_an_id_or_a_slug_and_tells_in_the_order_of_the_questions(name: str) -> None:
    result = rules("explain", name)
    headings = [line for line in result.stdout.splitlines() if line and not line.startswith(" ")]
    assert headings == [
        "TO02 touchpoint-has-owner",
        "Every touchpoint names its owner",
        "What it checks",
        "Why it matters",
        "How it is scored",
        "When it does not apply",
        "How to mend it",
        "Examples",
    ]


def test_explain_tells_the_gate_the_figure_and_the_source_in_words() -> None:
    said = " ".join(rules("explain", "JC01").stdout.split())
    assert "Gate: while its score is at zero, the level cannot pass 2" in said
    assert "The figure: Nearly a third of marketing departments" in said
    assert "[GAR]" in said


def test_explain_tells_the_settings_that_a_pack_can_change() -> None:
    assert "within_months: 12" in rules("explain", "GV02").stdout


def test_show_prints_the_values_of_a_rule() -> None:
    lines = rules("show", "TO02").stdout.splitlines()
    assert lines[0] == "id: TO02"
    assert 'check.fields: ["owner"]' in lines
    assert "weight: 5" in lines
    assert not any("# from" in line for line in lines)


def test_show_resolved_says_of_each_value_where_it_came_from(pack: Path) -> None:
    changes = (
        "rules:\n  TO03: {impact: low, check: {otherwise: not_met}}\nwords:\n  owner-too-broad: {terms+: [the lot]}\n"
    )
    (pack / "pack.yaml").write_text(HEAD + changes, encoding="utf-8")
    lines = rules("show", "owner-is-specific", "--resolved", "--rules", pack).stdout.splitlines()
    assert "id: TO03   # from cx-core 1.0.0 (owner-is-specific.yaml, line 2)" in lines
    assert "slug: owner-is-specific   # from cx-core 1.0.0 (owner-is-specific.yaml, line 3)" in lines
    assert any(
        line.startswith("check.type: matches   # from cx-core 1.0.0 (owner-is-specific.yaml, ") for line in lines
    )
    assert "curve.full_at: 1.0   # from the default" in lines
    assert "impact: low   # from our-bank 1.0.0 (pack.yaml, line 8)" in lines
    assert "weight: 2   # from our-bank 1.0.0 (pack.yaml, line 8)" in lines
    assert "check.otherwise: not_met   # from our-bank 1.0.0 (pack.yaml, line 8)" in lines
    assert lines[-1] == "words owner-too-broad: + the lot   # from our-bank 1.0.0 (pack.yaml, line 10)"


@pytest.mark.parametrize("command", ["show", "explain", "test"])
@pytest.mark.parametrize(("name", "hint"), [("touchpoint-has-owners", "touchpoint-has-owner"), ("TO2", "TO02")])
def test_a_rule_that_is_not_there_is_answered_with_the_nearest(command: str, name: str, hint: str) -> None:
    result = rules(command, name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"there is no rule '{name}'; did you mean '{hint}'?\n"


def test_a_name_that_is_near_nothing_is_sent_to_the_list() -> None:
    assert rules("show", "zzz").stderr == "there is no rule 'zzz'; 'cxaudit rules list' shows them all.\n"


def test_test_runs_the_examples_of_one_rule() -> None:
    result = rules("test", "TO02")
    assert (result.exit_code, result.stdout) == (0, "5 of 5 examples come out as they should.\n")


def test_the_core_pack_has_at_least_200_examples_and_all_come_out() -> None:
    result = rules("test")
    assert result.exit_code == 0, result.stdout
    right, _, total, *_ = result.stdout.split()
    assert right == total
    assert int(total) >= 200


def test_test_fails_and_names_the_example_that_comes_out_otherwise(pack: Path) -> None:
    rules("new", "TO90", "has-a-new-thing", "--into", pack)
    path = pack / "touchpoints" / "has-a-new-thing.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("met: 0, total: 2", "met: 1, total: 2"), encoding="utf-8")
    result = rules("test", "TO90", "--rules", pack)
    assert result.exit_code == 1
    assert result.stdout == (
        "TO90 has-a-new-thing, example 'none has one': met is 0, expected 1\n2 of 3 examples come out as they should.\n"
    )


def test_test_says_in_words_that_an_example_is_no_programme(pack: Path) -> None:
    rules("new", "TO90", "has-a-new-thing", "--into", pack)
    path = pack / "touchpoints" / "has-a-new-thing.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{personas:", "{persons:"), encoding="utf-8")
    result = rules("test", "TO90", "--rules", pack)
    assert result.exit_code == 1
    assert "example 'no map was supplied': 'given' is not a programme: an example has no 'persons'" in result.stdout


def test_lint_of_the_core_pack_is_clean() -> None:
    result = rules("lint")
    assert (result.exit_code, result.stdout) == (0, f"{len(RULESET.rules)} rules, no remark.\n")


def test_lint_tells_what_is_left_to_do_in_a_new_rule(pack: Path) -> None:
    rules("new", "TO90", "has-a-new-thing", "--into", pack)
    result = rules("lint", "--rules", pack)
    assert result.exit_code == 1
    assert result.stdout == (
        f"TO90: still holds text to fill in ('Fill in:')\n{len(RULESET.rules) + 1} rules, 1 remark.\n"
    )


def test_new_says_what_it_wrote_and_what_to_do_next(pack: Path) -> None:
    result = rules("new", "to90", "has-a-new-thing", "--into", pack)
    path = pack / "touchpoints" / "has-a-new-thing.yaml"
    assert path.is_file()
    said = f"Written: {path}. Fill it in, then run: cxaudit rules test --rules {pack} TO90\n"
    assert (result.exit_code, result.stdout) == (0, said)
    assert rules("test", "--rules", pack, "TO90").exit_code == 0


def test_new_refuses_a_folder_that_is_no_pack(tmp_path: Path) -> None:
    result = rules("new", "TO90", "has-a-new-thing", "--into", tmp_path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path}: this folder has no pack.yaml")


@pytest.mark.parametrize(
    "command", [["list"], ["show", "TO02"], ["explain", "TO02"], ["test"], ["lint"], ["reference"]]
)
def test_a_broken_pack_is_one_sentence_with_its_place(command: list[str], pack: Path) -> None:
    (pack / "pack.yaml").write_text(f"{HEAD}ruls: {{TO02: off}}\n", encoding="utf-8")
    result = rules(*command, "--rules", pack)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (f"{pack / 'pack.yaml'}:7:1: unknown key 'ruls' in the file; did you mean 'rules'?\n")


def test_a_pack_that_stands_alone_takes_the_place_of_the_core_pack(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(core_rules(), tmp_path / "own")
    shutil.rmtree(tmp_path / "own" / "governance")
    (tmp_path / "own" / "questions.yaml").unlink()  # it asks about the rules that are gone
    listed = rules("list", "--rules", tmp_path / "own").stdout
    assert "JC01" in listed
    assert "GV01" not in listed


def test_schema_prints_the_json_schema() -> None:
    assert json.loads(rules("schema").stdout) == json.loads(rule_schema_text())


def test_reference_prints_the_rule_reference() -> None:
    assert rules("reference").stdout == reference(RULESET)


def test_claims_prints_the_table_of_claims() -> None:
    assert rules("claims").stdout == page(load_claims(core_rules(), RULESET), RULESET)
