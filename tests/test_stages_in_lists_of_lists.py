"""Items of a list that hold a list of their own name stages under a title of a journey."""

from __future__ import annotations

from drawing import vocabulary

from cxaudit.grid import Grid
from cxaudit.reading import read_grid


def names(cells: list[str]) -> list[str]:
    rows = [("Mason journey", ""), ("", ""), *(("", cell) for cell in cells)]
    reading = read_grid(Grid("book.xlsx", "Sheet", rows), vocabulary())
    return [stage.name.text for table in reading.tables for journey in table.maps for stage in journey.stages]


def test_each_cell_may_begin_with_a_name_and_go_on_with_its_list() -> None:
    cells = ["- Quarry\n  - Looks at veins", "- Yard\n  - Saws", "- Church\n  - Climbs", "- Tavern\n  - Sits down"]
    assert names(cells) == ["Quarry", "Yard", "Church", "Tavern"]


def test_names_and_their_lists_may_take_turns() -> None:
    cells = ["- Quarry", "- Looks at the veins.", "- Yard", "- Saws:\n  - slowly", "- Church", "- Climbs.", "- Tavern"]
    assert names([*cells, "- Sits down.\n- Sings."]) == ["Quarry", "Yard", "Church", "Tavern"]


def test_a_plain_list_names_no_stages() -> None:
    assert names(["- Quarry", "- Yard", "- Church", "- Tavern"]) == []
