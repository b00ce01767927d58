"""The cheapest set that reaches a bound, against trying every set, with ties and with costs of nothing."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scoring_builders import LAW

from cxaudit.scores.cheapest import Choice, cheapest


def choices(**pairs):
    return [Choice(key, cost, Fraction(gain)) for key, (cost, gain) in pairs.items()]


def by_trying(offered, need):
    found = [
        (sum(c.cost for c in chosen), size, tuple(sorted(c.key for c in chosen)))
        for size in range(len(offered) + 1)
        for chosen in combinations(offered, size)
        if sum(c.gain for c in chosen) >= need
    ]
    return min(found)[2] if found else None


@LAW
@given(
    st.lists(st.tuples(st.integers(0, 9), st.fractions(0, 6, max_denominator=4)), max_size=9),
    st.fractions(0, 30, max_denominator=4),
)
def test_no_other_set_is_cheaper_smaller_or_earlier(drawn, need):
    offered = [Choice(f"R{n}", cost, gain) for n, (cost, gain) in enumerate(drawn)]
    assert cheapest(offered, need) == by_trying(offered, need)


@LAW
@given(st.permutations(range(8)))
def test_the_order_of_the_offer_does_not_matter(order):
    offered = [Choice(f"R{n}", 1 + n % 3, Fraction(1 + n % 4)) for n in order]
    assert cheapest(offered, Fraction(9)) == by_trying(offered, Fraction(9))


@pytest.mark.parametrize("need", [0, -3])
def test_nothing_needed_takes_nothing(need):
    assert cheapest(choices(a=(0, 5)), Fraction(need)) == ()


def test_what_gains_nothing_is_never_taken():
    assert cheapest(choices(a=(0, 0), b=(4, 2)), Fraction(2)) == ("b",)


def test_a_bound_out_of_reach_has_no_set():
    assert cheapest(choices(a=(1, 2), b=(1, 2)), Fraction(5)) is None


def test_two_that_fit_beat_the_best_one_by_itself():
    assert cheapest(choices(best=(5, 8), left=(4, 5), right=(4, 5)), Fraction(10)) == ("left", "right")
