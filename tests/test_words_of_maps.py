"""The word lists of the map rules, in the words of many trades: what they take, and what only looks alike."""

from __future__ import annotations

import pytest

from cxaudit.checks.viewpoint import CheckParams
from cxaudit.engine import judge
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import load_rules

RULES = load_rules()
WORDS = RULES.vocabulary.words


@pytest.mark.parametrize(
    "text",
    [
        "Tells a neighbour about the heat pump",
        "Writes a review on the booking portal",
        "Alumni mentor programme",
        "Reference call with another hospital",
        "Brings a friend to the open day",
        "Shares photos of the new car",
        "Member gets member",
    ],
)
def test_speaking_up_for_the_company_is_advocacy(text: str) -> None:
    assert "speaks_up" in WORDS("advocacy").find_groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "Annual policy review",
        "GP referral",
        "Likelihood to recommend (NPS)",
        "Recommended products",
        "Medication review",
    ],
)
def test_what_only_sounds_like_advocacy_is_none(text: str) -> None:
    assert "speaks_up" not in WORDS("advocacy").find_groups(text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Cancels the subscription in the app", "leaves"),
        ("Closes the account", "leaves"),
        ("Half of the applicants drop out here", "leaves"),
        ("Switches to another supplier", "leaves"),
        ("Win-back offer", "returns"),
        ("Goes back to comparing tariffs", "returns"),
        ("Reactivates the old profile", "returns"),
        ("Skips to the booking", "other_way"),
    ],
)
def test_routes_that_are_not_the_next_step(text: str, group: str) -> None:
    assert group in WORDS("exits-and-re-entries").find_groups(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cancellation policy",
        "Withdraws cash at the counter",
        "Exit survey",
        "Flight is cancelled",
        "The result comes back",
    ],
)
def test_what_only_sounds_like_a_route_is_none(text: str) -> None:
    assert not set(WORDS("exits-and-re-entries").find_groups(text)) - {"only_alike"}


@pytest.mark.parametrize(
    "text",
    [
        "Trustpilot",
        "Price comparison site",
        "Other patients in the waiting room",
        "Friends and family",
        "University rankings",
        "Article in the local newspaper",
        "Google search",
        "Owners' forum",
        "Asks a colleague",
    ],
)
def test_sources_that_the_company_does_not_run(text: str) -> None:
    assert "not_ours" in WORDS("not-owned-sources").find_groups(text)


@pytest.mark.parametrize(
    "text",
    ["Google Ads", "Customer magazine", "Press release", "Presses the button", "Yearly account review", "Website"],
)
def test_sources_that_the_company_pays_for_or_runs(text: str) -> None:
    assert "not_ours" not in WORDS("not-owned-sources").find_groups(text)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Books the same room again", "repeat_purchase"),
        ("Renews the policy", "renewal"),
        ("Adds a second line for the daughter", "upgrade"),
        ("Recommends us to a colleague", "referral"),
        ("Joins the owners club", "community"),
        ("Becomes a monthly donor, then leaves a legacy", "giving"),
    ],
)
def test_destinations_beyond_the_sale(text: str, group: str) -> None:
    words = WORDS("destinations")
    assert group in words.find_groups(text)


@pytest.mark.parametrize("text", ["Renewable energy", "Retention call", "Community nurse", "System upgrade at night"])
def test_what_only_sounds_like_a_destination_is_none(text: str) -> None:
    assert not set(WORDS("destinations").find_groups(text)) - {"only_alike"}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Sits in the waiting room", "customer"),
        ("Guest asks for a quiet room", "customer"),
        ("The guest asks for a quiet room", "customer"),
        ("I fill in the benefit form", "customer"),
        ("Is called back by the adviser", "customer"),
        ("We call back every lead within an hour", "company"),
        ("Our adviser explains the terms", "company"),
        ("The claims team checks the photographs", "company"),
        ("Nurture leads by e-mail", "company"),
        ("The kitchen sends a cake along", "company"),
        ("The till prints two slips", "company"),
        ("Till slip", ""),
        ("Contract", ""),
        ("Sends an answer", ""),
    ],
)
def test_whose_doing_an_activity_is(text: str, side: str) -> None:
    rule = next(rule for rule in RULES.ruleset.rules if isinstance(rule.check, CheckParams))
    told = judge(rule, programme_of({"maps": [{"stages": [{"name": "Use", "activity": text}]}]}, RULES.vocabulary))
    assert {"met": "customer", "not_met": "company", "cannot_tell": ""}[told.outcome.value] == side


@pytest.mark.parametrize(
    "text", ["Everyone", "The business", "All teams", "cross-functional", "Various", "Whole company"]
)
def test_owners_that_are_nobody_in_particular(text: str) -> None:
    assert WORDS("owner-too-broad").is_whole(text)


@pytest.mark.parametrize("text", ["Claims team", "Head of Digital", "Anna Berg", "Business banking", "Store manager"])
def test_owners_that_can_be_called(text: str) -> None:
    assert not WORDS("owner-too-broad").is_whole(text)
