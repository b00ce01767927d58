"""`cxaudit rules`: read, question, write and try the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cxaudit.cli.arguments import RULES

if TYPE_CHECKING:
    from rich.table import Table

    from cxaudit.rulefiles import Rules
    from cxaudit.ruleset import Rule, Ruleset


@click.group(name="rules")
def rules() -> None:
    """List, explain, try and write rules."""


def _load(packs: tuple[Path, ...]) -> Rules:
    from cxaudit.rulefiles import load_rules

    return load_rules(packs)


def _find(name: str, ruleset: Ruleset) -> Rule:
    from cxaudit.errors import UsageError
    from cxaudit.yamlfile import nearest

    for rule in ruleset.rules:
        if name.casefold() in (rule.id.casefold(), rule.slug):
            return rule
    names = {known for rule in ruleset.rules for known in (rule.id, rule.slug)}
    word = name.upper() if len(name) < 6 else name
    raise UsageError(f"there is no rule '{name}'; {_shortened(nearest(word, names))}")


def _shortened(hint: str) -> str:
    return hint if hint.startswith("did you") else "'cxaudit rules list' shows them all"


@rules.command(name="list")
@RULES
def list_rules(packs: tuple[Path, ...]) -> None:
    """All rules by dimension, with weight and source."""
    from rich.text import Text

    from cxaudit.cli.console import make_console

    ruleset = _load(packs).ruleset
    console = make_console()
    console.print(_table(ruleset))
    console.print(Text(f"{len(ruleset.rules)} rules. More on one: cxaudit rules explain RULE"))


def _table(ruleset: Ruleset) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table("Rule", box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("What it asks for", overflow="fold")
    table.add_column("Weight", justify="right")
    table.add_column("Sources", overflow="fold")
    for dimension in ruleset.maturity.dimensions:
        own = [rule for rule in ruleset.rules if rule.dimension == dimension.id]
        table.add_section()
        table.add_row(dimension.id, Text(dimension.title, style="bold"), str(dimension.weight), "")
        for rule in own:
            asked = Text.assemble(rule.title, "\n", (rule.slug, "dim"))
            sources = ", ".join(dict.fromkeys(source.document for source in rule.sources))
            table.add_row(rule.id, asked, str(ruleset.weight(rule)), sources)
    return table


@rules.command()
@click.argument("rule")
@click.option("--resolved", is_flag=True, help="Say of each value which pack it came from.")
@RULES
def show(rule: str, resolved: bool, packs: tuple[Path, ...]) -> None:
    """One rule as it is used, with every value."""
    from cxaudit.rulebook.values import values

    ruleset = _load(packs).ruleset
    for line in values(_find(rule, ruleset), ruleset, resolved):
        click.echo(line)


@rules.command()
@click.argument("rule")
@RULES
def explain(rule: str, packs: tuple[Path, ...]) -> None:
    """What a rule checks, why, how it is scored, and how to mend it."""
    from rich.text import Text

    from cxaudit.cli.console import make_console
    from cxaudit.rulebook.explain import explain as sections

    ruleset = _load(packs).ruleset
    found = _find(rule, ruleset)
    console = make_console()
    console.print(Text(f"{found.id} {found.slug}", style="bold"))
    console.print(Text(found.title))
    for section in sections(found, ruleset):
        console.print()
        console.print(Text(section.heading, style="bold"))
        for first, text in (*(("", text) for text in section.paragraphs), *(("- ", text) for text in section.points)):
            console.print(Text(_indented(first + text, console.width)))


def _indented(text: str, width: int) -> str:
    from textwrap import fill

    return fill(text, width, initial_indent="  ", subsequent_indent="    " if text.startswith("- ") else "  ")


@rules.command()
@RULES
@click.argument("only", nargs=-1, metavar="[RULE]...")
def test(packs: tuple[Path, ...], only: tuple[str, ...]) -> None:
    """Run the examples that stand in the rule files."""
    from cxaudit.rulebook.trial import run_examples

    loaded = _load(packs)
    chosen = [_find(name, loaded.ruleset) for name in only] or None
    results = run_examples(loaded, chosen)
    wrong = [result for result in results if result.wrong]
    for result in wrong:
        click.echo(f"{result.rule.id} {result.rule.slug}, example '{result.example.name}': {result.wrong}")
    click.echo(f"{len(results) - len(wrong)} of {len(results)} examples come out as they should.")
    raise SystemExit(1 if wrong else 0)


@rules.command()
@RULES
def lint(packs: tuple[Path, ...]) -> None:
    """Hold the rules to the standard: source, figure, examples, plain language."""
    from cxaudit.rulebook.lint import lint as remarks

    ruleset = _load(packs).ruleset
    found = remarks(ruleset)
    for remark in found:
        click.echo(f"{remark.rule}: {remark.says}")
    click.echo(f"{len(ruleset.rules)} rules, {len(found) or 'no'} remark{'s' if len(found) > 1 else ''}.")
    raise SystemExit(1 if found else 0)


@rules.command()
def schema() -> None:
    """Print the JSON Schema of a rule file, for editors."""
    from cxaudit.rulebook.schema import rule_schema_text

    click.echo(rule_schema_text(), nl=False)


@rules.command()
@RULES
def reference(packs: tuple[Path, ...]) -> None:
    """Print the rule reference as Markdown."""
    from cxaudit.rulebook.reference import reference as page

    click.echo(page(_load(packs).ruleset), nl=False)


@rules.command()
def claims() -> None:
    """Print what the source documents claim and which rules test it, as Markdown."""
    from cxaudit.rulebook.claims import load_claims, page
    from cxaudit.rulefiles import core_rules

    ruleset = _load(()).ruleset
    click.echo(page(load_claims(core_rules(), ruleset), ruleset), nl=False)


@rules.command()
@click.argument("ident", metavar="ID")
@click.argument("slug")
@click.option("--into", "home", type=click.Path(path_type=Path), default=Path(), help="The folder of your rule pack.")
@RULES
def new(ident: str, slug: str, home: Path, packs: tuple[Path, ...]) -> None:
    """Write a rule file with its examples to fill in. ID begins with the dimension, as in TO90."""
    from cxaudit.rulebook.newrule import write_rule

    ruleset = _load(packs).ruleset
    written = write_rule(home, ident.upper(), slug, ruleset)
    click.echo(f"Written: {written}. Fill it in, then run: cxaudit rules test --rules {home} {ident.upper()}")
