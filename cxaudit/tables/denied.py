"""Tables that look like a customer's and are none: their title, their headings or their names tell of something else.

Risk register
Risk     | Cause | Likelihood | Mitigation     | Owner
Low use  | …     | High       | Train the team | …
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from msgspec import Struct

from cxaudit.addresses import address
from cxaudit.grid import Grid
from cxaudit.layout import Table
from cxaudit.model import Lane
from cxaudit.tables.lists.plans import heads_a_plan
from cxaudit.tables.programcode import holds_program_code
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_LEAST_CONFIDENCE_ELSEWHERE = 0.8
_SURE = 0.8
_HEADS = "record-heads"
_LEAST_HEADS = 2
_OF_PEOPLE_ON_THE_WAY = frozenset({"touchpoint", "emotion", "thought", "moment"})
_BOTH_SIDES = frozenset({"activity", "backstage"})
_MAY_BE_RECORDS = frozenset({"journey", "persona", "metrics"})
_TOLD_BY_LANES = frozenset({"journey", "touchpoints"})
_BY_TITLE = "the title of the sheet speaks of something else"
_BY_HEADS = "its headings are those of records of another kind"
_BY_NAMES = "the names of its parts tell of none"
_BY_LANE = "its first row is one label and what is said under it"
_BY_CODE = "the sheet holds program code"
_STRIVEN_FOR = frozenset({"goal", "need", "motivation", "dissatisfaction_driver", "satisfaction_driver", "quote"})
_LEAST_STRIVEN_FOR = 2
_VALUES = "lane-values"
_GROUPS = {
    "channel": "channel whole",
    "channel_preference": "channel whole",
    "emotion": "emotion",
    "feeling": "emotion",
}


class Denial(Struct, frozen=True):
    """A table that is not what it could be taken for, and why."""

    table: Table
    why: str

    def __str__(self) -> str:
        kind, region = self.table.kind, self.table.region
        cell = address(region.top, region.left)
        so = f"if it is that, lay down 'kind: {kind}' for the sheet (cxaudit inspect --save)"
        return f"{cell}: this could be taken for {kind}, but {self.why}; {so}"


def denied(grid: Grid, tables: Iterable[Table], kinds: Sequence[str], vocabulary: Vocabulary) -> tuple[Denial, ...]:
    """Those of the tables of a sheet that are not what they could be taken for; `kinds` are those of its title."""
    found = ((table, _why(grid, table, kinds, vocabulary)) for table in tables)
    return tuple(Denial(table, why) for table, why in found if why)


def _why(grid: Grid, table: Table, kinds: Sequence[str], vocabulary: Vocabulary) -> str:
    """Why a table is none of its kind; empty where it is, as it is where the title says so."""
    if set(kinds) == {"other"} and _may_be_anything(table):
        return _BY_TITLE
    if table.kind == "other" or (table.kind in kinds and "other" not in kinds):
        return ""
    if _heads_records(table, vocabulary) or (not kinds and _heads_a_plan(table, vocabulary)):
        return _BY_HEADS
    if _only_counted(table) or (not kinds and _tells_no_phase(table)):
        return _BY_NAMES
    if _is_one_lane(table, vocabulary):
        return _BY_LANE
    return _BY_CODE if holds_program_code(grid) else ""


def _may_be_anything(table: Table) -> bool:
    """Whether a table under a title of something else ("AI personas") is not surely what it could be taken for.

    A plan's phases, goals and risks are surely read, and tell of no customer: what these meet and feel does.
    """
    if table.confidence < _LEAST_CONFIDENCE_ELSEWHERE or table.kind == "persona":
        return True
    return table.kind in _TOLD_BY_LANES and not _OF_PEOPLE_ON_THE_WAY.intersection(_sure_fields(table))


def _sure_fields(table: Table) -> frozenset[str]:
    return frozenset(lane.field.split(".")[0] for lane in table.lanes if lane.confidence >= _SURE)


def _heads_records(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether two headings or more are those of records, one of them of records alone, and no lane is a customer's.

    Nor several that tell what people strive for: patients and pupils have a diagnosis and homework too.
    """
    sure = _sure_fields(table)
    if table.kind not in _MAY_BE_RECORDS:
        return False
    if _OF_PEOPLE_ON_THE_WAY.intersection(sure) or _strives(table, sure):
        return False
    words = vocabulary.words(_HEADS)
    heads = (bare(text) for text in dict.fromkeys(lane.label for lane in table.lanes))
    said = [words.find_groups(head) for head in heads if words.is_whole(head)]
    return len(said) >= _LEAST_HEADS and any("records" in groups for groups in said)


def _strives(table: Table, sure: frozenset[str]) -> bool:
    return table.kind == "persona" and len(_STRIVEN_FOR & sure) >= _LEAST_STRIVEN_FOR


def _is_one_lane(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether what heads the columns is one label and its values: "Channel | Phone | E-mail" names no columns."""
    group = _GROUPS.get(table.lanes[0].field, "") if table.lanes and table.layout.startswith("one-row") else ""
    if not group:
        return False
    row = _row(table.lanes[0])
    texts = list(dict.fromkeys(lane.label for lane in table.lanes if _row(lane) == row))[1:]
    words, whole = vocabulary.words(_VALUES), group.endswith("whole")
    said = [text for text in texts if words.find_in(group, text) and (not whole or words.is_whole(text))]
    return bool(said) and (len(said) > 1 or len(texts) == 1) and len(said) * 2 >= len(texts)


def _row(lane: Lane) -> str:
    return lane.place.cell.lstrip(ascii_uppercase)


def _heads_a_plan(table: Table, vocabulary: Vocabulary) -> bool:
    labels = dict.fromkeys(lane.label for lane in table.lanes)
    return table.kind == "journey" and heads_a_plan(labels, {lane.field for lane in table.lanes}, vocabulary)


def _only_counted(table: Table) -> bool:
    """Whether most of what would be names of personas are only numbers, as those of who answered a survey."""
    names = [persona.name.text for persona in table.personas]
    return sum(1 for name in names if not any(map(str.isalpha, name))) * 2 > len(names)


def _tells_no_phase(table: Table) -> bool:
    """Whether none of the stages has a phase, by name, cells or place: they may be people, places or parts.

    What people meet or feel there, and their deeds beside what is done unseen, are a customer's all the same.
    """
    sure = _sure_fields(table)
    if table.kind != "journey" or _OF_PEOPLE_ON_THE_WAY.intersection(sure) or sure >= _BOTH_SIDES:
        return False
    stages = [stage for journey in table.maps for stage in journey.stages]
    return bool(stages) and all(stage.phases == ("unclear",) for stage in stages)
