"""Maps that cover one job of the customer on purpose ("make a claim"): their title, scope, sheet or stages say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.layout import Table
from cxaudit.model import ACQUISITION, LOOKING, JourneyMap, Stage, entries
from cxaudit.pattern import pattern
from cxaudit.tables.labels import filled
from cxaudit.tables.maps.accounts import with_accounts
from cxaudit.tables.maps.frames import framed, is_of_work, sets_up
from cxaudit.tables.maps.mapparts import phase_matches
from cxaudit.tables.maps.namedforgood import named_for_good
from cxaudit.tables.maps.titles import is_of_beginning, is_of_each_day, reaches_on
from cxaudit.tables.maps.withinproduct import from_within
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import word_count

_PARTIAL, _ONLY, _SET_ASIDE = "partial-journeys", "scope-limits", "set_aside"
_SENTENCE_END = pattern(r"(?<=[.;!?。；])\s*(?=\S)|\n+")
_PHASES_OF_A_WHOLE_JOURNEY = 5
_NEXT_TO_THE_SALE = "onboarding"
_CUSTOMER = ("purchase", "delivery", "use")
_TOLD_BY_STAGES = frozenset({"support", "exit"})
_BEFORE_THE_SALE = 2
_EVERYDAY, _SALE = frozenset({"use"}), frozenset({"awareness", "purchase"})
_TROUBLE, _BOUGHT = ("support",), ("purchase",)
_LED_TO = frozenset({"use", "retention", "advocacy"})
_BEYOND_THE_BEGINNING = frozenset({"use", "support", "retention", "advocacy", "exit"})
_AFTERWARDS = frozenset({"use", "retention", "advocacy", "exit"})
_UNCLEAR = ("unclear",)
_LEAST_STAGES = 3
_LOOKED_ABOVE, _MOST_WORDS = 12, 12


def with_jobs(grid: Grid, tables: Iterable[Table], vocabulary: Vocabulary) -> tuple[Table, ...]:
    """The tables, their maps marked with the one job that they cover on purpose."""
    return tuple(_with_jobs(grid, table, vocabulary) if table.maps else table for table in tables)


def _with_jobs(grid: Grid, table: Table, vocabulary: Vocabulary) -> Table:
    lines = _lines_above(grid, table)
    limits = tuple(_covered(line, vocabulary) for line in lines if vocabulary.words(_ONLY).find(line))
    above = tuple(line for line in lines if word_count(line) <= _MOST_WORDS)
    maps = (with_job(j, vocabulary, limits, above, _below_title(j, lines)) for j in table.maps)
    return replace(table, maps=tuple(maps))


def _below_title(journey: JourneyMap, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines between the title of a map and its table, headings of its own; longer ones are text."""
    first = lines.index(journey.title.text) + 1 if journey.title.text in lines else 0
    return tuple(line for line in lines[first:] if word_count(line) <= _MOST_WORDS)


def with_job(
    journey: JourneyMap,
    vocabulary: Vocabulary,
    limits: Sequence[str] = (),
    above: Sequence[str] = (),
    below: Sequence[str] = (),
) -> JourneyMap:
    """A map that covers one job on purpose, marked so; a list of touchpoints is left.

    `limits` are lines above it that limit its scope, `above` all short ones, `below` those behind its title.
    Limits and a scope hold whatever the stages say; a title and the sheet's name do not where the stages tell of the
    whole relation.
    """
    if journey.inventory or journey.job:
        return journey
    journey = replace(journey, stages=from_within(with_accounts(journey.stages, vocabulary), vocabulary))
    scope = [_covered(e.text, vocabulary) for e in entries(journey.about, "other.scope") if e.given]
    titles = (journey.title.text, journey.header.sheet) if not _is_whole(journey, vocabulary) else ()
    words = vocabulary.words(_PARTIAL)
    at_work = is_of_work(journey, vocabulary)
    for text in (*scope, *limits, *titles):
        phases = _spoken_of(text, vocabulary)
        if at_work and phases == _TROUBLE:
            continue  # who works with a product asks for goods or a leave; that is the day's work
        if phases and not (text in titles and set(phases) <= _EVERYDAY and _tells_of_the_sale(journey, vocabulary)):
            return _of_job(journey, next(iter(words.find(text)), text), phases, vocabulary)
    begins = next((line for line in (*titles, *below) if titles and is_of_beginning(line, vocabulary)), "")
    if begins and not _sells_first(journey.stages):
        found = _of_job(journey, begins, (_NEXT_TO_THE_SALE,), vocabulary)
        first = _noticed(journey.stages[0], found.stages[0])
        return replace(found, stages=(first, *_agreed(found.stages, vocabulary)[1:]))
    stage = _told_by_stages(journey, vocabulary) if titles else None
    if stage:
        return _of_job(journey, stage.name.text, _as_customer(stage, vocabulary), vocabulary)
    return replace(journey, stages=framed(journey, vocabulary, above))


def _spoken_of(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The phases of the job that a title or a scope speaks of; so many cases a day are the day's work."""
    if is_of_each_day(text, vocabulary):
        return tuple(_EVERYDAY)
    phases = vocabulary.words(_PARTIAL).find_groups(text)
    return tuple(p for p in phases if p != _NEXT_TO_THE_SALE) if reaches_on(text, vocabulary) else phases


def _of_job(journey: JourneyMap, job: str, phases: tuple[str, ...], vocabulary: Vocabulary) -> JourneyMap:
    named = [not (m.by_place or m.said) for m in phase_matches(journey.stages, vocabulary)]
    stages = tuple(_in_job(*told, phases, vocabulary) for told in zip(journey.stages, named, strict=True))
    if _NEXT_TO_THE_SALE in phases and named[-1] and not sets_up(journey.stages[-1], vocabulary):
        stages = (*stages[:-1], _last_of_job(journey.stages[-1], stages[-1]))
    found = replace(journey, job=job, job_phases=phases, stages=_until_settled(stages, phases, vocabulary))
    return replace(found, stages=framed(found, vocabulary)) if set(phases) & set(ACQUISITION) else found


def _sells_first(stages: Sequence[Stage]) -> bool:
    """Whether somebody looks and buys before anything begins: then the beginning is only the end of the map."""
    begun = next((n for n, stage in enumerate(stages) if _NEXT_TO_THE_SALE in stage.phases), len(stages))
    sold = next((n for n, stage in enumerate(stages) if "purchase" in stage.phases), len(stages))
    return sold < begun and any(LOOKING.issuperset(stage.phases) for stage in stages[:sold])


def _agreed(stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages of a beginning; what is signed off or confirmed once it has begun is part of it and no sale."""
    begun = next((n for n, stage in enumerate(stages) if _NEXT_TO_THE_SALE in stage.phases), len(stages))
    return tuple(
        replace(stage, phases=(_NEXT_TO_THE_SALE,))
        if n > begun and stage.phases == _BOUGHT and not named_for_good(stage, vocabulary)
        else stage
        for n, stage in enumerate(stages)
    )


def _noticed(own: Stage, in_job: Stage) -> Stage:
    """The first stage of a beginning may still tell how somebody came to it: "Landing", "Discovery"."""
    return own if own.phases == ("awareness",) else in_job


def _last_of_job(own: Stage, in_job: Stage) -> Stage:
    """The last stage of a beginning may tell what it leads to."""
    return own if _LED_TO.issuperset(own.phases) else in_job


def _until_settled(stages: Sequence[Stage], job: tuple[str, ...], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages of a trouble, which lasts from its first stage until those that lead back into the relation.

    What is told, awaited or visited meanwhile is neither use nor recommending. One with a phase's own name keeps it.
    """
    if job != _TROUBLE:
        return tuple(stages)
    first = next((n for n, stage in enumerate(stages) if stage.phases == job), len(stages))
    end = next((n for n in range(len(stages), first, -1) if not _leads_back(stages[n - 1], vocabulary)), first)
    return tuple(
        replace(stage, phases=job) if first < n < end and not named_for_good(stage, vocabulary) else stage
        for n, stage in enumerate(stages)
    )


def _leads_back(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether the name of a stage tells of what comes when a trouble is over; a customer who pays uses what he has."""
    told = vocabulary.phases(stage.name.text)
    return bool(_AFTERWARDS.intersection(told)) or _as_customer(stage, vocabulary) == ("use",)


def _is_whole(journey: JourneyMap, vocabulary: Vocabulary) -> bool:
    """Whether words of the stages' names, and not only everyday ones, tell of most of the relation.

    A word that means something else in its place ("Find the transaction" in a call) tells nothing of it.
    """
    told = {
        phase
        for stage in journey.stages
        for phase in set(vocabulary.phases(stage.name.text)).intersection(stage.phases)
    }
    return len(told - {"unclear"}) >= _PHASES_OF_A_WHOLE_JOURNEY


def _tells_of_the_sale(journey: JourneyMap, vocabulary: Vocabulary) -> bool:
    """Whether a stage is named for buying, and several come before it: "A day at the park" covers the sale too."""
    sale = (n for n, stage in enumerate(journey.stages) if "purchase" in vocabulary.phases(stage.name.text))
    return next(sale, 0) >= _BEFORE_THE_SALE


def _lines_above(grid: Grid, table: Table) -> tuple[str, ...]:
    """The lines above a table, the only text in their row."""
    top = table.region.top
    rows = range(max(1, top - _LOOKED_ABOVE), top)
    return tuple(grid.text(row, columns[0]) for row in rows if len(columns := filled(grid, row)) == 1)


def _covered(scope: str, vocabulary: Vocabulary) -> str:
    """What a scope says without the sentences that tell what the map leaves out: "Renewing has a map of its own"."""
    words = vocabulary.words(_ONLY)
    return " ".join(told for told in _SENTENCE_END.split(scope) if not words.find_in(_SET_ASIDE, told))


def _told_by_stages(journey: JourneyMap, vocabulary: Vocabulary) -> Stage | None:
    """The first stage of trouble, or of leaving, where half of the stages are of it and none is of the sale."""
    names = [vocabulary.phases(stage.name.text) for stage in journey.stages]
    if (
        len(names) < _LEAST_STAGES
        or any(_SALE & set(phases) for phases in names)
        or _begins(journey.stages, vocabulary)
    ):
        return None
    for job in sorted(_TOLD_BY_STAGES):
        of_it = [n for n, stage in enumerate(journey.stages) if _as_customer(stage, vocabulary) == (job,)]
        if of_it and of_it[0] <= 1 and len(of_it) * 2 >= len(names):
            return journey.stages[of_it[0]]
    return None


def _begins(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether somebody begins with something at once, or a stage bears that name; that is no trouble."""
    at_once = stages[1].phases == (_NEXT_TO_THE_SALE,)
    return at_once or any(is_of_beginning(stage.name.text, vocabulary) for stage in stages)


def _as_customer(stage: Stage, vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.phases(stage.name.text, _CUSTOMER)


def _in_job(stage: Stage, by_name: bool, job: tuple[str, ...], vocabulary: Vocabulary) -> Stage:
    """A stage of a customer's job: words of the sale ("apply", "pay") mean a part of the job there.

    So does a stage whose name tells nothing, or a beginning. Not so one that bears the name of a phase. A job that
    follows the sale at once may begin by signing, but nobody looks around in it any more.
    """
    if named_for_good(stage, vocabulary) or set(job) & set(ACQUISITION):
        return stage
    if _NEXT_TO_THE_SALE in job:
        looking = not by_name or LOOKING.issuperset(stage.phases)
        begun = (stage.before_acquisition and looking) or stage.phases == _UNCLEAR
        return replace(stage, phases=job) if begun or _sets_up_yet(stage, vocabulary) else stage
    told = by_name and _NEXT_TO_THE_SALE not in stage.phases and _as_customer(stage, vocabulary) != ("unclear",)
    return stage if told and stage.after_acquisition else replace(stage, phases=job)


def _sets_up_yet(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether a stage of a set-up is no more than a step of it: no sure word tells of use, trouble or staying."""
    told = set(_as_customer(stage, vocabulary)) - (_EVERYDAY - set(vocabulary.phases(stage.name.text)))
    return stage.after_acquisition and (not _BEYOND_THE_BEGINNING & told or sets_up(stage, vocabulary))
