"""Grids drawn as text, the vocabulary of the project, and what a reading says without its addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from cxaudit.grid import Area, Grid
from cxaudit.layout import Reading
from cxaudit.model import Fields, JourneyMap
from cxaudit.reading import read_grid
from cxaudit.vocabulary import Vocabulary, load_vocabulary

VOCABULARY = Path(__file__).parents[1] / "rules" / "vocabulary"
Told = dict[str, tuple[tuple[str, ...], dict[str, tuple[str, ...]]]]
MAP = """
Stage     | Touchpoints | Emotions | Pain points
Discover  | Banner      | Curious  | Noise
Compare   | Website     | Unsure   | Jargon
Buy       | Shop        | Tense    | Queue
Renew     | Letter      | Bored    | Price
"""


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(VOCABULARY)


def grid(drawing: str, sheet: str = "Sheet1", merged: Sequence[Area] = (), workbook: str = "book.xlsx") -> Grid:
    """A sheet with one row a line and cells parted by `|`; `/` inside a cell is a line break."""
    lines = drawing.strip("\n").split("\n")
    rows = tuple(tuple(cell.strip().replace(" / ", "\n") for cell in line.split("|")) for line in lines)
    return Grid(workbook, sheet, rows, tuple(merged))


def of_rows(rows: Sequence[Sequence[str]], sheet: str = "Sheet1", merged: Sequence[Area] = ()) -> Grid:
    return Grid("book.xlsx", sheet, tuple(tuple(row) for row in rows), tuple(merged))


def read(drawing: str, sheet: str = "Sheet1", merged: Sequence[Area] = ()) -> Reading:
    return read_grid(grid(drawing, sheet, merged), vocabulary())


def the_map(reading: Reading) -> JourneyMap:
    """The one map of a reading."""
    (journey,) = [journey for table in reading.tables for journey in table.maps]
    return journey


def given(fields: Fields, name: str) -> tuple[str, ...]:
    """The texts given in a field, without its aspects."""
    return tuple(entry.text for entry in fields.get(name, ()) if entry.given)


def told(journey: JourneyMap, leave: Sequence[str] = ()) -> Told:
    """Stage by stage its phases and what its lanes say, with steps put together and addresses left out."""
    found: Told = {}
    for stage in journey.stages:
        texts: dict[str, list[str]] = {}
        layers: list[Mapping[str, tuple[object, ...]]] = [stage.fields, *(step.fields for step in stage.steps)]
        for layer in layers:
            for name in layer:
                if name not in leave:
                    texts.setdefault(name, []).extend(given(layer, name))  # type: ignore[arg-type]
        found[stage.name.text] = (stage.phases, {name: tuple(v) for name, v in sorted(texts.items())})
    return found


LANES = "Actions | Emotions | Pain points"


def phases(title: str, *names: str) -> list[str]:
    """The phases of the stages of a map with lanes that say nothing of them."""
    rows = "\n".join(f"{name} | | Calm | Slow" for name in names)
    journey = the_map(read(f"{title}\n\nStage | {LANES}\n{rows}"))
    return [" ".join(stage.phases) for stage in journey.stages]
