"""`cxaudit template`: an empty workbook to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from cxaudit.template import JOURNEYS, PERSONAS


@click.command()
@click.option("--journey", type=click.Choice(JOURNEYS), default=JOURNEYS[0], show_default=True, help="Map layout.")
@click.option("--persona", "personas", type=click.Choice(PERSONAS), default=PERSONAS[0], show_default=True)
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), required=True, metavar="FILE")
@click.option("--force", is_flag=True, help="Write over a file that stands there already.")
def template(journey: str, personas: str, target: Path, force: bool) -> None:
    """Write an empty workbook with hints, for a programme that has none yet.

    It holds a journey map, personas, a list of metrics and questions on how the programme is run. Fill it in and
    audit it; every label in it is one that the audit knows.
    """
    from cxaudit.cli.output import check_place, write_file
    from cxaudit.errors import UsageError
    from cxaudit.excel.template_book import template_bytes
    from cxaudit.template import load_template

    check_place(target, "template.xlsx")
    if target.suffix.lower() != ".xlsx":
        raise UsageError(f"{target}: the template is an Excel workbook; give the file a name that ends in .xlsx")
    if target.exists() and not force:
        raise UsageError(f"{target}: this file stands there already; name another, or add --force to replace it")
    write_file(target, template_bytes(load_template(), journey, personas))
    click.echo(f"Written: {target}", err=True)
