"""The empty workbook for a programme without one: its labels, hints and lists, as `rules/template.yaml` words them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from cxaudit.part import Part, key
from cxaudit.rulefiles import core_rules
from cxaudit.strictyaml import load
from cxaudit.yamlfile import validate

JOURNEYS = ("stages-across", "rows")
PERSONAS = ("cards", "columns")


class TemplateField(Part):
    """A label with its field, the hint for whoever fills it in, and the answers to choose from, if they are few."""

    field: str
    label: str
    hint: str
    options: tuple[str, ...] = ()


class JourneyTemplate(Part):
    """The journey map: what is said of the whole map, and its lanes (or columns), the stage first."""

    sheet: str
    title: str
    about: tuple[TemplateField, ...]
    fields: tuple[TemplateField, ...]


class PersonaTemplate(Part):
    """The personas: one sheet for all, or a card (with a number) for each; the name comes first."""

    sheet: str
    card: str
    title: str
    fields: tuple[TemplateField, ...]


class ListTemplate(Part):
    """A list with a header row; `questions` stand in its first column."""

    sheet: str
    title: str
    fields: tuple[TemplateField, ...]
    questions: tuple[str, ...] = ()


class Template(Part):
    """All sheets of the template."""

    schema_name: Literal["cxaudit-template/1"] = key(name="schema")
    instructions: tuple[str, ...]
    journey: JourneyTemplate
    personas: PersonaTemplate
    metrics: ListTemplate
    practices: ListTemplate


def load_template(directory: Path | None = None) -> Template:
    """The template of a rule pack's folder, or of the core pack. Raises RuleFileError with file, line and column."""
    return validate(Template, load((directory or core_rules()) / "template.yaml"))
