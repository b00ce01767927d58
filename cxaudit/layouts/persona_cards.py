"""Persona cards: labels with one value each, a card or several on a sheet, below or beside each other.

Persona 1          |           |   | Persona 2 |
Name               | Max       |   | Name      | Fiona
Age                | 26        |   | Age       | 39
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Table
from cxaudit.model import Entry, Persona, Place
from cxaudit.tables.blocks import Block, Fact, Line, bands, blocks_of, cells_of, lines_of
from cxaudit.tables.cells import place_of
from cxaudit.tables.customers import surely_named
from cxaudit.tables.labels import lanes_of
from cxaudit.tables.mapparts import fields_of, telling_share
from cxaudit.tables.personaparts import clean_name, name_stages, numbered_persona, persona_heading, persona_weight
from cxaudit.tables.titles import title_above, title_kinds
from cxaudit.tables.unknownlabels import told_by_likeness
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

NAME = "key-value"
_SURE = 0.85
_NAME_WITHIN = 3
_SAME_LABELS = 3
_LEAST_FACTS = 2
_FOR_ALL = ("evidence", "last_updated", "segment")


class _Card(Struct, frozen=True):
    """The facts of one persona and where its name stands."""

    name: Entry
    facts: tuple[Fact, ...]
    area: Area


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    """The persona cards of a sheet as one table."""
    kinds = title_kinds(grid, vocabulary)
    stretches = [lines_of(grid, band) for band in bands(grid)]
    repeated = _by_repetition(stretches, vocabulary)
    found = [card for lines in stretches for card in _cards(grid, lines, vocabulary, "persona" in kinds, repeated)]
    cards = sorted(_one_person(found), key=lambda card: card.area)
    texts = [fact.label.text for card in cards for fact in card.facts]
    if cards and _speaks_of_people(cards, kinds) and not name_stages(texts, vocabulary):
        yield _table(grid, cards, vocabulary)


def _cards(
    grid: Grid, lines: Sequence[Line], vocabulary: Vocabulary, titled: bool, repeated: frozenset[tuple[int, int]]
) -> list[_Card]:
    pairs = [line for line in lines if line.values]
    if (not pairs and not titled) or _mostly_rows(pairs, lines):
        return []
    starts = _starts(lines, vocabulary) or {line.row for line in lines if (line.row, line.column) in repeated}
    blocks = blocks_of(grid, lines, vocabulary, "persona", lambda line: line.row in starts)
    before, cards = blocks[0], blocks[1:]
    shared = tuple(f for f in before.facts if f.label.field.split(".")[0] in _FOR_ALL)
    if not cards:
        cards, shared = [before], ()
    return [_card(grid, card, shared, vocabulary) for card in cards if _has_content(card)]


def _mostly_rows(pairs: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether rows with several values make up the sheet: they are another layout's."""
    wide = sum(1 for line in pairs if len(line.values) > 1)
    return wide * 2 > len(pairs) and wide * 3 > len(lines)


def _has_content(block: Block) -> bool:
    return any(fact.label.telling and fact.cells for fact in block.facts)


def _starts(lines: Sequence[Line], vocabulary: Vocabulary) -> set[int]:
    """The rows that begin a card: a heading that names a persona, else each label "Name"."""
    counted = [
        x for x in lines if x.lone and (persona_heading(x.text, vocabulary) or numbered_persona(x.text, vocabulary))
    ]
    if counted and not (len(counted) == 1 and counted[0] is lines[0]):
        return {line.row for line in counted}
    named = [
        x
        for x in lines
        if x.values and any(m.field == "name" and m.confidence >= 0.9 for m in vocabulary.fields(x.text, "persona"))
    ]
    if len(named) > 1:
        return {_with_heading(lines, line) for line in named}
    return {line.row for line in counted}


def _with_heading(lines: Sequence[Line], line: Line) -> int:
    """The row of the heading right above a name, else the name's own row less one, so that the name is a fact."""
    index = lines.index(line)
    above = lines[index - 1] if index else None
    return above.row if above and above.heading else line.row - 1


def _by_repetition(stretches: Sequence[Sequence[Line]], vocabulary: Vocabulary) -> frozenset[tuple[int, int]]:
    """Where the headings stand that are each followed by the same label: they are the personas' names."""
    following: dict[str, list[tuple[int, int]]] = {}
    for lines in stretches:
        for index, line in enumerate(lines[:-1]):
            after = next((x for x in lines[index + 1 : index + 3] if x.values or x.heading), None)
            after = after if after and after.values else None
            known = after and any(m.confidence >= _SURE for m in vocabulary.fields(after.text, "persona"))
            if after and known and line.heading and not vocabulary.fields(line.text, "persona"):
                following.setdefault(after.text.casefold(), []).append((line.row, line.column))
    best = max(following.values(), key=len, default=[])
    return frozenset(best if len(best) > 1 else _by_same_labels(stretches))


def _by_same_labels(stretches: Sequence[Sequence[Line]]) -> list[tuple[int, int]]:
    """Where the headings stand that are followed by much the same labels, whichever of them comes first."""
    runs: list[tuple[tuple[int, int], frozenset[str]]] = []
    for lines in stretches:
        starts = [index for index, line in enumerate(lines) if line.heading]
        for start, end in pairwise((*starts, len(lines))):
            labels = frozenset(line.text.casefold() for line in lines[start + 1 : end] if line.values)
            runs.append(((lines[start].row, lines[start].column), labels))
    alike = [
        place
        for place, labels in runs
        if any(place != other and len(labels & theirs) >= _SAME_LABELS for other, theirs in runs)
    ]
    return alike if len(alike) > 1 else []


def _card(grid: Grid, block: Block, shared: tuple[Fact, ...], vocabulary: Vocabulary) -> _Card:
    own = told_by_likeness((fact.label for fact in block.facts), vocabulary, "persona")
    facts = (*(replace(fact, label=label) for fact, label in zip(block.facts, own, strict=True)), *shared)
    rows = [line.row for line in block.lines]
    columns = [c for line in block.lines for c in (line.column, *line.values)]
    top = block.heading.row if block.heading else rows[0]
    area = Area(min(top, rows[0]), min(columns), rows[-1], max(columns))
    return _Card(_name(grid, block, vocabulary), facts, area)


def _name(grid: Grid, block: Block, vocabulary: Vocabulary) -> Entry:
    for fact in block.facts:
        if fact.label.field == "name" and fact.cells and fact.label.sureness >= 0.9:
            row, column = fact.cells[0]
            text = grid.text(row, column)
            return Entry(text, place_of(grid, row, column), fact.label.text, vocabulary.placeholder(text))
    heading = block.heading
    if heading:
        text = persona_heading(heading.text, vocabulary) or clean_name(bare(heading.text))
        return Entry(text, place_of(grid, heading.row, heading.column))
    named = next((line for line in block.text if line.heading and not vocabulary.title_kinds(line.text)), None)
    if named and named.row <= block.lines[0].row + _NAME_WITHIN:
        return Entry(clean_name(named.text), place_of(grid, named.row, named.column))
    title = title_above(grid, block.lines[0].row if block.lines else 1, True)
    told = next(
        (t for t in (title.text, *(line.text for line in block.text[:2])) if persona_heading(t, vocabulary)), ""
    )
    return Entry(persona_heading(told, vocabulary) or title.text, title.place)


def _one_person(cards: list[_Card]) -> list[_Card]:
    """Cards side by side of which only one is named tell of one persona."""
    named = [card for card in cards if any(f.label.field == "name" for f in card.facts)]
    beside = len({card.area.left for card in cards}) > 1
    if not (beside and len(named) == 1 and len(cards) > 1):
        return cards
    areas = [card.area for card in cards]
    area = Area(
        min(a.top for a in areas), min(a.left for a in areas), max(a.bottom for a in areas), max(a.right for a in areas)
    )
    ordered = [named[0], *(card for card in cards if card is not named[0])]
    return [_Card(named[0].name, tuple(f for card in ordered for f in card.facts), area)]


def _speaks_of_people(cards: Sequence[_Card], kinds: tuple[str, ...]) -> bool:
    named = "persona" in kinds
    labels = [fact.label for card in cards for fact in card.facts if fact.cells]
    fields = (field for label in labels for field in label.fields) if named else surely_named(labels)
    personal, shared = persona_weight(fields)
    several = len(cards) > 1 or len({label.text for label in labels if label.telling}) >= _LEAST_FACTS
    return shared >= 1 and personal >= 1 and several if named else personal >= 3 and shared >= 4


def _table(grid: Grid, cards: Sequence[_Card], vocabulary: Vocabulary) -> Table:
    areas = [card.area for card in cards]
    region = Area(
        min(a.top for a in areas), min(a.left for a in areas), max(a.bottom for a in areas), max(a.right for a in areas)
    )
    place = Place(grid.workbook, grid.sheet, area_address(region))
    labels = [fact.label for card in cards for fact in card.facts]
    once = {(x.text.casefold(), x.fields): x for x in reversed(labels)}
    lanes = lanes_of(grid, list(once.values())[::-1])
    known = [label for label in labels if label.matches]
    share = len(known) / max(1, len(labels))
    return Table(
        kind="persona",
        layout=NAME,
        region=region,
        confidence=round(telling_share(known) * (0.7 + 0.3 * share), 3),
        explained=sum(1 + len(f.cells) for card in cards for f in card.facts if f.label.matches),
        lanes=lanes,
        personas=tuple(_persona(grid, card, place, vocabulary) for card in cards),
    )


def _persona(grid: Grid, card: _Card, table: Place, vocabulary: Vocabulary) -> Persona:
    known = [fact for fact in card.facts if fact.label.matches]
    own = [fact.label for fact in card.facts]
    return Persona(card.name, table, fields_of(grid, cells_of(known), vocabulary), lanes_of(grid, own))
