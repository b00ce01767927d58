"""Scorecards and readings with client text masked; what the rules and the tool say is left as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.comparison.document import RuleChange, SideInfo
from cxaudit.comparison.side import SideDimension, SideFinding, SideRule
from cxaudit.earlier import EarlierScorecard
from cxaudit.layout import Reading, Table
from cxaudit.model import Entry, Lane, Metric, Place, Stage
from cxaudit.pieces.heatinfo import GridCell, HeatCell, HeatRow
from cxaudit.redact.mask import Mask
from cxaudit.register import RegisterRow
from cxaudit.renderer import WorkbookReading
from cxaudit.scorecard import (
    AnswerInfo,
    BenchmarkInfo,
    CellInfo,
    DimensionInfo,
    FixInfo,
    GateBound,
    GateInfo,
    LabelInfo,
    LevelCut,
    LevelInfo,
    MapInfo,
    PartInfo,
    RuleInfo,
    RulePackInfo,
    Scorecard,
    SheetInfo,
    SourceInfo,
    SupplyInfo,
    UnreadInfo,
    WaiverInfo,
)

T = TypeVar("T")
_WHOLE = (BenchmarkInfo, DimensionInfo, FixInfo, GateBound, GateInfo, GridCell, HeatCell, LevelCut, LevelInfo)
_OWN = (*_WHOLE, SideDimension, SideRule, RulePackInfo, SourceInfo)
"""Parts of a document that hold no client text at all."""
_RULE_WORDS = (
    "id slug title dimension outcome why figure fix effort score_exact share_exact judged_by mended_with curve "
    "curve_says evidence"
)
_KEPT: Mapping[type, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        AnswerInfo: "on says",
        CellInfo: "cell",
        HeatRow: "phases",
        Lane: "field match alternatives",
        LabelInfo: "cell field match",
        MapInfo: "cell losses phases counted",
        Metric: "metric_class concept phases",
        PartInfo: "cell losses",
        Reading: "kind layout",
        RuleInfo: _RULE_WORDS,
        EarlierScorecard: "as_of pack",
        RegisterRow: "state rule place effort first_seen last_seen",
        RuleChange: "id title outcome_before outcome_after counts_before counts_after",
        Scorecard: "schema_name tool_version scope verdict",
        SideFinding: "rule",
        SideInfo: "as_of rule_pack version digest level_name",
        SheetInfo: "kind layout counts",
        Stage: "phases",
        SupplyInfo: "rules",
        Table: "kind layout region",
        UnreadInfo: "cell",
        WaiverInfo: "rule kind state place",
    }.items()
}
"""By part of a document, the values that are the tool's own words or names."""


def redacted(scorecard: Scorecard, mask: Mask) -> Scorecard:
    """The scorecard with everything hidden that the mask hides; no number changes."""
    return _masked(scorecard, mask)


def redacted_part(part: T, mask: Mask) -> T:
    """Any other part of a document with everything hidden that the mask hides."""
    return _masked(part, mask)


def redacted_readings(readings: Sequence[WorkbookReading], mask: Mask) -> tuple[WorkbookReading, ...]:
    """The readings with everything hidden that the mask hides."""
    return tuple(_masked(reading, mask) for reading in readings)


def _masked(value: T, mask: Mask) -> T:
    """A value and all that is in it."""
    return cast("T", _walked(value, mask))


def _walked(value: object, mask: Mask) -> object:
    if type(value) is str:  # a member of an enum is no client text
        return mask.text(value)
    if isinstance(value, (Place, Entry)):
        return _record(value, mask)
    if isinstance(value, tuple):
        parts = tuple(_walked(part, mask) for part in value)
        make = getattr(value, "_make", None)  # a named tuple keeps its kind
        return make(parts) if make else parts
    if isinstance(value, frozenset):
        return frozenset(_walked(part, mask) for part in value)
    if isinstance(value, Mapping):
        return {key: _walked(part, mask) for key, part in value.items()}
    return _with_parts(value, mask)


def _record(value: Place | Entry, mask: Mask) -> Place | Entry:
    if isinstance(value, Place):
        return Place(mask.text(value.workbook), mask.text(value.sheet), value.cell)
    return Entry(mask.text(value.text), _masked(value.place, mask), mask.text(value.label), mask.text(value.why_not))


def _with_parts(value: object, mask: Mask) -> object:
    """A part of a document with what it is made of."""
    if isinstance(value, Struct) and not isinstance(value, _OWN):
        return replace(value, **_changed(value, value.__struct_fields__, mask))
    return value


def _changed(value: object, names: Sequence[str], mask: Mask) -> dict[str, object]:
    kept = _KEPT.get(type(value), frozenset())
    before = {name: getattr(value, name) for name in names if name not in kept}
    after = {name: _walked(part, mask) for name, part in before.items()}
    return {name: part for name, part in after.items() if part is not before[name]}
