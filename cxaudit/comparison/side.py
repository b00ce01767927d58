"""One side of a comparison: what a scorecard keeps, whatever file it was kept in."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from cxaudit.comparison.document import SideInfo
from cxaudit.comparison.structure import Structure
from cxaudit.scorecard import CoverageBounds, GateBound, LevelCut


class Bend(Struct, frozen=True):
    """A rule's curve: the share up to which the score is 0, and that from which it is 1."""

    zero_at: Fraction
    full_at: Fraction

    def score(self, share: Fraction) -> Fraction:
        return min(Fraction(1), max(Fraction(0), (share - self.zero_at) / (self.full_at - self.zero_at)))


class SideRule(Struct, frozen=True):
    """A rule as one side judged it.

    `score` is 0 to 1, None where it was not judged. `share` is the score before the curve `bend`; both are None
    where the file does not keep them. `judged_by` is a digest of what the rule looks for, empty where not kept;
    `claimed` tells a rule that only people answered for, `declared` one that somebody declared not applicable.
    """

    id: str
    title: str
    dimension: str
    weight: int
    outcome: str
    score: Fraction | None
    share: Fraction | None = None
    bend: Bend | None = None
    counts: str = ""
    judged_by: str = ""
    gate: GateBound | None = None
    claimed: bool = False
    declared: bool = False


class SideFinding(Struct, frozen=True):
    """An open finding and its first cell ("Sheet!A1")."""

    key: str
    rule: str
    subject: str
    message: str
    workbook: str
    place: str


class SideDimension(Struct, frozen=True):
    """A dimension: its weight, and its score of 0 to 100 or None."""

    id: str
    title: str
    weight: int
    score: float | None


class Levels(Struct, frozen=True):
    """How a side makes a level of a score; without cuts where its file does not keep them."""

    cuts: tuple[LevelCut, ...] = ()
    bounds: CoverageBounds | None = None


class Side(Struct, frozen=True):
    """All of one side.

    `mended` are keys of findings that were gone already; `workbooks` are file names. `structure` names what the
    programme is made of. `read_by` is a digest of the words by which sheets were read, and `tool` the version of
    the program; both are empty where not kept.
    """

    info: SideInfo
    dimensions: tuple[SideDimension, ...]
    rules: tuple[SideRule, ...]
    findings: tuple[SideFinding, ...]
    mended: frozenset[str] = frozenset()
    waived: frozenset[str] = frozenset()
    workbooks: frozenset[str] = frozenset()
    scope: str = ""
    structure: Structure = ()
    levels: Levels = Levels()
    read_by: str = ""
    tool: str = ""

    @property
    def open_keys(self) -> frozenset[str]:
        return frozenset(finding.key for finding in self.findings)

    @property
    def by_id(self) -> dict[str, SideRule]:
        return {rule.id: rule for rule in self.rules}
