"""The one path: grids are read, made a programme, judged, scored and made a scorecard. Nothing is opened here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cxaudit import assemble, engine
from cxaudit.assess.claim import NO_CLAIMS, Claim
from cxaudit.assess.claimed import unseen, with_claims
from cxaudit.check import Evidence
from cxaudit.continuedmaps import with_continued_maps
from cxaudit.corrections.corrected import NO_CORRECTIONS, Corrections, read_corrected
from cxaudit.coverfacts import with_cover_facts
from cxaudit.crosschecks import cross_checks
from cxaudit.errors import NEEDED, NothingRecognised
from cxaudit.fullness import mark_empty_talk
from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.lentphases import with_lent_phases
from cxaudit.model import JourneyMap, Persona, Programme
from cxaudit.namedpersonas import with_persona_names
from cxaudit.programme import build_programme
from cxaudit.result import RuleResult, Verdicts
from cxaudit.rulefiles import Rules
from cxaudit.scorecard import Scorecard
from cxaudit.siblings import with_siblings
from cxaudit.terms import Terms
from cxaudit.vocabulary import Vocabulary
from cxaudit.waivers import Waiver, declared, without_declared


def read(
    grids: Sequence[Grid], vocabulary: Vocabulary, corrections: Corrections = NO_CORRECTIONS
) -> tuple[Reading, ...]:
    """How each sheet is read, in the order given; corrections are by workbook and sheet name."""
    alone = [read_corrected(grid, vocabulary, corrections.get((grid.workbook, grid.sheet))) for grid in grids]
    together = with_siblings(grids, alone, vocabulary, corrections)
    together = with_lent_phases(with_continued_maps(grids, together, vocabulary, corrections), corrections)
    return with_persona_names(with_cover_facts(grids, together, vocabulary))


def audit(
    grids: Sequence[Grid],
    rules: Rules,
    terms: Terms,
    *,
    left_out: Sequence[tuple[str, str]] = (),
    tool_version: str = "",
    corrections: Corrections = NO_CORRECTIONS,
    waivers: Sequence[Waiver] = (),
    claims: Mapping[str, Claim] = NO_CLAIMS,
) -> Scorecard:
    """The scorecard of the sheets; what they do not show is taken from the claims, by rule id.

    Without any sheet it is a scorecard of claims alone. Raises NothingRecognised where no sheet holds anything to
    audit.
    """
    readings = read(grids, rules.vocabulary, corrections)
    counted = tuple(r for r in readings if terms.include_hidden or not r.hidden)
    programme = mark_empty_talk(build_programme(counted, rules.vocabulary, terms.scope), rules.fullness)
    if grids or not claims:
        _hold_something(programme)
    beside = assemble.Beside(
        readings=readings,
        left_out=tuple(left_out),
        waivers=tuple(waivers),
        claims=claims,
        cross_checks=cross_checks(programme, rules.cross_checks),
        tool_version=tool_version,
    )
    evidence = Evidence(programme, rules.vocabulary.heard_in(_texts(grids)), terms.as_of)
    whole = engine.judge_all(rules.ruleset.rules, evidence) if grids else unseen(rules.ruleset.rules)
    verdicts = _verdicts(evidence, whole, declared(waivers, terms.as_of), claims)
    return assemble.build(verdicts, rules.ruleset, terms, beside)


def _verdicts(
    evidence: Evidence, whole: Sequence[RuleResult], taken_out: Mapping[str, Waiver], claims: Mapping[str, Claim]
) -> Verdicts:
    """The verdicts on the programme, and on each map and persona by itself; none on rules that were taken out."""
    programme = evidence.programme

    def of_map(journey: JourneyMap) -> tuple[RuleResult, ...]:
        return without_declared(engine.judge_map(whole, evidence, journey), taken_out)

    def of_persona(persona: Persona) -> tuple[RuleResult, ...]:
        return without_declared(engine.judge_persona(whole, evidence, persona), taken_out)

    return Verdicts(
        programme=programme,
        results=with_claims(without_declared(whole, taken_out), claims),
        by_map=tuple((m, of_map(m)) for m in programme.maps if not m.inventory),
        by_persona=tuple((p, of_persona(p)) for p in programme.personas),
    )


def _texts(grids: Sequence[Grid]) -> Iterator[str]:
    """All that stands in the sheets, row by row, and their names."""
    for grid in grids:
        yield grid.sheet
        yield grid.workbook
        yield from map("\n".join, grid.rows)


def _hold_something(programme: Programme) -> None:
    """Raises NothingRecognised where there is nothing to audit: no sheet that was understood, or only empty ones."""
    if programme.maps or programme.personas or programme.metrics:
        return
    if not programme.practices:
        raise NothingRecognised(
            "Nothing in these workbooks was recognised as a journey map, persona, metric list or practice sheet: "
            f"{NEEDED}; run 'cxaudit inspect' on them to see how each sheet was read"
        )
    if not any(practice.answer.given for practice in programme.practices):
        raise NothingRecognised(
            "Nothing was supplied: there is no journey map, persona or metric in these workbooks, and none of their "
            "questions on how the programme is run is answered; fill them in and audit them again"
        )
