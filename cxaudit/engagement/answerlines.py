"""Answers of the self-assessment as lines of an engagement file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from cxaudit.assess.answer import DO_NOT_KNOW, AgreedLine, AnswerLine
from cxaudit.assess.question import Question
from cxaudit.engagement.splice import Item
from cxaudit.part import plain
from cxaudit.prose.plaintext import one_line

_BARE = ("rule", "answer")


def answer_item(line: AnswerLine | AgreedLine, questions: Iterable[Question] = ()) -> Item:
    """One answer as an item of a list; with the questions, what it says stands behind it as a remark."""
    data = plain(line, without_defaults=True)
    written = ", ".join(f"{key}: {value if key in _BARE else _quoted(str(value))}" for key, value in data.items())
    return Item(f"{{{written}}}", _said(line, questions))


def answer_blocks(answers: Sequence[AnswerLine], agreed: Sequence[AgreedLine]) -> Iterator[str]:
    """The parts `answers` and `agreed` of an engagement file; nothing where there are none."""
    both: tuple[tuple[str, Sequence[AnswerLine | AgreedLine]], ...] = (("answers", answers), ("agreed", agreed))
    for key, lines in both:
        yield from ((f"{key}:",) if lines else ())
        yield from (f"  - {answer_item(line).line}" for line in lines)


def _said(line: AnswerLine | AgreedLine, questions: Iterable[Question]) -> str:
    question = next((each for each in questions if each.rule == line.rule), None)
    if question is None:
        return ""
    return "does not know" if line.answer == DO_NOT_KNOW else one_line(question.choice(line.answer).says)


def _quoted(text: str) -> str:
    """A text in double quotes as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f").replace("\x85", "\\u0085")
