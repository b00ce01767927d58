"""Phases by place and work before a delivery are told in one pass; the answers are those of looking from each stage."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.words.phasepath import ORDER
from cxaudit.words.phaseplace import UNCLEAR, _as_customers, _between, with_places, worked_on

_NAMED = st.lists(st.sampled_from([(), (), *((phase,) for phase in ORDER), ("purchase", "use")]), max_size=12)


@given(_NAMED)
def test_a_stage_without_a_word_is_told_by_the_nearest_on_either_side(named: list[tuple[str, ...]]) -> None:
    assert with_places(named) == [phases or _by_looking_around(named, n) for n, phases in enumerate(named)]


@given(_NAMED)
def test_work_between_an_order_and_its_delivery_is_told_from_the_last_stage_on(named: list[tuple[str, ...]]) -> None:
    assert worked_on(named) == _worked_on_by_looking_around(named)


def _by_looking_around(named: Sequence[tuple[str, ...]], index: int) -> tuple[str, ...]:
    before = [p[-1] for p in named[:index] if p]
    behind = [p[0] for p in named[index + 1 :] if p]
    last, coming = before[-1] if before else "", behind[0] if behind else ""
    least = 3 if _as_customers(len(before), len(behind), last, coming) else 2
    if (len(before) + len(behind)) * least < len(named):
        return UNCLEAR
    since = next((n for n in range(index) if named[index - 1 - n]), index)
    until = next((n for n, phases in enumerate(named[index + 1 :]) if phases), 0)
    return (_between(last, coming, since, until),)


def _worked_on_by_looking_around(named: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    found = list(named)
    for index, phases in reversed(list(enumerate(found))):
        coming = next((p for p in found[index + 1 :] if p), ())
        before = next((p for p in reversed(found[:index]) if p and p != ("use",)), ())
        if phases == ("use",) and coming == ("delivery",) and before and ORDER[before[-1]] <= ORDER["purchase"]:
            found[index] = ("delivery",)
    return found
