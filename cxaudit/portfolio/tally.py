"""Results taken in one by one, in any order, and made the portfolio: sums are exact, so the order does not show."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec import Struct, field

from cxaudit.card.modelinfo import level_cuts
from cxaudit.portfolio.document import CostlyRule, DimensionSpread, LevelCount, Portfolio
from cxaudit.portfolio.league import League
from cxaudit.portfolio.result import FailedInfo, ProgrammeInfo, Result
from cxaudit.portfolio.shelf import Many, Shelf, shelf_of
from cxaudit.ruleset import Ruleset
from cxaudit.scorecard import LeftOutInfo, RulePackInfo
from cxaudit.scores.rounding import points_to_places, score_to_places


class Scores(Struct):
    """Scores taken in: their number, their exact sum, the lowest and the highest."""

    count: int = 0
    total: Fraction = Fraction(0)
    lowest: float | None = None
    highest: float | None = None

    def add(self, score: float | None) -> None:
        if score is None:
            return
        self.count += 1
        self.total += Fraction(str(score))
        self.lowest = score if self.lowest is None else min(self.lowest, score)
        self.highest = score if self.highest is None else max(self.highest, score)

    def mean(self, ruleset: Ruleset) -> float | None:
        return score_to_places(self.total / self.count, ruleset.maturity) if self.count else None


class Tally(Struct):
    """What has been taken in: in memory the sums alone, and on disk a row a programme."""

    ruleset: Ruleset
    as_of: datetime.date
    league: League = field(default_factory=League)
    failed: Shelf[FailedInfo] = field(default_factory=lambda: shelf_of(FailedInfo))
    missing_files: Shelf[LeftOutInfo] = field(default_factory=lambda: shelf_of(LeftOutInfo))
    overall: Scores = field(default_factory=Scores)
    dimensions: dict[str, Scores] = field(default_factory=dict)
    levels: Counter[int | None] = field(default_factory=Counter)
    losing: Counter[str] = field(default_factory=Counter)
    largest: Counter[str] = field(default_factory=Counter)
    points: dict[str, Fraction] = field(default_factory=dict)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    own_rules: int = 0
    own_day: int = 0
    partly: int = 0

    def add(self, result: Result) -> None:
        found = result.found
        if isinstance(found, FailedInfo):
            self.failed.put((0, 0, found.name), found)
            return
        self._add_row(found)
        for rule, points in result.lost.items():
            self.losing[rule] += 1
            self.points[rule] = self.points.get(rule, Fraction(0)) + Fraction(str(points))
        if found.costliest:
            self.largest[found.costliest.rule] += 1
            self.names[found.costliest.rule] = (found.costliest.slug, found.costliest.title)

    def _add_row(self, row: ProgrammeInfo) -> None:
        self.league.add(row)
        self.overall.add(row.score)
        self.levels[row.level] += 1
        for dimension, score in row.dimensions.items():
            self.dimensions.setdefault(dimension, Scores()).add(score)
        for each in row.left_out:
            named = LeftOutInfo(path=f"{row.name}/{each.path}", reason=each.reason)
            self.missing_files.put((0, 0, row.name), named)
        self.own_rules += row.rules != self.ruleset.digest
        self.own_day += row.as_of != self.as_of
        self.partly += bool(row.left_out)


def portfolio_of(
    results: Iterable[Result], ruleset: Ruleset, as_of: datetime.date, left_out: Many[LeftOutInfo] = ()
) -> Portfolio:
    """The portfolio of all results; the same results in any order give the same."""
    tally = Tally(ruleset, as_of)
    for result in results:
        tally.add(result)
    costly = tuple(_costly(tally))
    pack = ruleset.pack
    return Portfolio(
        as_of=as_of,
        rule_pack=RulePackInfo(id=pack.id, version=pack.version, title=pack.title, digest=ruleset.digest),
        verdict=_verdict(tally, costly),
        mean=tally.overall.mean(ruleset),
        programmes=tally.league,
        failed=tally.failed,
        levels=tuple(
            LevelCount(number=level.number, name=level.name, programmes=tally.levels[level.number])
            for level in ruleset.maturity.levels
        ),
        without_level=tally.levels[None],
        dimensions=tuple(_dimensions(tally)),
        costly_rules=costly,
        left_out=left_out,
        missing_files=tally.missing_files,
        notes=tuple(_notes(tally)),
        level_cuts=level_cuts(ruleset.maturity),
    )


def _dimensions(tally: Tally) -> Iterator[DimensionSpread]:
    for dimension in tally.ruleset.maturity.dimensions:
        scores = tally.dimensions.get(dimension.id, Scores())
        yield DimensionSpread(
            id=dimension.id,
            title=dimension.title,
            mean=scores.mean(tally.ruleset),
            lowest=scores.lowest,
            highest=scores.highest,
            assessed=scores.count,
        )


def _costly(tally: Tally) -> Iterator[CostlyRule]:
    known = {rule.id: (rule.slug, rule.title) for rule in tally.ruleset.rules}
    for rule in sorted(tally.points, key=lambda each: (-tally.largest[each], -tally.points[each], each)):
        slug, title = known.get(rule) or tally.names.get(rule) or ("", "")
        yield CostlyRule(
            rule=rule,
            slug=slug,
            title=title,
            programmes=tally.losing[rule],
            largest_in=tally.largest[rule],
            points=points_to_places(tally.points[rule] / len(tally.league)),
        )


def _verdict(tally: Tally, costly: tuple[CostlyRule, ...]) -> str:
    count = len(tally.league)
    said = f"{count:,} programme{'' if count == 1 else 's'} audited"
    said += f", {len(tally.failed):,} could not be." if tally.failed else "."
    if costly and costly[0].largest_in:
        first = costly[0]
        said += f" {first.rule} ({first.title}) is the largest loss of {first.largest_in:,} of them."
    return said


def _notes(tally: Tally) -> Iterator[str]:
    """What makes rows hard to compare."""
    counted = {
        "judged by rules of their own (cxaudit.yaml), so their scores compare only roughly": tally.own_rules,
        "judged as of a day of their own (cxaudit.yaml); --as-of sets one day for all": tally.own_day,
        "audited without a file that could not be used; the file is named": tally.partly,
    }
    for said, count in counted.items():
        if count:
            yield f"{count:,} {'was' if count == 1 else 'were'} {said}."
