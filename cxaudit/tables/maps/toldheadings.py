"""Names of stages that are told in text: beside the name, or below it, stand sentences or bullets and no lanes.

Stage 0 - Arriving    | - The buyer lands …          stages by their word, "Day 3: …", or counted under a title
Stage 1 - Comparing   | - Looks for proof of …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.tables.labels import short
from cxaudit.tables.lines import Line
from cxaudit.tables.maps.customers import names_tell
from cxaudit.tables.maps.mapparts import CORE
from cxaudit.tables.maps.stageheadings import count_other_things, says_stage
from cxaudit.tables.maps.timeheadings import begins_anew, timed_headings, unit_of
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, word_count
from cxaudit.words.series import counted, counts_on, parts

_LEAST, _LEAST_COUNTED, _LEAST_LISTED = 2, 4, 4
_MOST_WORDS_LISTED, _LEAST_TOLD, _FIRST_WORDS = 5, 2, 16
_SURE = 0.9
_SAID, _LABELLED, _COUNTED, _LISTED = 0.75, 0.5, 0.45, 0.55
_ACTING, _COMPANY = "viewpoint-customer", "viewpoint-company"
_LOOSE = 2
_NUMBERED = pattern(r"^\W*\d{1,2}\s*[.)·:：\-–—|]?\s+\S")


class Run(Struct, frozen=True):
    """The lines that name the stages of one map, the row behind its last stage, and how sure it is that they do."""

    names: tuple[Line, ...]
    end: int
    sure: float


def told_runs(lines: Sequence[Line], titled: bool, vocabulary: Vocabulary) -> list[Run]:
    """The maps that lines tell in text; `titled` where the sheet's own title speaks of a journey."""
    said = _said(lines, titled, vocabulary)
    if said or not titled:
        return said
    listed = list(_listed(lines, vocabulary))
    return listed or _counted(lines, vocabulary)


def _said(lines: Sequence[Line], titled: bool, vocabulary: Vocabulary) -> list[Run]:
    """Lines that call themselves stages or say when they are, parted where they begin anew."""
    short_ones = [line for line in lines if _is_name(line)]
    staged = [line for line in short_ones if says_stage(line.text, vocabulary) and not _titles(line, vocabulary)]
    beside = [line for line in short_ones if line.values and unit_of(line.text, vocabulary)]
    timed = sorted({*timed_headings(lines, vocabulary)[0], *beside}, key=lambda line: line.row)
    for found, begins in ((staged, _anew), (timed, begins_anew)):
        texts = [line.text for line in found]
        starts = [0, *(begins(texts, vocabulary) if texts else []), len(found)]
        maps = [found[one:two] for one, two in pairwise(starts)]
        if max(map(len, maps)) < _LEAST or count_other_things(found, titled, vocabulary):
            continue
        runs = [_run(lines, names) for names in maps]
        runs = [run for run in runs if _told(lines, run)]
        names = [line.text for run in runs for line in run.names]
        if len(names) >= _LEAST and (_are_lived(lines, runs, vocabulary) if titled else names_tell(names, vocabulary)):
            return runs
    return []


def _run(lines: Sequence[Line], names: Sequence[Line]) -> Run:
    """The run of names, less sure where pairs below them may be labels that another layout knows."""
    end, rows = _end(lines, names), {line.row for line in names}
    pairs = sum(1 for line in lines if line.values and names[0].row < line.row < end and line.row not in rows)
    return Run(tuple(names), end, _SAID if pairs * 2 <= len(names) else _LABELLED)


def _titles(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a heading is the title of a map, though it be counted ("1. Step-by-step customer journey")."""
    return line.lone and "journey" in vocabulary.title_kinds(line.text)


def _anew(texts: Sequence[str], _: Vocabulary) -> list[int]:
    return [part.start for part in parts(texts)[1:]]


def _are_lived(lines: Sequence[Line], runs: Sequence[Run], vocabulary: Vocabulary) -> bool:
    """Whether names tell phases, or customers act in a third of the stages or more, no less often than the company.

    Instructions for a workshop on journeys count their steps too.
    """
    names = [line for run in runs for line in run.names]
    if names_tell([line.text for line in names], vocabulary):
        return True
    below = {one.row: two.text for one, two in pairwise(lines)}
    texts = [f"{bare(name.text)}. {name.beside or below.get(name.row, '')}" for name in names]
    firsts = [" ".join(text.split()[:_FIRST_WORDS]) for text in texts]
    company = sum(1 for text in firsts if vocabulary.words(_COMPANY).find_in("actors", text))
    lived = [bool(vocabulary.words(_ACTING).find_in("actors", text)) for text in firsts]
    phases = [vocabulary.phases(name.text)[0] for name in names]
    told = {*phases} - {"unclear"} if len({*phases} - {"unclear"}) > 1 else set()  # one may be there by chance
    signs = zip(names, phases, lived, strict=True)
    acting = sum(1 for name, phase, lives in signs if lives or phase in told or _acts(name, vocabulary))
    return acting * 3 >= len(names) and acting >= company


def _is_name(line: Line) -> bool:
    """Whether a line is short and in words; what a scroll bar shows ("14-46 %") names no stage."""
    worded = any(map(str.isalpha, line.text))
    return worded and short(line.text) and not line.item and not line.glued and "\n" not in line.text.strip()


def _counted(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Run]:
    """Lines that count through from the first to the last, where all that the sheet says below its title is theirs."""
    places = [n for n, line in enumerate(lines) if _is_name(line) and _NUMBERED.match(line.text)]
    found = [lines[places[place]] for place in counted(lines[n].text for n in places)]
    names = [bare(line.text) for line in found]
    if len(found) < max(_LEAST_COUNTED, len(places)) or not counts_on([line.text for line in found]):
        return []
    ahead = [line for line in lines if line.row < found[0].row]
    about = sum(1 for name in names if vocabulary.title_kinds(name) or _lane(name, vocabulary))
    run = Run(tuple(found), _end(lines, found), _COUNTED)
    alone = all(line.lone for line in ahead) and run.end > lines[-1].row
    if not alone or about * 2 >= len(names) or not _told(lines, run):
        return []
    called = any(m.field == "stage" for line in ahead for m in vocabulary.fields(line.text, "journey"))
    return [run] if called or _are_lived(lines, [run], vocabulary) else []


def _listed(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Run]:
    """Names with a sentence beside each, one below the other right under a heading that speaks of a journey."""
    for place, line in enumerate(lines):
        if not line.heading or not _heads_a_list(line, vocabulary):
            continue
        names = tuple(_names_below(line, lines[place + 1 :], vocabulary))
        run = Run(names, _end(lines, names) if names else 0, _LISTED)
        beside = [x for x in names if word_count(x.beside) >= _LEAST_TOLD]
        if len(names) >= _LEAST_LISTED and len(beside) * 4 >= len(names) * 3 and _tell_of_journey(names, vocabulary):
            yield run


def _heads_a_list(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a heading is the title of a journey, or calls what follows stages; "Pain points" heads those."""
    matches = vocabulary.fields(line.text, "journey")
    fields = {match.field for match in matches if not match.field.startswith("other")}
    return fields <= {"stage", "step"} and ("journey" in vocabulary.title_kinds(line.text) or bool(fields))


def _names_below(heading: Line, lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """The names right below a heading, each a row further or each behind an empty row; lanes behind them are none."""
    found = list(_in_step(heading, lines))
    while found and _ends(found[-1], vocabulary):
        found.pop()
    return found if sum(2 for line in found if _lane(line.text, vocabulary)) <= len(found) else []


def _in_step(heading: Line, lines: Sequence[Line]) -> Iterator[Line]:
    before, step = heading, _step(heading, lines)
    for place, line in enumerate(lines):
        gap = line.row - before.row
        wide = len(line.values) > 1 or (line.values and word_count(bare(line.text)) > _MOST_WORDS_LISTED)
        if gap > (step if place else _LOOSE) or wide or (step < _LOOSE and line.heading and not line.values):
            return
        if _is_name(line) and (gap == step or not place) and (line.values or (line.heading and step == _LOOSE)):
            yield line
        before = line


def _step(heading: Line, lines: Sequence[Line]) -> int:
    """How many rows the names stand apart; pairs right below each other may begin behind an empty row."""
    close = len(lines) > 1 and all(line.values for line in lines[:2]) and lines[1].row == lines[0].row + 1
    return 1 if close or not lines else min(lines[0].row - heading.row, _LOOSE)


def _ends(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line tells of the whole map and is none of its stages: a lane's name.

    "Guidance" or "Trust" with a deed beside it is a stage among others.
    """
    matches = vocabulary.fields(line.text, "journey")
    lanes = {m.field for m in matches if m.field not in {"stage", "step"} and not m.field.startswith("other")}
    stage = _acts(line, vocabulary) or vocabulary.phases(line.text) != ("unclear",)
    return bool(lanes & CORE) or (bool(lanes) and not stage)


def _acts(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether what stands beside a name begins with a customer or what one does."""
    return vocabulary.words(_ACTING).opening(line.beside)[1] in {"verbs", "actors"}


def _tell_of_journey(names: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether the names are all different and tell phases, or half of what stands beside them is a customer's deed."""
    texts = [line.text for line in names]
    acting = sum(1 for line in names if _acts(line, vocabulary))
    several = len({fold(text) for text in texts}) == len(texts)
    return several and (names_tell(texts, vocabulary) or acting * 2 >= len(names))


def _lane(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is surely a lane's and no stage's; "Decision" and "Engagement" are names of phases too."""
    matches = vocabulary.fields(text, "journey")
    lane = any(m.confidence >= _SURE and m.field != "stage" and not m.field.startswith("other") for m in matches)
    return lane and vocabulary.phases(text) == ("unclear",)


def _end(lines: Sequence[Line], names: Sequence[Line]) -> int:
    """The row behind what is told of the last stage: of the next heading that stands apart, or behind the sheet."""
    last, told = names[-1], bool(names[-1].values)
    close = len(names) > 1 and all(two.row == one.row + 1 for one, two in pairwise(names))
    before = last.row
    for line in lines:
        if line.row > last.row:
            if close and line.heading and not line.values:
                return line.row
            if told and line.row > before + 1 and (line.heading or (last.values and not line.item)):
                return line.row
            told, before = told or not line.heading, line.row
    return lines[-1].row + 1


def _told(lines: Sequence[Line], run: Run) -> bool:
    """Whether something stands beside most of the names, or below them."""
    ends = [*(line.row for line in run.names[1:]), run.end]
    rows = {line.row for line in lines}
    told = 0
    for name, end in zip(run.names, ends, strict=True):
        told += bool(name.values) or any(row in rows for row in range(name.row + 1, end))
    return told * 3 >= len(ends) * 2
