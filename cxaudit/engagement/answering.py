"""Answers put into the engagement file as soon as they are given; all else in the file stays as it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cxaudit.assess.answer import AgreedLine, AnswerLine
from cxaudit.assess.claim import Answers
from cxaudit.assess.question import Question
from cxaudit.engagement.answerlines import answer_item
from cxaudit.engagement.file import SCHEMA, EngagementData
from cxaudit.engagement.find import NAME
from cxaudit.engagement.splice import Item, with_items
from cxaudit.errors import RuleFileError
from cxaudit.strictyaml import parse
from cxaudit.yamlfile import validate

_HEAD = (
    f"# What cxaudit is to know of this programme; 'cxaudit assess' and 'cxaudit audit' obey it.\nschema: {SCHEMA}\n"
)


class AnswerBook:
    """The answers of a programme: those in its engagement file at the start, and those given since."""

    def __init__(self, home: Path, before: Answers, questions: Sequence[Question]) -> None:
        self.path = home / NAME
        self._before = before
        self._questions = questions
        self._text = self._there = _text(self.path)
        self._lines: dict[tuple[str, str], AnswerLine] = {}
        self._agreed: dict[str, AgreedLine] = {}
        self._earlier = 0

    @property
    def answers(self) -> Answers:
        """All of them, the latest last."""
        new = tuple(self._lines.values()), tuple(self._agreed.values())
        return Answers((*self._before.lines, *new[0]), (*self._before.agreed, *new[1]))

    @property
    def given(self) -> int:
        """How many answers were given since the start, agreed ones too."""
        return self._earlier + len(self._lines) + len(self._agreed)

    def add(self, line: AnswerLine) -> None:
        """An answer; it takes the place of the same person's that was given since the start.

        What another program, or another person, has written to the file in the meantime stays. Raises
        RuleFileError where that is not in order.
        """
        self._refresh()
        self._lines.pop((line.rule, line.by), None)
        if line != self.answers.of(line.rule, line.by):
            self._lines[line.rule, line.by] = line

    def agree(self, line: AgreedLine) -> None:
        """An agreed answer."""
        self._refresh()
        self._agreed.pop(line.rule, None)
        if line != self.answers.agreement(line.rule):
            self._agreed[line.rule] = line

    def text(self) -> str:
        """The engagement file with the new answers at the ends of its lists."""
        text = with_items(self._text, "answers", self._items(self._lines.values()), self.path)
        self._there = with_items(text, "agreed", self._items(self._agreed.values()), self.path)
        return self._there

    def _refresh(self) -> None:
        """Begins anew from the file where somebody else has changed it since it was read or written."""
        there = _text(self.path)
        if there in (self._there, self._text):
            return
        data = validate(EngagementData, parse(there, self.path))
        total = self.given
        self._before = Answers(data.answers, data.agreed)
        self._text = self._there = there
        self._lines = {key: line for key, line in self._lines.items() if line not in data.answers}
        self._agreed = {key: line for key, line in self._agreed.items() if line not in data.agreed}
        self._earlier = total - len(self._lines) - len(self._agreed)

    def _items(self, lines: Iterable[AnswerLine | AgreedLine]) -> list[Item]:
        return [answer_item(line, self._questions) for line in lines]


def _text(path: Path) -> str:
    """The file as it was typed, its line ends included; the head of a new one where there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return _HEAD
    except UnicodeDecodeError:
        raise RuleFileError(f"{path}:1:1: the file is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise RuleFileError(f"{path}: cannot be read ({error.strerror or error})") from None
