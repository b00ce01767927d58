"""How workbooks were read, as JSON for programs and as tables for people."""

import json

from cxaudit.grid import Area
from cxaudit.layout import Reading, Table, Unread
from cxaudit.model import Entry, JourneyMap, Lane, Metric, Persona, Place, Stage, Step
from cxaudit.renderer import Detail, Page, WorkbookReading
from cxaudit.renderers import json_, terminal


def at(cell):
    return Place("bank.xlsx", "Map", cell)


def entry(text, cell):
    return Entry(text, at(cell))


STAGES = (
    Stage(entry("Buy & use", "A3"), ("purchase", "use"), steps=(Step(entry("Pay", "B3")), Step(entry("Open", "B4")))),
    Stage(entry("Hm", "A5")),
)
LANES = (
    Lane("pain_point", "Pains & ideas", at("C2"), "synonym", 0.95),
    Lane("opportunity", "Pains & ideas", at("C2"), "synonym", 0.95),
    Lane("segment.value", "Worth", at("D2"), "fuzzy", 0.61, ("value",)),
    Lane("other", "Misc [x]", at("E2"), "fuzzy", 0.3),
)
TABLE = Table(
    "journey",
    "one-row-per-step",
    Area(2, 1, 5, 5),
    0.97,
    20,
    LANES,
    maps=(JourneyMap(entry("Loan", "A1"), at("A2:E2"), STAGES),),
    personas=(Persona(entry("Ana", "A9"), at("A8")),),
    metrics=(Metric(entry("NPS", "E3"), "customer_centric", "net promoter score"),),
)
SHEET = Reading(
    "bank.xlsx",
    "Map",
    False,
    "journey",
    "one-row-per-step",
    0.97,
    (TABLE,),
    (Unread(at("G1"), "draft", "no table takes it in"),),
    ("B7: the cell holds #REF!",),
)
LISTS = Reading("bank.xlsx", "Lists", True, "other", "other", 0.0)
READINGS = (WorkbookReading("bank.xlsx", (SHEET, LISTS)), WorkbookReading("old.xlsx", error="It is protected."))


def workbooks():
    return json.loads(json_.render_readings(READINGS, Page()))["workbooks"]


def shown(**page):
    return terminal.render_readings(READINGS, Page(**{"width": 80, **page}))


def test_the_document_names_its_schema_and_each_workbook_with_its_error():
    assert json.loads(json_.render_readings(READINGS, Page()))["schema"] == "cxaudit-reading/1"
    assert [(book["path"], book["error"], len(book["sheets"])) for book in workbooks()] == [
        ("bank.xlsx", None, 2),
        ("old.xlsx", "It is protected.", 0),
    ]


def test_a_sheet_has_its_kind_layout_confidence_and_whether_it_is_hidden():
    keys = ("sheet", "hidden", "kind", "layout", "confidence")
    assert [tuple(sheet[key] for key in keys) for sheet in workbooks()[0]["sheets"]] == [
        ("Map", False, "journey", "one-row-per-step", 0.97),
        ("Lists", True, "other", "other", 0.0),
    ]


def test_a_label_of_two_fields_is_there_twice_and_an_aspect_stands_by_itself():
    keys = ("label", "cell", "field", "aspect", "match", "confidence")
    assert [tuple(field[key] for key in keys) for field in workbooks()[0]["sheets"][0]["fields"]] == [
        ("Pains & ideas", "C2", "pain_point", "", "synonym", 0.95),
        ("Pains & ideas", "C2", "opportunity", "", "synonym", 0.95),
        ("Worth", "D2", "segment", "value", "fuzzy", 0.61),
        ("Misc [x]", "E2", "other", "", "fuzzy", 0.3),
    ]


def test_stages_metrics_personas_and_unread_cells_are_there_with_their_cells():
    sheet = workbooks()[0]["sheets"][0]
    assert sheet["stages"] == [
        {"label": "Buy & use", "cell": "A3", "phase": "purchase", "phases": ["purchase", "use"], "steps": 2},
        {"label": "Buy & use", "cell": "A3", "phase": "use", "phases": ["purchase", "use"], "steps": 2},
        {"label": "Hm", "cell": "A5", "phase": "unclear", "phases": ["unclear"], "steps": 0},
    ]
    assert sheet["metrics"] == [
        {"label": "NPS", "cell": "E3", "class": "customer_centric", "concept": "net promoter score"}
    ]
    assert sheet["personas"] == [{"name": "Ana", "cell": "A9"}]
    assert sheet["unread"] == [{"cell": "G1", "text": "draft", "reason": "no table takes it in"}]
    assert sheet["notes"] == ["B7: the cell holds #REF!"]


def test_people_see_each_label_with_its_field_and_how_sure_it_is():
    lines = [" ".join(line.split()) for line in shown().splitlines()]
    assert "Map journey, one-row-per-step, 97 % sure" in lines
    assert "C2 Pains & ideas pain_point synonym, 95 %" in lines
    assert "D2 Worth segment (value) fuzzy, 61 %; or value?" in lines
    assert "E2 Misc [x] not understood left out of the audit" in lines
    assert "A3 Buy & use purchase, use 2" in lines
    assert "E3 NPS customer centric" in lines
    assert "Personas Ana (A9)" in lines
    assert "G1 “draft” no table takes it in" in lines
    assert "› B7: the cell holds #REF!" in lines
    assert "Lists hidden, left out of the score not recognised" in lines
    assert "could not be read: It is protected." in lines


def test_quiet_is_one_line_a_sheet():
    assert [" ".join(line.split()) for line in shown(detail=Detail.VERDICT).splitlines()] == [
        "bank.xlsx",
        "Map journey, one-row-per-step, 97 % sure",
        "Lists hidden, left out of the score not recognised",
        "",
        "old.xlsx",
        "could not be read: It is protected.",
    ]


def test_no_line_is_wider_than_the_page():
    for width in (60, 80, 160):
        assert max(map(len, shown(width=width).splitlines())) <= min(width, 120)
