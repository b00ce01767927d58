"""Verdicts: what a check says of each subject, and what a rule's findings tell the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.model import Place

FULL = Fraction(1)
Words = tuple[str, ...]


class Outcome(StrEnum):
    """How a rule came out. Only the first three carry a score."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TELL = "cannot_tell"


class Cited(Struct, frozen=True, gc=False):
    """A cell that a verdict rests on, with the text that stands there (empty where it is blank)."""

    place: Place
    text: str = ""


class Verdict(Struct, frozen=True):
    """What a check found of one subject.

    `share` is how far the subject satisfies the rule, 0 to 1. `cause` joins verdicts that have one
    cause (a lane that a map does not have): they become one finding at `cells`. `missing` says in words
    what is not there; `words` are the words of the client's text that decided; `note` says why a cell that is
    filled does not count ("TBD" is a placeholder). It may speak of several `subjects` that share its cause.
    """

    subject: str
    title: str
    share: Fraction
    missing: str = ""
    cells: tuple[Cited, ...] = ()
    cause: str = ""
    words: tuple[str, ...] = ()
    note: str = ""
    subjects: int = 1


class Judgement(Struct, frozen=True):
    """What a check says of all its subjects.

    Judged: `met` of `total` for the reader, and `points`, the sum of shares that the score is made of
    (points / total, before the rule's curve). Not judged: `outcome` and the `reason` for it.
    """

    outcome: Outcome | None
    reason: str = ""
    met: int = 0
    total: int = 0
    points: Fraction = Fraction(0)
    verdicts: tuple[Verdict, ...] = ()

    @property
    def judged(self) -> bool:
        return self.outcome is None


def not_applicable(reason: str) -> Judgement:
    return Judgement(Outcome.NOT_APPLICABLE, reason)


def cannot_tell(reason: str) -> Judgement:
    return Judgement(Outcome.CANNOT_TELL, reason)


def once_a_word(verdicts: Iterable[Verdict], told: set[Words] | None = None) -> tuple[Verdict, ...]:
    """The verdicts, where subjects that satisfy a rule in full by the same words have one for all of them.

    Nothing is told of them but their number and these words; a large map has very many. The words are put among
    those `told`, so that who makes the verdicts one by one can see that `one_more` will do.
    """
    found: list[Verdict] = []
    places: dict[Words, int] = {}
    more: Counter[int] = Counter()
    seen = set() if told is None else told
    for verdict in verdicts:
        full = verdict.share is FULL or verdict.share == 1
        at = places.setdefault(verdict.words, len(found)) if full else len(found)
        if at < len(found):
            more[at] += verdict.subjects
        else:
            found.append(verdict)
            if full:
                seen.add(verdict.words)
    for at, count in more.items():
        found[at] = replace(found[at], subjects=found[at].subjects + count)
    return tuple(found)


def one_more(words: Words) -> Verdict:
    """The verdict on a subject that satisfies a rule in full by words of which another is told already."""
    return Verdict("", "", FULL, words=words)


def judged(verdicts: tuple[Verdict, ...], satisfied: int = 0) -> Judgement:
    """A judgement by the share of subjects; `met` counts those that satisfy the rule in full.

    `satisfied` are so many more of which there is nothing to tell.
    """
    shares: dict[int, Fraction] = {}
    counts: Counter[int] = Counter()
    for verdict in verdicts:  # most shares are one of few objects, and a fraction is slow to compare
        counts[id(verdict.share)] += verdict.subjects
        shares[id(verdict.share)] = verdict.share
    points = sum((share * counts[at] for at, share in shares.items()), Fraction(satisfied))
    met = sum(counts[at] for at, share in shares.items() if share == 1)
    return Judgement(None, "", met + satisfied, counts.total() + satisfied, points, verdicts)


class Finding(Struct, frozen=True):
    """One thing to mend: what is wrong with which subject, with its cells.

    `key` is the stable identity (rule and subject, no cell address); `points` are those that mending
    it would win overall, out of 100.
    """

    key: str
    rule: str
    subject: str
    title: str
    message: str
    cells: tuple[Cited, ...]
    words: tuple[str, ...] = ()
    items: int = 1
    points: Fraction = Fraction(0)
