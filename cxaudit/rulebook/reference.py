"""The rule reference as Markdown, made from the rule files: one section a rule, an index by source section."""

from __future__ import annotations

from collections import defaultdict

from cxaudit.rulebook.explain import explain
from cxaudit.ruleset import Rule, Ruleset

_NOTE = "<!-- Made by `cxaudit rules reference`; change the rule files, not this page. -->"


def reference(ruleset: Ruleset) -> str:
    """The whole page."""
    pack = ruleset.pack
    lines = [
        "# Rule reference",
        "",
        _NOTE,
        "",
        f"{len(ruleset.rules)} rules of the pack `{pack.id}` {pack.version} ({pack.title}).",
        "",
    ]
    lines += _overview(ruleset)
    for dimension in ruleset.maturity.dimensions:
        lines += [f"## {dimension.title} ({dimension.id})", "", f"{dimension.question} Weight {dimension.weight}.", ""]
        for rule in ruleset.rules:
            if rule.dimension == dimension.id:
                lines += _section(rule, ruleset)
    return "\n".join(lines + _index(ruleset)) + "\n"


def _overview(ruleset: Ruleset) -> list[str]:
    lines = ["| rule | | dimension | weight | sources |", "|---|---|---|---|---|"]
    for rule in ruleset.rules:
        keys = ", ".join(dict.fromkeys(source.document for source in rule.sources))
        name = f"[{rule.id}](#{anchor(rule)})"
        title = ruleset.dimension(rule).title
        lines.append(f"| {name} | {rule.title} | {title} | {ruleset.weight(rule)} | {keys} |")
    return [*lines, ""]


def anchor(rule: Rule) -> str:
    """The name of a rule's section, by which other pages lead to it."""
    return f"{rule.id.lower()}-{rule.slug}"


def _section(rule: Rule, ruleset: Ruleset) -> list[str]:
    lines = [f"### {rule.id} {rule.slug}", "", f"**{rule.title}**", ""]
    for section in explain(rule, ruleset):
        lines += [f"*{section.heading}.*", *(f"{text}  " for text in section.paragraphs), ""]
        if section.points:
            lines += [*(f"- {text}" for text in section.points), ""]
    return lines


def _index(ruleset: Ruleset) -> list[str]:
    lines = ["## Index by source", ""]
    sections: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in ruleset.rules:
        for source in rule.sources:
            sections[source.document, source.section].append(rule)
    for document in ruleset.maturity.documents:
        year = f" ({document.year})" if document.year else ""
        lines += [f"### {document.key}: {document.title}", "", f"{document.author}{year}", ""]
        for (key, section), rules in sorted(sections.items()):
            if key == document.key:
                links = ", ".join(f"[{rule.id}](#{anchor(rule)})" for rule in rules)
                lines.append(f"- {section}: {links}")
        lines.append("")
    return lines
