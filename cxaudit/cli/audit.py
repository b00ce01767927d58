"""`cxaudit audit`: workbooks in, scorecard out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cxaudit.cli.access import LIMIT, PASSWORD, TIMINGS
from cxaudit.cli.arguments import PATHS, RULES, day, score, written_to
from cxaudit.cli.redacting import REDACT


@click.command(
    epilog="Exit codes: 0 audited; 1 a threshold was not met; 2 usage or rule file; 3 nothing could be read."
)
@PATHS
@click.option("--format", "form", default="terminal", metavar="NAME", help="terminal (the default), markdown or json.")
@written_to(".xlsx", ".md", ".json", ".txt", ".xml")
@click.option("--as-of", callback=day, metavar="DATE", help="The day that ages are counted to (default: today).")
@click.option("--scope", type=click.Choice(["journeys", "personas", "all"]), help="What to audit (default: all).")
@click.option("--fail-under", callback=score, metavar="SCORE", help="End with exit code 1 under this score (0 to 100).")
@click.option(
    "--target-level", type=int, metavar="N", help="Plan the path to this level, and end with exit code 1 under it."
)
@RULES
@click.option("--client", default="", metavar="NAME", help="The client's name, for the heading.")
@click.option(
    "--previous",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The earlier scorecard (.json, .xlsx): says what changed since; its register goes on.",
)
@click.option(
    "--fail-on",
    multiple=True,
    metavar="RULE|IMPACT",
    help="End with exit code 1 where this rule, or one of this impact or heavier, has findings that no waiver covers.",
)
@click.option("--new-only", is_flag=True, help="For --fail-on, count only findings that the earlier scorecard had not.")
@click.option("--force", is_flag=True, help="Let -o write over a workbook that is no scorecard.")
@click.option("--include-hidden", is_flag=True, help="Let hidden sheets count too.")
@REDACT
@click.option("--watch", is_flag=True, help="Audit again at every save, and say what the save has changed.")
@click.option("--watch-saves", type=int, default=0, hidden=True, help="End after so many saves.")
@LIMIT
@PASSWORD
@TIMINGS
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict.")
@click.option("-v", "--verbose", is_flag=True, help="All findings, with the reasons and sources.")
def audit(**options: Any) -> None:
    """Audit workbooks and print the maturity scorecard.

    PATH is a workbook or a folder of workbooks; give all that belongs to one programme.
    """
    from cxaudit.workbook import start_reading

    start_reading()
    from cxaudit.cli.auditing import Request, run

    run(Request(**options))
