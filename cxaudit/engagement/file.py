"""What an engagement file holds, read strictly: every complaint names file, line and column."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from msgspec import Struct

from cxaudit.assess.answer import AgreedLine, AnswerLine
from cxaudit.corrections.correction import SheetCorrection
from cxaudit.engagement.find import NAME
from cxaudit.engagement.waiverline import WaiverLine
from cxaudit.model import METRIC_CLASSES, PHASES
from cxaudit.part import Before, Part, key
from cxaudit.vocabulary import KINDS, Vocabulary
from cxaudit.yamlfile import Location, YamlFile, nearest, validate

SCHEMA: Final = "cxaudit-engagement/1"
SheetKind = Literal["journey", "persona", "metrics", "touchpoints", "practices", "other", "skip"]


def _several(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


OneOrMore = Annotated[tuple[str, ...], Before(_several)]


class LabelLine(Part):
    """A label of the sheet and the field, or fields, that it stands for."""

    label: str
    field: OneOrMore = key(min_length=1)


class StageLine(Part):
    """A stage of the sheet and the phase, or phases, that it belongs to."""

    label: str
    phase: OneOrMore = key(min_length=1)


class MetricLine(Part):
    """A metric of the sheet and its class."""

    label: str
    class_: str = key(name="class")


class SheetPart(Part):
    """One sheet: its kind, or `skip` to leave it out of the audit, and what stands on it."""

    sheet: str
    kind: SheetKind | None = None
    labels: tuple[LabelLine, ...] = ()
    stages: tuple[StageLine, ...] = ()
    metrics: tuple[MetricLine, ...] = ()


class WorkbookPart(Part):
    """One workbook, by its path from the engagement file's folder, written with forward slashes."""

    file: str
    sheets: tuple[SheetPart, ...] = ()


class EngagementData(Part):
    """The whole file."""

    schema_name: Literal["cxaudit-engagement/1"] = key(name="schema")
    client: str = ""
    target_level: int | None = key(default=None, ge=1, le=5)
    as_of: str | None = None
    scope: Literal["all", "journeys", "personas"] | None = None
    rules: OneOrMore = ()
    waivers: tuple[WaiverLine, ...] = ()
    answers: tuple[AnswerLine, ...] = key(default=(), description="the self-assessment, the latest answer last")
    agreed: tuple[AgreedLine, ...] = key(default=(), description="answers that several people settled on")
    workbooks: tuple[WorkbookPart, ...] = ()


class Engagement(Struct, frozen=True):
    """An engagement file that has been read and whose names are all known."""

    home: Path
    file: YamlFile
    data: EngagementData

    @property
    def as_of(self) -> datetime.date | None:
        return datetime.date.fromisoformat(self.data.as_of) if self.data.as_of else None

    @property
    def packs(self) -> tuple[Path, ...]:
        """The rule packs that it names, all of them in its own folder."""
        return tuple(self.home / name for name in self.data.rules)

    def corrections(self, path: Path) -> dict[str, SheetCorrection]:
        """The corrections of a workbook by sheet name; none for a workbook that the file does not name."""
        for book in self.data.workbooks:
            if os.path.realpath(self.home / book.file) == os.path.realpath(path):
                return {part.sheet: _correction(part) for part in book.sheets}
        return {}


def load_engagement(path: Path) -> Engagement:
    """The engagement file at a path. Raises RuleFileError with its place for what is not in order."""
    from cxaudit.strictyaml import load

    file = load(path)
    data = validate(EngagementData, file)
    found = Engagement(path.parent, file, data)
    _check_day(found)
    for index, name in enumerate(data.rules):
        _stay_inside(found, name, ("rules", index))
    for index, book in enumerate(data.workbooks):
        _stay_inside(found, book.file, ("workbooks", index, "file"))
    return found


def new_engagement(home: Path) -> Engagement:
    """An engagement file that says nothing yet, for a folder that has none."""
    return Engagement(home, YamlFile(home / NAME), EngagementData(schema_name=SCHEMA))


def check_names(engagement: Engagement, vocabulary: Vocabulary) -> None:
    """Raises RuleFileError for a field, phase or class that does not exist, with its place and the nearest one."""
    for index, book in enumerate(engagement.data.workbooks):
        for number, part in enumerate(book.sheets):
            _check_names(engagement.file, part, ("workbooks", index, "sheets", number), vocabulary)


def _check_day(found: Engagement) -> None:
    try:
        _ = found.as_of
    except ValueError:
        written = found.data.as_of
        raise found.file.complain(("as_of",), f"'{written}' is no date; write it as 2026-11-22") from None


def _stay_inside(found: Engagement, name: str, at: Location) -> None:
    if "\0" in name:
        raise found.file.complain(at, "a name of a file cannot hold a zero byte; write the name as it is")
    place = Path(os.path.realpath(found.home / name))
    if Path(name).is_absolute() or not place.is_relative_to(os.path.realpath(found.home)):
        raise found.file.complain(at, f"'{name}' leads out of this file's folder; name only what lies in it")


def _check_names(file: YamlFile, part: SheetPart, at: Location, vocabulary: Vocabulary) -> None:
    fields = {name for kind in KINDS for name in vocabulary.known_fields(kind)} | {"other"}
    for number, line in enumerate(part.labels):
        _known(file, (*at, "labels", number, "field"), line.field, fields, "field")
    for number, stage in enumerate(part.stages):
        _known(file, (*at, "stages", number, "phase"), stage.phase, PHASES, "phase")
    for number, metric in enumerate(part.metrics):
        _known(file, (*at, "metrics", number, "class"), (metric.class_,), METRIC_CLASSES, "class of metrics")


def _known(file: YamlFile, at: Location, given: tuple[str, ...], known: Any, noun: str) -> None:
    for name in given:
        if name not in known:
            raise file.complain(at, f"there is no {noun} '{name}'; {nearest(name, known)}")


def _correction(part: SheetPart) -> SheetCorrection:
    return SheetCorrection(
        kind=part.kind or "",
        labels={line.label: line.field for line in part.labels},
        stages={line.label: line.phase for line in part.stages},
        metrics={line.label: line.class_ for line in part.metrics},
    )
