"""Whose journey a map is, and what it rests on, where no label that is listed says so."""

from __future__ import annotations

from drawing import given, grid, the_map, vocabulary

from cxaudit.programme import build_programme
from cxaudit.reading import read_grid

MAP = """
A map
{}

           | Noticing | Comparing | Buying | Using
Touchpoint | Poster   | Web       | Shop   | App
Emotion    | Calm     | Calm      | Calm   | Calm
"""
PEOPLE = """
Persona     | Age | Goals | Frustrations
Ada Stone   | 41  | Rest  | Noise
Bob Fletcher | 52 | Speed | Queues
"""


def named(line: str, tab: str = "Sheet1") -> tuple[str, ...]:
    sheets = (grid(MAP.format(line), tab), grid(PEOPLE, "Personas"))
    programme = build_programme([read_grid(sheet, vocabulary()) for sheet in sheets], vocabulary())
    return given(programme.maps[0].about, "persona")


def test_a_persona_named_under_a_label_that_nobody_knows() -> None:
    assert named("Zibbed with | Ada Stone and Bob Fletcher") == ("Ada Stone", "Bob Fletcher")


def test_a_persona_named_on_the_tab_or_in_a_line_above() -> None:
    assert named("For the board", "Ada Stone") == ("Ada Stone",)
    assert named("We walk with Bob Fletcher through a year") == ("Bob Fletcher",)


def test_a_stranger_above_a_map_is_no_persona() -> None:
    assert named("Zibbed with | Eve Miller") == ()


def test_a_date_and_research_under_labels_that_nobody_knows() -> None:
    drawing = MAP.format("Zibbed on | 3 May 2026\nQuibbled out of | 14 interviews with customers")
    about = the_map(read_grid(grid(drawing), vocabulary())).about
    assert given(about, "other.reviewed") == ("3 May 2026",)
    assert given(about, "evidence") == ("14 interviews with customers",)
