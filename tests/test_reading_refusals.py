"""Sheets that are not about customers' experience are left alone."""

from __future__ import annotations

import pytest
from drawing import of_rows, read, vocabulary

from cxaudit.reading import read_grid


def test_an_event_log_is_no_journey() -> None:
    rows = [["JourneyID", "CustomerID", "Stage", "Action", "Duration"]]
    rows += [[f"J{n:04}", f"C{n % 7:04}", ["Browse", "Cart", "Pay"][n % 3], "click", "0,4"] for n in range(80)]
    assert read_grid(of_rows(rows, "journey_log"), vocabulary()).kind == "other"


def test_a_contact_list_is_no_persona_sheet() -> None:
    rows = [["ID", "Name", "Age", "City", "Email", "Phone", "Occupation"]]
    rows += [
        [f"P-{n:05}", f"Person {n}", "40", "Lisbon", f"p{n}@example.org", "+351 21 000 000", "Clerk"] for n in range(12)
    ]
    assert read_grid(of_rows(rows, "personas"), vocabulary()).kind == "other"


def test_hundreds_of_people_are_no_personas() -> None:
    rows = [["Persona", "Age", "Occupation", "Goals"]]
    rows += [[f"Persona {n}", str(20 + n % 50), "Clerk", "Save money"] for n in range(300)]
    assert read_grid(of_rows(rows, "Personas"), vocabulary()).kind == "other"


@pytest.mark.parametrize(
    ("sheet", "drawing"),
    [
        ("Lists", "Via | Term\nOn campus | Autumn\nWebsite | Spring\nApp |"),
        (
            "Features",
            "Feature | Description | View | Type\nPalette | Search | Shell | Page\nToast | Message | Shell | Part",
        ),
        ("Steps", "Step | Action | API | Event\n1 | Browse | S3 | -\n2 | Sign up | Cognito | -\n3 | Pay | POST | Paid"),
        ("Notes", "Meeting notes\nWe met on Monday.\nNext meeting in May."),
        ("Empty", ""),
    ],
)
def test_other_sheets_are_other(sheet: str, drawing: str) -> None:
    assert read(drawing, sheet).kind == "other"


def test_what_no_table_takes_in_is_kept_as_unread() -> None:
    reading = read(
        "Stage | Touchpoint | Emotion\nAwareness | Banner | Curious\nPurchase | Shop | Glad\n\n\nSome remark"
    )
    assert [(u.place.cell, u.text) for u in reading.unread] == [("A6", "Some remark")]
