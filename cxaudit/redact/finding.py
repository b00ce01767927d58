"""What there is to mask in workbooks: names of personas, names of people, and what customers said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.model import Entry, Fields
from cxaudit.redact.mask import Mask, letters
from cxaudit.redact.names import is_name, names_in, single_names, small_words, titled_names
from cxaudit.vocabulary import Vocabulary, WordList
from cxaudit.words.labeltext import fold

WORDS = "personal-names"
_OWNERS = ("owner", "other.action_owner", "other.document_owner")
_SAID = re.compile(r"[“„\"«]\s*([^“”„\"«»]{8,}?)\s*[”“\"»]")
_HEAD = re.compile(r"[,;:(/|–—]|\s-\s|\s(?:the|der|die|das|la|le|el|il)\s", re.IGNORECASE)
_DEEPEST = 1000


def mask_of(
    grids: Sequence[Grid], readings: Sequence[Reading], vocabulary: Vocabulary, people: Iterable[str] = ()
) -> Mask:
    """The mask for workbooks as they were read; `people` are further names, of those who answered questions.

    Personas are lettered and people numbered in the order of the workbooks, so that the same workbooks are
    masked the same way each time.
    """
    words = vocabulary.words(WORDS)
    texts = [text for grid in grids for _, _, text in grid.cells()]
    small = small_words(texts)
    loose: dict[str, str] = {}
    strict: dict[str, str] = {}
    for number, name in enumerate(_once(_persona_names(readings))):
        _hide(name, _forms(name), f"Persona {letters(number)}", loose, strict, small, words)
    found = _once((*_people(grids, readings, words), *people))
    new = [name for name in found if fold(name) not in {fold(known) for known in (*loose, *strict)}]
    for number, name in enumerate(new, start=1):
        _hide(name, (), f"Person {number}", loose, strict, small, words)
    return Mask(loose, strict, frozenset(_quotes(grids, readings, words)))


def _hide(
    name: str,
    forms: Iterable[str],
    mark: str,
    loose: dict[str, str],
    strict: dict[str, str],
    small: frozenset[str],
    words: WordList,
) -> None:
    """Puts a name, its other forms and its parts into what is hidden; what was there first stays."""
    for form in (name, *forms):
        (loose if len(form.split()) > 1 else strict).setdefault(form, mark)
        for part in single_names(form, small, words) if is_name(form, words) or form != name else ():
            strict.setdefault(part, mark)


def _forms(name: str) -> tuple[str, ...]:
    """The persona without what is said about it: "Max" for "Max the Millennial"."""
    head = " ".join(_HEAD.split(name, maxsplit=1)[0].split())
    return (head,) if head and head != name and len(head) >= 3 else ()


def _persona_names(readings: Sequence[Reading]) -> Iterator[str]:
    for persona in (p for reading in readings for table in reading.tables for p in table.personas):
        if persona.name.given and persona.name.text:
            yield " ".join(persona.name.text.split())


def _people(grids: Sequence[Grid], readings: Sequence[Reading], words: WordList) -> Iterator[str]:
    for reading in readings:
        for name, entry in _entries(reading):
            if name in _OWNERS:
                yield from names_in(entry.text, words)
    for grid in grids:
        for text in _labelled(grid, "labels", words):
            yield from names_in(text, words)
        for _, _, text in grid.cells():
            yield from titled_names(text, words)


def _quotes(grids: Sequence[Grid], readings: Sequence[Reading], words: WordList) -> Iterator[str]:
    """What customers said: under a heading for it, or between quotation marks in any cell."""
    terms = {fold(term) for term in words.groups.get("quotes", ())}
    unknown = {(reading.workbook, reading.sheet) for reading in readings if reading.kind == "other"}
    for reading in readings:
        for name, entry in _entries(reading):
            quoted = name.split(".")[0] == "quote" or fold(entry.label) in terms
            if quoted and len(entry.text.split()) > 1:
                yield entry.text
    for grid in grids:
        if (grid.workbook, grid.sheet) in unknown:
            yield from (text for text in _labelled(grid, "quotes", words) if len(text.split()) > 2)
        for _, _, text in grid.cells():
            yield from (said for said in _SAID.findall(text) if len(said.split()) > 2)


def _labelled(grid: Grid, group: str, words: WordList) -> Iterator[str]:
    """What stands to the right of a label or under it, and behind it in its own cell."""
    terms = {fold(term) for term in words.groups.get(group, ())}
    for row, column, text in grid.cells():
        label, colon, rest = text.partition(":")
        if colon and rest.strip() and fold(label) in terms:
            yield rest.strip()
        elif fold(text.rstrip(" :")) in terms:
            right = (grid.text(row, at) for at in range(column + 1, grid.width + 1))
            yield from (found for found in right if found and fold(found) not in terms)
            below = (grid.text(at, column) for at in range(row + 1, min(grid.height, row + _DEEPEST) + 1))
            yield from (found for found in below if found and fold(found) not in terms)


def _entries(reading: Reading) -> Iterator[tuple[str, Entry]]:
    """Every entry of a reading with the name of its field."""
    for table in reading.tables:
        holders: list[Fields] = [persona.fields for persona in table.personas]
        holders += [metric.fields for metric in table.metrics]
        holders += [practice.fields for practice in table.practices]
        for journey in table.maps:
            holders.append(journey.about)
            for stage in journey.stages:
                holders += [stage.fields, *(step.fields for step in stage.steps)]
        yield from ((name, entry) for fields in holders for name, found in fields.items() for entry in found)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in the order and the spelling of its first time."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())
