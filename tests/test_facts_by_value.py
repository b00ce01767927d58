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


def test_a_line_of_several_sentences_tells_each_fact_by_itself() -> None:
    sheet = "A map\nTalked with tenants: 12 talks, call notes. All of them taped. Reviewed 3 May 2026.\n" + MAP[7:]
    about = the_map(read("\n".join(line for line in sheet.split("\n") if "Zibbed" not in line))).about
    assert given(about, "other.reviewed") == ("3 May 2026.",)
    assert "12 talks, call notes. All of them taped." in given(about, "evidence")


def test_a_label_with_its_own_answer_takes_no_answer_from_the_line_below() -> None:
    sheet = "A map\nBased on: [which interviews?]\nLast review: 3 May 2026\n" + MAP[MAP.index("\n\n") :]
    about = the_map(read(sheet)).about
    assert given(about, "evidence") == ()
    assert given(about, "other.reviewed") == ("3 May 2026",)
