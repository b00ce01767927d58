"""Who has not bought yet is looking; bookings by phone, programmes of points, staff at the till, after the event."""

from __future__ import annotations

from drawing import LANES, phases, read, the_map


def test_who_visits_a_showroom_has_not_bought_yet() -> None:
    names = ("Awareness", "Arrival", "Discovery", "Deep dive", "Comparison", "Test drive experience", "Purchase")
    assert phases("Showroom customer journey", *names) == ["awareness", *["consideration"] * 5, "purchase"]


def test_what_follows_a_sale_after_a_visit_is_read_as_a_customers() -> None:
    names = ("Inspiration", "Arrival at the showroom", "Hands-on try-out", "Quote", "Order", "Installation")
    assert phases("Kitchen customer journey", *names)[4:] == ["purchase", "onboarding"]


def test_who_works_with_a_product_before_paying_for_it_uses_it() -> None:
    names = ("Discovery", "Upload files", "Results", "Share with team", "Payment")
    assert "consideration" not in phases("Customer journey", *names)


def test_where_to_get_the_money_from_is_asked_before_the_purchase() -> None:
    names = ("Awareness", "Research", "Finance", "Purchase")
    assert phases("Home buyer journey", *names)[2] == "consideration"
    assert phases("Home buyer journey", "Awareness", "Research", "Finance", "Moving in")[2] == "purchase"


def test_a_booking_by_phone_begins_with_the_call() -> None:
    names = ("Realise need", "Choose practice", "Prepare", "Call", "Conversation", "Negotiate slot", "Confirm details")
    found = phases("Current state: booking a doctor's appointment", *names)
    assert found == ["awareness", "consideration", "consideration", *["purchase"] * 4]


def test_a_line_above_the_map_tells_that_it_is_of_a_booking() -> None:
    rows = "\n".join(f"{name} | | Calm | Slow" for name in ("Notice pain", "Prepare", "Call", "Agree a time"))
    above = "Where it hurts\nMethod: blueprint\nToday: booking a dentist's appointment"
    found = the_map(read(f"{above}\n\nStage | {LANES}\n{rows}"))
    assert [stage.phases[0] for stage in found.stages][1:] == ["consideration", "purchase", "purchase"]


def test_joining_a_programme_of_points_is_its_beginning_and_earning_its_use() -> None:
    names = ("Discover", "Opt-in", "Earn miles", "Check balance", "Redeem", "Points expiring")
    found = phases("Member journey", *names)
    assert found == ["awareness", "onboarding", "use", "use", "use", "retention"]


def test_orders_and_checkout_are_the_work_of_staff() -> None:
    names = ("Order entry", "Checkout decision", "Confirmation")
    assert phases('The "Split bill" journey (sales staff)', *names) == ["use"] * 3


def test_what_staff_request_is_no_trouble() -> None:
    rows = "\n".join(f"{name} | | Calm | Slow" for name in ("Identify need", "Submit request", "Approval", "Restock"))
    above = "Requisition journey (store manager)\n\nScenario | The manager requests a restock"
    found = the_map(read(f"{above}\n\nStage | {LANES}\n{rows}"))
    assert {stage.phases for stage in found.stages} == {("use",)}


def test_what_comes_after_a_trip_is_recommending_where_it_holds_reviews_and_sharing() -> None:
    above = f"Journey\n\nStage | {LANES}\nSearch | Looks | Calm | Slow\nBook | Pays | Calm | Slow"
    told = the_map(read(f"{above}\nPost-trip | Writes a review and shares photos | Glad | None")).stages[-1]
    silent = the_map(read(f"{above}\nPost-trip | Unpacks | Glad | None")).stages[-1]
    assert (told.phases, silent.phases) == (("advocacy",), ("use",))


def test_a_profile_is_no_set_up_once_the_product_is_in_use() -> None:
    names = ("Login", "Profile", "Dashboard", "Report detail", "Notifications", "Profile")
    found = phases("App journey map", *names)
    assert (found[1], found[-1]) == ("onboarding", "use")


def test_a_pilot_after_the_contract_is_onboarding_and_a_partnership_keeps() -> None:
    names = ("Discovery workshop", "Proposal review", "Contract signing", "Kick-off", "Pilot deployment", "Partnership")
    assert phases("Client lifecycle", *names)[1:] == ["purchase", "purchase", "onboarding", "onboarding", "retention"]


def test_who_puts_a_product_together_before_buying_it_has_it_not_yet() -> None:
    names = ("Awareness", "Arrival", "Desire and configuration", "Purchase")
    assert phases("Car buyer journey", *names)[1:3] == ["consideration", "consideration"]
