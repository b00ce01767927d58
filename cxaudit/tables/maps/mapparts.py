"""The parts that layouts of journey maps share: fields of a row or column, stages with phases, metrics of a lane."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.model import LOOKING, Entry, Fields, Metric, Stage
from cxaudit.pattern import pattern
from cxaudit.tables.blocks import NAMED_BESIDE
from cxaudit.tables.cells import entries_at
from cxaudit.tables.labels import Label, names_measure
from cxaudit.tables.lists.measurenames import without_target
from cxaudit.tables.maps.stageremarks import without_remarks
from cxaudit.vocabulary import FieldMatch, MetricMatch, PhaseMatch, Vocabulary
from cxaudit.words.labeltext import heading
from cxaudit.words.metricmatching import CUSTOMERS, SELLERS, SURE_OF_HINTS

_MOST_ASKED = 200
_SCORE = pattern(r"^\s*[-+–−]?\d{1,2}(?:[.,]\d)?(?:\s*/\s*\d{1,2})?(?:\s|$)")
_REMARK = pattern(r"(?<=[\w)])\.\s+\(")
CORE = frozenset(
    {"touchpoint", "emotion", "thought", "pain_point", "goal", "opportunity", "channel", "moment", "metric", "owner"}
)
_TITLED = CORE - {"owner"}
_SUPPORTING = frozenset(
    {"activity", "enabler", "content", "backstage", "evidence", "step_definition", "data_shared", "trust"}
)
_PARTED = pattern(r"[,、，]\s*(?!\d)|(?<=[\w%)\"”])\.\s+(?=[^\W\d_])|;\s+")
_MOST_WORDS = 8
_AUDIENCE = "reach"
_TELLING = ("activity", "step_definition", "step", "touchpoint", "channel")


def telling_share(labels: Sequence[Label]) -> float:
    """How well the labels of a table were understood, from 0 to 1."""
    if not labels:
        return 0.0
    return sum(label.sureness for label in labels) / len(labels)


def lanes_known(fields: Iterable[str]) -> tuple[int, int]:
    """How many core lanes, and how many core or supporting ones, are among the fields."""
    names = set(fields)
    return len(names & CORE), len(names & (CORE | _SUPPORTING))


def fields_of(grid: Grid, cells: Iterable[tuple[Label, int, int]], vocabulary: Vocabulary) -> Fields:
    """The entries of cells, each given with its label, row and column, by field."""
    found: dict[str, list[Entry]] = {}
    for label, row, column in cells:
        shown = heading(label.text)
        for field in label.fields or ("other",):
            said = entries_at(grid, row, column, field, shown, vocabulary)
            found.setdefault(field, []).extend(_with_label(said, label, field, vocabulary))
    return {field: tuple(values) for field, values in found.items()}


def _with_label(said: tuple[Entry, ...], label: Label, field: str, vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """Values of a lane that is named by its measure, each with the measure's name: "NPS: 12".

    So are those beside a name that only the heading over it explains: under "KPIs" a measure, under "Teams" an owner.
    """
    below = label.under_heading and field in NAMED_BESIDE
    if not below and not (field == "metric" and names_measure(label.text, vocabulary)):
        return said
    return tuple(replace(e, text=f"{e.label}: {e.text}") if e.given else e for e in said)


def named_by(title: str, known: frozenset[str], vocabulary: Vocabulary) -> tuple[FieldMatch, ...]:
    """What labels that say nothing themselves stand for under a title that names a lane ("Emotional curve").

    Empty where the title names none, or one that the table has already. Owners in a title are customers: "home owners".
    """
    lanes = [m for m in vocabulary.fields(title, "journey") if m.field in _TITLED and m.field not in known]
    return (FieldMatch(lanes[0].field, "fuzzy", 0.6),) if lanes else ()


def holds_scores(texts: Iterable[str]) -> bool:
    """Whether cells hold small numbers and little else: -3, +2, 4/5. Those that count the rows are no scores."""
    given = [text for text in texts if text.strip()]
    if [text.strip(" .)#") for text in given] == [str(n) for n in range(1, len(given) + 1)]:
        return False
    return len(given) >= 2 and sum(1 for text in given if _SCORE.match(text)) * 3 >= len(given) * 2


def with_phases(stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages of one map, without remarks behind their names, each with the phases that its name and place give."""
    stages = without_remarks(stages, vocabulary)
    matches = phase_matches(stages, vocabulary)
    return tuple(replace(stage, phases=found.phases) for stage, found in zip(stages, matches, strict=True))


def phase_matches(stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[PhaseMatch, ...]:
    """The phases of the stages of one map, with what told them: its name, its cells, or its place."""
    return vocabulary.phase_matches([stage.name.text for stage in stages], [doings(stage) for stage in stages])


def doings(stage: Stage) -> Iterator[str]:
    """What a stage says that the customer does, and where; what is only wished for tells no phase.

    Most names of stages tell their phase, and then it is not asked for.
    """
    yield from (step.name.text for step in stage.steps[:_MOST_ASKED] if step.name.given)
    yield from (entry.text for entry in islice(stage.said.given(_TELLING), _MOST_ASKED))


def lane_metrics(stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[Metric, ...]:
    """The measures that the lanes of a map name, with the phases of their stages."""
    found: list[Metric] = []
    known: dict[str, tuple[tuple[str, MetricMatch], ...]] = {}
    for stage in stages:
        for entry in dict.fromkeys(entry for entry, _ in stage.said.told(stage.said.among(("metric",)))):
            measures = known.get(entry.text)
            if measures is None:
                measures = known[entry.text] = _measures(entry.text, vocabulary)
            for text, match in measures:
                said = _named(text, entry.label, vocabulary)
                name = entry if said == entry.text else replace(entry, text=said)
                told = _placed(_told(name.text, match, vocabulary), stage.phases)
                whole = entry.text if len(measures) > 1 else ""
                found.append(Metric(name, told.metric_class, told.concept, phases=stage.phases, said_with=whole))
    return tuple(found)


def _told(name: str, whole: MetricMatch, vocabulary: Vocabulary) -> MetricMatch:
    """What a measure's name tells, else its definition; an audience named there is only whom it is counted among."""
    own = vocabulary.metric(name)
    return own if own.metric_class != "unclear" or whole.concept == _AUDIENCE else whole


def _placed(told: MetricMatch, phases: Sequence[str]) -> MetricMatch:
    """What an everyday word measures where it stands: "Engagement" before the purchase is that of an audience."""
    vague = not told.concept and told.metric_class == CUSTOMERS and told.confidence < SURE_OF_HINTS
    return replace(told, metric_class=SELLERS) if vague and phases and LOOKING.issuperset(phases) else told


def _named(text: str, label: str, vocabulary: Vocabulary) -> str:
    """The measure in what a cell says: without its target, and without what follows behind the name.

    What stands before a colon is the name if it is the label, or no measure but it is named: "CSAT: 4 of 5". The bare
    figures of a lane that is named by its measure stay as they are.
    """
    if label and text.startswith(f"{label}: "):
        return text if text[len(label) + 2 :][:1].isdigit() else without_target(label)
    whole = without_target(text)
    name, sign, rest = whole.partition(": ")
    if not sign or len(name.split()) > _MOST_WORDS:
        return whole
    told = _knows(name, vocabulary) or (len(name.split()) > 1 and not _knows(rest, vocabulary))
    return name if told else whole


def _knows(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.metric(text).metric_class != "unclear"


def metric_of(entry: Entry, vocabulary: Vocabulary, phases: tuple[str, ...] = (), listed: bool = False) -> Metric:
    match = vocabulary.metric(entry.text)
    return Metric(entry, match.metric_class, match.concept, phases=phases, listed=listed)


def _measures(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, MetricMatch], ...]:
    """A cell that names several measures, parted by commas or full stops, is several: each known, or of two classes.

    A remark in brackets behind a full stop ("Bounce rate. (Should be low.)") is no part of the name, but says
    what is measured where the name does not.
    """
    name = _REMARK.split(text, maxsplit=1)[0]
    parts = [part.strip(" .") for part in _PARTED.split(name) if part.strip(" .")]
    matches = [vocabulary.metric(part) for part in parts]
    if _are_several(parts, matches):
        return tuple(zip(parts, matches, strict=True))
    match = vocabulary.metric(name)
    return ((name, vocabulary.metric(text) if match.metric_class == "unclear" else match),)


def _are_several(parts: Sequence[str], matches: Sequence[MetricMatch]) -> bool:
    """Whether the parts of a cell are different known measures, or most are and they are of different classes.

    A lone word that is no known measure goes with the one before it: "Content engagement, time".
    """
    concepts = {match.concept for match in matches}
    if len(parts) < 2 or ("" not in concepts and len(concepts) == len(parts)):
        return len(parts) > 1
    classes = [match.metric_class for match in matches if match.metric_class != "unclear"]
    short = all(
        len(part.split()) <= _MOST_WORDS and (match.concept or " " in part)
        for part, match in zip(parts, matches, strict=True)
    )
    return short and len(set(classes)) > 1 and len(classes) * 2 >= len(parts)
