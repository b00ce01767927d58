"""Every claim of the source documents has its rules, every rule its claim, and the page says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.errors import RuleFileError
from cxaudit.rulebook.claims import Claim, load_claims, page
from cxaudit.rulefiles import core_rules, load_rules

RULESET = load_rules().ruleset
PAGE = Path(__file__).parent.parent / "docs" / "sources.md"


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    return load_claims(core_rules(), RULESET)


def complaint(tmp_path: Path, body: str) -> str:
    """The complaint about a file with one claim."""
    text = f"schema: cxaudit-claims/1\nclaims:\n  - {{document: GAR, section: No. 1, claim: It rains., {body}}}\n"
    (tmp_path / "claims.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_claims(tmp_path, RULESET)
    return str(caught.value)


def test_every_rule_is_named_by_a_claim(claims: tuple[Claim, ...]) -> None:
    assert {rule.id for rule in RULESET.rules} - {name for claim in claims for name in claim.rules} == set()


def test_every_section_that_a_rule_cites_has_a_claim_that_names_the_rule(claims: tuple[Claim, ...]) -> None:
    backed = {(claim.document, claim.section, name) for claim in claims for name in claim.rules}
    cited = {(source.document, source.section, rule.id) for rule in RULESET.rules for source in rule.sources}
    assert cited - backed == set()


def test_every_published_figure_that_results_are_held_against_stands_in_a_section_with_claims(
    claims: tuple[Claim, ...],
) -> None:
    known = {(claim.document, claim.section) for claim in claims}
    assert {(b.source.document, b.source.section) for b in RULESET.maturity.benchmarks} <= known


def test_every_document_has_claims_that_rules_test(claims: tuple[Claim, ...]) -> None:
    assert {c.document for c in claims if c.rules} == {d.key for d in RULESET.maturity.documents}


def test_no_claim_stands_twice(claims: tuple[Claim, ...]) -> None:
    told = [(claim.document, claim.claim) for claim in claims]
    assert len(told) == len(set(told))


def test_the_page_is_up_to_date(claims: tuple[Claim, ...]) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(claims, RULESET), "cxaudit rules claims > docs/sources.md"


def test_a_claim_that_names_a_rule_that_is_not_there_is_refused_with_its_place(tmp_path: Path) -> None:
    assert complaint(tmp_path, "rules: [JC01, JC91]").startswith(
        f"{tmp_path / 'claims.yaml'}:3:69: there is no rule 'JC91'; did you mean"
    )


@pytest.mark.parametrize("body", ["rules: []", "rules: [JC01], not_visible: It is hidden."])
def test_a_claim_is_tested_or_says_why_not_and_never_both(tmp_path: Path, body: str) -> None:
    assert "either 'rules' that test it or 'not_visible' with the reason" in complaint(tmp_path, body)


def test_a_pipe_in_a_claim_stays_inside_its_cell() -> None:
    claim = Claim(document="GAR", section="A|B", claim="One|two", rules=(RULESET.rules[0].id,))
    assert "| A\\|B | One\\|two | [" in page((claim,), RULESET)
