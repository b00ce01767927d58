"""Sheets of headings with labels and values below them, read line by line into blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label, heads_columns, label_at, label_of
from cxaudit.tables.lines import Line, recurring_rows, values_of_pairs
from cxaudit.tables.sectionlabels import belongs_to, counts_below, under
from cxaudit.tables.told.blueprintlines import LINES
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare, fold, word_count

_PAIR_HEADS = "pair-heads"
_NO_FACT = (FieldMatch("other", "fuzzy", 0.8),)
_LONGEST_LABEL = 70
NAMED_BESIDE = frozenset({"metric", "owner"})  # named one by one: "KPIs" over "Load time | < 2 s"
_SURE, _SURE_APART, _SURE_OVER_LIST, _SURE_OVER_PAIRS, _SURE_TEXT = 0.9, 0.65, 0.6, 0.75, 0.85
_MOST_WORDS_APART = 6
_LEAST_AGAIN, _SHARE_AGAIN = 2, 0.6
_IN_WORDS = pattern(r"^(?:[¿¡]|[^\w\s\x00-\u203f]+\s*)?[^\W\d_]")


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
    again = _headings_again([line for line in known if not begins(line)], sum(1 for line in known if begins(line)))
    reader = _FactReader(grid, vocabulary, kind, values_of_pairs(known), recurring, again)
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


def _headings_again(lines: Sequence[Line], blocks: int) -> frozenset[str]:
    """The headings over text that stand in most of several blocks, folded: labels, though nobody may know them."""
    over_text = (one for one, two in pairwise(lines) if one.heading and two.lone and not two.heading)
    times = Counter(fold(bare(line.text)) for line in over_text)
    return frozenset(text for text, often in times.items() if often >= max(_LEAST_AGAIN, blocks * _SHARE_AGAIN))


class _FactReader:
    """Makes facts of lines: label and value in a row, a label with its values below, or a small table's header."""

    def __init__(
        self,
        grid: Grid,
        vocabulary: Vocabulary,
        kind: str,
        paired: Mapping[str, frozenset[str]],
        recurring: frozenset[int],
        again: frozenset[str],
    ) -> None:
        self._grid, self._vocabulary, self._kind, self._paired = grid, vocabulary, kind, paired
        self._recurring, self._again = recurring, again
        self.forget()

    def forget(self) -> None:
        self._open: Label | None = None
        self._section: Label | None = None
        self._heads: tuple[Label, ...] = ()
        self._wide = False
        self._last_row = self._unbroken = 0
        self._in_pairs = False

    def take(self, line: Line, block: Block, following: Line | None) -> None:
        """Adds what a line says to its block; `following` is the line below it."""
        gap = line.row > self._last_row + 1
        apart, begins = gap and _opens(line, following), gap or not self._in_pairs
        if gap:
            self._heads, self._section = (), None
        self._last_row, self._in_pairs = line.row, not line.lone
        if line.lone and self._parts_a_blueprint(line):
            self._open = None
        elif line.lone and line.text in self._paired:
            label = self._label(line)
            self._section = label if self._kind == "persona" and gap else None
            block.facts.append(Fact(label, ((line.row, line.column + 1),)))
        elif line.lone:
            least = self._least_sure(line, following, apart)
            self._take_lone(line, block, _indented(line, following), least)
        else:
            again = [line.column, *line.values] == [head.column for head in self._heads]
            if begins and self._heads_pairs(line):
                block.facts.append(Fact(replace(self._label(line), matches=_NO_FACT), ((line.row, line.values[0]),)))
                return
            recurring = self._recurring_header(line)
            self._wide = bool(recurring) or self._wide
            self._take_pair(line, block, recurring or (self._small_header(line, following) if begins or again else ()))

    def _parts_a_blueprint(self, line: Line) -> bool:
        """Whether a row only draws a line of a service blueprint, which is no lane: "--- Line of visibility ---"."""
        return self._kind == "journey" and self._vocabulary.words(LINES).is_whole(line.text)

    def _heads_pairs(self, line: Line) -> bool:
        """Whether a pair heads a persona's list of facts and is none itself ("Criteria | Ideal range").

        A field's own name ("Behaviour | Indicator") stays one.
        """
        beside = self._grid.text(line.row, line.values[0]) if len(line.values) == 1 else ""
        if not beside or self._kind != "persona" or not self._vocabulary.words(_PAIR_HEADS).is_whole(beside):
            return False
        label = self._label(line)
        return not (label.telling and label.sureness == 1)

    def _label(self, line: Line) -> Label:
        if len(line.text) > _LONGEST_LABEL * 2:
            return Label(line.row, line.column, line.text, ())
        return label_of(line.text, line.row, line.column, self._vocabulary, self._kind)

    def _least_sure(self, line: Line, following: Line | None, apart: bool) -> float:
        """How sure the word of a lone label must be, by how it stands `apart` and what stands below it."""
        if apart:
            return _SURE_OVER_LIST if following and following.item else _SURE_APART
        return _SURE_OVER_PAIRS if self._over_strange_pairs(line, following) else _SURE_TEXT

    def _over_strange_pairs(self, line: Line, following: Line | None) -> bool:
        """Whether pairs stand right below a heading whose own labels say nothing: they list what it names."""
        if self._kind != "journey" or not line.heading or not following or following.row != line.row + 1:
            return False
        return bool(following.values) and not following.glued and not self._label(following).matches

    def _take_lone(self, line: Line, block: Block, heads: bool, least: float) -> None:
        """A label alone in its row, or text: `heads` as headings stand over lines further right."""
        label = self._label(line) if line.heading or line.text.rstrip().endswith((":", "：")) else None
        if label and heads and not label.matches and (guess := self._vocabulary.likely(label.text, self._kind)):
            label = replace(label, matches=(guess,))
        if label and counts_below(self._section, line, label):
            label = under(self._section, replace(label, matches=()))
            self._heads, self._unbroken, self._open = (), line.row, label
            block.facts.append(Fact(label, ()))
            return
        again = line.heading and fold(bare(line.text)) in self._again
        lane = heads and line.row in self._recurring and label is not None and not label.matches
        if label and ((label.telling and (heads or label.sureness >= least)) or again or lane):
            self._open, self._heads, self._unbroken = label, (), line.row
            self._section = label if self._kind == "persona" else None
            block.facts.append(Fact(label, ()))
        elif line.heading and not self._continues(line):
            self._open, self._heads, self._wide = None, (), False
            self._section = None
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
        elif not self._names_what_is_open(line, label) and label.matches and not belongs_to(self._section, label):
            self._open, self._heads, self._wide = None, (), False
            block.facts.append(Fact(label, tuple((line.row, column) for column in line.values)))
        else:
            told = under(self._section or self._open, label)
            self._open = None if label.matches else self._open
            block.facts.append(Fact(told, tuple((line.row, column) for column in line.values)))

    def _names_what_is_open(self, line: Line, label: Label) -> bool:
        """Whether a pair right below a heading of measures or teams names one more, whatever its own words are like."""
        below = self._open is not None and self._open.field in NAMED_BESIDE and line.row <= self._unbroken + 1
        self._unbroken = line.row if below else self._unbroken
        return below and label.sureness < _SURE

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

    def _small_header(self, line: Line, following: Line | None) -> tuple[Label, ...]:
        """A row whose cells are all labels heads the rows below it, if the next one does not begin with a label.

        What comes again with another text beside it is the label of a pair.
        """
        if line.glued or (self._kind == "journey" and len(self._paired.get(line.text, ())) > 2):
            return ()
        if following is None or following.row != line.row + 1 or not following.values or self._label(following).matches:
            return ()
        label = self._label(line)
        labels = (label, *(label_at(self._grid, line.row, c, self._vocabulary, self._kind) for c in line.values))
        wide = self._kind == "journey" and len(following.values) > 1
        if wide and (
            _counts_rows(line, following)
            or heads_columns(self._grid, line.row, line.column, self._vocabulary, self._kind)
        ):
            return labels
        sure = all(x.matches and x.sureness >= _SURE and _IN_WORDS.match(x.text) for x in labels)
        generic = len(labels) == 2 and all(x.field == "other" for x in labels)
        return labels if sure and not generic else ()


def _counts_rows(line: Line, following: Line) -> bool:
    """Whether a row heads a table whose rows are counted: "# | Moment | What is at stake" over "1 | …"."""
    return not any(map(str.isalnum, line.text)) and following.text.strip(" .)") == "1"


def _indented(line: Line, following: Line | None) -> bool:
    """Whether the line below begins further to the right: then it is what a heading says, however unsure its word."""
    return bool(following and following.lone and following.row <= line.row + 2 and following.column > line.column)


def _opens(line: Line, following: Line | None) -> bool:
    """Whether a line reads like a small heading: few words, and right below it the text that it stands for."""
    few = word_count(line.text) <= _MOST_WORDS_APART
    return bool(few and following and following.lone and not following.heading and following.row <= line.row + 2)
