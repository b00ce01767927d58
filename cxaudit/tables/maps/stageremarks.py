"""Remarks behind the names of stages, which are shown without them: "Approval (manager)", "Pre-visit — NEW"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from cxaudit.model import Stage
from cxaudit.pattern import pattern
from cxaudit.tables.maps.stageheadings import stage_name
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import fold, stage_label
from cxaudit.words.series import counts_on

_STANDING = pattern(r"(?<=[^\W\d_A-ZÀ-ÞА-Я)])(\)?)\s*(?:\s[–—-]+\s*|\[)[A-Z]{3,}\b(?:\s+[^\W\d_A-Z][^:]*)?\]?$")
_BRACKET = pattern(r"\s*[(（]([^()（）]*)[)）]$")


def without_remarks(stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages, each without what its name only remarks: how new it is, who acts in it, how long it lasts.

    A remark that tells a phase, or one from another stage, belongs to the name.
    """
    names = [stage.name.text for stage in stages]
    if not any(name.endswith((")", "）", "]")) or _STANDING.search(name) for name in names):
        return tuple(stages)
    count = counts_on(names)
    short = [_short(name, count, vocabulary) for name in names]
    plain = [fold(stage_name(_BRACKET.sub("", name), vocabulary)) for name in short]
    times = Counter(plain)
    return tuple(
        replace(stage, name=replace(stage.name, text=name)) if times[key] == 1 else stage
        for stage, name, key in zip(stages, short, plain, strict=True)
    )


def _short(name: str, count: bool, vocabulary: Vocabulary) -> str:
    standing = _STANDING.sub(r"\1", name)
    kept = stage_label(standing) if standing != name else name
    found = _BRACKET.search(kept)
    if not found:
        return kept
    rest = kept[: found.start()].strip()
    named = rest and not rest.isupper() and (count or vocabulary.phases(rest) != ("unclear",))
    return rest if named and vocabulary.phases(found.group(1)) == ("unclear",) else kept
