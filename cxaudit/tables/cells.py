"""A client's cell made entries: one for each thing it lists, with its place and why it may not count."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.addresses import address
from cxaudit.grid import Grid
from cxaudit.model import Entry, Place
from cxaudit.pattern import pattern
from cxaudit.tables.nestedlines import label_over, nested
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import heading

PROSE = frozenset(
    {"name", "stage", "step_definition", "quote", "goal", "thought", "trust", "value", "last_updated", "duration"}
)
_BY_COMMA = frozenset({"touchpoint", "channel", "channel_preference"})
_BULLET = pattern(r"^\s*(?:[-–—•*·▪◦‣●○■□➢➤✓✔→>]+|\(?\d{1,2}[.)])\s+")
_INLINE_BULLET = pattern(r"\s*[•▪●◦‣]\s*")
_PLAIN = pattern(r"^\w[\w '’.?!%]*$")
_LABELLED = pattern(r"^\W*([^\W\d][^:：\n]{1,40}?)\s*[:：](?!//)\s*(\S.*)$")
_BOLD_ENDS = pattern(r"^(?:\*\*|__)\s*")
_LINES = pattern(r"\r?\n|\v")
_MOST_COMMA_WORDS, _MOST_NAME_WORDS = 5, 6
_AND = pattern(r"\s+(?:and|und|et|e|y|и|&)\s+")


def place_of(grid: Grid, row: int, column: int) -> Place:
    """The place of a cell; of a merged range the corner that holds its text."""
    return Place(grid.workbook, grid.sheet, address(*grid.anchor(row, column)))


def entries_at(grid: Grid, row: int, column: int, field: str, label: str, vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """What a cell says under a label: at least one entry, for an empty cell one that is not given."""
    text = said_under(label, grid.spread_text(row, column))
    return entries_of(text, place_of(grid, row, column), field, label, vocabulary)


def labelled(line: str) -> tuple[str, str] | None:
    """A line as its label and what it says ("- Age: 35"); none for any other. Signs of bold type are taken off."""
    found = _LABELLED.match(_BULLET.sub("", line)) if ":" in line or "：" in line else None
    if not found:
        return None
    name, said = found.groups()
    return name.strip(" \t*_"), _BOLD_ENDS.sub("", said).strip()


def labelled_lines(text: str) -> tuple[tuple[str, str], ...]:
    """The lines of a cell as labels with what they say, if there are several and most are such ("- Age: 35").

    Of lists within lists these are the outer lines.
    """
    lines = [line for line in _LINES.split(text) if line.strip()]
    told = tuple(pair for line in lines if (pair := labelled(line)))
    if len(told) > 1 and len(told) * 3 >= len(lines) * 2:
        return told
    outer = nested(lines)
    over = tuple(pair for line, below in outer if (pair := _with_list(line, below)))
    return over if len(over) > 1 and len(over) * 3 >= len(outer) * 2 else ()


def _with_list(line: str, below: Sequence[str]) -> tuple[str, str] | None:
    """A line as its label and what it and the lines set in below it say."""
    if pair := labelled(line):
        return pair[0], "\n".join((pair[1], *below))
    return label_over(line, below)


def said_under(label: str, text: str) -> str:
    """Of a cell that holds labels what it says under one of them; any other text is meant as a whole."""
    if not label or label not in text:
        return text
    pair = labelled(text)
    told = labelled_lines(text) if "\n" in text.strip() else (pair,) if pair else ()
    return next((said for name, said in told if heading(name) == label), text)


def entries_of(text: str, place: Place, field: str, label: str, vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """The same for text in hand."""
    return tuple(Entry(said, place, label, why_not) for said, why_not in parts_of(text, field, vocabulary))


def parts_of(text: str, field: str, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
    """What a text says under a field: at least one thing, with why it does not count as given, if it does not."""
    if _PLAIN.match(text):  # one thing, as most cells hold
        said = text.strip()
        return ((said, vocabulary.placeholder(said)),)
    return tuple((item, vocabulary.placeholder(item)) for item in split_items(text, field)) or (("", "is empty"),)


def split_items(text: str, field: str) -> tuple[str, ...]:
    """The things that a cell lists. Prose stays whole unless its lines are bulleted."""
    root = field.split(".", maxsplit=1)[0]
    if _PLAIN.match(text):
        return (text.strip(),)
    lines = [line for line in _LINES.split(text) if line.strip()]
    bulleted = sum(1 for line in lines if _BULLET.match(line))
    if root in PROSE and bulleted < max(2, len(lines) - 1):
        return (text.strip(),) if text.strip() else ()
    pieces = [piece for line in lines for piece in _INLINE_BULLET.split(line)]
    items = [_BULLET.sub("", piece).strip() for piece in pieces]
    if root not in PROSE:
        items = [part for item in items for part in _outside_brackets(item, ";；")]
    if root in _BY_COMMA and len(items) == 1:
        parts = _outside_brackets(items[0], ",，、")
        if all(len(part.split()) <= _MOST_COMMA_WORDS and len(part) <= 40 for part in parts) and "." not in items[0]:
            items = parts
    return tuple(item for item in items if item)


def _outside_brackets(text: str, signs: str) -> list[str]:
    """A text parted at the signs, but not inside brackets or quotation marks."""
    parts, depth, quoted, start = [], 0, False, 0
    for index, sign in enumerate(text):
        if sign in "([（":
            depth += 1
        elif sign in ")]）":
            depth = max(0, depth - 1)
        elif sign == '"':
            quoted = not quoted
        elif sign in "“”":
            quoted = sign == "“"
        elif sign in signs and not depth and not quoted:
            parts.append(text[start:index].strip())
            start = index + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def names_in(text: str) -> tuple[str, ...]:
    """The names that a text lists: "Farah, Lukas and Moira" are three, "Tom and Ellen Fischer; Priya" are two."""
    lines = [_BULLET.sub("", line).strip() for line in _LINES.split(text) if line.strip()]
    parts = [part for line in lines for part in _outside_brackets(line, ";；")]
    if len(parts) == 1:
        parts = _outside_brackets(parts[0], ",/|，、")
        ends = _AND.split(parts[-1])
        if len(parts) > 1 or len({len(end.split()) for end in ends}) == 1:
            parts = [*parts[:-1], *ends]
    names = [part.strip() for part in parts if part.strip()]
    if len(names) > 1 and all(len(name.split()) <= _MOST_NAME_WORDS and not name[:1].islower() for name in names):
        return tuple(names)
    return (text.strip(),) if text.strip() else ()
