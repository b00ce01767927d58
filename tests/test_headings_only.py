"""Sheets made of headings, as only somebody makes who wants the reading to take for ever, are passed over."""

from __future__ import annotations

from drawing import of_rows, vocabulary

from cxaudit.reading import read_grid

HEADINGS = ["Stage", "Goal", "Emotion", "Pain point"]


def test_a_sheet_of_very_many_headings_is_passed_over_and_says_why() -> None:
    reading = read_grid(of_rows([HEADINGS] * 8_000), vocabulary())
    assert (reading.kind, reading.tables) == ("other", ())
    assert reading.notes[0] == (
        "32,000 of its 32,000 cells are headings, as on no real sheet, so no table was looked for"
    )


def test_a_long_map_whose_cells_say_little_is_read_all_the_same() -> None:
    rows = [[f"Stage {n // 2_000 + 1}", "Save time", "Calm", "A queue"] for n in range(8_000)]
    reading = read_grid(of_rows([HEADINGS, *rows]), vocabulary())
    assert reading.kind == "journey"
    assert not [note for note in reading.notes if "no table was looked for" in note]


def test_a_template_of_headings_alone_is_looked_through() -> None:
    assert not read_grid(of_rows([HEADINGS, ["Goal", "", "", ""]]), vocabulary()).notes
