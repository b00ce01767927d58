"""Who visits a page looks round; who logs in to an account that exists, or works through a project, uses."""

from __future__ import annotations

from drawing import LANES, phases, read, the_map

VISIT = ("Arrival", "Select a model", "Configure the colours", "Preview", "Summary")


def told_with(cell: str, *names: str) -> list[str]:
    """The phases of stages of which each has the same cell beside its name."""
    rows = "\n".join(f"{name} | {cell} | Calm | Slow" for name in names)
    found = the_map(read(f"Customer journey\n\nStage | {LANES}\n{rows}"))
    return [stage.phases[0] for stage in found.stages]


def test_who_visits_a_page_looks_round_until_the_end() -> None:
    assert told_with("The visitor scrolls the page", *VISIT) == ["awareness", *["consideration"] * 4]


def test_who_may_become_a_customer_looks_round_on_a_page_or_elsewhere() -> None:
    assert told_with("Prospective buyers handle it", *VISIT) == ["awareness", *["consideration"] * 4]


def test_what_is_told_of_no_visitor_is_work_inside_a_product() -> None:
    assert "use" in told_with("Tablet", *VISIT)


def test_a_visitor_of_a_place_is_none_of_a_page() -> None:
    names = ("Arrival", "Select a room", "Walk through the rooms", "Listen to the guide")
    assert "use" in told_with("The visitor asks the guard", *names)


def test_a_visitor_who_is_let_in_begins_and_uses() -> None:
    found = told_with("The visitor scrolls the page", "Arrival", "Log in", "Create a list", "Edit the list")
    assert found[1:] == ["onboarding", "use", "use"]


def test_the_parts_of_a_page_are_looked_at() -> None:
    names = ("Hero", "Problem", "Solution", "Services", "Testimonials", "FAQ", "Discovery call")
    assert phases("Customer journey", *names)[1:] == [*["consideration"] * 5, "purchase"]


def test_a_problem_and_its_solution_alone_are_no_parts_of_a_page() -> None:
    assert "consideration" not in phases("Customer journey", "Problem", "Diagnosis", "Solution", "Feedback")


def test_who_asks_on_a_page_goes_on_as_a_customer() -> None:
    found = told_with("The visitor scrolls the page", "Arrival", "Fit", "Evaluation", "Contact", "Delivery")
    assert found == ["awareness", "consideration", "consideration", "purchase", "delivery"]


def test_who_logs_in_first_uses_whatever_the_tasks_are_called() -> None:
    names = ("Login", "Need identification", "Supplier comparison", "Approval", "Register a machine", "Reports")
    assert set(phases("User journey", *names)) == {"use"}


def test_who_logs_in_and_is_let_in_anew_begins() -> None:
    assert phases("User journey", "Login", "Onboarding", "Create a list", "Edit the list")[0] == "onboarding"


def test_who_logs_in_to_a_shop_buys() -> None:
    names = ("Login", "Browse the shelves", "Add to cart", "Checkout", "Delivery")
    assert "purchase" in phases("User journey", *names)


def test_the_stages_of_a_project_are_use() -> None:
    names = ("Demand", "Business case and approval", "Planning phase", "Executing phase", "Closing phase")
    assert set(phases("User journey", *names)) == {"use"}


def test_a_dispute_is_a_trouble_from_its_discovery() -> None:
    names = ("Issue discovery", "Dispute filing", "Waiting", "Resolution")
    assert set(phases("Journey 4: dispute resolution", *names)) == {"support"}
