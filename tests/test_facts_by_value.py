"""Facts above a map under labels that nobody knows are told by their values."""

from __future__ import annotations

from drawing import given, read, the_map

MAP = """
A map
Zibbed on | 3 May 2026
Quibbled out of | 14 interviews with customers
Blorped by | Eve Miller

           | Noticing | Comparing | Buying | Using
Touchpoint | Poster   | Web       | Shop   | App
Emotion    | Calm     | Calm      | Calm   | Calm
"""


def test_a_date_is_the_review_and_research_the_evidence() -> None:
    about = the_map(read(MAP)).about
    assert given(about, "other.reviewed") == ("3 May 2026",)
    assert given(about, "evidence") == ("14 interviews with customers",)


def test_a_year_alone_and_a_name_say_nothing() -> None:
    about = the_map(read(MAP.replace("3 May 2026", "2019"))).about
    assert given(about, "other.reviewed") == given(about, "persona") == ()
