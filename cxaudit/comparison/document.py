"""The comparison: the one result document of two scorecards; every output is an arrangement of it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import field, to_builtins

from cxaudit.jsontext import json_text
from cxaudit.pieces.piece import Piece

SCHEMA = "cxaudit-comparison/1"


class Change(StrEnum):
    """What became of a finding.

    `mended` only where its rule was judged again in the same workbook; `moved` is still open, at another cell or
    under another name; `back_again` had been mended before the earlier scorecard; `taken_out` went with its map,
    stage, persona or sheet; `not_judged` where its rule or workbook was not part of the later one.
    """

    NEW = "new"
    BACK_AGAIN = "back_again"
    MENDED = "mended"
    STILL_OPEN = "still_open"
    MOVED = "moved"
    TAKEN_OUT = "taken_out"
    NOT_JUDGED = "not_judged"


class By(StrEnum):
    """Whose doing it is that a finding is new or gone; `nobody` where it is still open or was not judged.

    `unclear` where the rule looks for something else now, and the earlier workbooks were not judged by it.
    """

    CLIENT = "client"
    RULES = "rules"
    UNCLEAR = "unclear"
    NOBODY = "nobody"


class SideInfo(Piece, frozen=True, kw_only=True):
    """One side: a file, or workbooks that were audited for this. `score` is 0 to 100, `coverage` 0 to 1."""

    name: str
    client: str
    as_of: str
    rule_pack: str
    version: str
    digest: str
    level: int | None
    level_name: str
    score: float | None
    coverage: float | None


class DimensionChange(Piece, frozen=True, kw_only=True):
    """A dimension before and after, 0 to 100; None where it was not assessed or is not there."""

    id: str
    title: str
    before: float | None
    after: float | None
    change: float | None


class RuleChange(Piece, frozen=True, kw_only=True):
    """A rule that came out otherwise. An outcome is empty where the rule is not in that side's pack.

    `rescored` is the earlier score as the later rules give it, 0 to 1; None where they cannot.
    """

    id: str
    title: str
    before: float | None
    rescored: float | None = None
    after: float | None
    outcome_before: str
    outcome_after: str
    counts_before: str = ""
    counts_after: str = ""


class FindingChange(Piece, frozen=True, kw_only=True):
    """One finding. `before` and `after` are its cell on either side (Sheet!A1), empty where it is not there.

    `key` and `subject` are those of the later side where it is there; `renamed_from` is the subject's earlier name.
    """

    key: str
    rule: str
    subject: str
    message: str
    change: Change
    before: str = ""
    after: str = ""
    waived: bool = False
    by: By = By.NOBODY
    renamed_from: str = ""


class Split(Piece, frozen=True, kw_only=True):
    """The change of the score in points, parted by who made it; the three parts add up to it.

    `rules`: weights, curves, and rules that came or went. `declared`: rules that were declared not applicable, or
    no longer are. `client`: all the rest. `rescored` is the earlier score under the later rules, and
    `rescored_level` the level that they would have given it; None where none is given, or no levels were kept.
    """

    client: float
    rules: float
    declared: float
    rescored: float
    rescored_level: int | None = None
    rescored_level_name: str = ""


class Comparison(Piece, frozen=True, kw_only=True):
    """The whole result. `score_change` is in points; `split` is None where the parts cannot be told.

    `judged_again` tells that the earlier workbooks were audited by the later rules; where they were not,
    `not_judged_again` are the rules that look for something else now, whose earlier scores stand as they were.
    """

    schema_name: str = field(default=SCHEMA, name="schema")
    verdict: str
    old: SideInfo
    new: SideInfo
    score_change: float | None
    dimensions: tuple[DimensionChange, ...]
    split: Split | None
    judged_again: bool = False
    not_judged_again: tuple[str, ...] = ()
    rules: tuple[RuleChange, ...]
    findings: tuple[FindingChange, ...]
    notes: tuple[str, ...] = ()

    def of(self, *changes: Change) -> tuple[FindingChange, ...]:
        """The findings with one of these changes, in their order."""
        return tuple(finding for finding in self.findings if finding.change in changes)

    def to_json(self) -> str:
        """The document as JSON with a final line break."""
        return json_text(to_builtins(self)) + "\n"
