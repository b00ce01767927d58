"""Who drew up a persona is never the persona."""

from __future__ import annotations

from drawing import grid, vocabulary

from cxaudit.reading import read_grid

CARD = """
Personas of the library

1. The evening reader
Drawn up by | Aaron Adler
Goals       | Quiet after work
Frustrations | Closes at six
Needs       | A seat by the window
Behaviours  | Reads papers first
"""


def test_the_author_of_a_card_does_not_give_it_its_name() -> None:
    read = read_grid(grid(CARD, "Reader"), vocabulary())
    names = [persona.name.text for table in read.tables for persona in table.personas]
    assert len(names) == 1
    assert names[0] != "Aaron Adler"
