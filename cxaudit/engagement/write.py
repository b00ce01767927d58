"""A reading written as an engagement file, with remarks for the consultant who corrects it in a text editor."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from cxaudit.engagement.answerlines import answer_blocks
from cxaudit.engagement.file import SCHEMA, EngagementData, SheetPart
from cxaudit.engagement.waiverline import waiver_lines
from cxaudit.layout import Reading
from cxaudit.model import METRIC_CLASSES, PHASES, Lane

_DOUBT = " sure: please decide"
_HEAD = """\
# How cxaudit reads these workbooks. Correct it here; 'cxaudit audit' and 'cxaudit inspect' obey this file.
# What you take out is decided by cxaudit again. A line that begins with '# -' is in doubt: mend it if it is wrong, and
# take the '# ' away to lay it down.
# Kinds of sheet: journey, persona, metrics, touchpoints, practices, other; skip leaves a sheet out of the audit.
# Phases: {phases}.
# Classes of metrics: {classes}.
# A label that stands for two fields is written field: [emotion, thought]; 'cxaudit schema' lists the fields.
"""


class Settings(Struct, frozen=True):
    """What the head of the file says; empty and None are written as lines to fill in."""

    client: str = ""
    target_level: int | None = None
    as_of: str = ""
    scope: str = ""
    rules: tuple[str, ...] = ()


def engagement_text(
    books: Mapping[Path, Sequence[Reading]], home: Path, settings: Settings, before: EngagementData | None = None
) -> str:
    """The whole file for workbooks that lie in a folder or below it, in the order of their paths.

    What an earlier file says and the readings do not show is kept.
    """
    parts = {book.file: {part.sheet: part for part in book.sheets} for book in (before.workbooks if before else ())}
    lines = [_HEAD.format(phases=", ".join(PHASES), classes=", ".join(METRIC_CLASSES)) + f"schema: {SCHEMA}"]
    lines += _settings(settings)
    lines += waiver_lines(before.waivers if before else ())
    lines += answer_blocks(before.answers, before.agreed) if before else ()
    lines.append("workbooks:")
    for path in sorted(books, key=lambda p: p.as_posix()):
        name = PurePosixPath(path.resolve().relative_to(home.resolve())).as_posix()
        lines += [f"  - file: {_quoted(name)}", "    sheets:"]
        for reading in books[path]:
            lines += _sheet(reading, parts.get(name, {}).get(reading.sheet))
    return "\n".join(lines) + "\n"


def _settings(settings: Settings) -> Iterator[str]:
    given = (
        ("client", _quoted(settings.client) if settings.client else "", '"Name of the client"'),
        ("target_level", str(settings.target_level or ""), "4"),
        ("as_of", settings.as_of, "2026-11-22   # the day that ages are counted to"),
        ("scope", settings.scope, "journeys     # or personas, where the other is left out on purpose"),
        ("rules", _listed(settings.rules), "[our-rules]  # rule packs, folders beside this file"),
    )
    for key, value, hint in given:
        yield f"{key}: {value}" if value else f"# {key}: {hint}"


def _listed(names: Sequence[str]) -> str:
    return f"[{', '.join(map(_quoted, names))}]" if names else ""


def _sheet(reading: Reading, before: SheetPart | None) -> Iterator[str]:
    """A sheet as it is read, and below what an earlier file said of it and the reading does not show."""
    yield f"      - sheet: {_quoted(reading.sheet)}"
    sure = f"{reading.layout}, {reading.confidence:.0%} sure" if reading.kind != "other" else "nothing recognised"
    kind = "skip" if before and before.kind == "skip" else reading.kind
    yield f"        kind: {kind}   # {sure}{', hidden' if reading.hidden else ''}"
    stages = [s for t in reading.tables for m in t.maps for s in m.stages if s.name.text]
    metrics = [m for t in reading.tables for m in t.metrics if m.name.given]
    shown = {
        "labels": dict(_labels(reading)),
        "stages": {s.name.text: (_line(s.name.text, "phase", s.phases), s.name.place.cell) for s in reversed(stages)},
        "metrics": {
            m.name.text: (_line(m.name.text, "class", (m.metric_class,)), m.name.place.cell) for m in reversed(metrics)
        },
    }
    for name, lines in _kept(before).items():
        together = {**lines, **dict(reversed(shown[name].items()) if name != "labels" else shown[name].items())}
        yield from _block(name, together.values())


def _kept(before: SheetPart | None) -> dict[str, dict[str, tuple[str, str]]]:
    remark = "kept from the earlier file"
    if before is None:
        return {"labels": {}, "stages": {}, "metrics": {}}
    return {
        "labels": {one.label: (_line(one.label, "field", one.field), remark) for one in before.labels},
        "stages": {one.label: (_line(one.label, "phase", one.phase), remark) for one in before.stages},
        "metrics": {one.label: (_line(one.label, "class", (one.class_,)), remark) for one in before.metrics},
    }


def _block(name: str, lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The lines of a part; those in doubt stand as remarks, so that they stay in doubt until somebody decides."""
    found = tuple(lines)
    if found:
        sure = any(not remark.endswith(_DOUBT) for _, remark in found)
        yield f"        {name}:" if sure else f"        # {name}:"
    for line, remark in found:
        mark = "# - " if remark.endswith(_DOUBT) else "- "
        yield f"          {mark}{line}   # {remark}"


def _labels(reading: Reading) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each label once, with all its fields."""
    lanes: dict[str, list[Lane]] = {}
    for table in reading.tables:
        for lane in table.lanes:
            if lane.label:
                lanes.setdefault(lane.label, []).append(lane)
    for label, found in lanes.items():
        fields = tuple(dict.fromkeys(lane.field for lane in found))
        yield label, (_line(label, "field", fields), _remark(found[0]))


def _remark(lane: Lane) -> str:
    said = f"{lane.place.cell}, {lane.match}"
    others = [name for name in lane.alternatives if name != lane.field]
    said += f" (or {', '.join(others)})" if others else ""
    return f"{said} {lane.confidence:.0%}{_DOUBT}" if lane.match == "fuzzy" else said


def _line(label: str, key: str, values: Sequence[str]) -> str:
    value = values[0] if len(values) == 1 else f"[{', '.join(values)}]"
    return f"{{label: {_quoted(label)}, {key}: {value}}}"


def _quoted(text: str) -> str:
    """A text in double quotes as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f").replace("\x85", "\\u0085")
