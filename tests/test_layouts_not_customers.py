"""Tables that have phases, stages or touchpoints but tell of no customer are left alone."""

from __future__ import annotations

import pytest
from drawing import read

PLAN = """
Scaling path
Phase  | Users    | Data           | Purpose
Pilot  | Ten      | Synthetic only | Try it out
Beta   | Hundred  | Real           | Widen
Growth | Thousand | All            | Earn
"""
PROJECT = """
Delivery plan
Phase    | Activities      | Goals        | Owner
Discover | Workshops       | Know scope   | PM
Build    | Code            | Working app  | Dev lead
Launch   | Go-live weekend | First orders | PM
Support  | Bug fixes       | Stable       | Ops
"""
RISKS = """
Release plan
Phase   | Goal   | Risk        | Owner
MVP     | Demo   | Late        | Ann
Beta    | Trial  | Few testers | Bob
General | Launch | Outage      | Cid
"""
WEIGHTS = """
Zone        | Awareness | Consideration | Decision
Orientation | Heavy     | Light         | Minimal
Credibility | Light     | Medium        | Heavy
Conversion  | Soft      | Moderate      | Heavy
Proof       | None      | Medium        | Heavy
"""
TICKETS = """
Release notes

#140 — Keep working through sync failures without losing what was typed
Status      | Done
Notes       | Retries
Touchpoints | cloud_sync.ts

#147 — Share one subcategory between several parents in the whole tree
Status      | Done
Notes       | New schema
Touchpoints | label_tree.ts

#148 — Review how metrics are assigned to the tree of categories again
Status      | Open
Notes       | None so far
Touchpoints | labels.ts
"""
FEATURES = """
Feature     | View   | Kind   | Ticket
Save button | Orders | Action | none
Print       | Orders | Action | none
Delete      | Orders | Action | none
Undo        | Orders | Action | none
Order form  | Orders | Screen | none
Stock form  | Stock  | Screen | none
Start page  | Start  | Screen | none
"""
EVENTS = """
Customer journey and its events
Event        | Stage     | Repeats | Description
page_open    | Discovery | No      | The first page is shown.
product_view | Discovery | Yes     | Visitor views the page of a product.
add_to_cart  | Cart      | Yes     | Visitor puts a product into the cart.
pay_start    | Checkout  | Yes     | Visitor clicks "Pay".
pay_failed   | Checkout  | Yes     | The bank declines.
"""


@pytest.mark.parametrize("drawing", [PLAN, PROJECT, RISKS, WEIGHTS, TICKETS, FEATURES, EVENTS])
def test_a_plan_with_phases_is_no_journey_map(drawing: str) -> None:
    assert read(drawing).kind == "other"


def test_a_touchpoint_and_stages_that_tell_of_the_relation_are_a_map_without_any_title() -> None:
    drawing = """
Stage         | Touchpoint     | Wanted
Awareness     | Social post    | View the product
Consideration | Quote          | Ask for payment details
Retention     | Thank-you mail | Second order
"""
    assert read(drawing).kind == "journey"


def test_stages_with_what_they_mean_are_no_persona() -> None:
    drawing = """
The charter client journey
Awareness  | Hears of the yacht
Interest   | Looks at pictures
Intent     | Picks a week
Booking    | Pays the deposit
Experience | Sails
Advocacy   | Tells friends
"""
    reading = read(drawing)
    found = [stage.name.text for table in reading.tables for m in table.maps for stage in m.stages]
    assert (reading.kind, found[0], found[-1], len(found)) == ("journey", "Awareness", "Advocacy", 6)


def test_headings_that_count_something_else_are_no_stages() -> None:
    drawing = """
Nurture campaigns

Campaign 1: New prospect
Duration    | 21 days
Touchpoints | Mail, phone
Objective   | Build awareness

Campaign 2: Warm lead
Duration    | 7 days
Touchpoints | Phone
Objective   | First order

Campaign 3: Win-back
Duration    | 90 days
Touchpoints | Check-ins
Objective   | Second order
"""
    assert read(drawing).kind == "other"


def test_screens_and_events_that_name_a_journey_stage_are_no_map() -> None:
    screens = """
Screen inventory
Screen | Journey stage | Primary capability
Home   | Landing       | Entry
Upload | Upload file   | Intake
Review | Review result | Summary
"""
    events = """
Journey phase 1: origin of the freight
Event     | Meaning            | Journey stage
empty_out | Empty released     | 1. Empty pick-up
full_in   | Loaded box is back | 2. Return to port
departed  | Ship has left      | 3. At sea
"""
    assert [read(screens).kind, read(events).kind] == ["other", "other"]


def test_a_sales_pipeline_is_no_map() -> None:
    drawing = """
Sales pipeline
Stage       | Definition      | Exit criteria | Probability | Owner
Lead        | Contact known   | Budget named  | 10 %        | SDR
Qualified   | Need confirmed  | Demo booked   | 25 %        | AE
Proposal    | Quote sent      | Verbal yes    | 50 %        | AE
Negotiation | Redlines        | Signature     | 75 %        | AE
Closed      | Signed          | none          | 100 %       | AE
"""
    assert read(drawing).kind == "other"


def test_a_row_about_personas_in_another_list_is_no_header() -> None:
    drawing = """
Research status
Artifact              | Status      | Place
Business profile      | Done        | business.md
Personas              | Not started | personas
Competitive analysis  | Not started | competitive
"""
    assert read(drawing).kind == "other"
