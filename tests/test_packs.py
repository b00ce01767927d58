"""A pack lies on another and changes weights, curves, cuts and words; every complaint has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.errors import RuleFileError
from cxaudit.rulefiles import Rules, load_rules

HEAD = """schema: cxaudit-pack/1
id: our-bank
version: 1.0.0
title: Our bank's practice
owner: the practice team
"""


def with_pack(tmp_path: Path, body: str) -> Rules:
    (tmp_path / "pack.yaml").write_text(HEAD + body, encoding="utf-8")
    return load_rules([tmp_path])


def complaint(tmp_path: Path, body: str) -> str:
    with pytest.raises(RuleFileError) as caught:
        with_pack(tmp_path, body)
    return str(caught.value).removeprefix(f"{tmp_path / 'pack.yaml'}:")


def impact(rules: Rules, ident: str) -> str:
    return next(rule.impact for rule in rules.ruleset.rules if rule.id == ident)


def test_a_pack_changes_an_impact_and_says_where_it_came_from(tmp_path: Path) -> None:
    rules = with_pack(tmp_path, "extends: cx-core\nrules:\n  TO02: {impact: low}\n")
    assert impact(load_rules(), "TO02") == "critical"
    assert impact(rules, "TO02") == "low"
    assert rules.ruleset.origins["TO02"]["impact"] == "our-bank 1.0.0 (pack.yaml, line 8)"
    assert rules.ruleset.origins["TO02"]["rule"].startswith("cx-core ")


def test_a_rule_is_named_by_its_slug_as_well(tmp_path: Path) -> None:
    rules = with_pack(tmp_path, "extends: cx-core\nrules:\n  touchpoint-has-owner: {curve: {full_at: 0.9}}\n")
    assert next(rule.curve.full_at for rule in rules.ruleset.rules if rule.id == "TO02") == 0.9


def test_a_rule_that_is_off_is_gone(tmp_path: Path) -> None:
    rules = with_pack(tmp_path, "extends: cx-core\nrules:\n  TO02: off\n")
    assert "TO02" not in [rule.id for rule in rules.ruleset.rules]


def test_cuts_and_dimension_weights_change(tmp_path: Path) -> None:
    rules = with_pack(tmp_path, "extends: cx-core\nlevels: {4: 70}\ndimensions: {GV: 30}\n")
    assert [level.from_score for level in rules.ruleset.maturity.levels] == [0, 25, 45, 70, 85]
    assert next(d.weight for d in rules.ruleset.maturity.dimensions if d.id == "GV") == 30


def test_words_are_added_and_taken_out(tmp_path: Path) -> None:
    before = load_rules().vocabulary.words("owner-too-broad")
    assert before.is_whole("everyone")
    assert not before.is_whole("the ninth floor")
    body = "extends: cx-core\nwords:\n  owner-too-broad: {terms+: [the ninth floor], terms-: [everyone]}\n"
    after = with_pack(tmp_path, body).vocabulary.words("owner-too-broad")
    assert after.is_whole("the ninth floor")
    assert not after.is_whole("everyone")


def test_the_digest_tells_packs_apart(tmp_path: Path) -> None:
    changed = with_pack(tmp_path, "extends: cx-core\nrules:\n  TO02: {impact: low}\n").ruleset
    assert changed.digest != load_rules().ruleset.digest
    assert (changed.pack.id, [pack.id for pack in changed.below]) == ("our-bank", ["cx-core"])


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("extends: cx-cor\n", "6:1: there is no pack 'cx-cor' below; did you mean 'cx-core'?"),
        ("extends: cx-core\nrules:\n  TO99: off\n", "8:3: there is no rule 'TO99' to change; known are: EM01"),
        ("extends: cx-core\nlevels: {4: 90}\n", "7:1: the levels must begin one above the other"),
        ("extends: cx-core\nlevels: {6: 90}\n", "7:10: there is no level '6'"),
        ("extends: cx-core\nwords: {owner-to-broad: {terms+: [x]}}\n", "7:9: there is no word list 'owner-to-broad'"),
        (
            "extends: cx-core\nwords: {owner-too-broad: {terms-: [a purple cow]}}\n",
            "7:27: 'a purple cow' is not in the list, so it cannot be taken out",
        ),
        ("extends: cx-core\nrules:\n  TO02: {check: {felds: [owner]}}\n", "8:"),
    ],
)
def test_a_change_that_fits_nothing_is_refused_with_its_place(tmp_path: Path, body: str, sentence: str) -> None:
    assert complaint(tmp_path, body).startswith(sentence)


def test_a_pack_that_leads_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("schema: cxaudit-words/1\n")
    home = tmp_path / "pack"
    (home / "vocabulary").mkdir(parents=True)
    (home / "pack.yaml").write_text(HEAD + "extends: cx-core\n")
    (home / "vocabulary" / "sly.yaml").symlink_to(outside)
    with pytest.raises(RuleFileError, match="leads out of the rule pack's folder"):
        load_rules([home])
