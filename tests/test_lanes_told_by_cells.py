"""Lanes whose label leaves open what they are, told by their cells; and what each of several maps says of itself."""

from __future__ import annotations

import pytest
from drawing import given, read, the_map, vocabulary

_PATH = """
Stage    | Hears of the pool | Compares passes | Buys a pass | Swims every week | Renews the pass
Contacts | Poster            | Website         | Till        | Lifeguard        | Letter
Feelings | Curious           | Torn            | Glad        | Fresh            | Content
"""


def _said(row: str, field: str) -> tuple[str, ...]:
    journey = the_map(read(_PATH + row, "Customer journey"))
    return tuple(text for stage in journey.stages for text in given(stage.fields, field))


def test_a_route_that_holds_channels_is_the_way_to_be_reached() -> None:
    assert _said("Route | Street | Web | In person | On site | Post", "channel") == (
        "Street",
        "Web",
        "In person",
        "On site",
        "Post",
    )


def test_a_route_that_leads_elsewhere_stays_one() -> None:
    row = "Route |  | Goes to the lake instead |  | Stops in summer, comes back in autumn | "
    assert _said(row, "channel") == ()
    assert _said(row, "other.route") == ("Goes to the lake instead", "Stops in summer, comes back in autumn")


def test_an_owner_may_be_the_same_in_every_stage_under_a_label_that_nobody_knows() -> None:
    assert _said("Zuruba | All staff | All staff | All staff | All staff | All staff", "owner") == ("All staff",) * 5


def test_other_texts_that_come_again_tell_nothing_of_their_lane() -> None:
    assert _said("Zuruba | Blue | Blue | Blue | Blue | Blue", "owner") == ()


_HAPPENS = """
Stage   | Step       | What happens                    | Contacts | Feelings
Looking | Hears      | Reads about the pool at work    | Poster   | Curious
        | Compares   | Compares two passes at home     | Website  | Torn
Buying  | Pays       | Pays at the till                | Till     | Glad
Swim    | First time | Looks for the lockers           | Sign     | Lost
"""


def test_what_happens_is_what_the_customer_does_where_no_other_lane_tells_it() -> None:
    journey = the_map(read(_HAPPENS, "Customer journey"))
    assert [given(step.fields, "activity") for stage in journey.stages for step in stage.steps] == [
        ("Reads about the pool at work",),
        ("Compares two passes at home",),
        ("Pays at the till",),
        ("Looks for the lockers",),
    ]


def test_what_a_map_says_of_itself_is_not_said_by_the_one_above_it() -> None:
    drawing = f"""
    Two paths
    A. The swimmer
    Source: 14 interviews with swimmers
    {_PATH.strip()}

    B. The school
    Source: a talk in the office
    Stage    | Hears of lessons | Asks for a price | Signs the contract | Comes every Friday
    Contacts | Letter           | Telephone        | Contract           | Trainer
    Feelings | Curious          | Torn             | Glad               | Content
    """
    maps = [journey for table in read(drawing, "Customer journeys").tables for journey in table.maps]
    assert [given(journey.about, "evidence") for journey in maps] == [
        ("14 interviews with swimmers",),
        ("a talk in the office",),
    ]


@pytest.mark.parametrize("text", ["Fill in the form and show the card", "Fill in the claim online"])
def test_filling_in_a_form_is_a_deed_and_no_placeholder(text: str) -> None:
    assert vocabulary().placeholder(text) == ""


@pytest.mark.parametrize("text", ["Fill in", "Fill in here", "Fill in the owner", "fill in later"])
def test_a_call_to_fill_in_a_cell_is_a_placeholder(text: str) -> None:
    assert vocabulary().placeholder(text)


@pytest.mark.parametrize(
    ("names", "phases"),
    [
        (
            ("Bills go up", "Is it right for us?", "Signing", "First days", "Everyday life", "Behind with the rent"),
            ("awareness", "consideration", "purchase", "onboarding", "use", "support"),
        ),
        (
            (
                "Hearing of it",
                "Day pass or season pass",
                "Joining",
                "First visit",
                "Everyday swimming",
                "Keep or pause",
            ),
            ("awareness", "consideration", "purchase", "onboarding", "use", "retention"),
        ),
        (
            ("Hears of it", "Chooses", "Orders", "Wears it", "Exchanges and returns", "Orders again"),
            ("awareness", "consideration", "purchase", "use", "support", "retention"),
        ),
    ],
)
def test_everyday_names_of_stages_tell_their_phases(names: tuple[str, ...], phases: tuple[str, ...]) -> None:
    assert tuple(match.phases[0] for match in vocabulary().phase_matches(names)) == phases
