"""What a stage without a telling word must be, by its place among those that have one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from cxaudit.words.phasepath import BOUGHT, CUSTOMER, ORDER

UNCLEAR = ("unclear",)
_USED, _DELIVERED = ("use",), ("delivery",)
_CUSTOMERS = frozenset({"onboarding", "use"})
_FEWEST_KNOWN = 3  # one in three stages, elsewhere one in two
_BEHIND_TROUBLE = frozenset({"retention", "advocacy"})


def with_places(named: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The phases of all stages, of one that tells none those of its place among the others; ("unclear",) if none.

    The nearest stages that tell theirs are looked for once for all, as some maps have thousands of stages.
    """
    told = [index for index, phases in enumerate(named) if phases]
    found: list[tuple[str, ...]] = []
    before = 0
    for index, phases in enumerate(named):
        found.append(phases or _by_place(named, told, index, before))
        before += bool(phases)
    return found


def _by_place(named: Sequence[tuple[str, ...]], told: Sequence[int], index: int, before: int) -> tuple[str, ...]:
    """The phase of a stage by its place; `told` are the stages that tell theirs, so many of which stand before it."""
    behind = len(told) - before
    last, since = (named[told[before - 1]][-1], index - told[before - 1] - 1) if before else ("", index)
    coming, until = (named[told[before]][0], told[before] - index - 1) if behind else ("", 0)
    if len(told) * (_FEWEST_KNOWN if _as_customers(before, behind, last, coming) else 2) < len(named):
        return UNCLEAR
    return (_between(last, coming, since, until),)


def _as_customers(before: int, behind: int, last: str, coming: str) -> bool:
    """Whether who has begun to use goes on as a customer: what they do there is use, by any name.

    Counted are the stages before and behind that tell their phase; of those the nearest tell `last` and `coming`.
    """
    begun = before + behind > 1 and last in _CUSTOMERS
    return begun and (not behind or ORDER[coming] > CUSTOMER)


def worked_on(named: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The phases of all stages; work between an order and its delivery is part of the delivery, and no use yet."""
    found = list(named)
    nothing: tuple[str, ...] = ()
    known = (phases if phases != _USED else nothing for phases in named)
    before = list(accumulate(known, lambda last, phases: phases or last, initial=nothing))
    coming = nothing
    for index in reversed(range(len(found))):
        last = before[index]
        if found[index] == _USED and coming == _DELIVERED and last and ORDER[last[-1]] <= BOUGHT:
            found[index] = _DELIVERED
        coming = found[index] or coming
    return found


def fits(phase: str, named: Sequence[tuple[str, ...]], index: int) -> bool:
    """Whether a phase goes on from the stages before and leads to those behind."""
    before = next((named[n][-1] for n in range(index - 1, -1, -1) if named[n]), "awareness")
    behind = next((named[n][0] for n in range(index + 1, len(named)) if named[n]), "exit")
    return ORDER[before] <= ORDER[phase] <= ORDER[behind]


def _between(last: str, coming: str, since: int, until: int) -> str:
    """The phase of a stage between two that tell theirs, with `since` and `until` others that do not on either side."""
    alone = since + until == 0
    if not last:
        return "awareness" if ORDER[coming] <= BOUGHT else coming if coming == "use" else "unclear"
    if coming and last == coming:
        return last
    if not coming and (ORDER[last] <= CUSTOMER or last == "exit"):
        return "unclear"
    if ORDER[last] < BOUGHT:
        return _until_bought(last, coming, alone)
    if last in {"purchase", "delivery"}:
        later = since > 0 and ORDER[coming] > ORDER["onboarding"]
        return "purchase" if ORDER[coming] <= CUSTOMER else "use" if later else "onboarding"
    return _as_customer(last, coming, alone)


def _until_bought(last: str, coming: str, alone: bool) -> str:
    """Between looking and being a customer one stage alone is the purchase; several belong to what is coming."""
    if ORDER[coming] <= BOUGHT:
        return "consideration"
    if last == "consideration" and alone:
        return "purchase"
    return coming if coming in {"onboarding", "use"} else "unclear"


def _as_customer(last: str, coming: str, alone: bool) -> str:
    """Between use and coming back one stage alone is the trouble that every journey knows."""
    if last == "use" and alone and coming in _BEHIND_TROUBLE:
        return "support"
    return "use" if last in {"onboarding", "use"} else last
