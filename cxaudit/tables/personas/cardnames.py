"""The names on persona cards: that of a label "Name", of the card's first line, of its heading, or of the sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.model import Entry, Place
from cxaudit.pattern import pattern
from cxaudit.tables.around.titles import title_above
from cxaudit.tables.blocks import Block, Fact
from cxaudit.tables.cells import place_of, said_under
from cxaudit.tables.personas.personaparts import clean_name, persona_heading
from cxaudit.tables.personas.propernames import has_given_name, looks_like_a_name, named, share_words
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, heading

_SURE_NAME = 0.9
_NAME_WITHIN = 3
_AUTHOR = "other.document_owner"
_COUNT = pattern(r"^\W*(?:[A-Za-z]{0,3}[-. ]?)?\d{1,3}\W*$")
_MAY_NAME = frozenset({"", "role", "segment", "other", "name", "lifecycle"})


def told_names(grid: Grid, blocks: Sequence[Block], vocabulary: Vocabulary) -> frozenset[str]:
    """The labels, folded, that stand for the name on cards without a label "Name": their values are names."""
    unnamed = [block for block in blocks if name_fact(block) is None]
    found = Counter(label for block in unnamed if (label := _told_by(grid, block, vocabulary)))
    held = Counter(label for block in unnamed for label in {fold(f.label.text) for f in _first_facts(grid, block)})
    return frozenset(label for label, count in found.items() if count * 2 >= held[label])


def with_told_name(grid: Grid, block: Block, told: frozenset[str]) -> Block:
    """The card with the label of its name taken for one."""
    if not told or name_fact(block) is not None:
        return block
    fact = next((f for f in _first_facts(grid, block) if fold(f.label.text) in told), None)
    if fact is None:
        return block
    facts = [replace(f, label=named(f.label)) if f is fact else f for f in block.facts]
    return Block(block.heading, facts, block.lines, block.text)


def name_fact(block: Block) -> Fact | None:
    """The fact that the label "Name" heads."""
    return next(
        (f for f in block.facts if f.label.field == "name" and f.cells and f.label.sureness >= _SURE_NAME), None
    )


def name_of(grid: Grid, block: Block, vocabulary: Vocabulary) -> Entry:
    """The name of the persona of a card."""
    fact = name_fact(block) or next((f for f in block.facts if f.label.field == "name" and f.cells), None)
    if fact and (fact.label.sureness >= _SURE_NAME or fact in _first_facts(grid, block)):
        row, column = fact.cells[0]
        text = said_under(heading(fact.label.text), grid.text(row, column))
        return Entry(text, place_of(grid, row, column), fact.label.text, vocabulary.placeholder(text))
    if block.heading:
        text = persona_heading(block.heading.text, vocabulary) or clean_name(bare(block.heading.text))
        return Entry(text, place_of(grid, block.heading.row, block.heading.column))
    line = next((x for x in block.text if x.heading and not vocabulary.title_kinds(x.text)), None)
    if line and line.row <= block.lines[0].row + _NAME_WITHIN and not _is_name(grid.sheet, line.text, vocabulary):
        return Entry(clean_name(line.text), place_of(grid, line.row, line.column))
    return _by_title(grid, block, vocabulary)


def _by_title(grid: Grid, block: Block, vocabulary: Vocabulary) -> Entry:
    title = title_above(grid, block.lines[0].row if block.lines else 1, True)
    lines = (title.text, *(line.text for line in block.text[:2]))
    told = next((named for line in lines if (named := persona_heading(line, vocabulary))), "")
    if not told and _is_name(grid.sheet, title.text, vocabulary):
        return Entry(grid.sheet, Place(grid.workbook, grid.sheet, "A1"))
    return Entry(told or title.text, title.place)


def _is_name(sheet: str, title: str, vocabulary: Vocabulary) -> bool:
    """Whether the name of a sheet is that of the persona on it, rather than the sheet's title."""
    if share_words(sheet, title) or vocabulary.title_kinds(sheet):
        return False
    return has_given_name(sheet, vocabulary) or (looks_like_a_name(sheet) and not looks_like_a_name(title))


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is surely a label itself, as in the head of a list of facts: "Field | Value"."""
    return any(match.confidence >= _SURE_NAME for match in vocabulary.fields(text, "persona"))


def _tells_the_author(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label says who made the document, who is never the persona ("Drawn up by: Ana Lima")."""
    return any(m.field == _AUTHOR and m.confidence >= _SURE_NAME for m in vocabulary.fields(label, "about"))


def numbered(names: Sequence[Entry]) -> tuple[Entry, ...]:
    """The names of the cards of a sheet; cards that only one title names are told apart by numbers."""
    shared = Counter((entry.text, entry.place.cell) for entry in names)
    counts = Counter[tuple[str, str]]()
    found = []
    for entry in names:
        key = (entry.text, entry.place.cell)
        counts[key] += 1
        found.append(replace(entry, text=f"{entry.text} {counts[key]}") if shared[key] > 1 else entry)
    return tuple(found)


def _first_facts(grid: Grid, block: Block) -> tuple[Fact, ...]:
    """The first facts of a card that say something other than its number."""
    return tuple(_saying(grid, block.facts))[:_NAME_WITHIN]


def _saying(grid: Grid, facts: Iterable[Fact]) -> Iterator[Fact]:
    return (fact for fact in facts if fact.cells and not _COUNT.match(grid.text(*fact.cells[0])))


def _told_by(grid: Grid, block: Block, vocabulary: Vocabulary) -> str:
    """The label, folded, of the fact that names the persona by its value; empty where none does."""
    heading = block.heading.text if block.heading else ""
    said = bool(heading) and (bool(persona_heading(heading, vocabulary)) or has_given_name(heading, vocabulary))
    for number, fact in enumerate(_first_facts(grid, block)):
        value = grid.text(*fact.cells[0])
        if _tells_the_author(fact.label.text, vocabulary):
            continue
        if not looks_like_a_name(value) or vocabulary.placeholder(value) or _is_label(value, vocabulary):
            continue
        if said and fact.label.telling and fact.label.sureness >= _SURE_NAME:
            continue  # "Persona 1: Ana, head of sales" names her; the position below says the same again
        confirmed = share_words(value, grid.sheet) or (bool(heading) and share_words(value, heading))
        leads = number == 0 or fact.label.field in _MAY_NAME
        plainly = leads and len(value.split()) > 1 and has_given_name(value, vocabulary)
        first = number == 0 and not fact.label.telling
        if confirmed or (not said and (first or plainly)):
            return fold(fact.label.text)
    return ""
