"""A sheet read as a consultant has laid down: its kind, and what its labels, stages and metrics stand for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from cxaudit.corrections.correction import SKIP, CorrectedVocabulary, SheetCorrection
from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.reading import read_grid
from cxaudit.vocabulary import Vocabulary

Corrections = Mapping[tuple[str, str], SheetCorrection]
"""Corrections by workbook (its path as shown) and sheet name."""

NO_CORRECTIONS: Corrections = MappingProxyType({})


def read_corrected(grid: Grid, vocabulary: Vocabulary, correction: SheetCorrection | None) -> Reading:
    """How a sheet is read under its correction, if it has one; a sheet to skip is read as nothing."""
    if correction is None:
        return read_grid(grid, vocabulary)
    if correction.kind in (SKIP, "other"):
        note = "left out, as the engagement file says"
        return Reading(grid.workbook, grid.sheet, grid.hidden, "other", "other", 1.0, notes=(note,))
    reading = read_grid(grid, CorrectedVocabulary(vocabulary, correction), correction.kind)
    return replace(reading, confidence=1.0) if correction.kind and reading.kind == correction.kind else reading
