"""The self-assessment at the keyboard: one question at a time, each answer kept as soon as it is given."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import click

from cxaudit.assess.answer import DO_NOT_KNOW, AgreedLine, AnswerLine
from cxaudit.assess.asking import next_open
from cxaudit.assess.claim import Answers, Claim, disagreement
from cxaudit.assess.question import ANSWERS, Question
from cxaudit.cli.console import shows_signs, width
from cxaudit.cli.redacting import hidden
from cxaudit.prose.plaintext import one_line
from cxaudit.ruleset import Document, Rule, Ruleset

_KEYS = "Keys: 1 to 4 answer, d do not know, s skip, b back, q quit (what you answered is kept)."
_AGREE_KEYS = "Keys: 1 to 4 set the answer that you all agree on, s leave it open, q quit."
_BAR, _WIDEST = 24, 100
_QUIT = ("q", "\x04")


@dataclass(frozen=True, slots=True)
class Interview:
    """Who is asked what on which day; `keep` writes an answer down at once, `agree` an agreed one."""

    questions: Sequence[Question]
    ruleset: Ruleset
    name: str
    day: str
    keep: Callable[[AnswerLine], None]
    agree: Callable[[AgreedLine], None]


def ask(interview: Interview, answers: Callable[[], Answers], done: frozenset[str]) -> bool:
    """Asks the questions that are not done; False where the person quits before the last one."""
    finished = set(done)
    at = next_open(interview.questions, finished)
    if at is not None:
        _say(_KEYS)
    while at is not None:
        question = interview.questions[at]
        _show(interview, at, len(finished), answers().of(question.rule, interview.name))
        key = _key("dsb")
        if key in _QUIT:
            return False
        if key == "b":
            at = max(0, at - 1)
            continue
        if key != "s":
            interview.keep(_answer(interview, question, DO_NOT_KNOW if key == "d" else int(key)))
            finished.add(question.rule)
        at = next_open(interview.questions, finished, at)
    return True


def settle(interview: Interview, disputed: Sequence[Claim]) -> None:
    """Shows where people differ, and takes an agreed answer with its reason for each that they settle."""
    if disputed:
        _say("", f"On {len(disputed)} question{'s' * (len(disputed) > 1)} the answers differ.", _AGREE_KEYS)
    for claim in disputed:
        _say("", f"{claim.question.rule}  {claim.question.question}", "", *_choices(claim.question))
        _say("", disagreement(claim))
        for line in claim.given:
            if line.evidence:
                _say(f"{line.by}: {line.evidence}")
        key = _key("s")
        if key in _QUIT:
            return
        if key != "s":
            reason = _typed("Why this one", needed=True)
            interview.agree(
                AgreedLine(
                    rule=claim.question.rule, answer=int(key), by=interview.name, on=interview.day, reason=reason
                )
            )


def name_of_person() -> str:
    """The name of the person who answers, asked for."""
    return _typed("Your name, to be kept beside your answers", needed=True)


def at_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def _answer(interview: Interview, question: Question, number: int) -> AnswerLine:
    evidence = "" if number == DO_NOT_KNOW else _typed("What shows it (Enter for nothing)")
    return AnswerLine(rule=question.rule, answer=number, by=interview.name, on=interview.day, evidence=evidence)


def _show(interview: Interview, at: int, done: int, before: AnswerLine | None) -> None:
    question, total = interview.questions[at], len(interview.questions)
    rule = next(rule for rule in interview.ruleset.rules if rule.id == question.rule)
    topic = interview.ruleset.dimension(rule).title
    _say("", f"Question {at + 1} of {total}  {_bar(done, total)}  {topic}")
    _say(f"{rule.id}  {question.question}", "", *_choices(question), "")
    _say(f"Why it is asked: {rule.why}")
    _say(*_who_says_so(question, rule, interview.ruleset.maturity.documents))
    if before is not None:
        _say("", f"Your answer so far: {before.answer or 'do not know'} ({before.on})")


def _choices(question: Question) -> Iterator[str]:
    return (f"  {number}  {choice.says}" for number, choice in enumerate(question.choices, start=1))


def _who_says_so(question: Question, rule: Rule, documents: Sequence[Document]) -> Iterator[str]:
    known = {document.key: document for document in documents}
    said = (f"{known[s.document].author}, {known[s.document].title} ({s.section})" for s in rule.sources)
    yield f"Who says so: {'; '.join(said)}"
    figure = rule.figure or question.figure
    if figure:
        yield f"Figure: {figure}"


def _bar(done: int, total: int) -> str:
    full, empty = ("\u2588", "\u2591") if shows_signs(sys.stderr) else ("#", ".")
    filled = done * _BAR // total
    return f"{full * filled}{empty * (_BAR - filled)} {done * 100 // total} %"


def _key(letters: str) -> str:
    """A key that means something here; 1 to 4 and the keys to quit always do."""
    while True:
        click.echo("> ", nl=False, err=True)
        key = click.getchar()
        if key in _QUIT or key.casefold() in letters or (key.isdecimal() and key in "1234"[:ANSWERS]):
            click.echo(key if key.isprintable() else "q", err=True)
            return key.casefold()
        click.echo(err=True)
        _say(_AGREE_KEYS if "b" not in letters else _KEYS)


def _typed(wanted: str, needed: bool = False) -> str:
    while True:
        text = one_line(str(click.prompt(wanted, default="", show_default=False, err=True))).strip()
        if text or not needed:
            return text


def _say(*lines: str) -> None:
    """Lines on standard error, wrapped, so that standard output holds the scorecard alone."""
    wide = min(width(), _WIDEST)
    unicode = shows_signs(sys.stderr)
    for line in lines:
        lead = line[: len(line) - len(line.lstrip())]
        shown = lead + one_line(hidden(line), unicode)
        hanging = " " * 5 if lead else ""
        click.echo("\n".join(textwrap.wrap(shown, wide, subsequent_indent=hanging)) if shown.strip() else "", err=True)
