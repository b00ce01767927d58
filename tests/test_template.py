"""`cxaudit template`: empty it is nothing to audit; filled, every field is read back with certainty."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook, load_workbook
from scorecards import core_rules

from cxaudit.cli.main import cxaudit
from cxaudit.excel.template_book import template_bytes
from cxaudit.layout import Reading
from cxaudit.model import Entry, JourneyMap, Persona, entries
from cxaudit.pipeline import read
from cxaudit.template import JOURNEYS, PERSONAS, Template, TemplateField, load_template
from cxaudit.workbook import read_workbook

STAGES = ("First hearing of us", "Choosing a tariff", "Signing up", "Getting started", "Everyday use", "Renewing")
MEASURES = ("Customer satisfaction", "Retention rate", "Likelihood to recommend")
KINDS = [(journey, personas) for journey in JOURNEYS for personas in PERSONAS]
SURE = 0.9


@pytest.fixture(scope="module")
def template() -> Template:
    return load_template()


def _content(one: TemplateField, number: int) -> str:
    """Something to put in a field that differs from stage to stage and from persona to persona."""
    if one.field in ("other.reviewed", "last_updated", "last_updated.since"):
        return f"2026-0{number + 1}-15"
    named = {"stage": STAGES, "name": ("Ada", "Ben", "Cleo"), "metric": MEASURES}.get(one.field, ())
    if number < len(named):
        return named[number]
    return one.options[number % len(one.options)] if one.options else f"{one.label} seen in example number {number + 1}"


def _labels(book: Workbook, sheet: str) -> dict[str, tuple[int, int]]:
    """Where each label of a sheet stands, the last one of its name."""
    return {str(cell.value): (cell.row, cell.column) for row in book[sheet].iter_rows() for cell in row if cell.value}


def _fill(book: Workbook, sheet: str, fields: tuple[TemplateField, ...], count: int, across: bool) -> None:
    """Fills `count` columns to the right of the labels (`across`), or rows below them."""
    places = _labels(book, sheet)
    for one in fields:
        row, column = places[one.label]
        for number in range(count):
            spot = (row, column + 1 + number) if across else (row + 1 + number, column)
            book[sheet].cell(*spot).value = _content(one, number)


def _filled(template: Template, journey: str, personas: str, folder: Path) -> tuple[Reading, ...]:
    book = load_workbook(io.BytesIO(template_bytes(template, journey, personas)))
    _fill(book, template.journey.sheet, template.journey.about, 1, across=True)
    _fill(book, template.journey.sheet, template.journey.fields, len(STAGES), across=journey == "stages-across")
    cards = [name for name in book.sheetnames if name.startswith(template.personas.card) and personas == "cards"]
    for sheet in cards:
        _fill(book, sheet, template.personas.fields, 1, across=True)
        book[sheet].cell(3, 2).value = f"{sheet} by name"
    if personas == "columns":
        _fill(book, template.personas.sheet, template.personas.fields, 3, across=True)
    _fill(book, template.metrics.sheet, template.metrics.fields, 3, across=False)
    for row in range(4, 4 + len(template.practices.questions)):
        book[template.practices.sheet].cell(row, 2).value = "yes"
        book[template.practices.sheet].cell(row, 3).value = f"The minutes of meeting {row}"
    file = folder / "filled.xlsx"
    book.save(file)
    return read(read_workbook(file).grids, core_rules().vocabulary)


def _by_sheet(readings: tuple[Reading, ...]) -> dict[str, Reading]:
    return {reading.sheet: reading for reading in readings}


def _sure_fields(reading: Reading) -> set[str]:
    lanes = [lane for table in reading.tables for lane in table.lanes]
    assert all(lane.match in ("exact", "synonym") and lane.confidence >= SURE for lane in lanes), lanes
    assert not any(lane.alternatives for lane in lanes), lanes
    return {lane.field for lane in lanes}


def _given(found: tuple[Entry, ...]) -> tuple[str, ...]:
    return tuple(entry.text for entry in found if entry.given)


@pytest.mark.parametrize(("journey", "personas"), KINDS)
def test_an_empty_template_is_nothing_supplied(journey: str, personas: str, tmp_path: Path) -> None:
    file = tmp_path / "empty.xlsx"
    made = CliRunner().invoke(cxaudit, ["template", "--journey", journey, "--persona", personas, "-o", str(file)])
    assert made.exit_code == 0, made.output
    audited = CliRunner().invoke(cxaudit, ["audit", str(file)])
    assert audited.exit_code == 3
    assert "Nothing was supplied" in audited.stderr


@pytest.mark.parametrize(("journey", "personas"), KINDS)
def test_every_field_of_a_filled_template_is_read_with_certainty(
    template: Template, journey: str, personas: str, tmp_path: Path
) -> None:
    sheets = _by_sheet(_filled(template, journey, personas, tmp_path))
    of_map = sheets[template.journey.sheet]
    (mapped,) = [one for table in of_map.tables for one in table.maps]
    _check_map(template, mapped, _sure_fields(of_map))
    for persona in _personas(template, sheets):
        for one in template.personas.fields[1:]:
            assert _given(entries(persona.fields, one.field)), (persona.name, one)
    metrics = sheets[template.metrics.sheet]
    assert {one.field for one in template.metrics.fields} <= _sure_fields(metrics)
    assert sum(len(table.metrics) for table in metrics.tables) == 3
    practices = sheets[template.practices.sheet]
    asked = [one for table in practices.tables for one in table.practices]
    assert [one.question.text for one in asked] == list(template.practices.questions)
    assert all(one.answer.text == "yes" and one.answer.given and one.fields["evidence"] for one in asked)


def _check_map(template: Template, mapped: JourneyMap, fields: set[str]) -> None:
    assert [stage.name.text for stage in mapped.stages] == list(STAGES)
    for one in template.journey.fields[1:]:
        assert one.field in fields, one
        for stage in mapped.stages:
            parts = (stage.fields, *(step.fields for step in stage.steps))
            told = [text for part in parts for text in _given(entries(part, one.field))]
            assert told or (one.field == "step" and stage.steps), (stage.name.text, one)
    for one in template.journey.about:
        if one.field != "other.title":
            assert _given(entries(mapped.about, one.field)), one


def _personas(template: Template, sheets: dict[str, Reading]) -> list[Persona]:
    own = [reading for name, reading in sheets.items() if name.startswith(template.personas.card)]
    for reading in own:
        assert {one.field for one in template.personas.fields[1:]} <= _sure_fields(reading)
    found = [persona for reading in own for table in reading.tables for persona in table.personas]
    assert len(found) == 3
    return found


def test_hints_and_instructions_are_never_content(template: Template, tmp_path: Path) -> None:
    for journey, personas in KINDS:
        file = tmp_path / f"{journey}-{personas}.xlsx"
        file.write_bytes(template_bytes(template, journey, personas))
        for reading in read(read_workbook(file).grids, core_rules().vocabulary):
            assert not any(table.maps or table.personas or table.metrics for table in reading.tables), reading.sheet


def test_every_label_is_one_that_the_vocabulary_knows_as_its_own(template: Template) -> None:
    vocabulary = core_rules().vocabulary
    for kind, fields in (
        ("about", template.journey.about),
        ("journey", template.journey.fields),
        ("persona", template.personas.fields),
        ("metrics", template.metrics.fields),
        ("practices", template.practices.fields),
    ):
        for one in fields:
            best = vocabulary.fields(one.label, kind)[0]
            assert (best.field, best.confidence >= SURE) == (one.field, True), one


def test_a_template_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.xlsx"
    file.write_bytes(b"mine")
    refused = CliRunner().invoke(cxaudit, ["template", "-o", str(file)])
    assert (refused.exit_code, file.read_bytes()) == (2, b"mine")
    assert "--force" in refused.stderr
    assert CliRunner().invoke(cxaudit, ["template", "-o", str(file), "--force"]).exit_code == 0


def test_the_same_template_has_the_same_bytes(template: Template) -> None:
    assert template_bytes(template, "rows", "cards") == template_bytes(template, "rows", "cards")
