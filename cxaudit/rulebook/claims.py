"""What the source documents claim, and which rules test it: `claims.yaml` of the core pack, and a page made from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from cxaudit.part import Part, key
from cxaudit.rulebook.reference import anchor
from cxaudit.ruleset import Document, Ruleset
from cxaudit.strictyaml import load
from cxaudit.yamlfile import YamlFile, nearest, validate

FILE = "claims.yaml"

_INTRO = """\
# The sources and the rules that test them

<!-- Made by `cxaudit rules claims`; change rules/claims.yaml, not this page. -->

Every claim of the source documents, in our own words, with the rules that test it. A claim that no workbook
could show is listed as such, with the reason. The rules themselves are in [rules.md](rules.md).
"""


class Claim(Part):
    """One claim of a document: the rules that test it, or why no workbook could show it."""

    document: str
    section: str
    claim: str
    rules: tuple[str, ...] = ()
    not_visible: str = key(default="", description="why no workbook could show it")

    def verify(self) -> None:
        if bool(self.rules) == bool(self.not_visible):
            raise ValueError("a claim has either 'rules' that test it or 'not_visible' with the reason")


class _Claims(Part):
    """`claims.yaml`."""

    schema_name: Literal["cxaudit-claims/1"] = key(name="schema")
    claims: tuple[Claim, ...]


def load_claims(home: Path, ruleset: Ruleset) -> tuple[Claim, ...]:
    """The claims of a rule pack's folder in the order of the file.

    Raises RuleFileError with file and line where one names a rule or a document that is not there.
    """
    file = load(home / FILE)
    claims = validate(_Claims, file).claims
    for number, claim in enumerate(claims):
        _check_names(claim, number, file, ruleset)
    return claims


def _check_names(claim: Claim, number: int, file: YamlFile, ruleset: Ruleset) -> None:
    documents = {document.key for document in ruleset.maturity.documents}
    if claim.document not in documents:
        hint = nearest(claim.document, documents)
        raise file.complain(("claims", number, "document"), f"unknown document '{claim.document}'; {hint}")
    known = {rule.id for rule in ruleset.rules}
    for index, name in enumerate(claim.rules):
        if name not in known:
            raise file.complain(
                ("claims", number, "rules", index), f"there is no rule '{name}'; {nearest(name, known)}"
            )


def page(claims: tuple[Claim, ...], ruleset: Ruleset) -> str:
    """The table of claims as Markdown, by document in the order of the pack."""
    tested = sum(1 for claim in claims if claim.rules)
    counts = f"{len(claims)} claims: {tested} tested by rules, {len(claims) - tested} that no workbook could show."
    lines = [_INTRO, counts, ""]
    for document in ruleset.maturity.documents:
        lines += _section(document, [claim for claim in claims if claim.document == document.key], ruleset)
    return "\n".join(lines)


def _section(document: Document, claims: list[Claim], ruleset: Ruleset) -> Iterator[str]:
    year = f" ({document.year})" if document.year else ""
    yield f"## {document.key}: {document.title}"
    yield ""
    yield f"{document.author}{year}"
    yield ""
    seen = [claim for claim in claims if claim.rules]
    if seen:
        yield from ("| section | claim | tested by |", "|---|---|---|")
        yield from (f"| {_cell(c.section)} | {_cell(c.claim)} | {_links(c, ruleset)} |" for c in seen)
        yield ""
    unseen = [claim for claim in claims if claim.not_visible]
    if unseen:
        yield from ("| section | claim | why no workbook could show it |", "|---|---|---|")
        yield from (f"| {_cell(c.section)} | {_cell(c.claim)} | {_cell(c.not_visible)} |" for c in unseen)
        yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _links(claim: Claim, ruleset: Ruleset) -> str:
    rules = {rule.id: rule for rule in ruleset.rules}
    return ", ".join(f"[{name}](rules.md#{anchor(rules[name])})" for name in claim.rules)
