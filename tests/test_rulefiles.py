"""A rule file that is wrong is refused with file, line and the nearest right word, never judged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cxaudit.errors import RuleFileError
from cxaudit.rulefiles import core_rules, load_rules

RULE = Path("touchpoints/touchpoint-has-owner.yaml")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the core pack with one rule, to be broken."""
    home = tmp_path / "pack"
    core = core_rules()
    shutil.copytree(core / "vocabulary", home / "vocabulary")
    for name in ("pack.yaml", "maturity.yaml", "fullness.yaml", "cross-checks.yaml"):
        shutil.copy(core / name, home / name)
    (home / RULE).parent.mkdir()
    shutil.copy(core / RULE, home / RULE)
    return home


def broken(pack: Path, old: str, new: str) -> str:
    """The complaint after replacing a part of the rule file's text."""
    text = (pack / RULE).read_text(encoding="utf-8")
    assert old in text
    (pack / RULE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rules([pack])
    return str(caught.value)


def line_of(pack: Path, start: str) -> int:
    lines = (pack / RULE).read_text(encoding="utf-8").splitlines()
    return next(n for n, line in enumerate(lines, start=1) if line.lstrip().startswith(start))


def test_the_unbroken_pack_loads(pack: Path) -> None:
    assert [rule.id for rule in load_rules([pack]).ruleset.rules] == ["TO02"]


def test_an_unknown_key_is_named_with_its_place_and_the_nearest_right_one(pack: Path) -> None:
    sentence = broken(pack, "impact: critical", "impct: critical")
    assert f"{pack / RULE}:{line_of(pack, 'impct')}:1: " in sentence
    assert "unknown key 'impct'" in sentence
    assert "did you mean 'impact'" in sentence


def test_an_unknown_check_is_named_with_the_nearest_right_one(pack: Path) -> None:
    sentence = broken(pack, "type: filled", "type: filed")
    assert f"{pack / RULE}:{line_of(pack, 'type')}:3: " in sentence
    assert "unknown check 'filed'; did you mean 'filled'?" in sentence


def test_a_misspelt_field_is_a_load_error_and_never_a_perfect_score(pack: Path) -> None:
    sentence = broken(pack, "fields: [owner]", "fields: [ownr]")
    assert f"{pack / RULE}:{line_of(pack, 'fields')}:" in sentence
    assert "unknown field 'ownr'; did you mean 'owner'?" in sentence


def test_a_value_of_the_wrong_type_is_said_with_its_place(pack: Path) -> None:
    sentence = broken(pack, "fields: [owner]", "fields: owner")
    assert f"{pack / RULE}:{line_of(pack, 'fields')}:3: fields: " in sentence


def test_a_value_outside_the_known_ones_names_the_nearest(pack: Path) -> None:
    assert "'critcal' is not known here; did you mean 'critical'?" in broken(pack, "critical", "critcal")


def test_a_duplicate_key_is_refused_at_its_second_place(pack: Path) -> None:
    sentence = broken(pack, "impact: critical", "impact: critical\nimpact: low")
    assert sentence.endswith(":7:1: the key 'impact' stands here twice")


def test_anchors_and_aliases_are_refused(pack: Path) -> None:
    assert "anchors and aliases are not allowed" in broken(pack, "impact: critical", "impact: &x critical")


def test_a_missing_part_is_named(pack: Path) -> None:
    sentence = broken(pack, "title: Every touchpoint names its owner\n", "")
    assert "'title' is missing" in sentence


def test_an_unknown_source_document_is_named(pack: Path) -> None:
    assert "unknown document 'CRX'; did you mean 'CRA'?" in broken(pack, "document: CRA", "document: CRX")


def test_text_that_yaml_would_turn_into_other_things_stays_text(pack: Path) -> None:
    text = (pack / RULE).read_text(encoding="utf-8")
    (pack / RULE).write_text(text.replace("touchpoint: Till, owner: Store manager", "touchpoint: 12:30, owner: no"))
    stages = load_rules([pack]).ruleset.rules[0].examples[1].given["maps"][0]["stages"]
    assert stages[0]["steps"][1] == {"touchpoint": "12:30", "owner": "no"}
