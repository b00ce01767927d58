"""`cxaudit schema`: the JSON Schema of a file that people write, so that an editor completes and checks it."""

from __future__ import annotations

import click


@click.command()
@click.argument("what", type=click.Choice(["engagement", "rule"]))
def schema(what: str) -> None:
    """Print the JSON Schema of an engagement file (cxaudit.yaml) or of a rule file."""
    if what == "rule":
        from cxaudit.rulebook.schema import rule_schema_text

        click.echo(rule_schema_text(), nl=False)
        return
    from cxaudit.engagement.schema import engagement_schema
    from cxaudit.rulefiles import load_rules

    click.echo(engagement_schema(load_rules().vocabulary), nl=False)
