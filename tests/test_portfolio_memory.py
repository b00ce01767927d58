"""A portfolio of ten times as many programmes takes no more memory: made, ranked and written in every format."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

from portfolio_builders import DAY, rules

from cxaudit.portfolio.output import output_named
from cxaudit.portfolio.places import Places
from cxaudit.portfolio.result import FailedInfo, ProgrammeInfo, Result, failure
from cxaudit.portfolio.shelf import shelf_of, shelf_of_names
from cxaudit.portfolio.tally import portfolio_of
from cxaudit.renderer import Detail, Page
from cxaudit.scorecard import Interval, LeftOutInfo

A_THIRD_OF_A_MEGABYTE = 333_000


def results(count: int) -> Iterator[Result]:
    """So many programmes, one in ten broken, one in ten with a file left out."""
    for number in range(count):
        name = f"programme {number:06}"
        yield failure(name, "It cannot be read.") if number % 10 == 3 else result(name, number)


def result(name: str, number: int) -> Result:
    row = ProgrammeInfo(
        name=name,
        client=f"Client {number}",
        as_of=DAY,
        rules=rules().ruleset.digest,
        level=number % 5 + 1,
        level_name="Name",
        held=False,
        provisional=False,
        score=number % 997 / 10,
        interval=None,
        spread=Interval(low=1.0, high=2.0),
        coverage=0.5,
        dimensions={"JC": number % 991 / 10},
        costliest=None,
        workbooks=1,
        left_out=(LeftOutInfo(path="a.csv", reason="It is empty."),) if number % 10 == 4 else (),
    )
    return Result(fingerprint="", row=row, lost={"TO02": 1.5})


def peak(count: int) -> int:
    """The most memory in bytes that Python held while so many results became all outputs."""
    tracemalloc.start()
    try:
        found = portfolio_of(results(count), rules().ruleset, DAY)
        for name in ("json", "markdown", "excel", "terminal"):
            written = sum(len(piece) for piece in output_named(name).render(found, Page()))
            assert name == "terminal" or written > 50 * count
        assert len(found.programmes) + len(found.failed) == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_number_of_programmes() -> None:
    peak(50)  # what is imported and kept once
    few = peak(150)
    assert peak(600) - few < A_THIRD_OF_A_MEGABYTE


def test_a_long_table_in_the_terminal_keeps_its_columns_all_the_way_down() -> None:
    found = portfolio_of(results(600), rules().ruleset, DAY)
    pieces = output_named("terminal").render(found, Page(100, detail=Detail.ALL))
    lines = [line for piece in pieces for line in str(piece).splitlines()]
    league = [line for line in lines if "programme 000" in line and "Name" in line]
    assert len(league) == 540
    assert {line.index("programme 000") for line in league} == {league[0].index("programme 000")}
    assert len({line.rindex(" %") for line in league}) == 1


def test_a_shelf_gives_its_things_by_number_then_by_name_and_equals_as_they_came() -> None:
    shelf = shelf_of(FailedInfo)
    for number, name, reason in ((2, "a", ""), (1, "b", "first"), (1, "b", "second"), (1, "B", ""), (1, "a", "")):
        shelf.put((number, 0, name), FailedInfo(name=name, reason=reason))
    twice = [[(each.name, each.reason) for each in shelf] for _ in range(2)]
    assert twice[0] == [("a", ""), ("B", ""), ("b", "first"), ("b", "second"), ("a", "")]
    assert twice[1] == twice[0]
    assert len(shelf) == 5


def test_names_of_any_script_come_in_the_order_of_their_letters_whatever_their_case() -> None:
    names = ("zeta", "Émile", "Alpha", "ß", "東", "alpha", "\U0001f600")
    shelf = shelf_of_names()
    for name in names:
        shelf.put((0, 0, name), name)
    assert list(shelf) == sorted(names, key=lambda name: (name.casefold(), name))


def test_the_latest_place_of_a_programme_is_the_one_that_is_known() -> None:
    places = Places()
    places.note("one", "old", 10)
    places.note("two", "", 20)
    places.note("one", "new", 30)
    assert (len(places), places.fingerprint("one"), places.at("one")) == (2, "new", 30)
    assert places.fingerprint("nobody") == ""
