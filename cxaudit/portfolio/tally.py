"""Results taken in one by one, in any order, and made the portfolio: sums are exact, so the order does not show."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from cxaudit.card.modelinfo import level_cuts
from cxaudit.portfolio.document import CostlyRule, DimensionSpread, LevelCount, Portfolio, RankedInfo
from cxaudit.portfolio.result import FailedInfo, ProgrammeInfo, Result
from cxaudit.ruleset import Dimension, Ruleset
from cxaudit.scorecard import LeftOutInfo, RulePackInfo
from cxaudit.scores.rounding import points_to_places, score_to_places
from cxaudit.version import VERSION


@dataclass
class Tally:
    """What has been taken in: a row a programme, and of the losses only their sums by rule."""

    rows: list[ProgrammeInfo] = field(default_factory=list)
    failed: list[FailedInfo] = field(default_factory=list)
    losing: Counter[str] = field(default_factory=Counter)
    largest: Counter[str] = field(default_factory=Counter)
    points: dict[str, Fraction] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, result: Result) -> None:
        found = result.found
        if isinstance(found, FailedInfo):
            self.failed.append(found)
            return
        self.rows.append(found)
        for rule, points in result.lost.items():
            self.losing[rule] += 1
            self.points[rule] = self.points.get(rule, Fraction(0)) + Fraction(str(points))
        if found.costliest:
            self.largest[found.costliest.rule] += 1
            self.names[found.costliest.rule] = (found.costliest.slug, found.costliest.title)


def portfolio_of(
    results: Iterable[Result], ruleset: Ruleset, as_of: datetime.date, left_out: tuple[LeftOutInfo, ...] = ()
) -> Portfolio:
    """The portfolio of all results; the same results in any order give the same."""
    tally = Tally()
    for result in results:
        tally.add(result)
    ranked = tuple(_ranked(tally.rows))
    costly = tuple(_costly(tally, ruleset))
    pack = ruleset.pack
    at_level = Counter(row.level for row in tally.rows)
    return Portfolio(
        tool_version=VERSION,
        as_of=as_of,
        rule_pack=RulePackInfo(id=pack.id, version=pack.version, title=pack.title, digest=ruleset.digest),
        verdict=_verdict(ranked, tally, costly),
        mean=_mean([row.score for row in tally.rows], ruleset),
        programmes=ranked,
        failed=tuple(sorted(tally.failed, key=lambda each: _by_name(each.name))),
        levels=tuple(
            LevelCount(number=level.number, name=level.name, programmes=at_level[level.number])
            for level in ruleset.maturity.levels
        ),
        without_level=at_level[None],
        dimensions=tuple(_spread(each, tally.rows, ruleset) for each in ruleset.maturity.dimensions),
        costly_rules=costly,
        left_out=left_out,
        notes=tuple(_notes(tally.rows, ruleset, as_of)),
        level_cuts=level_cuts(ruleset.maturity),
    )


def _by_name(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _standing(row: ProgrammeInfo) -> tuple[int, float]:
    """What the league goes by: a level that a gate holds down is not made up for by the score."""
    return -(row.level or 0), -(row.score if row.score is not None else -1.0)


def _ranked(rows: Iterable[ProgrammeInfo]) -> Iterator[RankedInfo]:
    place, before = 0, None
    for number, row in enumerate(sorted(rows, key=lambda each: (_standing(each), _by_name(each.name))), start=1):
        if _standing(row) != before:
            place, before = number, _standing(row)
        yield RankedInfo(place=place, programme=row)


def _mean(scores: Iterable[float | None], ruleset: Ruleset) -> float | None:
    given = [Fraction(str(score)) for score in scores if score is not None]
    return score_to_places(sum(given, Fraction(0)) / len(given), ruleset.maturity) if given else None


def _spread(dimension: Dimension, rows: Iterable[ProgrammeInfo], ruleset: Ruleset) -> DimensionSpread:
    scores = [score for row in rows if (score := row.dimensions.get(dimension.id)) is not None]
    return DimensionSpread(
        id=dimension.id,
        title=dimension.title,
        mean=_mean(scores, ruleset),
        lowest=min(scores, default=None),
        highest=max(scores, default=None),
        assessed=len(scores),
    )


def _costly(tally: Tally, ruleset: Ruleset) -> Iterator[CostlyRule]:
    known = {rule.id: (rule.slug, rule.title) for rule in ruleset.rules}
    for rule in sorted(tally.points, key=lambda each: (-tally.largest[each], -tally.points[each], each)):
        slug, title = known.get(rule) or tally.names.get(rule) or ("", "")
        yield CostlyRule(
            rule=rule,
            slug=slug,
            title=title,
            programmes=tally.losing[rule],
            largest_in=tally.largest[rule],
            points=points_to_places(tally.points[rule] / len(tally.rows)),
        )


def _verdict(ranked: tuple[RankedInfo, ...], tally: Tally, costly: tuple[CostlyRule, ...]) -> str:
    count = len(ranked)
    said = f"{count:,} programme{'' if count == 1 else 's'} audited"
    said += f", {len(tally.failed):,} could not be." if tally.failed else "."
    if costly and costly[0].largest_in:
        first = costly[0]
        said += f" {first.rule} ({first.title}) is the largest loss of {first.largest_in:,} of them."
    return said


def _notes(rows: list[ProgrammeInfo], ruleset: Ruleset, as_of: datetime.date) -> Iterator[str]:
    """What makes rows hard to compare."""
    counted = {
        "judged by rules of their own (cxaudit.yaml), so their scores compare only roughly": sum(
            1 for row in rows if row.rules != ruleset.digest
        ),
        "judged as of a day of their own (cxaudit.yaml); --as-of sets one day for all": sum(
            1 for row in rows if row.as_of != as_of
        ),
        "audited without a file that could not be used; the file is named": sum(1 for row in rows if row.left_out),
    }
    for said, count in counted.items():
        if count:
            yield f"{count:,} {'was' if count == 1 else 'were'} {said}."
