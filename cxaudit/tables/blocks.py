"""Sheets of headings with labels and values below them, read line by line into blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label, filled_rows, heads_columns, label_at, short
from cxaudit.vocabulary import FieldMatch, Vocabulary

_LONGEST_LABEL = 70
UNDER_HEADING = 0.6
_SURE, _SURE_APART, _SURE_TEXT = 0.9, 0.65, 0.85
_MOST_WORDS_APART = 6
_LEAST_HEADS = 3
MOST_ROWS = 3000
_IN_WORDS = pattern(r"^(?:[¿¡]|[^\w\s\x00-\u203f]+\s*)?[^\W\d_]")
_TEXT = pattern(r"""^\s*(?:[-–—•*·▪"“'‘(_]|\d{1,2}[.)]\s.{60})""")


class Line(Struct, frozen=True):
    """A row of a band of columns: its first cell, and the cells with values to the right of it.

    `beside` is the text of the first of these.
    """

    row: int
    column: int
    text: str
    values: tuple[int, ...]
    beside: str = ""

    @property
    def lone(self) -> bool:
        return not self.values

    @property
    def heading(self) -> bool:
        """Whether it stands alone and reads like a heading, not like text."""
        return self.lone and short(self.text) and "\n" not in self.text.strip() and not _TEXT.match(self.text)


class Fact(Struct, frozen=True):
    """A label with the cells of its values; `said` is the label of each value where it has one of its own."""

    label: Label
    cells: tuple[tuple[int, int], ...]


class Block(Struct):
    """The lines below one heading. `heading` is none for what stands above the first."""

    heading: Line | None
    facts: list[Fact] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    text: list[Line] = field(default_factory=list)

    @property
    def last_row(self) -> int:
        return self.lines[-1].row if self.lines else (self.heading.row if self.heading else 0)


def bands(grid: Grid) -> tuple[tuple[int, int], ...]:
    """Stretches of columns that hold text, parted by empty columns; a lone column of labels keeps its values."""
    used = sorted(set().union(*set(grid.filled[:MOST_ROWS])))
    found: list[list[int]] = []
    for column in used:
        alone = bool(found) and found[-1][0] == found[-1][1]
        if found and (column == found[-1][1] + 1 or (alone and column == found[-1][1] + 2)):
            found[-1][1] = column
        else:
            found.append([column, column])
    return tuple((first, last) for first, last in found)


def lines_of(grid: Grid, band: tuple[int, int]) -> list[Line]:
    """The lines of a band from top to bottom, the empty ones left out."""
    lines: list[Line] = []
    for row, (first, *values) in filled_rows(grid, band, MOST_ROWS):
        texts = grid.rows[row - 1]
        lines.append(Line(row, first, texts[first - 1], tuple(values), texts[values[0] - 1] if values else ""))
    return lines


def blocks_of(
    grid: Grid,
    lines: Iterable[Line],
    vocabulary: Vocabulary,
    kind: str,
    begins: Callable[[Line], bool],
    opened: frozenset[int] = frozenset(),
) -> list[Block]:
    """The lines as blocks; `begins` says which lines are headings of a block, the rest are read as facts.

    A block may begin without a heading too, at the facts of the rows that are `opened`.
    """
    found = [Block(None)]
    known = tuple(lines)
    recurring = recurring_rows(grid, known) if kind == "journey" else frozenset()
    reader = _FactReader(grid, vocabulary, kind, _values_of_pairs(grid, known), recurring)
    for line, following in zip(known, (*known[1:], None), strict=True):
        if begins(line):
            found.append(Block(line))
            reader.forget()
            if line.values:
                found[-1].text.append(line)
        else:
            if line.row in opened:
                found.append(Block(None))
                reader.forget()
            found[-1].lines.append(line)
            reader.take(line, found[-1], following)
    return found


def recurring_rows(grid: Grid, lines: Iterable[Line]) -> frozenset[int]:
    """The rows of three or more different short texts that stand elsewhere again, word for word."""
    found: dict[tuple[str, ...], list[int]] = {}
    for line in lines:
        texts = tuple(grid.text(line.row, column).strip() for column in (line.column, *line.values))
        if len(set(texts)) == len(texts) >= _LEAST_HEADS and all(map(short, texts)):
            found.setdefault(texts, []).append(line.row)
    return frozenset(row for rows in found.values() if len(rows) > 1 for row in rows)


def _values_of_pairs(grid: Grid, lines: Iterable[Line]) -> dict[str, frozenset[str]]:
    """What stands right beside each text that has something beside it."""
    found: dict[str, set[str]] = {}
    for line in lines:
        if line.values:
            found.setdefault(line.text, set()).add(grid.text(line.row, line.values[0]))
    return {text: frozenset(values) for text, values in found.items()}


class _FactReader:
    """Makes facts of lines: label and value in a row, a label with its values below, or a small table's header."""

    def __init__(
        self,
        grid: Grid,
        vocabulary: Vocabulary,
        kind: str,
        paired: Mapping[str, frozenset[str]],
        recurring: frozenset[int],
    ) -> None:
        self._grid, self._vocabulary, self._kind, self._paired = grid, vocabulary, kind, paired
        self._recurring = recurring
        self.forget()

    def forget(self) -> None:
        self._open: Label | None = None
        self._heads: tuple[Label, ...] = ()
        self._wide = False
        self._last_row = self._unbroken = 0
        self._in_pairs = False

    def take(self, line: Line, block: Block, following: Line | None) -> None:
        """Adds what a line says to its block; `following` is the line below it."""
        apart = line.row > self._last_row + 1 and _opens(line, following)
        begins = line.row > self._last_row + 1 or not self._in_pairs
        if line.row > self._last_row + 1 and self._heads:
            self._heads = ()
        self._last_row, self._in_pairs = line.row, not line.lone
        if line.lone and line.text in self._paired:
            block.facts.append(Fact(self._label(line), ((line.row, line.column + 1),)))
        elif line.lone:
            self._take_lone(line, block, _indented(line, following), apart)
        else:
            again = [line.column, *line.values] == [head.column for head in self._heads]
            recurring = self._recurring_header(line)
            self._wide = bool(recurring) or self._wide
            self._take_pair(line, block, recurring or (self._small_header(line, following) if begins or again else ()))

    def _label(self, line: Line) -> Label:
        if len(line.text) > _LONGEST_LABEL * 2:
            return Label(line.row, line.column, line.text, ())
        return label_at(self._grid, line.row, line.column, self._vocabulary, self._kind)

    def _take_lone(self, line: Line, block: Block, heads: bool, apart: bool) -> None:
        """A label alone in its row, or text; `heads` and `apart` say that it stands as headings do."""
        enough = 0.0 if heads else _SURE_APART if apart else _SURE_TEXT
        label = self._label(line) if line.heading or line.text.rstrip().endswith((":", "：")) else None
        if label and heads and not label.matches and (guess := self._vocabulary.likely(label.text, self._kind)):
            label = replace(label, matches=(guess,))
        if label and label.telling and label.sureness >= enough:
            self._open, self._heads, self._unbroken = label, (), line.row
            block.facts.append(Fact(label, ()))
        elif line.heading and not self._continues(line):
            self._open, self._heads, self._wide = None, (), False
            block.text.append(line)
        elif self._open:
            self._unbroken = line.row
            block.facts.append(Fact(self._open, ((line.row, line.column),)))
        else:
            block.text.append(line)

    def _continues(self, line: Line) -> bool:
        """Short text right below an open label or its last value belongs to it; capitals begin something new."""
        return self._open is not None and line.row <= self._unbroken + 1 and not line.text.isupper()

    def _take_pair(self, line: Line, block: Block, heads: tuple[Label, ...]) -> None:
        label = self._label(line)
        if heads:
            self._heads = heads
            block.facts += [Fact(head, ()) for head in heads]
        elif self._heads and self._in_table(line, label):
            cells = {column: (line.row, column) for column in (line.column, *line.values)}
            block.facts += [Fact(head, (cells[head.column],)) for head in self._heads if head.column in cells]
        elif label.matches:
            self._open, self._heads, self._wide = None, (), False
            block.facts.append(Fact(label, tuple((line.row, column) for column in line.values)))
        else:
            told = self._under_open(label) if self._open else label
            block.facts.append(Fact(told, tuple((line.row, column) for column in line.values)))

    def _in_table(self, line: Line, label: Label) -> bool:
        """Whether a row belongs to the table above it; one label with one value ends a table whose header recurs."""
        if not self._wide:
            return not (label.matches and label.sureness >= _SURE)
        area = self._grid.merged_area(line.row, line.values[0])
        spread = area.right > area.left
        return len(line.values) > 1 or not (label.matches or spread)

    def _recurring_header(self, line: Line) -> tuple[Label, ...]:
        """The labels of a row that stands below other headings too, if most of its cells are labels."""
        if line.row not in self._recurring:
            return ()
        labels = tuple(
            label_at(self._grid, line.row, c, self._vocabulary, self._kind) for c in (line.column, *line.values)
        )
        known = sum(1 for label in labels if label.matches)
        return labels if known * 2 > len(labels) and labels[0].matches else ()

    def _under_open(self, label: Label) -> Label:
        """A label that is not understood, below a heading that is, stands for what the heading stands for."""
        matches = (
            tuple(FieldMatch(m.field, "fuzzy", UNDER_HEADING) for m in self._open.matches[:1]) if self._open else ()
        )
        return Label(label.row, label.column, label.text, matches)

    def _small_header(self, line: Line, following: Line | None) -> tuple[Label, ...]:
        """A row whose cells are all labels heads the rows below it, if the next one does not begin with a label.

        What comes again with another text beside it is the label of a pair.
        """
        if self._kind == "journey" and len(self._paired.get(line.text, ())) > 2:
            return ()
        if following is None or following.row != line.row + 1 or not following.values or self._label(following).matches:
            return ()
        label = self._label(line)
        labels = (label, *(label_at(self._grid, line.row, c, self._vocabulary, self._kind) for c in line.values))
        wide = self._kind == "journey" and len(following.values) > 1
        if wide and heads_columns(self._grid, line.row, line.column, self._vocabulary, self._kind):
            return labels
        sure = all(x.matches and x.sureness >= _SURE and _IN_WORDS.match(x.text) for x in labels)
        generic = len(labels) == 2 and all(x.field == "other" for x in labels)
        return labels if sure and not generic else ()


def _indented(line: Line, following: Line | None) -> bool:
    """Whether the line below begins further to the right: then it is what a heading says, however unsure its word."""
    return bool(following and following.lone and following.row <= line.row + 2 and following.column > line.column)


def _opens(line: Line, following: Line | None) -> bool:
    """Whether a line reads like a small heading: few words, and right below it the text that it stands for."""
    few = len(line.text.split()) <= _MOST_WORDS_APART
    return bool(few and following and following.lone and not following.heading and following.row <= line.row + 2)


def telling_facts(blocks: Sequence[Block]) -> Iterator[Fact]:
    """The facts whose label names a field that the tool looks at."""
    return (fact for block in blocks for fact in block.facts if fact.label.telling)


def cells_of(facts: Sequence[Fact]) -> tuple[tuple[Label, int, int], ...]:
    """Each value cell of the facts with its label; a label that nothing follows has the empty cell beside it."""
    found: list[tuple[Label, int, int]] = []
    for index, fact in enumerate(facts):
        found += [(fact.label, row, column) for row, column in fact.cells]
        if not fact.cells and not _answered(fact, facts, facts[index + 1 :]):
            found.append((fact.label, fact.label.row, fact.label.column + 1))
    return tuple(found)


def _answered(fact: Fact, facts: Sequence[Fact], later: Sequence[Fact]) -> bool:
    """Whether values below a label, or labels of their own below it, tell what it stands for."""
    if any(other.cells and other.label.field == fact.label.field for other in facts):
        return True
    return bool(later) and later[0].label.sureness == UNDER_HEADING and later[0].label.field == fact.label.field
