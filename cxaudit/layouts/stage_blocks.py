"""Stage blocks: a heading for each stage, below it labels with their values.

Stage 1: Becoming aware
Touchpoints | Newspaper, neighbour
Emotions    | Alarmed

Stage 2: Comparing tariffs
Touchpoints | Calculator
…
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile

from msgspec.structs import replace

from cxaudit.grid import Area, Grid
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, JourneyMap, Stage
from cxaudit.tables.around.listedfacts import add_listed_facts
from cxaudit.tables.around.titles import title_above, title_kinds
from cxaudit.tables.blocks import Block, Fact, blocks_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.facts import cells_of, telling_facts
from cxaudit.tables.labels import Label, lanes_of
from cxaudit.tables.lines import Line, lines_of
from cxaudit.tables.maps.abreast import joined_abreast
from cxaudit.tables.maps.besideblocks import Band, facts_beside, pair_bands
from cxaudit.tables.maps.blocktables import steps_below
from cxaudit.tables.maps.customers import surely_named, tells_of_customers
from cxaudit.tables.maps.mapparts import fields_of, lane_metrics, lanes_known, telling_share, with_phases
from cxaudit.tables.maps.namesbelow import named_below
from cxaudit.tables.maps.stageheadings import (
    count_other_things,
    named_in_pairs,
    says_stage,
    shown_name,
    stage_headings,
    stage_name,
)
from cxaudit.tables.personas.personaparts import count_personas
from cxaudit.tables.sectionlabels import UNDER_HEADING
from cxaudit.tables.told.definedbeside import defined_beside
from cxaudit.tables.told.valuetold import told_by_values
from cxaudit.tables.wholesheet import claim_to_sheet, is_large_table
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold
from cxaudit.words.series import counts_on, parts

NAME = "stage-blocks"
_COUNTED, _NAMELESS = 0.75, 0.5
_HEADS = frozenset({"stage", "step"})
_LEAST_LISTED = 3
_IN_LARGE = 0.97


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The journey map of a sheet, or of each of its column bands, that is written as blocks under stage headings.

    A large table that another layout surely takes in, all but the titles, is not looked through for headings.
    """
    sure = _IN_LARGE if is_large_table(grid) else 1.0
    return claim_to_sheet(grid, "journey", partial(_tables, grid, vocabulary), 1, sure)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    all_bands = pair_bands(grid)
    read_in = [tuple(_of_band(grid, all_bands[n:], vocabulary)) for n in range(len(all_bands))]
    return joined_abreast(read_in, vocabulary)


def _of_band(grid: Grid, all_bands: Sequence[Band], vocabulary: Vocabulary) -> Iterator[Table]:
    """The maps of the first of the bands; those behind it without headings tell more of its stages."""
    lines = lines_of(grid, all_bands[0])
    headings = named_below(lines, stage_headings(lines, vocabulary), vocabulary)
    if not headings:
        headings = named_in_pairs(lines, vocabulary)
        if not headings:
            return
        named = {line.row: line for line in headings}
        lines = tuple(named.get(line.row, line) for line in lines)
    further = list(takewhile(lambda band: not stage_headings(lines_of(grid, band), vocabulary), all_bands[1:]))
    for part, some in _maps(headings, lines):
        table = _read_band(grid, some, part, further, vocabulary)
        if table:
            yield table


def _maps(headings: Sequence[Line], lines: Sequence[Line]) -> Iterator[tuple[Sequence[Line], Sequence[Line]]]:
    """The headings of each map with the lines up to the next map: stages that are counted from one again begin one."""
    maps = [[headings[n] for n in places] for places in parts([line.text for line in headings]) if places]
    ends = [part[0].row for part in maps[1:]]
    for place, part in enumerate(maps):
        yield part, [line for line in lines if place == len(ends) or line.row < ends[place]]


def _read_band(
    grid: Grid, lines: Sequence[Line], headings: Sequence[Line], further: Sequence[Band], vocabulary: Vocabulary
) -> Table | None:
    if count_personas([line.text for line in headings], vocabulary):
        return None
    rows = {line.row for line in headings}
    taken = [line for line in lines if line.row >= headings[0].row]
    blocks = blocks_of(grid, taken, vocabulary, "journey", lambda line: line.row in rows)[1:]
    for block in blocks:
        add_listed_facts(grid, block, vocabulary, "journey")
    _cut_tail(blocks)
    _cut_heads_of_groups(blocks)
    facts = list(telling_facts(blocks))
    fields = {field for fact in facts for field in fact.label.fields}
    worded = all(says_stage(line.text, vocabulary) for line in headings) and not _alike(blocks)
    in_blocks = _mostly_pairs(blocks) or (_all_have_lanes(blocks, worded) and not _hold_maps(blocks))
    if sum(lanes_known(fields)) < 2 or len(blocks) < 2 or not in_blocks or _hold_lists(blocks, vocabulary):
        return None
    kinds = title_kinds(grid, vocabulary)
    names = [stage_name(line.text, vocabulary) for line in headings]
    if not tells_of_customers(surely_named(fact.label for fact in facts), names, kinds, vocabulary):
        return None
    if count_other_things(headings, "journey" in kinds, vocabulary):
        return None
    facts_beside(grid, blocks, further, vocabulary)
    return _table(grid, blocks, vocabulary)


def _mostly_pairs(blocks: Sequence[Block]) -> bool:
    """Whether rows hold a label and one value; rows with several values are another layout's."""
    pairs = [line for block in blocks for line in block.lines if line.values]
    return bool(pairs) and sum(1 for line in pairs if len(line.values) > 1) * 2 < len(pairs)


def _all_have_lanes(blocks: Sequence[Block], worded: bool) -> bool:
    """Whether every stage has lanes of its own, of which several columns tell (one for each persona, say).

    Lanes that head the columns of a small table count under headings that call themselves stages, unless all
    tables are alike, which another layout reads.
    """
    told = ([f for f in block.facts if f.label.telling and f.label.row != 0] for block in blocks)
    return all(len({_line_of(fact, worded) for fact in facts}) >= 2 for facts in told)


def _alike(blocks: Sequence[Block]) -> bool:
    return len({frozenset(fold(fact.label.text) for fact in block.facts) for block in blocks}) == 1


def _line_of(fact: Fact, by_column: bool) -> tuple[int, int, str]:
    """Where the label of a fact stands: its row, and which of the lines that its own cell lists."""
    label = fact.label
    listed = fact.cells == ((label.row, label.column),)
    return label.row, label.column if by_column else 0, label.text if listed else ""


def _hold_maps(blocks: Sequence[Block]) -> bool:
    """Whether a row of stages or steps stands below several headings: each of them is then the title of a map."""
    heads = [any(len(f.cells) > 1 and f.label.field in _HEADS for f in block.facts) for block in blocks]
    return sum(heads) > 1


def _hold_lists(blocks: Sequence[Block], vocabulary: Vocabulary) -> bool:
    """Whether headings that speak of a journey each mostly hold a list of stages: they too are titles of maps."""
    titles = all(x.heading and "journey" in vocabulary.title_kinds(x.heading.text) for x in blocks)
    return titles and sum(2 for x in blocks if sum(map(_under_steps, x.facts)) >= _LEAST_LISTED) > len(blocks)


def _under_steps(fact: Fact) -> bool:
    """Whether a label is one of those listed below a label for stages or steps."""
    return fact.label.sureness == UNDER_HEADING and fact.label.field in _HEADS


def _cut_tail(blocks: list[Block]) -> None:
    """What follows the last stage under headings that no other stage has is not part of it.

    A heading of its own between those that the stages share ("Current state") is. Where all others hold pairs only,
    a heading that stands apart ends the last one, whatever its word ("Risks").
    """
    if len(blocks) < 2:
        return
    plain = not any(line.lone for block in blocks[:-1] for line in block.lines)
    usual = {_kind_of(line) for block in blocks[:-1] for line in block.lines if line.heading}
    last = blocks[-1]
    headings = [line for line in last.lines if line.heading]
    shared = max((line.row for line in headings if _kind_of(line) in usual), default=0)
    started, before = False, last.heading.row if last.heading else 0
    for line in last.lines:
        apart = plain and line.row > before + 1
        known = not apart and any(fact.label.row == line.row for fact in last.facts)
        if started and line.heading and line.row > shared and _kind_of(line) not in usual and not known:
            last.lines = [x for x in last.lines if x.row < line.row]
            last.facts = [f for f in last.facts if f.label.row < line.row]
            return
        started = started or any(fact.label.row <= line.row and fact.label.telling for fact in last.facts)
        before = line.row


def _cut_heads_of_groups(blocks: Sequence[Block]) -> None:
    """A heading right above that of a stage groups the stages from there on; it is no label of the stage before.

    A label that other stages have too was only left empty.
    """
    times = Counter(_kind_of(line) for block in blocks for line in block.lines)
    for block in blocks[:-1]:
        last = block.lines[-1] if block.lines else None
        if last and last.heading and times[_kind_of(last)] == 1:
            block.facts = [fact for fact in block.facts if fact.label.row != last.row]


def _kind_of(line: Line) -> str:
    """A heading without what it says behind a colon: "Emotional state: hopeful" and "Emotional state: torn" are one."""
    opening, sign, _ = line.text.replace("：", ":").partition(":")
    return fold(bare(opening if sign else line.text))


def _told(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> None:
    """Gives labels the lane that their words or, over all blocks, their values speak of."""
    facts = [fact for block in blocks for fact in block.facts if fact.label.row]
    labels = {fold(fact.label.text): fact.label for fact in reversed(facts)}
    values = [[grid.text(*cell) for f in facts if fold(f.label.text) == text for cell in f.cells] for text in labels]
    known = tuple(labels.values())
    found = told_by_values(known, values, vocabulary)
    often = Counter(fold(fact.label.text) for fact in facts)
    if labels and often[next(iter(labels))] == len(blocks):
        found = defined_beside(found, found[0], values[0], vocabulary)
    told = dict(zip(labels, zip(known, found, strict=True), strict=True))
    for block in blocks:
        block.facts = [_with_matches(fact, told) for fact in block.facts]


def _with_matches(fact: Fact, told: Mapping[str, tuple[Label, Label]]) -> Fact:
    """The fact with what its label was told to stand for, if it stood for nothing, or surely for what all did."""
    before, after = told.get(fold(fact.label.text), (fact.label, fact.label))
    doubted = any(match.match == "fuzzy" for match in fact.label.matches)
    if fact.label.matches not in ((), before.matches) or not after.matches or doubted:
        return fact
    return replace(fact, label=replace(fact.label, matches=after.matches))


def _table(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> Table:
    _told(grid, blocks, vocabulary)
    stages = with_phases([_stage(grid, block, vocabulary) for block in blocks], vocabulary)
    labels = [fact.label for block in blocks for fact in block.facts]
    shown = _each_once(labels)
    known = [label for label in labels if label.matches]
    named = sum(1 for stage in stages if stage.phases != ("unclear",))
    lanes = lanes_of(grid, shown)
    first = blocks[0].heading or blocks[0].lines[0]
    kinds = title_kinds(grid, vocabulary)
    share = len(known) / max(1, len(labels))
    sure = named * 2 >= len(stages) or "journey" in kinds
    in_doubt = _COUNTED if counts_on([stage.name.text for stage in stages]) else _NAMELESS
    confidence = telling_share(known) * (0.6 + 0.4 * share) * (1.0 if sure else in_doubt)
    region = Area(
        first.row,
        min(line.column for block in blocks for line in (block.heading or first, *block.lines)),
        blocks[-1].last_row,
        _last_column(blocks),
    )
    journey = JourneyMap(title_above(grid, first.row, True), stages[0].name.place, stages, lanes)
    return Table(
        kind="journey",
        layout=NAME,
        region=region,
        confidence=round(confidence, 3),
        explained=len(blocks) + sum(1 + len(f.cells) for b in blocks for f in b.facts if f.label.matches),
        lanes=lanes,
        maps=(journey,),
        metrics=lane_metrics(stages, vocabulary),
    )


def _stage(grid: Grid, block: Block, vocabulary: Vocabulary) -> Stage:
    heading = block.heading or block.lines[0]
    name = Entry(shown_name(heading.text, vocabulary), place_of(grid, heading.row, heading.column))
    facts = [fact for fact in block.facts if fact.label.matches]
    whole, steps = steps_below(grid, facts, vocabulary)
    return Stage(name, fields=fields_of(grid, cells_of(whole), vocabulary), steps=steps)


def _each_once(labels: Sequence[Label]) -> list[Label]:
    return list(
        {(label.text.split("\n", 1)[0].casefold(), label.fields): label for label in reversed(labels)}.values()
    )[::-1]


def _last_column(blocks: Sequence[Block]) -> int:
    lines = [line for block in blocks for line in block.lines]
    beside = (column for block in blocks for fact in block.facts for _, column in fact.cells)
    return max(*(column for line in lines for column in (line.column, *line.values)), *beside)
