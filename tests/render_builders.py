"""A scorecard made by hand for the tests of the outputs: small, and with something of everything."""

import datetime
from typing import Any

from cxaudit.scorecard import (
    BenchmarkInfo,
    CellInfo,
    CoverageBounds,
    DimensionInfo,
    FindingInfo,
    FixInfo,
    GateInfo,
    Interval,
    LeftOutInfo,
    LevelCut,
    LevelInfo,
    MapInfo,
    PartInfo,
    PlanInfo,
    RuleInfo,
    RulePackInfo,
    Scorecard,
    SensitivityInfo,
    SheetInfo,
    SourceInfo,
    SupplyInfo,
)

SOURCE = SourceInfo(document="GAR", title="Three factors", author="Jordan Turner, Gartner", section="No. 1")
FIVE = (("Ad hoc", 0), ("Emerging", 25), ("Established", 45), ("Embedded", 65), ("Leading", 85))
LEVELS = tuple(
    LevelCut(number=n, name=name, says=f"{name} it is.", from_score=cut) for n, (name, cut) in enumerate(FIVE, 1)
)


def cell(address: str, text: str = "", sheet: str = "Journey", workbook: str = "client/bank.xlsx") -> CellInfo:
    return CellInfo(workbook=workbook, sheet=sheet, cell=address, text=text)


def finding(message: str, *cells: CellInfo, subject: str = "Journey") -> FindingInfo:
    return FindingInfo(key=message, subject=subject, message=message, cells=cells, points=0.5)


def rule(name: str, title: str, lost: float = 0.0, findings: tuple[FindingInfo, ...] = (), **more: Any) -> RuleInfo:
    given: dict[str, Any] = {
        "id": name,
        "slug": name.lower(),
        "title": title,
        "dimension": name[:2],
        "weight": 3,
        "outcome": "partly_met" if lost else "met",
        "score": 0.5 if lost else 1.0,
        "met": 31,
        "total": 40,
        "points_of_total": 31.0,
        "curve": {"zero_at": 0.0, "full_at": 1.0},
        "points_lost": lost,
        "message": f"{title}: 31 of 40.",
        "why": "Work without an owner is left undone.",
        "figure": "Successful programmes are twice as likely to do it.",
        "fix": "Name one role for each touchpoint.",
        "effort": "low",
        "sources": (SOURCE,),
        "findings": findings,
    }
    return RuleInfo(**(given | more))


def dimension(name: str, title: str, score: float | None, lost: float = 0.0) -> DimensionInfo:
    return DimensionInfo(
        id=name,
        title=title,
        question="?",
        weight=20,
        score=score,
        assessed=score is not None,
        coverage=0.0 if score is None else 1.0,
        points_lost=lost,
        judged_rules=0 if score is None else 9,
        applicable_rules=0 if score is None else 10,
    )


def part(name: str, score: float | None, address: str = "A4") -> PartInfo:
    return PartInfo(name=name, workbook="client/bank.xlsx", sheet="Personas", cell=address, score=score, judged_rules=9)


def journey(name: str, score: float | None, after: int) -> MapInfo:
    return MapInfo(
        name=name,
        workbook="client/bank.xlsx",
        sheet="Journey",
        cell="A1",
        score=score,
        judged_rules=9,
        before=12,
        after=after,
    )


def fix(name: str, title: str, gain: float, items: int = 1, gate: bool = False) -> FixInfo:
    return FixInfo(
        rule=name,
        slug=name.lower(),
        title=title,
        fix="Do it.",
        effort="low",
        items=items,
        cost=items,
        gain=gain,
        gate=gate,
    )


def sheet(name: str, kind: str = "journey", workbook: str = "client/bank.xlsx", **more: Any) -> SheetInfo:
    given: dict[str, Any] = {"hidden": False, "layout": "one-row-per-step", "confidence": 0.97}
    return SheetInfo(workbook=workbook, sheet=name, kind=kind, **(given | more))


OWNERS = (
    finding('"Branch visit" has "Marketing" for an owner, which is a department.', cell("D14", "Marketing")),
    finding('"Web form" names no owner.', cell("D15")),
    finding('"Letter" names no owner that can be asked.', cell("D16", "various")),
    finding('"Call" names no owner.', cell("D17")),
)


def card(**more: Any) -> Scorecard:
    """The scorecard of a bank whose map stops at the purchase; `more` replaces its parts."""
    given: dict[str, Any] = {
        "tool_version": "0.1.0",
        "as_of": datetime.date(2026, 11, 22),
        "client": "Meridian Bank",
        "rule_pack": RulePackInfo(id="cx-core", version="1.0.0", title="CX core", digest="79da4fbe777d" + "0" * 52),
        "level": LevelInfo(number=2, name="Emerging", says="Maps exist, but they are partial."),
        "provisional": False,
        "verdict": "Level 2, Emerging: 72.4 of 100 (66.0 to 80.2), from 82 % of the evidence.",
        "score": 72.4312,
        "interval": Interval(low=66.0, high=80.25),
        "coverage": 0.82,
        "gates": (
            GateInfo(
                id="JC01",
                slug="continues-after-acquisition",
                max_level=2,
                binds=True,
                says="72.4 points is level 4; held at 2 because no map goes on after acquisition (JC01).",
                level_without=4,
            ),
        ),
        "dimensions": (
            dimension("JC", "Journey coverage", 73.5, 7.05),
            dimension("TO", "Touchpoints and ownership", 49.96, 10.0),
            dimension("GV", "Governance", None),
        ),
        "rules": (
            rule("JC01", "The map goes on after the purchase", 3.4, (finding("It stops at purchase.", cell("B3:F3")),)),
            rule("TO02", "Every touchpoint names its owner", 6.25, OWNERS),
            rule("TO04", "Every touchpoint names its channel", 0.04, (finding("No channel.", cell("E5")),)),
            rule("JC06", "The map shows the way to the purchase"),
            rule(
                "GV01", "Maps are reviewed", outcome="cannot_tell", score=None, reason="no practice sheet was supplied"
            ),
        ),
        "maps": (journey("Opening an account", 61.2, 6), journey("Mortgage", 19.0, 0)),
        "personas": (part("Amara Okafor", 93.4), part("Helen Marsh", 52.1, "A5")),
        "plan": PlanInfo(
            to_level=3,
            to_name="Established",
            says="Level 3, Established, begins at 45: 1 fix (effort 1) lifts the score from 72.4 to 75.8.",
            fixes=(fix("JC01", "The map goes on after the purchase", 3.4, gate=True),),
            quick_wins=(fix("TO02", "Every touchpoint names its owner", 6.25, 9),),
        ),
        "sensitivity": SensitivityInfo(low=68.2, high=76.9, level_low=2, level_high=2, holds=True),
        "supply": (SupplyInfo(what="No practice sheet was supplied", rules=("GV01", "GV02"), coverage=0.18),),
        "sheets": (
            sheet("Journey", counts={"labels": 11, "maps": 1, "stages": 6}, doubts=('B5: "What" may be a stage',)),
            sheet("Personas", "persona", counts={"personas": 2}),
            sheet("Lists", "other", hidden=True, confidence=0.0),
        ),
        "left_out": (LeftOutInfo(path="client/old.xlsx", reason="The workbook is protected by a password."),),
        "notes": ("Audited: 2 journey maps, 2 personas.",),
        "levels": LEVELS,
        "coverage_bounds": CoverageBounds(provisional_under=0.6, no_level_under=0.4),
        "benchmarks": (BenchmarkInfo(key="stops", says="Nearly a third stop at purchase.", source=SOURCE),),
        "command": "cxaudit audit client --as-of 2026-11-22",
    }
    return Scorecard(**(given | more))
