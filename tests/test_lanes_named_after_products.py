"""Lanes that are called by the name of a company or product hold what the system does, knows or must do."""

from __future__ import annotations

import pytest
from drawing import read, the_map

TABLE = """
Stage   | User action   | Pain points | {label}
Hears   | Sees a banner | Noise       | Aaa bbb ccc
Tries   | Draws a plan  | Slow        | Ddd eee fff
Pays    | Types a code  | Fees        | Ggg hhh iii
"""


def field_of(label: str) -> str:
    lanes = the_map(read(TABLE.format(label=label), "Customer journey")).lanes
    return next(lane.field for lane in lanes if lane.label == label.split("|", maxsplit=1)[0].strip())


@pytest.mark.parametrize("label", ["What Zendrix does", "Zendrix does", "Zendrix response", "ZENDrix role"])
def test_what_a_product_does_is_behind_the_scenes(label: str) -> None:
    assert field_of(label) == "backstage"


def test_what_a_product_observes_is_the_data_that_it_gets() -> None:
    assert field_of("What Zendrix observes") == "data_shared"


def test_what_a_product_must_do_is_an_opportunity_and_what_it_must_not_is_none() -> None:
    assert field_of("What Zendrix must do here") == "opportunity"
    assert field_of("Zendrix must not") == "other"


@pytest.mark.parametrize("label", ["Cognitive response", "Physiological response", "Measurable response"])
def test_a_quality_before_a_deed_is_no_name(label: str) -> None:
    assert field_of(label) != "backstage"


def test_a_name_that_also_feels_is_a_persons() -> None:
    assert field_of("What Zofinka does | What Zofinka feels") != "backstage"


def test_a_name_that_does_something_is_hers_where_the_map_asks_what_she_sees() -> None:
    lanes = the_map(read(_HERS, "Customer journey")).lanes
    assert {lane.label: lane.field for lane in lanes}["What Zofinka does"] == "activity"


_HERS = """
Stage   | What Zofinka does | Pain points | What she sees
Hears   | Aaa bbb ccc       | Noise       | A banner
Tries   | Ddd eee fff       | Slow        | A plan
Pays    | Ggg hhh iii       | Fees        | A code
"""
