"""The sample workbooks: each audits as expected.yaml says, and every rule is met in one and not met in another."""

from __future__ import annotations

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import cxaudit
from cxaudit.scorecard import Scorecard

HOME = Path(__file__).parent.parent / "sample_workbooks"
EXPECTED: dict[str, Any] = yaml.safe_load((HOME / "expected.yaml").read_text(encoding="utf-8"))
AS_OF = datetime.date.fromisoformat(EXPECTED["as_of"])
NAMES = sorted(EXPECTED["samples"])
OUTCOMES = ("met", "partly_met", "not_met", "not_applicable", "cannot_tell")


@cache
def scorecard(name: str) -> Scorecard:
    return cxaudit.audit(HOME / name, as_of=AS_OF)


@pytest.mark.parametrize("name", NAMES)
def test_each_rule_comes_out_as_the_sample_was_made_for(name: str) -> None:
    outcomes = {rule.id: rule.outcome for rule in scorecard(name).rules}
    wanted = {ident: o for o in OUTCOMES for ident in EXPECTED["samples"][name].get(o, ())}
    assert {ident: outcomes[ident] for ident in wanted} == wanted


@pytest.mark.parametrize("name", NAMES)
def test_each_sheet_is_read_as_what_it_is(name: str) -> None:
    kinds = {sheet.sheet: sheet.kind for sheet in scorecard(name).sheets}
    assert {sheet: kinds[sheet] for sheet in EXPECTED["samples"][name]["kinds"]} == EXPECTED["samples"][name]["kinds"]


@pytest.mark.parametrize("name", NAMES)
def test_the_gates_that_fail_are_told(name: str) -> None:
    assert {gate.id for gate in scorecard(name).gates} == set(EXPECTED["samples"][name]["gates"])


def test_every_rule_is_met_in_one_sample_and_not_met_in_another() -> None:
    seen: dict[str, set[str]] = {}
    for name in NAMES:
        for rule in scorecard(name).rules:
            seen.setdefault(rule.id, set()).add(rule.outcome)
    assert len(seen) == 68
    assert [ident for ident, outcomes in seen.items() if not {"met", "not_met"} <= outcomes] == []


def test_all_samples_together_are_audited_as_one_programme() -> None:
    together = cxaudit.audit(HOME, as_of=AS_OF)
    assert len(together.maps) >= 6
    assert together.level is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_can_work_the_scores_out_again_from_the_json(name: str) -> None:
    document = json.loads(scorecard(name).to_json())
    judged = [rule for rule in document["rules"] if rule["score"] is not None]
    for rule in judged:
        share = rule["points_of_total"] / rule["total"]
        low, high = rule["curve"]["zero_at"], rule["curve"]["full_at"]
        assert rule["score"] == pytest.approx(min(1, max(0, (share - low) / (high - low))), abs=1e-3), rule["id"]
    dimensions = {d["id"]: d for d in document["dimensions"] if d["score"] is not None}
    for ident, dimension in dimensions.items():
        own = [rule for rule in judged if rule["dimension"] == ident]
        mean = sum(rule["weight"] * rule["score"] for rule in own) / sum(rule["weight"] for rule in own)
        assert dimension["score"] == pytest.approx(100 * mean, abs=0.02)
    if document["score"] is not None:
        weights = sum(d["weight"] for d in dimensions.values())
        overall = sum(d["weight"] * d["score"] for d in dimensions.values()) / weights
        assert document["score"] == pytest.approx(overall, abs=0.02)
        assert sum(r["points_lost"] for r in judged) == pytest.approx(100 - document["score"], abs=0.02)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_files_rules_and_day_give_the_same_bytes(name: str) -> None:
    assert cxaudit.audit(HOME / name, as_of=AS_OF).to_json() == scorecard(name).to_json()
