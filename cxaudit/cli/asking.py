"""Asking the questions of the self-assessment at a terminal, one at a time, one key an answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from cxaudit.assess.answer import DO_NOT_KNOW, AgreedLine, AnswerLine
from cxaudit.assess.asking import next_open
from cxaudit.assess.claim import Answers, Claim, disagreement
from cxaudit.assess.question import ANSWERS, Question
from cxaudit.cli.console import shows_signs, width
from cxaudit.cli.keys import key, needed, show, typed
from cxaudit.ruleset import Document, Rule, Ruleset

_NUMBERS = "".join(str(number) for number in range(1, ANSWERS + 1))
_KEYS = f"Keys: 1 to {ANSWERS} answer, d do not know, s skip, b back, q quit (what you answered is kept)."
_AGREE_KEYS = f"Keys: 1 to {ANSWERS} set the answer that you all agree on, s leave it open, q quit."
_BAR, _NARROW = 24, 60


class Interview(Struct, frozen=True):
    """Who is asked what on which day; `keep` writes an answer down at once, `agree` an agreed one."""

    questions: Sequence[Question]
    ruleset: Ruleset
    name: str
    day: str
    keep: Callable[[AnswerLine], None]
    agree: Callable[[AgreedLine], None]


def ask(interview: Interview, answers: Callable[[], Answers], done: frozenset[str]) -> None:
    """Asks the questions that are not done; raises Leave where the person goes before the last one."""
    finished = set(done)
    at = next_open(interview.questions, finished)
    if at is not None:
        show(_KEYS)
    while at is not None:
        question = interview.questions[at]
        before = answers().of(question.rule, interview.name)
        _show(interview, at, len(finished), before)
        pressed = key(f"{_NUMBERS}dsb", _KEYS)
        if pressed == "b":
            at = max(0, at - 1)
            continue
        if pressed != "s":
            finished.add(question.rule)
            _answer(interview, question, DO_NOT_KNOW if pressed == "d" else int(pressed), before)
        at = next_open(interview.questions, finished, at)


def settle(interview: Interview, disputed: Sequence[Claim]) -> None:
    """Shows where people differ, and takes an agreed answer with its reason for each that they settle."""
    if disputed:
        show("", f"On {len(disputed)} question{'s' * (len(disputed) > 1)} the answers differ.", _AGREE_KEYS)
    for claim in disputed:
        show("", f"{claim.question.rule}  {claim.question.question}", "", *_choices(claim.question))
        show("", disagreement(claim))
        for line in claim.given:
            if line.evidence:
                show(f"{line.by}: {line.evidence}")
        pressed = key(f"{_NUMBERS}s", _AGREE_KEYS)
        if pressed != "s":
            _agree(interview, claim.question.rule, int(pressed))


def name_of_person() -> str:
    """The name of the person who answers, asked for."""
    return needed(
        "Your name, to be kept beside your answers", "Type a name, so that others know whose answers these are."
    )


def _agree(interview: Interview, rule: str, answer: int) -> None:
    reason = needed("Why this one", "Type a reason: later it is all that says why this answer holds.")
    interview.agree(AgreedLine(rule=rule, answer=answer, by=interview.name, on=interview.day, reason=reason))


def _answer(interview: Interview, question: Question, number: int, before: AnswerLine | None) -> None:
    """Keeps the answer at once, and once more with its evidence: whoever goes in between loses nothing."""

    def keep(evidence: str) -> None:
        interview.keep(
            AnswerLine(rule=question.rule, answer=number, by=interview.name, on=interview.day, evidence=evidence)
        )

    known = before.evidence if before is not None and before.answer == number else ""
    keep(known)
    if number == DO_NOT_KNOW:
        return
    evidence = typed(f"What shows it (Enter for {'what you gave: ' + known if known else 'nothing'})", known)
    if evidence != known:
        keep(evidence)


def _show(interview: Interview, at: int, done: int, before: AnswerLine | None) -> None:
    question, total = interview.questions[at], len(interview.questions)
    rule = next(rule for rule in interview.ruleset.rules if rule.id == question.rule)
    topic = interview.ruleset.dimension(rule).title
    show("", f"Question {at + 1} of {total}  {_bar(done, total)}  {topic}")
    show(f"{rule.id}  {question.question}", "", *_choices(question), "")
    show(f"Why it is asked: {rule.why}")
    show(*_who_says_so(question, rule, interview.ruleset.maturity.documents))
    if before is not None:
        shown = f" ({before.evidence})" if before.evidence else ""
        show("", f"Your answer so far: {before.answer or 'do not know'}{shown} ({before.on})")


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
    """How much is answered; on a narrow screen without the bar."""
    share = f"{done * 100 // total} %"
    if width() < _NARROW:
        return share
    full, empty = ("\u2588", "\u2591") if shows_signs(sys.stderr) else ("#", ".")
    filled = done * _BAR // total
    return f"{full * filled}{empty * (_BAR - filled)} {share}"
