"""The sheets of a client become one programme."""

from __future__ import annotations

from drawing import given, grid, vocabulary

from cxaudit.model import Programme
from cxaudit.programme import build_programme
from cxaudit.reading import read_grid


def programme(*sheets: tuple[str, str]) -> Programme:
    readings = [read_grid(grid(drawing, name), vocabulary()) for name, drawing in sheets]
    return build_programme(readings, vocabulary())


PATH = "Stage | Activities | Touchpoints\nAwareness | Look | Poster\nPurchase | Pay | Shop\nUse | Live | App"


def test_lanes_on_another_sheet_belong_to_the_same_map() -> None:
    feelings = "Stage | Emotions | Pain points\nAwareness | Curious | None\nPurchase | Tense | Queue\nUse | Calm | Bugs"
    (journey,) = programme(("Path", PATH), ("Feelings", feelings)).maps
    assert given(journey.stages[1].fields, "touchpoint") == ("Shop",)
    assert given(journey.stages[1].fields, "emotion") == ("Tense",)


def test_as_is_and_to_be_are_two_maps() -> None:
    assert len(programme(("As-Is", PATH), ("To-Be", PATH)).maps) == 2


def test_an_inventory_tells_more_of_the_maps_touchpoints_and_doubles_none() -> None:
    inventory = "Touchpoint | Phase | Owner\nPoster | Awareness | Brand\nShop | Purchase | Sales\nHotline | Use | Care"
    (journey,) = programme(("Journey", PATH), ("Touchpoint inventory", inventory)).maps
    purchase, use = journey.stages[1], journey.stages[2]
    assert given(purchase.fields, "touchpoint") == ()
    assert [(given(s.fields, "touchpoint"), given(s.fields, "owner")) for s in purchase.steps] == [
        (("Shop",), ("Sales",))
    ]
    assert given(use.fields, "touchpoint") == ("App",)
    assert given(use.steps[0].fields, "touchpoint") == ("Hotline",)


def test_a_map_of_one_job_on_purpose_says_so() -> None:
    table = "Stage | Touchpoints | Emotions\nReporting the claim | Hotline | Shaken\nRepair | Garage | Calm"
    claim = f"Motor claims journey\n\n{table}"
    (journey,) = programme(("Claim", claim)).maps
    assert (journey.job, journey.job_phases) == ("claims journey", ("support",))


def test_a_whole_journey_is_no_job_whatever_its_title_says() -> None:
    stages = ["Awareness", "Consideration", "Purchase", "Onboarding", "Use", "Renewal"]
    whole = "Journey with the claims journey\n\nStage | Touchpoints | Emotions\n" + "\n".join(
        f"{s} | x y | fine" for s in stages
    )
    (journey,) = programme(("Whole", whole)).maps
    assert journey.job == ""


def test_a_persona_told_twice_is_one_persona_with_what_both_say() -> None:
    overview = "Persona | Age | Job | Goals\nKarin | 48 | Auditor | Home early\nFinn | 19 | Baker | Fun"
    card = "Persona: Karin\nAge | 48\nFrustrations | Queues\nMobile use | Tickets"
    personas = programme(("Personas", overview), ("Karin", card)).personas
    assert [p.name.text for p in personas] == ["Karin", "Finn"]
    assert given(personas[0].fields, "dissatisfaction_driver") == ("Queues",)
    assert given(personas[0].fields, "goal") == ("Home early",)
