"""The files of `rules/vocabulary/` as typed data; every complaint names file, line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cxaudit.part import Before, Part, key
from cxaudit.yamlfile import YamlFile, validate


def _as_written(value: object) -> object:
    """YAML types a few words (`true`, `null`, 42); in a list of words they are words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value) if isinstance(value, int | float) else value


Term = Annotated[str, Before(_as_written)]
Terms = tuple[Term, ...]
Kind = Literal["journey", "persona", "metrics", "practices", "about"]


class FieldTerms(Part):
    """How a field is headed: its own names, other headings for it, and words that give it away inside a heading.

    A compound that no list has is what it ends in: with the ending "verhalten", "Kochverhalten" is a behaviour.
    """

    names: Terms = ()
    synonyms: Terms = ()
    words: Terms = ()
    endings: Terms = ()


class FieldsFile(Part):
    """One kind's headings in one language."""

    schema_: Literal["cxaudit-fields/1"] = key(name="schema")
    language: str
    kind: Kind
    fields: dict[str, FieldTerms]


class PhasesFile(Part):
    """Words of stage names. `weak` words count where no other does. `later` words mean something else once the
    customer has bought, `settled` words once the customer has the product or is a customer, `inside` words in a map of
    one product that tells of no purchase. The `only_stages` words are too common to make a name that of a stage; they
    tell the phase of one. Everyday words are `signs` of a phase or of several, where a name has no other word and the
    phase fits its place. Those of `cells` tell it where they stand in what a stage holds, `endings` as the last part
    of a compound that no other list has ("Terminbuchung")."""

    schema_: Literal["cxaudit-phases/1"] = key(name="schema")
    language: str
    phases: dict[str, Terms]
    weak: dict[str, Terms] = key(default={})
    only_stages: dict[str, Terms] = key(default={})
    only_stages_weak: dict[str, Terms] = key(default={})
    only_stages_settled: dict[str, Terms] = key(default={})
    signs: dict[str, Terms] = key(default={})
    later: dict[str, Terms] = key(default={})
    settled: dict[str, Terms] = key(default={})
    inside: dict[str, Terms] = key(default={})
    cells: dict[str, Terms] = key(default={})
    endings: dict[str, Terms] = key(default={})


class MetricTerms(Part):
    """A measure by its standard name, what kind of measure it is, and how it is written.

    An opinion stays one whatever it is about: "satisfaction with the waiting time" measures no time. What looks inward,
    at the company's own people, is no opinion of customers: "employee engagement survey score".
    """

    class_: Literal["acquisition", "customer_centric", "operational", "financial", "unclear"] = key(name="class")
    terms: Terms
    opinion: bool = False
    inward: bool = False


class MetricsFile(Part):
    """Measures by concept, and single words that give a class away where no concept is found.

    A weak hint says something only where it is the whole name or a second hint of its class stands beside it, a
    closing hint only where the name ends in it ("Playlists saved"). Topic hints tell what a measure is about, and
    are no units that a name may open with ("Minutes until …", "Cost of …"). `endings` are the last parts of compounds
    that no list has ("Anrufwartezeit").
    """

    schema_: Literal["cxaudit-metrics/1"] = key(name="schema")
    language: str
    concepts: dict[str, MetricTerms]
    hints: dict[str, Terms] = key(default={})
    weak_hints: dict[str, Terms] = key(default={})
    topic_hints: dict[str, Terms] = key(default={})
    closing_hints: dict[str, Terms] = key(default={})
    endings: dict[str, Terms] = key(default={})


class PlaceholdersFile(Part):
    """Texts that fill a cell and say nothing: `whole` cells, `openings` of one, and `answers` that do say something."""

    schema_: Literal["cxaudit-placeholders/1"] = key(name="schema")
    language: str
    whole: Terms
    openings: Terms = ()
    hints: Terms = ()


class LabelsFile(Part):
    """Small words around labels: `joining` two fields, `links` to a remark, `fillers` to be left out,
    words of the company's own side, those by which a label asks about a person ("what does she or he want"), those
    that are `pointing` at the stage ("what spoils this phase"), and those at whose end a label is `identifying` a thing
    and does not tell it ("Step ID")."""

    schema_: Literal["cxaudit-labels/1"] = key(name="schema")
    language: str
    joining: Terms = ()
    links: Terms = ()
    fillers: Terms = ()
    company: Terms = ()
    persons: Terms = ()
    possessives: Terms = ()
    asking: Terms = ()
    articles: Terms = ()
    auxiliaries: Terms = ()
    wanting: Terms = ()
    copulas: Terms = ()
    pointing: Terms = ()
    identifying: Terms = ()
    stage_words: Terms = ()
    persona_words: Terms = ()
    titles: dict[str, Terms] = key(default={})
    title_endings: dict[str, Terms] = key(default={})


class WordsFile(Part):
    """A list of words for rules: plain terms or terms in groups."""

    schema_: Literal["cxaudit-words/1"] = key(name="schema")
    name: str
    about: str
    language: str = ""
    terms: Terms = ()
    groups: dict[str, Terms] = key(default={})


AnyFile = FieldsFile | PhasesFile | MetricsFile | PlaceholdersFile | LabelsFile | WordsFile
_MODELS: dict[str, type[AnyFile]] = {
    "cxaudit-fields/1": FieldsFile,
    "cxaudit-phases/1": PhasesFile,
    "cxaudit-metrics/1": MetricsFile,
    "cxaudit-placeholders/1": PlaceholdersFile,
    "cxaudit-labels/1": LabelsFile,
    "cxaudit-words/1": WordsFile,
}


def load_files(directory: Path) -> tuple[AnyFile, ...]:
    """Every list below a folder, in the order of the paths, English first (it decides between like readings)."""
    from cxaudit.strictyaml import load

    paths = sorted(directory.rglob("*.yaml"), key=lambda p: ("en" not in p.relative_to(directory).parts, str(p)))
    return tuple(_typed(load(path)) for path in paths)


def _typed(file: YamlFile) -> AnyFile:
    schema = file.data.get("schema") if isinstance(file.data, dict) else None
    model = _MODELS.get(str(schema))
    if model is None:
        raise file.complain(("schema",), f"'schema' is none of: {', '.join(_MODELS)}")
    return validate(model, file)
