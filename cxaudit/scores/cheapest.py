"""The cheapest set of choices whose gains reach a bound, found exactly.

A Pareto front of (price, gain) is grown one choice at a time; a set that another one beats in both, or
that cannot be completed below the best set known, is dropped. The work depends on how many choices
there are and hardly on how large their costs are.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from msgspec import Struct


class Choice(Struct, frozen=True):
    """Something that can be bought once: `cost` 0 or more, `gain` in any unit."""

    key: str
    cost: int
    gain: Fraction


# A price and a gain, of one choice or of a set of them, as whole numbers.
Priced = tuple[int, int]


def cheapest(choices: Iterable[Choice], need: Fraction) -> tuple[str, ...] | None:
    """The keys, sorted, of the cheapest set that gains at least `need`; None where all together do not.

    Of sets that cost the same, the one with the fewest choices, then the one whose keys come first.
    """
    useful = sorted((c for c in choices if c.gain > 0), key=lambda c: c.key)
    if need <= 0:
        return ()
    if sum((c.gain for c in useful), Fraction(0)) < need:
        return None
    scale = math.lcm(need.denominator, *(c.gain.denominator for c in useful))
    price = _lowest_price(_priced(useful, scale), int(need * scale))
    chosen = -price % (1 << len(useful))
    return tuple(c.key for i, c in enumerate(useful) if chosen >> (len(useful) - 1 - i) & 1)


def _priced(choices: Sequence[Choice], scale: int) -> list[Priced]:
    """Each choice with a price that orders sets by cost, then by number, then by keys.

    The lowest len(choices) bits of a set's price, negated, say which choices are in it; so a price
    stands for one set only, and the cheapest set can be read off its price.
    """
    n = len(choices)
    return [(((c.cost * (n + 1) + 1) << n) - (1 << (n - 1 - i)), int(c.gain * scale)) for i, c in enumerate(choices)]


def _lowest_price(items: Sequence[Priced], need: int) -> int:
    """The price of the cheapest set that gains `need`; all items together must gain as much."""
    ladder = _Ladder(items)
    best = _bounds(ladder, 0, (0, 0), need)[1]
    front: list[Priced] = [(0, 0)]
    for step, (price, gain) in enumerate(ladder.items, start=1):
        kept: list[Priced] = []
        for state in _undominated(front, [(p + price, g + gain) for p, g in front]):
            if state[1] >= need:
                best = min(best, state[0])
            elif state[1] + ladder.gain_from(step) >= need:
                lower, upper = _bounds(ladder, step, state, need)
                best = min(best, upper)
                if lower < best:
                    kept.append(state)
        front = kept
    return best


def _undominated(first: Iterable[Priced], second: Iterable[Priced]) -> Iterator[Priced]:
    """Two fronts as one: rising in price, and each gaining more than all before it."""
    most = -1
    for state in heapq.merge(first, second):
        if state[1] > most:
            most = state[1]
            yield state


class _Ladder:
    """Items by price per gain, the best first, with running sums of their prices and gains."""

    def __init__(self, items: Iterable[Priced]) -> None:
        self.items = sorted(items, key=lambda item: Fraction(*item))
        self.prices = list(accumulate((price for price, _ in self.items), initial=0))
        self.gains = list(accumulate((gain for _, gain in self.items), initial=0))

    def gain_from(self, step: int) -> int:
        return self.gains[-1] - self.gains[step]


def _bounds(ladder: _Ladder, step: int, state: Priced, need: int) -> Priced:
    """What it costs at least, and at most, to complete a state from the items at `step` and after.

    At most: the best items in order until `need` is reached. At least: the same with only the part of
    the last one that is needed.
    """
    reach = ladder.gains[step] + need - state[1]
    last = bisect_left(ladder.gains, reach) - 1
    price, gain = ladder.items[last]
    before = state[0] + ladder.prices[last] - ladder.prices[step]
    part = reach - ladder.gains[last]
    return before - (-part * price // gain), before + price
