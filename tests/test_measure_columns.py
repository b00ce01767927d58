"""Columns of lists of measures that only look like people, or like a second list of measures."""

from __future__ import annotations

from drawing import read

LIST = """
Measures of the sorting hall
Measure         | Target | {head}
Parcels a day   | 900    | {one}
Sacks lost      | 0      | {two}
Parcels delayed | < 5 %  | {three}
Letters a day   | 4000   | {four}
"""


def fields(head: str, *cells: str) -> dict[str, str]:
    one, two, three, four = cells
    drawn = LIST.format(head=head, one=one, two=two, three=three, four=four)
    return {lane.label: lane.field for table in read(drawn, "KPIs").tables for lane in table.lanes}


def test_what_is_counted_owns_no_measure() -> None:
    assert fields("Zxq", "Parcels", "Sacks", "Parcels", "Letters").get("Zxq", "other") != "owner"


def test_people_beside_measures_own_them_whatever_the_heading() -> None:
    assert fields("Zxq", "Ida Brandt", "Ole Falk", "Ida Brandt", "Ole Falk")["Zxq"] == "owner"


def test_a_second_column_of_measuring_says_how() -> None:
    assert fields("Measurement", "Gate counter", "Slips", "Scanner", "Gate counter")["Measurement"] != "metric"
