"""A map that says "Both" or "All three" names personas, and nobody of that name."""

from __future__ import annotations

from typing import Any

import pytest
from scorecards import scorecard_of

PEOPLE = [{"name": name, "goal": "A quiet stair"} for name in ("Ines", "Olaf", "Wanda")]


@pytest.mark.parametrize(
    ("said", "count", "shares"),
    [
        (["All three"], 3, (3, 3)),
        (["Everyone"], 3, (3, 3)),
        (["Both"], 2, (2, 2)),
        (["Ines", "Olaf", "Both"], 3, (2, 3)),
        (["Ines", "Olaf", "Milo"], 2, (2, 3)),
    ],
)
def test_words_for_several_name_all_where_there_are_so_many(
    said: list[str], count: int, shares: tuple[int, int]
) -> None:
    path: dict[str, Any] = {"title": "Renting", "stages": [{"name": "Use", "persona": said, "activity": "I move in"}]}
    card = scorecard_of({"maps": [path], "personas": PEOPLE[:count]})
    assert [(rule.met, rule.total) for rule in card.rules if rule.id == "JC10"] == [shares]
