"""The one path: grids are read, made a programme, judged, scored and made a scorecard. Nothing is opened here."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from cxaudit import assemble, engine
from cxaudit.check import Evidence
from cxaudit.corrections.corrected import NO_CORRECTIONS, Corrections, read_corrected
from cxaudit.errors import NothingRecognised
from cxaudit.fullness import mark_empty_talk
from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.model import Programme
from cxaudit.programme import build_programme
from cxaudit.rulefiles import Rules
from cxaudit.scorecard import Scorecard
from cxaudit.vocabulary import Vocabulary


def read(
    grids: Iterable[Grid], vocabulary: Vocabulary, corrections: Corrections = NO_CORRECTIONS
) -> tuple[Reading, ...]:
    """How each sheet is read, in the order given; corrections are by workbook and sheet name."""
    return tuple(read_corrected(grid, vocabulary, corrections.get((grid.workbook, grid.sheet))) for grid in grids)


def audit(
    grids: Sequence[Grid],
    rules: Rules,
    as_of: datetime.date,
    *,
    scope: str = "all",
    left_out: Sequence[tuple[str, str]] = (),
    client: str = "",
    target_level: int | None = None,
    include_hidden: bool = False,
    tool_version: str = "",
    corrections: Corrections = NO_CORRECTIONS,
) -> Scorecard:
    """The scorecard of the sheets. Raises NothingRecognised where no sheet holds anything to audit."""
    readings = read(grids, rules.vocabulary, corrections)
    counted = tuple(r for r in readings if include_hidden or not r.hidden)
    programme = mark_empty_talk(build_programme(counted, rules.vocabulary, scope), rules.fullness)
    _hold_something(programme)
    evidence = Evidence(programme, rules.vocabulary, as_of)
    results = engine.judge_all(rules.ruleset.rules, evidence)
    return assemble.build(
        programme=programme,
        readings=readings,
        results=results,
        map_results=tuple((m, engine.judge_map(results, evidence, m)) for m in programme.maps if not m.inventory),
        persona_results=tuple((p, engine.judge_persona(results, evidence, p)) for p in programme.personas),
        ruleset=rules.ruleset,
        as_of=as_of,
        scope=scope,
        left_out=left_out,
        client=client,
        target_level=target_level,
        tool_version=tool_version,
    )


def _hold_something(programme: Programme) -> None:
    """Raises NothingRecognised where there is nothing to audit: no sheet that was understood, or only empty ones."""
    if programme.maps or programme.personas or programme.metrics:
        return
    if not programme.practices:
        raise NothingRecognised(
            "nothing in these workbooks was recognised as a journey map, persona, metric list or practice sheet; "
            "run 'cxaudit inspect' on them to see how each sheet was read"
        )
    if not any(practice.answer.given for practice in programme.practices):
        raise NothingRecognised(
            "nothing was supplied: there is no journey map, persona or metric in these workbooks, and none of their "
            "questions on how the programme is run is answered; fill them in and audit them again"
        )
