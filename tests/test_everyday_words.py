"""Everyday words for lanes, phases, practices and satisfaction; lists of deeds told from answers."""

from __future__ import annotations

import pytest
from drawing import read, vocabulary


@pytest.mark.parametrize(
    ("label", "field"),
    [("Over", "channel"), ("Via which", "channel"), ("Hurts", "pain_point"), ("Grates", "pain_point")],
)
def test_a_preposition_or_a_verb_may_head_a_lane(label: str, field: str) -> None:
    assert [match.field for match in vocabulary().fields(label, "journey")][:1] == [field]


@pytest.mark.parametrize("name", ["Hamper arrives", "The flowers arrive", "Mattress is here"])
def test_a_thing_that_arrives_is_delivered(name: str) -> None:
    assert vocabulary().phases(name) == ("delivery",)


def test_a_guest_who_arrives_is_not_delivered() -> None:
    assert vocabulary().phases("Guest arrives") != ("delivery",)


def test_whoever_advertises_is_marketing() -> None:
    topics = vocabulary().words("practice-topics")
    assert "marketing" in topics.find_groups("Has the publicity team targets for second orders?")
    assert "beyond_marketing" in topics.find_groups("Does anybody outside advertising stand behind it?")


def test_a_high_mark_for_anything_is_satisfaction() -> None:
    words = vocabulary().words("satisfaction-and-money")
    assert "satisfaction" in words.find_groups("Diners who gave the evening 10 earn us twice the margin")


def test_deeds_beside_the_number_of_their_stage_people_and_dates_are_no_answers() -> None:
    reading = read(
        """
        Alteration                                     | Stage | In charge     | Ready by
        Ask guests once for their feedback and bookings | 2     | Front desk    | 3 May 2027
        Send staff on a course on our customer maps     | 4     | Training desk | 9 May 2027
        Measure guests' satisfaction after each booking | 5     | Front desk    | 2 June 2027
        """,
        "Next",
    )
    (table,) = reading.tables
    assert reading.kind == "other"
    assert [lane.field for lane in table.lanes if lane.field in ("opportunity", "owner", "other.due")] == [
        "opportunity",
        "owner",
        "other.due",
    ]


def test_who_has_not_come_yet_is_no_customer() -> None:
    words = vocabulary().words("customer-lifecycle")
    assert words.find_groups("Has not stayed here yet") == ("prospects",)


def test_who_has_paid_since_a_year_is_a_customer() -> None:
    assert vocabulary().words("customer-hints").find_groups("Paying resident since 2019") == ("customers",)
