"""What the parts of a terminal page are drawn with: text that is never markup, bars, headings and columns."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from cxaudit.prose.citing import Citing
from cxaudit.prose.plaintext import one_line, shortened
from cxaudit.renderer import Page
from cxaudit.scorecard import LevelCut
from cxaudit.scores.rounding import one_decimal
from cxaudit.terminal.rows import Column, Ends, Indented, Rows
from cxaudit.terminal.styles import coloured
from cxaudit.terminal.text import Drawable, Line, Text

WIDEST = 120
QUIET = "dim"
STRONG = "bold"
_LEVEL_STYLES = ("red", "yellow", "cyan", "green", "bright_green")


class Marks(Struct, frozen=True):
    """The signs that a page is drawn with, in Unicode or in ASCII; each is one character wide."""

    full: str = "\u2501"
    empty: str = "\u2500"
    pale: str = "\u2591"
    tick: str = "\u2502"
    point: str = "\u25b2"
    bullet: str = "\u203a"
    dot: str = "\u00b7"
    dash: str = "\u2013"


ASCII = Marks(full="=", empty="-", pale=".", tick="|", point="^", bullet=">", dot="-", dash="-")


class Pen(Struct, frozen=True):
    """Draws for one page and one set of workbooks. `levels` give a score its colour."""

    page: Page
    citing: Citing
    levels: tuple[LevelCut, ...] = ()

    @property
    def marks(self) -> Marks:
        return Marks() if self.page.unicode else ASCII

    @property
    def width(self) -> int:
        """The columns that a page fills: a wide terminal is not filled with long lines."""
        return max(40, min(self.page.width, WIDEST))

    def text(self, words: str, style: str = "") -> Text:
        """Words on one line that wraps; never markup, never a terminal's command."""
        return Text(one_line(words, self.page.unicode), style=style)

    def quote(self, words: str, longest: int = 60) -> str:
        """A client's words in quotation marks, shortened."""
        opening, closing = ("\u201c", "\u201d") if self.page.unicode else ('"', '"')
        return f"{opening}{shortened(words, longest, self.page.unicode)}{closing}"

    def name(self, words: str, longest: int, style: str = "") -> Text:
        """A name on one line, shortened."""
        return Text(shortened(words, longest, self.page.unicode), style, no_wrap=True)

    def heading(self, title: str, remark: str = "") -> Drawable:
        """A part's title, with a quiet remark at the right."""
        return Ends(self.text(title, STRONG), self.text(remark), QUIET)

    def score_style(self, score: float | None) -> str:
        """The colour of the level that a score would give."""
        if score is None or not self.levels:
            return QUIET if score is None else ""
        at = sum(1 for level in self.levels if level.from_score <= score) - 1
        return _LEVEL_STYLES[round(at * (len(_LEVEL_STYLES) - 1) / max(1, len(self.levels) - 1))]

    def bar(self, score: float | None, width: int) -> Text:
        """A score of 0 to 100 as a bar; only a score of 100 fills it."""
        if score is None:
            return Text(self.marks.dot * width, style=QUIET)
        full = int(score * width / 100)
        bar = Text(self.marks.full * full, style=self.score_style(score))
        return bar.append(self.marks.empty * (width - full), style=QUIET)

    def number(self, score: float | None) -> Text:
        """A score with one decimal, in its colour, or a dash."""
        said = self.marks.dash if score is None else one_decimal(score)
        return Text(said, style=self.score_style(score), no_wrap=True)

    def hanging(self, mark: str, body: Drawable, style: str = QUIET) -> Drawable:
        """A body behind a mark: its further lines stand under its first."""
        columns = Column(no_wrap=True, style=style), Column(fills=True, overflow="fold")
        row = Rows(columns, gap=1, fills=False)
        row.add_row(Text(mark), body)
        return row


def grid(*columns: str, gap: int = 2) -> Rows:
    """A table without lines; a column is "left", "right" or "fill" (it takes the room that is left and wraps)."""
    kinds = {
        "left": lambda: Column(no_wrap=True),
        "right": lambda: Column(no_wrap=True, justify="right"),
        "fill": lambda: Column(fills=True, overflow="fold"),
    }
    return Rows((kinds[column]() for column in columns), gap, "fill" in columns)


def indented(body: Drawable, by: int = 2) -> Drawable:
    return Indented(body, by)


def written(parts: Iterable[Drawable], pen: Pen) -> str:
    """The parts as text, without blanks at the ends of lines; with colours only where the page has them."""
    lines = (line for part in parts for line in part.lines(pen.width))
    return "".join(f"{_line(line, pen)}\n" for line in lines)


def _line(line: Line, pen: Pen) -> str:
    if not pen.page.colour:
        return "".join([words for words, _ in line]).rstrip()
    return "".join(coloured(words, style) for words, style in line).rstrip()
