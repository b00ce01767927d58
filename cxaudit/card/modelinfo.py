"""The maturity model as the scorecard carries it: level cuts, coverage bounds, published figures and sources."""

from __future__ import annotations

from cxaudit.pieces.piece import SourceInfo
from cxaudit.ruleset import Maturity, Source
from cxaudit.scorecard import BenchmarkInfo, CoverageBounds, LevelCut


def level_cuts(maturity: Maturity) -> tuple[LevelCut, ...]:
    """Every level with the score at which it begins, the lowest first."""
    rising = sorted(maturity.levels, key=lambda level: level.from_score)
    return tuple(LevelCut(number=x.number, name=x.name, says=x.says, from_score=x.from_score) for x in rising)


def coverage_bounds(maturity: Maturity) -> CoverageBounds:
    """The evidence coverage that a result and a level need."""
    cuts = maturity.coverage
    return CoverageBounds(
        provisional_under=cuts.provisional_under, no_level_under=cuts.no_level_under, claim_counts=cuts.claim_counts
    )


def benchmarks(maturity: Maturity) -> tuple[BenchmarkInfo, ...]:
    """The published figures of the maturity model."""
    return tuple(
        BenchmarkInfo(key=one.key, says=one.says, source=source_info(one.source, maturity))
        for one in maturity.benchmarks
    )


def source_info(source: Source, maturity: Maturity) -> SourceInfo:
    """A section of a source document with the document's title and author."""
    document = next(each for each in maturity.documents if each.key == source.document)
    return SourceInfo(document=source.document, title=document.title, author=document.author, section=source.section)
