"""The schema that an editor checks rule files by: it takes every core rule and refuses what the loader refuses."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cxaudit.rulebook.schema import SCHEMA_FILE, rule_schema, rule_schema_text
from cxaudit.rulefiles import core_rules
from cxaudit.strictyaml import load

CORE = core_rules()
FILES = [path for path in sorted(CORE.glob("*/*.yaml")) if path.parent.name != "vocabulary"]
NAMES = [str(path.relative_to(CORE)) for path in FILES]
VALIDATOR = jsonschema.Draft7Validator(rule_schema())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(rule_schema())


def test_the_schema_file_of_the_core_pack_is_up_to_date() -> None:
    written = (CORE / SCHEMA_FILE).read_text(encoding="utf-8")
    assert written == rule_schema_text(), f"cxaudit rules schema > rules/{SCHEMA_FILE}"


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_rule_file_keeps_the_schema_and_names_it(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(load(path).data)] == []
    assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema=../{SCHEMA_FILE}\n")


@pytest.fixture
def rule() -> dict[str, Any]:
    return copy.deepcopy(load(CORE / "touchpoints" / "touchpoint-has-owner.yaml").data)


def test_an_unknown_key_is_refused(rule: dict[str, Any]) -> None:
    rule["impct"] = rule.pop("impact")
    assert not VALIDATOR.is_valid(rule)


def test_a_parameter_of_another_kind_of_check_is_refused(rule: dict[str, Any]) -> None:
    rule["check"]["within_months"] = 12
    assert not VALIDATOR.is_valid(rule)


def test_the_schema_names_every_kind_of_check() -> None:
    kinds = json.loads(rule_schema_text())["properties"]["check"]["discriminator"]["mapping"]
    assert {"filled", "set_coverage", "recency", "practice"} <= set(kinds)
