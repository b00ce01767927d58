"""The rule reference is made from the rule files, complete and up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cxaudit.rulebook.reference import anchor, reference
from cxaudit.rulefiles import load_rules
from cxaudit.ruleset import Rule

RULESET = load_rules().ruleset
PAGE = Path(__file__).parent.parent / "docs" / "rules.md"
TEXT = reference(RULESET)
RULES = [pytest.param(rule, id=rule.id) for rule in RULESET.rules]


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == TEXT, "cxaudit rules reference > docs/rules.md"


@pytest.mark.parametrize("rule", RULES)
def test_rule_has_one_section_and_stands_in_the_index_under_each_source(rule: Rule) -> None:
    assert TEXT.count(f"\n### {rule.id} {rule.slug}\n") == 1
    index = TEXT.partition("## Index by source")[2]
    for source in rule.sources:
        own = index.partition(f"### {source.document}: ")[2].partition("\n### ")[0]
        line = next(line for line in own.splitlines() if line.startswith(f"- {source.section}: "))
        assert f"[{rule.id}](#{anchor(rule)})" in line


def test_every_link_in_the_page_leads_to_a_section() -> None:
    headings = {re.sub(r"[^\w -]", "", line.lstrip("# ").lower()).replace(" ", "-") for line in TEXT.splitlines()}
    assert {link for link in re.findall(r"\(#([^)]+)\)", TEXT) if link not in headings} == set()
