"""Documents of other kinds have stages, channels, names and goals too, and are no maps and no personas."""

from __future__ import annotations

import pytest
from drawing import MAP, read

PLAN = """
Phase      | Goal             | Activities     | Owner | Risks
Discovery  | Know what we need | Hold workshops | Pat   | Nobody comes
Selection  | Pick a supplier  | See demos      | Kit   | Late offers
Onboarding | Train the desk   | Give lessons   | Lou   | No time
Support    | Keep it running  | Answer calls   | Pat   | Night shifts
"""
TICKETS = """
Ticket          | Customer | Channel | Problem              | Agent
Cannot sign in  | Mrs Orth | Phone   | The mail never came  | Pat
Wrong invoice   | Mr Lund  | Letter  | Was charged twice    | Kit
Late parcel     | Ms Roy   | Chat    | Nobody delivered it  | Pat
Leaves the club | Mr Ito   | Chat    | Wants to cancel      | Lou
"""
ANSWERS = """
Person | 1       | 2      | 3
Age        | 34      | 51     | 28
How did you hear about us? | A friend | Television | A poster
What annoys you?           | Prices   | Waiting    | The login
Would you recommend us?    | Yes      | Perhaps    | Yes
"""
SERVICE_LEVELS = """
Service     | Fault  | Request | Complaint | Change
Channel     | Phone  | Portal  | Email     | Portal
Answered in | 20 s   | 1 day   | 5 days    | 9 days
Mended in   | 4 h    | 5 days  | 10 days   | 20 days
Owner       | Desk A | Desk B  | Desk B    | Desk C
"""
MANUAL = """
shop.connect(channel) |
Usage | shop.connect("till")
Types | { "name": "text" }
Environment | export SHOP_HOME=/opt/shop
Preferences | shop.set({ "quiet": true })
Motivation | Saves you writing the same lines
"""
PATIENTS = """
Ruth Ames
Diagnosis | Asthma
Treatment | Spray, twice a day
Symptoms  | Short of breath on stairs
Age       | 61
Occupation | Gardener
Goals     | Work outdoors again
Frustrations | Waits months for a date
Motivation | Her grandchildren
"""
TEAM = """
Ana Lima
Role | Designer
Experience | Eight years
Goals | Lead a project

Bo Chen
Role | Engineer
Experience | Five years
Goals | Learn to sail

Cy Diaz
Role | Writer
Experience | Twelve years
Goals | Publish a book
"""


@pytest.mark.parametrize("title", ["Project plan", "Sprint plan", "Risk register", "Employee onboarding"])
def test_a_plan_under_its_own_title_is_no_map_however_sure_its_labels(title: str) -> None:
    reading = read(f"{title}\n{PLAN}", title)
    assert reading.kind == "other"
    assert "this could be taken for journey, but the title" in reading.notes[-1]


def test_what_customers_meet_and_feel_is_a_map_under_any_title() -> None:
    assert read(f"Project plan\n{MAP}", "Project plan").kind == "journey"


def test_tickets_are_told_by_their_headings() -> None:
    reading = read(TICKETS)
    assert reading.kind == "other"
    assert "headings are those of records" in reading.notes[-1]


def test_personas_who_strive_for_something_may_have_a_diagnosis_too() -> None:
    assert read(PATIENTS).kind == "persona"


def test_a_title_of_personas_over_prompts_for_a_machine_is_none_of_customers() -> None:
    heads = "Persona | System prompt | Tone | Temperature"
    reading = read(
        f"Chatbot personas\n\n{heads}\nTutor | Teach sums | Warm | 0.3\nPirate | Rhyme | Rude | 0.9", "Personas"
    )
    assert reading.kind == "other"


def test_who_only_has_a_number_answered_a_survey() -> None:
    assert read(ANSWERS).kind == "other"


def test_one_label_and_its_values_head_no_columns() -> None:
    assert read(SERVICE_LEVELS).kind == "other"


def test_a_manual_full_of_program_code_tells_of_no_customer() -> None:
    assert read(MANUAL).kind == "other"


def test_the_same_labels_without_code_are_of_somebody() -> None:
    lines = [line.split("|")[0] + "| Says so himself" for line in MANUAL.strip().split("\n")[1:]]
    assert read("\n".join(lines)).kind == "persona"


def test_people_whose_blocks_tell_no_phase_are_no_stages() -> None:
    assert read(TEAM).kind != "journey"


def test_cards_on_a_sheet_of_any_title_need_a_third_of_labels_that_tell() -> None:
    known = "Occupation | Baker\nAge | 44\nGoals | Sleep late\nMotivation | Good bread\nPreferences | Tea\n"
    strange = "".join(f"Valve {letter} | Brass\n" for letter in "ABCDEFGHIJKLMNOP")
    assert read(known).kind == "persona"
    assert read(known + strange).kind == "other"


def test_a_second_column_names_nobody_behind_one_that_is_known() -> None:
    heads = "Company | Strengths | Channels | Target group"
    assert read(f"{heads}\nAcme | Brand | Shops | Families\nBirch | Service | Web | Students").kind == "other"
