"""A new rule file, with everything to fill in, examples that run, and the schema by which an editor helps."""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from cxaudit.errors import UsageError
from cxaudit.rulebook.schema import SCHEMA_FILE, rule_schema_text
from cxaudit.ruleset import Dimension, Ruleset
from cxaudit.yamlfile import nearest

_TEMPLATE = Template("""\
# yaml-language-server: $$schema=../$schema
# Fill in what says so, then try the rule with 'cxaudit rules test' and 'cxaudit rules lint'.
id: $id
slug: $slug
title: "Fill in: what is true when the rule is met"
dimension: $dimension
impact: medium            # critical, high, medium, low or minor
looks_at: "Fill in: what the rule looks at."
where: "Fill in: where a consultant may find the evidence."
why: "Fill in: why it matters."
figure: ""
sources:
  - {document: $document, section: "Fill in: the section"}
check:
  type: filled            # each subject gives a real value in one of the fields
  of: touchpoint
  fields: [channel]
not_applicable: "Fill in: when the rule does not apply."
messages:
  met: "All {total} touchpoints name a channel."
  not_met: "{met} of {total} touchpoints name a channel."
  finding: '"{subject}" names no channel.'
  absent: "{subject} has no column for the channel."
fix:
  text: "Fill in: how to mend it."
  effort: low             # low, medium or high
  per: subject            # subject, or rule where it is done once
examples:
  - name: every touchpoint has one
    given: {maps: [{stages: [{name: Purchase, touchpoint: [Till, Web shop], channel: Store and web}]}]}
    expect: {outcome: met, met: 2, total: 2}
  - name: none has one
    given: {maps: [{stages: [{name: Purchase, touchpoint: [Till, Web shop]}]}]}
    expect: {outcome: not_met, met: 0, total: 2}
  - name: no map was supplied
    given: {personas: [{name: Ann, goal: arrive on time}]}
    expect: {outcome: cannot_tell}
""")


def write_rule(home: Path, ident: str, slug: str, ruleset: Ruleset) -> Path:
    """Writes the file into the folder of its dimension and gives its path; never over a file that is there.

    The schema that the file names is written beside the pack's `pack.yaml`. Raises UsageError.
    """
    dimension = _dimension(ident, ruleset)
    _check_free(ident, slug, ruleset)
    if not (home / "pack.yaml").is_file():
        raise UsageError(
            f"{home}: this folder has no pack.yaml; write one first (docs/packs.md), or name it with --into"
        )
    path = home / dimension.folder / f"{slug}.yaml"
    if path.exists():
        raise UsageError(f"{path} is there already; choose another slug")
    path.parent.mkdir(parents=True, exist_ok=True)
    document = ruleset.maturity.documents[0].key
    words = {"id": ident, "slug": slug, "dimension": dimension.id, "document": document, "schema": SCHEMA_FILE}
    path.write_text(_TEMPLATE.substitute(words), encoding="utf-8")
    (home / SCHEMA_FILE).write_text(rule_schema_text(), encoding="utf-8")
    return path


def _dimension(ident: str, ruleset: Ruleset) -> Dimension:
    prefix = ident.rstrip("0123456789")
    dimensions = {dimension.id: dimension for dimension in ruleset.maturity.dimensions}
    if prefix not in dimensions or not re.fullmatch("[0-9]{2,3}", ident.removeprefix(prefix)):
        raise UsageError(
            f"'{ident}' must be a dimension and two or three digits, as in TO90; {nearest(prefix, dimensions)}"
        )
    return dimensions[prefix]


def _check_free(ident: str, slug: str, ruleset: Ruleset) -> None:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        raise UsageError(f"'{slug}' must be small letters and digits joined by hyphens, as in touchpoint-has-owner")
    taken = next((rule for rule in ruleset.rules if ident == rule.id or slug == rule.slug), None)
    if taken:
        raise UsageError(f"there is a rule {taken.id} {taken.slug} already; choose another id and slug")
