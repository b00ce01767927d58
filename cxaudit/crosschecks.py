"""Cross-checks between sheets: what one says and another does not. They cost no points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from cxaudit.checks.resolves import same_name
from cxaudit.finding import Cited
from cxaudit.model import Entry, Metric, Programme, entries
from cxaudit.ruleset import CrossChecks, CrossCheckWords
from cxaudit.subject import Subject, cite
from cxaudit.subjects import map_subject, of_map, subjects
from cxaudit.words.labeltext import fold

_MOST_NAMES = 6


class CrossCheck(Struct, frozen=True):
    """One thing that sheets do not agree on, with its cells."""

    id: str
    title: str
    message: str
    mend: str
    cells: tuple[Cited, ...]


Found = tuple[str, tuple[Cited, ...]]
"""A name to tell, and the cells where it stands."""


def cross_checks(programme: Programme, words: CrossChecks) -> tuple[CrossCheck, ...]:
    """What the sheets of a programme do not agree on, one a kind and map, in a fixed order."""
    kinds: tuple[tuple[str, CrossCheckWords, Callable[[Programme], Iterable[list[Found]]]], ...] = (
        ("persona-without-sheet", words.persona_without_sheet, _personas_without_sheet),
        ("persona-without-map", words.persona_without_map, _personas_without_map),
        ("metric-not-listed", words.metric_not_listed, _metrics_not_listed),
        ("pain-without-opportunity", words.pain_without_opportunity, _pains_without_opportunity),
    )
    return tuple(_told(ident, said, found) for ident, said, look in kinds for found in look(programme) if found)


def _told(ident: str, words: CrossCheckWords, found: list[Found]) -> CrossCheck:
    names = [name for name, _ in found]
    told = ", ".join(f'"{name}"' for name in names[:_MOST_NAMES])
    if len(names) > _MOST_NAMES:
        told += f" and {len(names) - _MOST_NAMES} more"
    cells = tuple(dict.fromkeys(cell for _, cited in found for cell in cited))
    return CrossCheck(ident, words.title, words.message.replace("{names}", told), words.mend, cells)


def _personas_without_sheet(programme: Programme) -> Iterator[list[Found]]:
    if programme.personas:
        known = [persona.name.text for persona in programme.personas]
        for journey in subjects(programme, "map"):
            named = journey.says(("persona",))
            strangers = [entry for entry in named if not any(same_name(entry.text, name) for name in known)]
            yield _once(strangers)


def _personas_without_map(programme: Programme) -> Iterator[list[Found]]:
    maps = subjects(programme, "map")
    if maps:
        named = [entry.text for journey in maps for entry in journey.says(("persona",))]
        named += [journey.text for journey in maps]
        unused = [p.name for p in programme.personas if not any(same_name(p.name.text, text) for text in named)]
        yield _once(unused)


def _metrics_not_listed(programme: Programme) -> Iterator[list[Found]]:
    listed = {_key(metric) for metric in programme.metrics if metric.listed}
    if listed:
        on_maps = [metric for metric in programme.metrics if not metric.listed and metric.name.given]
        yield _once(metric.name for metric in on_maps if _key(metric) not in listed)


def _key(metric: Metric) -> str:
    return metric.concept or fold(metric.name.text)


def _pains_without_opportunity(programme: Programme) -> Iterator[list[Found]]:
    for journey in programme.maps:
        if map_subject(journey).gives(("opportunity",)):  # a map without any has lost it by a rule already
            yield [_pain(stage) for stage in of_map(journey, "stage") if _only_pain(stage)]


def _only_pain(stage: Subject) -> bool:
    """Whether what is said of a stage itself names a pain and no opportunity."""
    own = stage.layers[0]
    return own.gives(("pain_point",)) and not own.gives(("opportunity",))


def _pain(stage: Subject) -> Found:
    pains = [e for e in entries(stage.layers[0], "pain_point") if e.given]
    return stage.title, cite(pains)


def _once(found: Iterable[Entry]) -> list[Found]:
    """Each name once, with all its cells."""
    names: dict[str, list[Entry]] = {}
    for entry in found:
        names.setdefault(fold(entry.text), []).append(entry)
    return [(same[0].text, cite(same)) for same in names.values()]
