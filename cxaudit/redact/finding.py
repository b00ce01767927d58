"""What there is to mask in workbooks: names of personas, names of people, and what customers said."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from cxaudit.grid import Grid
from cxaudit.layout import Reading
from cxaudit.pattern import pattern
from cxaudit.redact.known import Known
from cxaudit.redact.mask import Mask, letters
from cxaudit.redact.names import (
    NameWords,
    caseless,
    caseless_parts,
    name_words,
    names_in,
    names_in_prose,
    parts,
    small_words,
    titled_names,
)
from cxaudit.redact.quotes import quotes_in
from cxaudit.redact.readingentries import entries_of, labelled
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold

_OWNERS = ("owner", "other.action_owner", "other.document_owner")
_SEVERAL = pattern(r"[,;/|\n、，；]")
_LONGEST_PERSONA = 6
_HEAD = pattern(r"[,;:(/|–—]|\s-\s|\s(?:the|der|die|das|la|le|el|il|de)\s", re.IGNORECASE)


class _Cast(Struct):
    """Those who are to be hidden, as they are found: by each spelling what takes its place."""

    words: NameWords
    small: frozenset[str]
    loose: dict[str, str] = field(default_factory=dict)
    strict: dict[str, str] = field(default_factory=dict)
    folded: set[str] = field(default_factory=set)

    def hide(self, name: str, mark: str, forms: Iterable[str] = ()) -> None:
        """Hides a name, its other forms and the parts by which alone it may be called; what is hidden stays."""
        for form in (name, *forms):
            self._put(form, mark)
        for form in (name, *forms):
            if caseless(form):
                for part in caseless_parts(form, self.words):
                    self._put(part, mark)
            elif len(form.split()) > 1:
                for part in parts(form, self.small, self.words):
                    self._put(part, mark)

    def knows(self, name: str) -> bool:
        return fold(name) in self.folded

    def _put(self, form: str, mark: str) -> None:
        """A form that is an everyday word too is hidden as it is written alone, any other in all cases of letters."""
        word = len(form.split()) == 1 and form.casefold() in self.small and not caseless(form)
        self.folded.add(fold(form))
        (self.strict if word and not self.words.is_given(form) else self.loose).setdefault(form, mark)


def mask_of(
    grids: Sequence[Grid], readings: Sequence[Reading], vocabulary: Vocabulary, known: Known | None = None
) -> Mask:
    """The mask for workbooks as they were read, and for what is known beside them.

    Personas are lettered and people numbered in the order of the workbooks, so that the same workbooks are
    masked the same way each time.
    """
    beside, words = known or Known(), name_words(vocabulary)
    grids = (*grids, *beside.grids)
    texts = [text for grid in grids for _, _, text in grid.cells()]
    cast = _Cast(words, small_words(texts) | beside.common)
    for number, name in enumerate(_once((*_persona_names(readings), *beside.personas))):
        cast.hide(name, f"Persona {letters(number)}", _forms(name))
    asked = (name for name in beside.people if not words.is_post(name))
    found = _once((*_people(grids, readings, words), *asked, *_in_prose(grids, beside.texts, words)))
    number = 0
    for name in sorted(found, key=lambda name: len(name.split()) == 1):
        if not cast.knows(name):
            number += 1
            cast.hide(name, f"Person {number}")
    return Mask(cast.loose, cast.strict, frozenset(quotes_in(grids, readings, words)))


def _forms(name: str) -> tuple[str, ...]:
    """The persona without what is said about it: "Max" for "Max the Millennial"."""
    head = " ".join(_HEAD.split(name, maxsplit=1)[0].split())
    return (head,) if head and head != name and len(head) >= 2 else ()


def _persona_names(readings: Sequence[Reading]) -> Iterator[str]:
    for persona in (p for reading in readings for table in reading.tables for p in table.personas):
        if persona.name.given and persona.name.text:
            yield _one_line(persona.name.text)
    for reading in readings:
        for name, entry in entries_of(reading):
            if name == "persona" and entry.given and "persona" in fold(entry.label):
                named = (_one_line(piece) for piece in _SEVERAL.split(entry.text))
                yield from (piece for piece in named if len(piece) >= 2 and len(piece.split()) <= _LONGEST_PERSONA)


def _people(grids: Sequence[Grid], readings: Sequence[Reading], words: NameWords) -> Iterator[str]:
    """People in fields that name them, and behind a form of address anywhere."""
    headings = {fold(lane.label) for reading in readings for table in reading.tables for lane in table.lanes}
    for reading in readings:
        for name, entry in entries_of(reading):
            if name in _OWNERS or name == "persona":
                yield from names_in(entry.text, words)
    for grid in grids:
        for text in labelled(grid, words.labels):
            yield from (name for name in names_in(text, words) if fold(text) not in headings)
        for _, _, text in grid.cells():
            yield from titled_names(text, words)


def _in_prose(grids: Sequence[Grid], texts: Iterable[str], words: NameWords) -> Iterator[str]:
    """People who are named in running text: in cells, in names of sheets and in what is known beside them."""
    for grid in grids:
        yield from names_in_prose(grid.sheet, words)
        for _, _, text in grid.cells():
            yield from names_in_prose(text, words)
    for text in texts:
        yield from titled_names(text, words)
        yield from names_in_prose(text, words)


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in the order and the spelling of its first time."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), _one_line(name))
    return tuple(found.values())
