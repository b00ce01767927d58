"""The `cxaudit` command: its subcommands, found without importing them, and what each failure ends with."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from cxaudit.errors import CxauditError, NothingRecognised, WorkbookError
from cxaudit.version import VERSION

_COMMANDS = {
    "audit": "Audit workbooks and print the maturity scorecard.",
    "inspect": "Show how each sheet is read.",
    "compare": "Tell what changed between two scorecards, and who changed it.",
    "portfolio": "Audit many programmes and compare them.",
    "assess": "Ask what the workbooks do not show, and audit.",
    "template": "Write an empty workbook to fill in.",
    "rules": "List, explain, try and write rules.",
    "schema": "Print the JSON Schema of an engagement file or a rule file.",
}
NOTHING_READ, INTERRUPTED, PIPE_CLOSED = 3, 130, 141
_EPILOG = """\b
Examples:
  cxaudit audit client_workbooks/
  cxaudit audit journey.xlsx personas.xlsx -o scorecard.xlsx
  cxaudit inspect journey.xlsx

\b
Exit codes:
  0  audited
  1  a threshold was not met (--fail-under, --target-level, --fail-on)
  2  the command or a rule file is wrong
  3  nothing could be read, or nothing in it was recognised

Workbooks are only read, never changed, and nothing leaves this computer.
"""


class Commands(click.Group):
    """The subcommands by name: each is the function of that name in the module of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"cxaudit.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The commands with their sentences, which need no import."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(_unknown(args[0]), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a refusal is its sentence on standard error and an exit code, never a traceback."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except CxauditError as error:
            from cxaudit.cli.redacting import say

            say(_ended(str(error)))
            ctx.exit(NOTHING_READ if isinstance(error, WorkbookError | NothingRecognised) else 2)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            # Python would complain once more when it closes the standard output.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(PIPE_CLOSED)
        return result


def _ended(sentence: str) -> str:
    """A refusal with its full stop."""
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


def _unknown(word: str) -> str:
    from difflib import get_close_matches

    if os.path.exists(word):
        return f"there is no command '{word}'; to audit it: cxaudit audit {word}"
    close = get_close_matches(word, _COMMANDS, n=1)
    hint = f"did you mean '{close[0]}'?" if close else f"the commands are {', '.join(_COMMANDS)}"
    return f"there is no command '{word}'; {hint}"


@click.group(
    cls=Commands, epilog=_EPILOG, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(VERSION, prog_name="cxaudit", message="%(prog)s %(version)s")
@click.pass_context
def cxaudit(ctx: click.Context) -> None:
    """Audit customer-experience workbooks and get a maturity scorecard.

    Give it journey maps, personas, metric lists and programme sheets (.xlsx, .xlsm, .xlsb, .xls, .ods, .csv), as
    they are. It says how it read them, judges them by rules that cite their sources, and tells what to mend first.
    """
    from cxaudit.cli.console import make_streams_safe

    make_streams_safe()
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
