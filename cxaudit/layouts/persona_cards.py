"""Persona cards: labels with one value each, a card or several on a sheet, below or beside each other.

Persona 1          |           |   | Persona 2 |
Name               | Max       |   | Name      | Fiona
Age                | 26        |   | Age       | 39
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from cxaudit.grid import Area, Grid, area_address
from cxaudit.layout import Claim, Table
from cxaudit.model import Entry, Persona, Place
from cxaudit.tables.around.listedfacts import add_listed_facts
from cxaudit.tables.around.titles import title_kinds
from cxaudit.tables.blocks import Block, Fact, blocks_of
from cxaudit.tables.facts import cells_of
from cxaudit.tables.labels import lanes_of
from cxaudit.tables.lines import Line, bands, lines_of
from cxaudit.tables.maps.customers import surely_named
from cxaudit.tables.maps.mapparts import fields_of, telling_share
from cxaudit.tables.personas.cardends import without_what_follows
from cxaudit.tables.personas.cardnames import name_of, numbered, told_names, with_told_name
from cxaudit.tables.personas.cardstarts import by_repetition, parted, starts_of
from cxaudit.tables.personas.personaparts import name_stages, persona_weight, speaks_of_personas, tells_of_somebody
from cxaudit.tables.told.preferencestold import told_by_preference
from cxaudit.tables.told.quotations import told_by_quotations
from cxaudit.tables.told.statustold import told_by_state
from cxaudit.tables.told.unknownlabels import told_by_likeness
from cxaudit.tables.wholesheet import claim_to_sheet
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.series import counted

NAME = "key-value"
_LEAST_FACTS, _LEAST_KNOWN, _LEAST_TELLING = 2, 0.25, 0.34
_FOR_ALL = ("evidence", "last_updated", "segment")


_Held = tuple[Block, tuple[Fact, ...]]


class _Card(Struct, frozen=True):
    """The facts of one persona and where its name stands."""

    name: Entry
    facts: tuple[Fact, ...]
    area: Area


def read(grid: Grid, vocabulary: Vocabulary) -> Iterable[Claim]:
    """The persona cards of a sheet as one table."""
    return claim_to_sheet(grid, "persona", partial(_tables, grid, vocabulary), 1)


def _tables(grid: Grid, vocabulary: Vocabulary) -> Iterable[Table]:
    kinds = title_kinds(grid, vocabulary)
    titled = speaks_of_personas(grid, kinds, vocabulary)
    stretches = [lines_of(grid, part) for band in bands(grid) for part in parted(grid, band)]
    repeated = by_repetition(stretches, vocabulary)
    found = [held for lines in stretches for held in _blocks(grid, lines, vocabulary, titled, repeated)]
    cards = sorted(_one_person(_cards(grid, found, vocabulary)), key=lambda card: card.area)
    texts = [fact.label.text for card in cards for fact in card.facts]
    series = [texts[place] for place in counted(texts)] if "journey" in kinds else []
    stages = name_stages(texts, vocabulary) or name_stages(series, vocabulary)
    if cards and _speaks_of_people(cards, titled, vocabulary) and not stages:
        yield _table(grid, cards, vocabulary)


def _blocks(
    grid: Grid, lines: Sequence[Line], vocabulary: Vocabulary, titled: bool, repeated: frozenset[tuple[int, int]]
) -> list[_Held]:
    """The cards of a band, each with what stands above all of them."""
    pairs = [line for line in lines if line.values]
    if (not pairs and not titled) or _mostly_rows(pairs, lines):
        return []
    starts = starts_of(lines, vocabulary, repeated)
    blocks = blocks_of(grid, lines, vocabulary, "persona", lambda line: line.row in starts.headings, starts.facts)
    for block in blocks:
        add_listed_facts(grid, block, vocabulary, "persona")
    before, cards = blocks[0], without_what_follows(blocks[1:])
    shared = tuple(f for f in before.facts if f.label.field.split(".")[0] in _FOR_ALL)
    if not cards:
        cards, shared = [before], ()
    return [(card, shared) for card in cards if _has_content(card)]


def _cards(grid: Grid, held: Sequence[_Held], vocabulary: Vocabulary) -> list[_Card]:
    told = told_names(grid, [block for block, _ in held], vocabulary)
    blocks = [with_told_name(grid, block, told) for block, _ in held]
    names = numbered([name_of(grid, block, vocabulary) for block in blocks])
    facts = [(*_likened(grid, block, vocabulary), *shared) for block, (_, shared) in zip(blocks, held, strict=True)]
    return [_card(name, block, told) for name, block, told in zip(names, blocks, facts, strict=True)]


def _likened(grid: Grid, block: Block, vocabulary: Vocabulary) -> tuple[Fact, ...]:
    """The facts of a card; a label that no list has gets the field that its value or its words speak for."""
    facts = told_by_quotations(grid, block.facts)
    likened = told_by_likeness((fact.label for fact in facts), vocabulary, "persona")
    labels = told_by_preference(likened, vocabulary)
    return tuple(
        replace(fact, label=told_by_state(label, (grid.text(*cell) for cell in fact.cells), vocabulary))
        for fact, label in zip(facts, labels, strict=True)
    )


def _mostly_rows(pairs: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether rows with several values make up the sheet: they are another layout's."""
    wide = sum(1 for line in pairs if len(line.values) > 1)
    return wide * 2 > len(pairs) and wide * 3 > len(lines)


def _has_content(block: Block) -> bool:
    return any(fact.label.telling and fact.cells for fact in block.facts)


def _card(name: Entry, block: Block, facts: tuple[Fact, ...]) -> _Card:
    rows = [line.row for line in block.lines]
    columns = [c for line in block.lines for c in (line.column, *line.values)]
    top = block.heading.row if block.heading else rows[0]
    return _Card(name, facts, Area(min(top, rows[0]), min(columns), rows[-1], max(columns)))


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


def _speaks_of_people(cards: Sequence[_Card], titled: bool, vocabulary: Vocabulary) -> bool:
    labels = [fact.label for card in cards for fact in card.facts if fact.cells]
    personal, shared = persona_weight((f for label in labels for f in label.fields) if titled else surely_named(labels))
    several = len(cards) > 1 or len({label.text for label in labels if label.telling}) >= _LEAST_FACTS
    if titled:
        known = sum(1 for label in labels if label.matches)
        return shared >= 1 and personal >= 1 and several and known >= _LEAST_KNOWN * len(labels)
    if sum(1 for label in labels if label.telling) < _LEAST_TELLING * len(labels):
        return False
    return (personal >= 3 and shared >= 4) or tells_of_somebody((card.name.text for card in cards), labels, vocabulary)


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
    told = sum(1 + len(f.cells) for card in cards for f in card.facts if f.label.matches)
    return Table(
        kind="persona",
        layout=NAME,
        region=region,
        confidence=round(telling_share(known) * (0.7 + 0.3 * share), 3),
        explained=min(told, sum(map(len, grid.filled))),  # what stands above all cards is told of each of them
        lanes=lanes,
        personas=tuple(_persona(grid, card, place, vocabulary) for card in cards),
    )


def _persona(grid: Grid, card: _Card, table: Place, vocabulary: Vocabulary) -> Persona:
    told = [fact for fact in card.facts if fact.label.matches or fact.cells]
    own = [fact.label for fact in card.facts]
    return Persona(card.name, table, fields_of(grid, cells_of(told), vocabulary), lanes_of(grid, own))
