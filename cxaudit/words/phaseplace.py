"""What a stage without a telling word must be, by its place among those that have one."""

from __future__ import annotations

from collections.abc import Sequence

from cxaudit.words.phasepath import BOUGHT, CUSTOMER, ORDER

UNCLEAR = ("unclear",)
_BEHIND_TROUBLE = frozenset({"retention", "advocacy"})


def by_place(named: Sequence[tuple[str, ...]], index: int) -> tuple[str, ...]:
    """The phase of a stage from the nearest stages that tell theirs; ("unclear",) where they do not say."""
    before = [p[-1] for p in named[:index] if p]
    behind = [p[0] for p in named[index + 1 :] if p]
    if (len(before) + len(behind)) * 2 < len(named):
        return UNCLEAR
    since = next((n for n in range(index) if named[index - 1 - n]), index)
    until = next((n for n, phases in enumerate(named[index + 1 :]) if phases), 0)
    return (_between(before[-1] if before else "", behind[0] if behind else "", since, until),)


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
