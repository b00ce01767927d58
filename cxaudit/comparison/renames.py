"""What was only renamed between two audits: workbooks, sheets, maps, stages and personas; and what was taken out.

Things of one kind that stand in the same place are laid side by side in their order. Where a name gives way to
another one and the two are alike in what they hold, they are taken for the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from cxaudit.comparison.pairing import paired, regrouped
from cxaudit.comparison.structure import Kind, NamedPart, Structure, folded
from cxaudit.pattern import pattern
from cxaudit.subject import SEPARATOR

_PARENTS = {Kind.SHEET: Kind.WORKBOOK, Kind.MAP: Kind.SHEET, Kind.PERSONA: Kind.SHEET, Kind.STAGE: Kind.MAP}
_NAMED = (Kind.MAP, Kind.PERSONA)
_NUMBERED = pattern(r"(?: \([0-9]+\)|, table [0-9]+)$")


class Renames(Struct, frozen=True, dict=True):
    """The earlier parts, each with its later one; a part without one was taken out."""

    earlier: Structure = ()
    later: Mapping[NamedPart, NamedPart] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> tuple[tuple[NamedPart, NamedPart], ...]:
        """The parts that have another name now, the earlier one first."""
        found = ((part, self.later[part]) for part in self.earlier if part in self.later)
        return tuple((old, new) for old, new in found if old.name != new.name)

    def workbook(self, name: str) -> str:
        """A workbook's later name; its own where it has none."""
        return next((new.name for old, new in self.pairs if old.kind is Kind.WORKBOOK and old.name == name), name)

    def key(self, key: str) -> str:
        """A finding's key as the later audit gives it."""
        if not self.pairs:
            return key
        rule, colon, subject = key.partition(": ")
        head, separator, rest = subject.partition(SEPARATOR)
        stage, further, last = rest.partition(SEPARATOR)
        name, behind = _split(head, self._heads)
        stage = self._stages.get((name, stage), stage)
        return f"{rule}{colon}{self._heads.get(name, name)}{behind}{separator}{stage}{further}{last}"

    def taken_out(self, workbook: str, sheet: str, key: str) -> bool:
        """Whether the map, stage or persona of a finding is no longer there, or else its sheet."""
        head, _, rest = key.partition(": ")[2].partition(SEPARATOR)
        name, stage = _split(head, self._heads)[0], rest.partition(SEPARATOR)[0]
        whole = [part for part in self.earlier if part.kind in _NAMED and part.name == name]
        stages = [part for part in self.earlier if part.kind is Kind.STAGE and _path(part)[2:] == (name, stage)]
        sheets = [part for part in self.earlier if part.kind is Kind.SHEET and _path(part) == (workbook, sheet)]
        return any(map(self._all_gone, (whole, stages) if whole else (sheets,)))

    def _all_gone(self, parts: Sequence[NamedPart]) -> bool:
        return bool(parts) and not any(part in self.later for part in parts)

    @cached_property
    def _heads(self) -> dict[str, str]:
        """The names by which keys begin, to the later ones; a map or persona goes before a sheet of its name."""
        found: dict[str, str] = {}
        for kinds in (_NAMED, (Kind.SHEET,)):
            for part in self.earlier:
                if part.kind in kinds:
                    found.setdefault(part.name, self.later.get(part, part).name)
        return found

    @cached_property
    def _stages(self) -> dict[tuple[str, str], str]:
        return {(old.within[-1], old.name): new.name for old, new in self.pairs if old.kind is Kind.STAGE}


def renames_of(old: Structure, new: Structure) -> Renames:
    """What became of each part of a structure in a later one."""
    later: dict[NamedPart, NamedPart] = {}
    for kind in Kind:
        for group in _groups(old, kind):
            where = _where(group[0], old, later)
            later.update(paired(group, [part for part in new if part.kind is kind and part.within == where]))
        later.update(_wandered(kind, old, new, later))
    return Renames(old, later)


def _groups(parts: Structure, kind: Kind) -> list[list[NamedPart]]:
    """The parts of a kind by what they stand in."""
    groups: dict[tuple[str, ...], list[NamedPart]] = {}
    for part in parts:
        if part.kind is kind:
            groups.setdefault(part.within, []).append(part)
    return list(groups.values())


def _where(part: NamedPart, old: Structure, later: Mapping[NamedPart, NamedPart]) -> tuple[str, ...]:
    """What a part stands in, by the later names."""
    if part.kind not in _PARENTS:
        return part.within
    parents = (one for one in old if one.kind is _PARENTS[part.kind] and _path(one) == part.within)
    return next((_path(later[one]) for one in parents if one in later), part.within)


def _wandered(
    kind: Kind, old: Structure, new: Structure, later: Mapping[NamedPart, NamedPart]
) -> Iterator[tuple[NamedPart, NamedPart]]:
    """Maps and personas that stand elsewhere now, under the name that they had; workbooks under any name."""
    taken = set(later.values())
    left = [part for part in old if part.kind is kind and part not in later]
    free = [part for part in new if part.kind is kind and part not in taken]
    if kind is Kind.WORKBOOK:
        yield from regrouped(left, free)
    if kind in _NAMED:
        known = {folded(part.name): part for part in reversed(free)}
        yield from ((part, known[folded(part.name)]) for part in left if folded(part.name) in known)


def _path(part: NamedPart) -> tuple[str, ...]:
    return (*part.within, part.name)


def _split(head: str, known: Mapping[str, str]) -> tuple[str, str]:
    """The name that the head of a key begins with, and what stands behind it: a number, or the labels that lack."""
    group = head.rpartition(": ")[0]
    for name in (head, group, _NUMBERED.sub("", head), _NUMBERED.sub("", group)):
        if name in known:
            return name, head[len(name) :]
    return head, ""
