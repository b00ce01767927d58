"""An outline: stages named in order, one a line, with text instead of labelled lanes.

    Journey
    1. Acquisition     | Entry points: website, partner …
    2. Import          | The host pastes a link …
    3. Repeat usage    | …

A narrative that counts its steps, told from the customer's side, is one too ("1. Search | The guest enters …"),
and so are counted headings over what the customer says ("Step 1: Search" over "I look for …") and lists of lists.
It counts only on a sheet whose title speaks of a journey, and only where no fuller layout reads a map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import pairwise

from cxaudit.addresses import address
from cxaudit.grid import Area, Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import LOOKING, PHASES, Entry, JourneyMap, Place, Stage
from cxaudit.pattern import pattern
from cxaudit.tables.around.ownjourney import is_titled_journey
from cxaudit.tables.around.titles import own_kinds, title_above, title_kinds
from cxaudit.tables.cells import place_of
from cxaudit.tables.labels import filled
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.lists.plans import heads_a_plan
from cxaudit.tables.maps.mapparts import with_phases
from cxaudit.tables.maps.nestedlists import nested_names
from cxaudit.tables.maps.stageheadings import says_stage, shown_name
from cxaudit.tables.told.figurecolumns import is_figure, says_anything
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, is_machine_name, word_count
from cxaudit.words.series import counted, counts_on

NAME = "outline"
CONFIDENCE = 0.5
_SURE = 0.9
_LONGEST, _MOST_WORDS, _MOST_LINES = 70, 5, 200
_LEAST_NARRATED, _LEAST_TOLD, _FIRST_WORDS = 4, 5, 8
_LEAST_COUNTED, _LEAST_PHASES = 3, 3
_SPOKEN = pattern(r"""^\s*["“„«»‚「『]""")
_NUMBER = pattern(r"^\W*(\d{1,2})[.)]\s")
_BULLET = pattern(r"^[\s\-–—•*]+")


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The stages that the lines of a sheet name, as a map without lanes."""
    if "journey" not in title_kinds(grid, vocabulary):
        return ()
    return claim_to_sheet(grid, "journey", partial(_tables, grid, vocabulary), 1, CONFIDENCE)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    for band in bands(grid):
        every = lines_of(grid, band)
        lines = [line for line in every if _name(line) and not _in_figures(grid, line)][:_MOST_LINES]
        listed = nested_names(every) if is_titled_journey(grid, vocabulary) else []
        run = listed or _counted_stages(every, vocabulary) or max(_runs(lines, vocabulary), key=len, default=[])
        if len(run) >= 3 and not _planned(grid, run, vocabulary):
            yield _table(grid, run, vocabulary)


def _planned(grid: Grid, run: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether the lines are the rows of a plan, as the headings right above the first of them say."""
    above = run[0].row - 1
    heads = [grid.text(above, column) for column in filled(grid, above)]
    return heads_a_plan(heads, (), vocabulary) and "journey" not in own_kinds(grid, vocabulary)


def _in_figures(grid: Grid, line: Line) -> bool:
    """Whether all that is told beside a name are figures, as in a funnel: there it names no stage of a journey."""
    beside = [text for text in (grid.text(line.row, column) for column in line.values) if says_anything(text)]
    return bool(beside) and all(is_figure(text) for text in beside)


def _name(line: Line) -> str:
    """The stage's name that a line may hold: a short label or heading, or the first line of a text."""
    first = _BULLET.sub("", line.text.strip().split("\n", 1)[0]).strip().rstrip(":：")
    if is_machine_name(first):
        return ""
    return first if 0 < len(first) <= _LONGEST and word_count(bare(first)) <= _MOST_WORDS else ""


def _runs(lines: Sequence[Line], vocabulary: Vocabulary) -> list[list[Line]]:
    """Stretches of lines whose names tell different phases; a counted line that tells none may stand among them."""
    headings = [line for line in lines if line.heading]
    pairs = [line for line in lines if line.values or "\n" in line.text]
    found = [(kind, run) for kind in (headings, pairs) for run in _stretches(kind, vocabulary)]
    found += [(pairs, run) for run in _stretches(pairs, vocabulary, unbroken=True)]
    told = [_from_the_first(run, kind) for kind, run in found]
    return [*told, _narrated(pairs, vocabulary)]


def _from_the_first(run: list[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines of a run with those before it that count up to it: "1. Lead", where it begins at "2. Quotation"."""
    first = lines.index(run[0])
    series = [lines[place] for place in counted(line.text for line in lines[: first + len(run)])]
    return [*series[: series.index(run[0])], *run] if run[0] in series else run


def _narrated(pairs: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Lines that count through from one, each with sentences beside it, most of which begin with the customer."""
    run = [pairs[place] for place in counted(line.text for line in pairs)]
    told = sum(1 for line in run if _tells_of_customer(line.beside, vocabulary))
    text = all(word_count(line.beside) >= _LEAST_TOLD for line in run)
    onward = all(two.row == one.row + 1 for one, two in pairwise(run))
    return run if len(run) >= _LEAST_NARRATED and text and onward and told * 2 >= len(run) else []


def _counted_stages(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings that count through, if half tell phases or the customer speaks below most.

    What is counted within them ("2.1 …") is none. Headings that do not call themselves stages may count chapters
    too, so text must stand below each of them, and the first must tell of the time before the purchase.
    """
    headings = [n for n, line in enumerate(lines) if line.heading]
    run = [n for n in headings if says_stage(lines[n].text, vocabulary)]
    if not run:
        run = [headings[place] for place in counted(lines[n].text for n in headings)]
        if not run or not _are_told(lines, run) or not _begin_before(lines[run[0]].text, vocabulary):
            return []
    texts = [lines[n].text for n in run]
    if len(run) < _LEAST_COUNTED or not counts_on(texts):
        return []
    phases = [phase for text in texts for phase in vocabulary.phases(text)[:1] if phase != "unclear"]
    below = [lines[n + 1].text for n in run if n + 1 < len(lines) and lines[n + 1].lone and n + 1 not in run]
    told = sum(1 for text in below if _SPOKEN.match(text) or _tells_of_customer(text, vocabulary))
    tells = len(phases) * 2 >= len(run) and len(set(phases)) >= _LEAST_PHASES
    return [lines[n] for n in run] if tells or told * 3 >= len(run) * 2 else []


def _are_told(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a sentence stands below each heading."""
    below = [lines[n + 1] for n in run if n + 1 < len(lines)]
    return len(below) == len(run) and all(x.lone and word_count(x.text) >= _LEAST_TOLD for x in below)


def _begin_before(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name tells of the time before the purchase, and that all by itself."""
    return not _is_lane(name, vocabulary) and vocabulary.phases(name)[0] in LOOKING


def _tells_of_customer(text: str, vocabulary: Vocabulary) -> bool:
    """Whether the first words of a sentence name the customer and nobody else: "The guest enters", "If she calls"."""
    words = " ".join(text.split()[:_FIRST_WORDS])
    customer = vocabulary.words("viewpoint-customer").find_in("actors", words)
    return bool(customer) and not vocabulary.words("viewpoint-company").find_in("actors", words)


def _stretches(lines: Sequence[Line], vocabulary: Vocabulary, unbroken: bool = False) -> list[list[Line]]:
    """Lines whose names tell phases; in a list without gaps (`unbroken`) those between that tell none go with them."""
    found: list[list[Line]] = [[]]
    told: list[tuple[str, ...]] = [()]
    for line in lines:
        phases = vocabulary.phases(_name(line), told[-1])
        begun = len(found[-1]) >= 2
        clear = phases != ("unclear",) and ((begun and not unbroken) or not _is_lane(_name(line), vocabulary))
        if clear or (found[-1] and (_numbered(line) or (unbroken and _goes_on(found[-1][-1], line, vocabulary)))):
            found[-1].append(line)
            told[-1] += phases if clear else ()
        elif found[-1] and (line.values or "\n" in line.text):
            found.append([])
            told.append(())
    return [run for run, phases in zip(found, told, strict=True) if _tells_a_journey(run, phases)]


def _goes_on(before: Line, line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line stands right below another and may name a stage as that does."""
    return (
        line.row == before.row + 1 and len(line.values) == len(before.values) and not _is_lane(_name(line), vocabulary)
    )


def _is_lane(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is surely that of a lane; among stages "Intent" and "Experience" are stages too."""
    matches = vocabulary.fields(name, "journey")
    return any(m.confidence >= _SURE and not m.field.startswith("other") for m in matches)


def _tells_a_journey(run: Sequence[Line], phases: tuple[str, ...]) -> bool:
    """Different names, most of them phases, and those in the order of a journey; a list that begins anew is none."""
    numbers = [int(found.group(1)) for line in run if (found := _NUMBER.match(line.text))]
    names = {_name(line).casefold() for line in run}
    order = [PHASES.index(phase) for phase in phases]
    onward = sum(1 for one, two in pairwise(order) if two >= one)
    several = len(set(phases)) >= 3 or (len(run) >= 4 and len(set(phases)) >= 2)
    begins = bool(order) and order[0] <= PHASES.index("onboarding")
    return (
        several
        and begins
        and numbers == sorted(set(numbers))
        and len(names) == len(run)
        and len(phases) * 5 >= len(run) * 3
        and onward * 4 >= (len(order) - 1) * 3
    )


def _numbered(line: Line) -> bool:
    return bool(_NUMBER.match(line.text))


def _table(grid: Grid, run: Sequence[Line], vocabulary: Vocabulary) -> Table:
    ends = [*(line.row for line in run[1:]), 0]
    told = [_stage(grid, line, until, vocabulary) for line, until in zip(run, ends, strict=True)]
    stages = with_phases(told, vocabulary)
    said = [cell for line, until in zip(run, ends, strict=True) for cell in _said(grid, line, until)]
    columns = [*(line.column for line in run), *(column for _, column in said)]
    last = max([run[-1].row, *(row for row, _ in said)])
    region = Area(run[0].row, min(columns), last, max(columns))
    header = Place(grid.workbook, grid.sheet, address(run[0].row, run[0].column))
    return Table(
        kind="journey",
        layout="other",
        region=region,
        confidence=CONFIDENCE,
        explained=sum(1 + len(line.values) for line in run),
        maps=(JourneyMap(title_above(grid, run[0].row, True), header, stages),),
    )


def _said(grid: Grid, line: Line, until: int = 0) -> list[tuple[int, int]]:
    """The cells that tell of a stage: those beside its name, and below its heading all up to the next, or the text."""
    beside = [(line.row, column) for column in line.values]
    if line.item and "\n" not in line.text.strip():
        until = until or line.row + 2
    elif beside or not line.heading:
        return beside
    if not until:
        below = (line.row + 1, line.column)
        return [below] if word_count(grid.text(*below)) >= _LEAST_TOLD else []
    return [(row, column) for row in range(line.row + 1, until) for column in filled(grid, row)]


def _stage(grid: Grid, line: Line, until: int, vocabulary: Vocabulary) -> Stage:
    name = Entry(shown_name(_name(line) or line.text, vocabulary), place_of(grid, line.row, line.column))
    texts = [Entry(grid.text(*cell), place_of(grid, *cell), name.text) for cell in _said(grid, line, until)]
    return Stage(name, fields={"other": tuple(texts)} if texts else {})
