"""What a check is: a kind of judgement in code, aimed and worded by rules."""

from __future__ import annotations

import datetime
from typing import Any, Literal, Protocol, cast

from msgspec import Struct

from cxaudit.finding import Judgement
from cxaudit.model import Programme
from cxaudit.part import Part, key
from cxaudit.plugins import modules
from cxaudit.vocabulary import Vocabulary

SubjectKind = Literal["programme", "map", "stage", "step", "touchpoint", "persona", "metric", "item"]
Side = Literal["any", "acquisition", "after_acquisition"]


class Aim(Part):
    """Which subjects a rule counts; the part that every kind of check has in common."""

    of: SubjectKind = key(description="the subject that the rule counts")
    or_else: tuple[SubjectKind, ...] = key(
        default=(), description="the subjects to count in a map that has none of `of`: the first that it has"
    )
    side: Side = key(default="any", description="only subjects of stages on this side of the acquisition")
    item: tuple[str, ...] = key(default=(), description="with `of: item`: the fields whose different texts are counted")
    having: tuple[str, ...] = key(default=(), description="only subjects for which one of these fields is given")
    needs: tuple[Literal["map", "persona", "metric", "practice"], ...] = key(
        default=(), description="with `of: programme`: where none of these was supplied, nobody can tell"
    )
    inventories: bool = key(default=False, description="with `of: map`: lists of touchpoints count as maps")
    whole_journey: bool = key(default=False, description="leave out maps that cover one job on purpose")
    listed: bool = key(default=False, description="with `of: metric`: only metrics that stand in a list of metrics")


class Params(Aim):
    """The parameters of one kind of check. `type` is a literal with the module's name.

    `field_names` and `word_lists` tell the loader which names to verify, so that a misspelt one is
    a load error and never a perfect score.
    """

    type: str

    def field_names(self) -> tuple[str, ...]:
        """Every field that the parameters name."""
        return (*self.item, *self.having, *getattr(self, "fields", ()))

    def word_lists(self) -> tuple[str, ...]:
        """Every word list that the parameters name."""
        named = (getattr(self, key, "") for key in ("words", "unless", "except_words"))
        return tuple(name for name in named if name)


class Evidence(Struct, frozen=True):
    """All that a check may look at. It never opens a file and never asks the clock."""

    programme: Programme
    vocabulary: Vocabulary
    as_of: datetime.date


class Check(Protocol):
    """One module of `cxaudit.checks`: its `CheckParams`, and `judge`."""

    CheckParams: type[Params]

    def judge(self, params: Any, evidence: Evidence) -> Judgement:
        """The verdict on all subjects that the parameters aim at."""
        ...


def all_checks() -> dict[str, Check]:
    """Every kind of check by the name that rules use."""
    return cast("dict[str, Check]", modules("cxaudit.checks"))
