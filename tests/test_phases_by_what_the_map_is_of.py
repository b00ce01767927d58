"""What a map as a whole is of, by its title or its stages together, tells stages without a sure word of their own."""

from __future__ import annotations

import pytest
from drawing import LANES, phases, read, the_map


def test_all_steps_of_a_set_up_are_onboarding() -> None:
    names = ("Create account", "Add services", "Set reminder timing", "Set holidays", "Preview & launch")
    assert set(phases("Admin setup journey", *names)) == {"onboarding"}


def test_a_set_up_may_lead_to_use_and_support() -> None:
    found = phases("Implementation process", "Kick-off", "Data migration", "Testing", "Daily use")
    assert found == ["onboarding", "onboarding", "onboarding", "use"]


def test_details_and_times_are_part_of_a_booking() -> None:
    names = ("Discovery", "Service selection", "Time selection", "Enter details", "Confirmation", "Arrival", "Service")
    assert phases("Client booking journey", *names) == [
        "awareness",
        "consideration",
        "purchase",
        "purchase",
        "purchase",
        "onboarding",
        "use",
    ]


def test_a_booking_on_a_form_is_no_work_inside_a_product() -> None:
    names = ("Search", "Compare rooms", "Select dates", "Guest details", "Payment", "Confirmation")
    assert phases("Hotel booking journey", *names)[2:] == ["purchase"] * 4


def test_an_application_lasts_until_it_is_decided_by_any_title() -> None:
    names = ("Announcement", "Application", "Security vetting", "Decision", "Card collection", "Event access")
    assert phases("Service blueprint", *names) == ["awareness", "purchase", "purchase", "purchase", "delivery", "use"]


def test_what_is_paid_during_the_visit_does_not_make_the_visit_a_part_of_the_booking() -> None:
    names = ("Compare salons", "Booking", "Personal details", "Check-in", "Treatment", "Payment")
    assert phases("Salon booking journey", *names)[2:5] == ["purchase", "onboarding", "use"]


def test_buying_and_receiving_supplies_is_work_with_the_product() -> None:
    names = ("Order supplies", "Receive goods", "Storage", "Inventory count")
    assert set(phases("User journey", *names)) == {"use"}


def test_serving_their_own_customers_is_the_work_of_those_who_work_with_a_product() -> None:
    names = ("Discover and onboard", "Create an event", "Launch and sell", "Re-engage the audience")
    assert phases("Merchant journey", *names)[1:] == ["use", "use", "use"]


def test_those_who_work_with_a_product_come_to_it_and_stay_as_others_do() -> None:
    names = ("Outreach", "Sales call", "Pre-event setup", "Event night", "Retention")
    assert phases("Operator flow", *names) == ["awareness", "consideration", "onboarding", "use", "retention"]


@pytest.mark.parametrize(
    ("title", "phase"),
    [("Jornada 3 - O mês vivido (hábito)", "use"), ("First value (onboarding)", "onboarding")],
)
def test_a_title_tells_stages_that_say_nothing(title: str, phase: str) -> None:
    assert phases(f"Journey map: {title}", "Blorp", "Flimp", "Quonk") == [phase] * 3


def test_a_map_of_which_nothing_is_known_stays_unclear() -> None:
    assert set(phases("User journey map", "Blorp", "Flimp", "Quonk")) == {"unclear"}


def test_loyalty_is_recommending_where_its_cells_speak_of_that() -> None:
    above = f"Customer journey map\n\nStage | {LANES}\nAwareness | | Calm | Slow\nPurchase | | Calm | Slow"
    told = the_map(read(f"{above}\nLoyalty | Recommends us, writes a review | Glad | None")).stages[-1]
    silent = the_map(read(f"{above}\nLoyalty | Collects points, comes back | Glad | None")).stages[-1]
    assert (told.phases, silent.phases) == (("advocacy",), ("retention",))


def test_a_remark_says_that_the_whole_map_decided() -> None:
    rows = "Time selection | | Calm | x\nGuest details | | Calm | x\nConfirmation | | Calm | x"
    reading = read(f"Client booking flow\n\nStage | {LANES}\n{rows}")
    assert any(note.startswith("A4: the title or the stages together") for note in reading.notes)
