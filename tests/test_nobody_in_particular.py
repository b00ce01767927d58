"""Cells that are filled and name nobody: abbreviations with stops, and owners that are whoever is there."""

from __future__ import annotations

import pytest
from drawing import vocabulary


@pytest.mark.parametrize("text", ["t.b.d.", "T. B. C.", "n / a", "n.a", "t.b.a", "?", "??"])
def test_an_abbreviation_with_stops_is_the_placeholder_that_it_is_without(text: str) -> None:
    assert vocabulary().placeholder(text)


@pytest.mark.parametrize("text", ["IT", "H.R.", "Q & A", "U.S.", "a.m."])
def test_other_short_texts_say_something(text: str) -> None:
    assert not vocabulary().placeholder(text)


@pytest.mark.parametrize(
    "text", ["Everybody in the kitchen", "whoever has the phone", "Anyone on the ward", "all of the crew"]
)
def test_an_owner_that_is_whoever_is_there_is_too_broad(text: str) -> None:
    assert vocabulary().words("owner-too-broad").is_whole(text)


@pytest.mark.parametrize("text", ["Kitchen team", "Head of the ward", "The Everyone Project lead"])
def test_an_owner_with_a_name_or_a_role_is_not(text: str) -> None:
    assert not vocabulary().words("owner-too-broad").is_whole(text)
