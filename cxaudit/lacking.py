"""Subjects that do not give what a rule asks of them: told at the blank cell, or once for all without such a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from fractions import Fraction

from msgspec.structs import replace

from cxaudit.aim import plain_list
from cxaudit.finding import Cited, Verdict
from cxaudit.model import Entry
from cxaudit.subject import Subject, cite

_NONE = Fraction(0)


def lacking(subject: Subject, fields: tuple[str, ...], share: Fraction = _NONE, missing: str = "") -> Verdict:
    """A subject that does not give a field: at the blank cell, or at the header where there is no such label."""
    blanks = subject.blanks(fields)
    said = missing or plain_list(fields)
    if not blanks and not subject.has_lane(fields):
        cause = f"{subject.group}: {plain_list(fields)}"
        return Verdict(subject.id, subject.title, share, said, (Cited(subject.header),), cause)
    cells = cite(blanks[:1]) or (Cited(subject.place, subject.text),)
    return Verdict(subject.id, subject.title, share, said, cells, note=why_blank(blanks))


def all_lacking(found: Iterable[Subject], fields: tuple[str, ...]) -> tuple[Verdict, ...]:
    """The verdicts on subjects that do not give a field."""
    lacks = Lacks()
    for subject in found:
        lacks.add(subject, fields)
    return lacks.verdicts


class Lacks:
    """Verdicts on subjects that lack something, in their order; one for all of a sheet without the label."""

    def __init__(self) -> None:
        self._found: list[Verdict] = []
        self._shared: dict[Hashable, int] = {}
        self._alike: dict[Hashable, int] = {}
        self._times: Counter[int] = Counter()

    def add(self, subject: Subject, fields: tuple[str, ...], share: Fraction = _NONE, missing: str = "") -> None:
        """One more subject that does not give the fields."""
        if not self.share(subject, fields, share, missing):
            self.tell(lacking(subject, fields, share, missing))

    def share(self, subject: Subject, fields: tuple[str, ...], share: Fraction = _NONE, missing: str = "") -> bool:
        """One more subject of a sheet that has no label for the fields; false where it has one, and nothing is told."""
        # All rows of a stage have one setting; looking at what is in it takes longer than all the rest.
        alike = (id(subject.setting), fields, missing)
        at = self._alike.get(alike)
        if at is None:
            if subject.has_lane(fields):
                return False
            at = self._alike[alike] = self._first_of(subject, fields, share, missing)
        self._times[at] += 1
        return True

    def _first_of(self, subject: Subject, fields: tuple[str, ...], share: Fraction, missing: str) -> int:
        """The place of the verdict on all of a sheet, made of its first subject."""
        sheet = (subject.group, subject.header, fields, missing)
        at = self._shared.setdefault(sheet, len(self._found))
        if at == len(self._found):
            self._found.append(lacking(subject, fields, share, missing))
        return at

    def tell(self, verdict: Verdict) -> None:
        """One more verdict of its own."""
        self._found.append(verdict)

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """All of them, those that are shared with how many subjects they speak of."""
        return tuple(
            replace(verdict, subjects=self._times[at]) if self._times[at] > 1 else verdict
            for at, verdict in enumerate(self._found)
        )


def why_blank(blanks: tuple[Entry, ...]) -> str:
    """Why the first cell that is filled in does not count, naming the cell; nothing to say of empty cells."""
    filled = next((entry for entry in blanks if entry.text), None)
    return f"{filled.place.cell} {filled.why_not}" if filled else ""
