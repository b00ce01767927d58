"""Steps with a customer's deeds and what happens backstage are a map, whatever the title says."""

from __future__ import annotations

from drawing import read


def kind(heads: str) -> str:
    rows = "\n".join(f"{n} | Hands over skates {n} | Notes their size {n}" for n in range(1, 5))
    return read(f"The rink\n\n{heads}\n{rows}\n").kind


def test_steps_beside_a_customers_deeds_and_the_backstage_are_a_map() -> None:
    assert kind("Step | Visitor action | What happens behind the scenes") == "journey"


def test_actions_of_nobody_in_particular_make_no_map() -> None:
    assert kind("Step | Action | What happens behind the scenes") == "other"


def test_a_customers_deeds_alone_make_no_map() -> None:
    assert kind("Step | Visitor action | Remark") == "other"
