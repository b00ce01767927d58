"""What a stage without a telling word must be, by its place among those that have one."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.words.phasepath import BOUGHT, CUSTOMER, ORDER

UNCLEAR = ("unclear",)
_USED, _DELIVERED = ("use",), ("delivery",)
_CUSTOMERS = frozenset({"onboarding", "use"})
_FEWEST_KNOWN = 3  # one in three stages, elsewhere one in two
_BEHIND_TROUBLE = frozenset({"retention", "advocacy"})


def by_place(named: Sequence[tuple[str, ...]], index: int) -> tuple[str, ...]:
    """The phase of a stage from the nearest stages that tell theirs; ("unclear",) where they do not say."""
    before = [p[-1] for p in named[:index] if p]
    behind = [p[0] for p in named[index + 1 :] if p]
    known = len(before) + len(behind)
    if known * (_FEWEST_KNOWN if _as_customers(before, behind) else 2) < len(named):
        return UNCLEAR
    since = next((n for n in range(index) if named[index - 1 - n]), index)
    until = next((n for n, phases in enumerate(named[index + 1 :]) if phases), 0)
    return (_between(before[-1] if before else "", behind[0] if behind else "", since, until),)


def _as_customers(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether who has begun to use goes on as a customer: what they do there is use, by any name."""
    begun = len(before) + len(behind) > 1 and bool(before) and before[-1] in _CUSTOMERS
    return begun and (not behind or ORDER[behind[0]] > CUSTOMER)


def worked_on(named: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The phases of all stages; work between an order and its delivery is part of the delivery, and no use yet."""
    found = list(named)
    for index, phases in reversed(list(enumerate(found))):
        coming = next((p for p in found[index + 1 :] if p), ())
        before = next((p for p in reversed(found[:index]) if p and p != _USED), ())
        if phases == _USED and coming == _DELIVERED and before and ORDER[before[-1]] <= BOUGHT:
            found[index] = _DELIVERED
    return found


def fits(phase: str, named: Sequence[tuple[str, ...]], index: int) -> bool:
    """Whether a phase goes on from the stages before and leads to those behind."""
    before = next((p[-1] for p in reversed(named[:index]) if p), "awareness")
    behind = next((p[0] for p in named[index + 1 :] if p), "exit")
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
