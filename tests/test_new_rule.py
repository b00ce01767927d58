"""A new rule file loads and runs at once, and nothing that is there is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.errors import UsageError
from cxaudit.rulebook.lint import lint
from cxaudit.rulebook.newrule import write_rule
from cxaudit.rulebook.schema import rule_schema_text
from cxaudit.rulebook.trial import run_examples
from cxaudit.rulefiles import load_rules
from cxaudit.rulestack import load_rule
from cxaudit.strictyaml import load

PACK = """schema: cxaudit-pack/1
id: our-bank
version: 1.0.0
title: Our bank's practice
owner: the practice team
extends: cx-core
"""
RULES = load_rules()
RULESET = RULES.ruleset


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("dimension", [dimension.id for dimension in RULESET.maturity.dimensions])
def test_the_examples_of_the_new_rule_come_out(home: Path, dimension: str) -> None:
    rule = load_rule(load(write_rule(home, f"{dimension}90", "has-a-new-thing", RULESET)))
    assert [(result.example.expect.outcome, result.wrong) for result in run_examples(RULES, [rule])] == [
        ("met", ""),
        ("not_met", ""),
        ("cannot_tell", ""),
    ]


def test_the_new_rule_loads_with_its_pack_and_lint_reminds_of_what_is_still_to_fill_in(home: Path) -> None:
    write_rule(home, "TO90", "has-a-new-thing", RULESET)
    said = [remark.says for remark in lint(load_rules([home]).ruleset) if remark.rule == "TO90"]
    assert said == ["still holds text to fill in ('Fill in:')"]


def test_the_file_names_the_schema_that_stands_beside_the_pack(home: Path) -> None:
    written = write_rule(home, "TO90", "has-a-new-thing", RULESET)
    first = written.read_text(encoding="utf-8").splitlines()[0]
    named = written.parent / first.partition("$schema=")[2]
    assert named.read_text(encoding="utf-8") == rule_schema_text()


def test_a_file_that_is_there_is_never_overwritten(home: Path) -> None:
    written = write_rule(home, "TO90", "has-a-new-thing", RULESET)
    before = written.read_bytes()
    with pytest.raises(UsageError, match="is there already; choose another slug"):
        write_rule(home, "TO91", "has-a-new-thing", RULESET)
    assert written.read_bytes() == before


@pytest.mark.parametrize(
    ("ident", "slug", "sentence"),
    [
        ("XX90", "a-thing", "'XX90' must be a dimension and two or three digits, as in TO90; known are: EM, GV, JC"),
        ("TO", "a-thing", "'TO' must be a dimension and two or three digits, as in TO90"),
        ("TO90", "A Thing", "'A Thing' must be small letters and digits joined by hyphens"),
        ("TO02", "a-thing", "there is a rule TO02 touchpoint-has-owner already"),
        ("TO90", "touchpoint-has-owner", "there is a rule TO02 touchpoint-has-owner already"),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_a_sentence(home: Path, ident: str, slug: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        write_rule(home, ident, slug, RULESET)
    assert str(caught.value).startswith(sentence)
    assert [path.name for path in home.iterdir()] == ["pack.yaml"]


def test_a_folder_that_is_no_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"this folder has no pack\.yaml"):
        write_rule(tmp_path, "TO90", "a-thing", RULESET)
    assert list(tmp_path.iterdir()) == []
