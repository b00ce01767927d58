"""Fields present: each subject gives a number of data points, counted one by one."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Literal

from cxaudit.aim import aim
from cxaudit.check import Evidence, Params
from cxaudit.fields import Entry
from cxaudit.finding import Cited, Judgement, Verdict, judged
from cxaudit.lacking import Lacks, why_blank
from cxaudit.part import Part, key
from cxaudit.rowfields import Columns
from cxaudit.subject import Subject, answering_alike, by_table, cite
from cxaudit.vocabulary import Vocabulary


class Slot(Part):
    """One data point: the fields that can hold it, and the words that it takes where the field is wide."""

    name: str = key(description="the data point in the reader's words")
    fields: tuple[str, ...] = key(min_length=1)
    words: str = key(default="", description="a word list of which the value or its label must hold a word")
    exact: bool = key(
        default=False, description="the fields themselves, not their aspects (`segment` without `segment.value`)"
    )


class CheckParams(Params):
    """The data points that a subject should give."""

    type: Literal["fields_present"]
    slots: tuple[Slot, ...] = key(min_length=2)
    together: bool = key(default=False, description="all or nothing: one data point missing and the subject fails")

    def field_names(self) -> tuple[str, ...]:
        return (*super().field_names(), *(name for slot in self.slots for name in slot.fields))

    def word_lists(self) -> tuple[str, ...]:
        return tuple(slot.words for slot in self.slots if slot.words)


def judge(params: CheckParams, evidence: Evidence) -> Judgement:
    """Each subject's share of the data points; a subject is met when it gives them all."""
    found = aim(params, evidence)
    if isinstance(found, Judgement):
        return found
    lacks, satisfied = Lacks(), 0
    for table, group in by_table(found):
        asked = [slot for slot in params.slots if table is None or not _always_gives(table, slot)]
        for subjects in answering_alike(table, group, _fields(tuple(asked))):
            missing = tuple([slot for slot in asked if not _gives(subjects[0], slot, evidence.vocabulary)])
            if missing:
                _add(lacks, subjects, missing, params)
            else:
                satisfied += len(subjects)
    return judged(lacks.verdicts, satisfied)


def _always_gives(table: Columns, slot: Slot) -> bool:
    """Whether every row of a table gives a data point for which any text will do."""
    return not slot.words and not slot.exact and table.always_gives(slot.fields)


def _add(lacks: Lacks, subjects: tuple[Subject, ...], missing: tuple[Slot, ...], params: CheckParams) -> None:
    """What subjects lack, at the blank cells, at each subject, or at the header where no slot has a label."""
    share = Fraction(0) if params.together else _share(len(params.slots) - len(missing), len(params.slots))
    names, fields = _names(missing), _fields(missing)
    for subject in subjects:
        if not lacks.share(subject, fields, share, names):
            blanks = subject.blanks(fields)
            cells = cite(blanks) or (Cited(subject.place, subject.text),)
            lacks.tell(Verdict(subject.id, subject.title, share, names, cells, note=why_blank(blanks)))


@lru_cache(maxsize=64)
def _names(slots: tuple[Slot, ...]) -> str:
    return ", ".join([slot.name for slot in slots])


@lru_cache(maxsize=64)
def _share(there: int, wanted: int) -> Fraction:
    return Fraction(there, wanted)


@lru_cache(maxsize=64)
def _fields(slots: tuple[Slot, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([name for slot in slots for name in slot.fields]))


def _gives(subject: Subject, slot: Slot, vocabulary: Vocabulary) -> bool:
    if slot.words:
        words = vocabulary.words(slot.words)
        return any(words.find(f"{entry.label}: {entry.text}") for entry in _given(subject, slot))
    if slot.exact:
        return any(layer.texts(name) for layer in subject.layers for name in slot.fields)
    return subject.gives(slot.fields)


def _given(subject: Subject, slot: Slot) -> tuple[Entry, ...]:
    if not slot.exact:
        return subject.says(slot.fields)
    return tuple(e for layer in subject.layers for name in slot.fields for e in layer.get(name, ()) if e.given)
