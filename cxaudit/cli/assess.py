"""`cxaudit assess`: asks what the workbooks do not show, keeps the answers, and audits with them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from cxaudit.cli.arguments import RULES, day, written_to
from cxaudit.cli.redacting import REDACT, find_names, find_names_in_paths, say

if TYPE_CHECKING:
    from cxaudit.assess.claim import Claim
    from cxaudit.assess.question import Question
    from cxaudit.engagement.answering import AnswerBook
    from cxaudit.engagement.file import Engagement
    from cxaudit.opened import Opened
    from cxaudit.rulefiles import Rules
    from cxaudit.scorecard import Scorecard
    from cxaudit.terms import Terms

_NOTHING_READ, _INTERRUPTED = 3, 130


class _Assessed(Struct, frozen=True):
    """What is assessed: the workbooks (none at all is allowed), the rules and the terms."""

    paths: tuple[Path, ...]
    home: Path
    opened: Opened
    rules: Rules
    terms: Terms


@click.command(
    epilog="Exit codes: 0 assessed, or quit with the answers kept; 2 usage, rule file or file of answers; "
    "3 nothing could be read."
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@click.option("--as", "name", default="", metavar="NAME", help="Who answers (otherwise you are asked).")
@click.option(
    "--answers",
    "answers_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Take the answers from a file and ask nothing.",
)
@click.option("--again", is_flag=True, help="Ask also what you have answered before.")
@click.option("--format", "form", default="terminal", metavar="NAME", help="terminal (the default), markdown or json.")
@written_to(".xlsx", ".md", ".json", ".txt", ".xml")
@click.option("--as-of", callback=day, metavar="DATE", help="The day of the answers and the audit (default: today).")
@click.option("--scope", type=click.Choice(["journeys", "personas", "all"]), help="What to audit (default: all).")
@RULES
@click.option("--client", default="", metavar="NAME", help="The client's name, for the heading.")
@REDACT
@click.option("-q", "--quiet", is_flag=True, help="Only the verdict.")
@click.option("-v", "--verbose", is_flag=True, help="All findings, with the reasons and sources.")
def assess(
    paths: tuple[Path, ...],
    name: str,
    answers_file: Path | None,
    again: bool,
    form: str,
    outputs: tuple[Path, ...],
    as_of: datetime.date | None,
    scope: str | None,
    packs: tuple[Path, ...],
    client: str,
    redact: bool,  # noqa: ARG001 (what is said goes through the mask that the option keeps)
    quiet: bool,
    verbose: bool,
) -> None:
    """Ask what the workbooks do not show, one question at a time, and print the scorecard.

    PATH is a workbook or a folder of workbooks. Without one the scorecard rests on the answers alone. Answers are
    kept in cxaudit.yaml beside the workbooks (or in this folder) as soon as they are given: quit at any time and go on
    later. 'cxaudit audit' uses them too. What a workbook shows always counts more than an answer.
    """
    from cxaudit.workbook import start_reading

    start_reading()
    from cxaudit.cli.console import output_page
    from cxaudit.cli.delivering import check_outputs, deliver
    from cxaudit.session import engaged, terms_of

    _need_terminal(answers_file)
    check_outputs(form, outputs, paths)
    places = paths or (Path(),)
    rules, engagement = engaged(places, packs)
    home, terms = _home(places), terms_of(engagement, as_of, scope, client, None)
    assessed = _Assessed(paths, home, _opened(paths, home, rules, engagement), rules, terms)
    book = _book(assessed, engagement)
    if answers_file is not None:
        _take(answers_file, book, assessed, name)
    elif not _interview(assessed, engagement, book, name, again):
        return
    deliver(_scorecard(assessed, packs), form, outputs, output_page(quiet, verbose))


def _need_terminal(answers_file: Path | None) -> None:
    from cxaudit.cli.keys import at_terminal
    from cxaudit.errors import UsageError

    if answers_file is None and not at_terminal():
        raise UsageError(
            "assess asks questions, so it needs a terminal; to take the answers from a file: --answers FILE"
        )


def _home(places: Sequence[Path]) -> Path:
    from cxaudit.engagement.find import home_of

    return home_of(places)


def _opened(paths: Sequence[Path], home: Path, rules: Rules, engagement: Engagement | None) -> Opened:
    """The workbooks; none for no path, or for folders without any."""
    from cxaudit.cli.opening import open_with_progress, tell_left_out
    from cxaudit.cli.progress import Progress
    from cxaudit.opened import Opened

    find_names_in_paths(paths, rules, engagement)
    if not paths:
        return Opened((), (), (home.as_posix(),))
    with Progress() as progress:
        opened = open_with_progress(paths, progress)
    find_names(opened, rules, engagement)
    if opened.contents or not opened.empty:
        tell_left_out(opened)
    if not opened.contents and not opened.empty:
        raise click.exceptions.Exit(_NOTHING_READ)
    return opened


def _book(assessed: _Assessed, engagement: Engagement | None) -> AnswerBook:
    from cxaudit.engagement.answering import AnswerBook
    from cxaudit.engagement.selfassessed import answers_of

    return AnswerBook(assessed.home, answers_of(engagement), assessed.rules.questions)


def _take(file: Path, book: AnswerBook, assessed: _Assessed, name: str) -> None:
    """Puts the answers of a file into the engagement file."""
    from cxaudit.cli.output import write_file
    from cxaudit.engagement.answersfile import read_answers

    given = read_answers(file, assessed.rules, name, assessed.terms.as_of)
    for line in given.lines:
        book.add(line)
    for agreed in given.agreed:
        book.agree(agreed)
    write_file(book.path, book.text())
    count = len(given.lines) + len(given.agreed)
    say(f"Kept: {count} answer{'' if count == 1 else 's'} in {book.path.as_posix()}")


def _interview(assessed: _Assessed, engagement: Engagement | None, book: AnswerBook, name: str, again: bool) -> bool:
    """Asks a person; False where they quit half way, or nothing was answered by anybody."""
    from cxaudit.assess.asking import answered_by
    from cxaudit.cli.asking import Interview, ask, name_of_person, settle
    from cxaudit.cli.keys import Leave
    from cxaudit.cli.writingdown import check_can_write, write_down

    check_can_write(book.path)
    questions = _open(assessed, engagement)
    person = " ".join(name.split())
    try:
        person = person or name_of_person()
        done = frozenset() if again else answered_by(person, questions, book.answers)
        interview = Interview(
            questions=questions,
            ruleset=assessed.rules.ruleset,
            name=person,
            day=assessed.terms.as_of.isoformat(),
            keep=lambda line: write_down(book, lambda: book.add(line)),
            agree=lambda line: write_down(book, lambda: book.agree(line)),
        )
        ask(interview, lambda: book.answers, done)
        claims = _claims(assessed, book)
        settle(interview, [claims[q.rule] for q in questions if q.rule in claims and claims[q.rule].disputed])
    except Leave as left:
        _tell_where_it_stands(assessed, book, questions, person)
        if left.interrupted:
            raise click.exceptions.Exit(_INTERRUPTED) from None
        return False
    if not claims and not assessed.opened.contents:
        say("Nothing is answered, so there is no scorecard yet.")
        return False
    return True


def _tell_where_it_stands(assessed: _Assessed, book: AnswerBook, questions: Sequence[Question], person: str) -> None:
    """What is kept, what is left, and how to go on."""
    from cxaudit.assess.asking import answered_by

    left = len(questions) - len(answered_by(person, questions, book.answers))
    kept = f"Kept in {book.path.as_posix()}" if book.given else "Nothing new is kept"
    say(f"{kept}; {left} left. Go on with: {_again(assessed, *(('--as', person) if person else ()))}")


def _open(assessed: _Assessed, engagement: Engagement | None) -> tuple[Question, ...]:
    from cxaudit.assess.asking import open_questions
    from cxaudit.session import scorecard_of

    if not assessed.opened.contents:
        return assessed.rules.questions
    terms = assessed.terms
    shown = scorecard_of(assessed.opened, assessed.rules, terms, engagement=engagement)
    return open_questions(assessed.rules.questions, shown)


def _claims(assessed: _Assessed, book: AnswerBook) -> dict[str, Claim]:
    from cxaudit.assess.claim import settled

    return settled(assessed.rules.questions, book.answers)


def _scorecard(assessed: _Assessed, packs: Sequence[Path]) -> Scorecard:
    """The audit of the workbooks with the answers that are kept now."""
    from cxaudit.redact.documents import redacted
    from cxaudit.session import engaged, misfits_of, scorecard_of

    rules, engagement = engaged(assessed.paths or (assessed.home,), packs)
    terms = assessed.terms
    scorecard = scorecard_of(
        assessed.opened,
        rules,
        terms,
        command=_again(assessed, "--as-of", terms.as_of.isoformat()),
        engagement=engagement,
        misfits=misfits_of(assessed.opened, rules, engagement),
    )
    mask = find_names(assessed.opened, rules, engagement, client=terms.client)
    return redacted(scorecard, mask) if mask else scorecard


def _again(assessed: _Assessed, *more: str) -> str:
    """The command that does this assessment again."""
    import shlex

    return shlex.join(["cxaudit", "assess", *(path.as_posix() for path in assessed.paths), *more])
