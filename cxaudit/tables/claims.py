"""Which tables of a sheet are kept: of those that claim the same cells the one that explains most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush

from cxaudit.grid import Area
from cxaudit.layout import Claim, Table

TABLE_KINDS = ("journey", "persona", "metrics", "touchpoints", "practices")
_LEAST_CONFIDENCE = 0.4
_Turn = tuple[float, Area, str, tuple[int, ...], Table | Claim]
_FIRST = Area(0, 0, 0, 0)


def chosen(claims: Iterable[Table | Claim], kinds: tuple[str, ...], kind: str = "") -> tuple[Table, ...]:
    """The tables that explain most, none overlapping another, in the order of the sheet.

    `kinds` are those that the sheet's title speaks of; a `kind` that is laid down leaves only tables of that kind.
    """
    kept: list[Table] = []
    for table in _by_weight(claims, kinds, kind, kept):
        if table.confidence >= _LEAST_CONFIDENCE and not any(table.region.overlaps(k.region) for k in kept):
            kept.append(table)
    full = {table.layout for table in kept if table.maps and table.lanes}
    if full:  # beside a map with lanes one without is only a list, unless both are laid out alike
        kept = [table for table in kept if table.lanes or full == {table.layout}]
    return tuple(sorted(kept, key=lambda t: t.region))


def _by_weight(
    claims: Iterable[Table | Claim], kinds: tuple[str, ...], kind: str, kept: list[Table]
) -> Iterator[Table]:
    """The tables from the weightiest on; those of a claim are made when no other can have more weight.

    A claim of which `kept` tables hold the whole ground by then is passed over.
    """
    waiting = [_turn(claim, kinds, (number,)) for number, claim in enumerate(claims)]
    heapify(waiting)
    while waiting:
        *_, number, claim = heappop(waiting)
        if isinstance(claim, Table):
            if not kind or claim.kind == kind:
                yield claim
        elif (not kind or kind in claim.kinds) and not _taken(claim, kept):
            for place, made in enumerate(claim.make()):
                heappush(waiting, _turn(made, kinds, (*number, place)))


def _turn(claim: Table | Claim, kinds: tuple[str, ...], number: tuple[int, ...]) -> _Turn:
    """When it is its turn: by its weight, then by its place; a claim comes before tables of as much weight."""
    if isinstance(claim, Table):
        return -_weight(claim, claim.kind, kinds), claim.region, claim.layout, number, claim
    return -max(_weight(claim, kind, kinds) for kind in claim.kinds), _FIRST, "", number, claim


def _taken(claim: Claim, kept: Iterable[Table]) -> bool:
    """Whether nothing can come of a claim any more: it is not sure enough, or no cell of its ground is free."""
    sure = claim.confidence >= _LEAST_CONFIDENCE
    return not sure or all(any(table.region.holds(area) for table in kept) for area in claim.ground)


def _weight(claim: Table | Claim, kind: str, kinds: tuple[str, ...]) -> float:
    """What a claim explains, by how sure it is; a kind that the sheet's title speaks of counts for more."""
    named = kind in kinds or (kind == "touchpoints" and "journey" in kinds)
    other = bool(kinds) and not named and any(each in TABLE_KINDS for each in kinds)
    return claim.explained * claim.confidence**2 * (1.4 if named else 0.75 if other else 1.0)
