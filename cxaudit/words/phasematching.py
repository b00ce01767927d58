"""Stage names matched with phases of the relation between customer and company, in the order of the journey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cxaudit.model import PHASES
from cxaudit.words.files import PhasesFile
from cxaudit.words.labeltext import bare, fold, hints, stems
from cxaudit.words.phrases import Phrases

_SIGNS = re.compile(r"[&/,+;|·、・／＆]| - ")
_ORDER = {phase: index for index, phase in enumerate(PHASES)}
_BOUGHT = _ORDER["purchase"]
_CUSTOMER = _ORDER["delivery"]
_SURE, _WEAK, _LATER, _SETTLED = "sure", "weak", "later", "settled"


@dataclass(frozen=True, slots=True)
class PhaseMatch:
    """The phases of one stage; `by_place` is true where only its place among the others speaks for them."""

    phases: tuple[str, ...]
    by_place: bool = False


class PhaseMatcher:
    """The phase words of all languages."""

    def __init__(self, files: Iterable[PhasesFile], joining: frozenset[str] = frozenset({"and"})) -> None:
        self._joining = joining
        self._sign = f" {min(joining)} " if joining else " "
        terms: dict[str, dict[str, str]] = {}
        for file in files:
            strengths = ((_SURE, file.phases), (_WEAK, file.weak), (_LATER, file.later), (_SETTLED, file.settled))
            for strength, lists in strengths:
                for phase, words in lists.items():
                    for word in words:
                        terms.setdefault(" ".join(_stemmed(word)), {}).setdefault(strength, phase)
        self._phrases = Phrases(terms.items())

    def match(self, label: str, after: Sequence[str] = ()) -> tuple[str, ...]:
        """The phases that a label names, in its order; ("unclear",) when none."""
        short = bare(label)
        found = self._named(short, after)
        if found and found[0]:
            return found[1]
        for hint in hints(label.split("\n", 1)[0]):
            inner = self._named(hint, after)
            if inner and inner[0]:
                return inner[1]
        return found[1] if found else ("unclear",)

    def _named(self, text: str, after: Sequence[str]) -> tuple[bool, tuple[str, ...]] | None:
        """Whether a sure word named them, and the phases; None without any word."""
        joined = fold(_SIGNS.sub(self._sign, text))
        now = _readings_now(after)
        spans: dict[tuple[int, int], dict[str, str]] = {}
        for hit in self._phrases.find(joined):
            spans.setdefault((hit.start, hit.end), {}).update(hit.value)
        meant = [(span, next((value[r] for r in now if r in value), ""), value) for span, value in spans.items()]
        sure = [(span, phase) for span, phase, value in meant if phase and phase != value.get(_WEAK, "")]
        chosen = self._one_a_part(sure or [(span, phase) for span, phase, _ in meant if phase], joined)
        return (bool(sure), tuple(dict.fromkeys(chosen))) if chosen else None

    def _one_a_part(self, named: list[tuple[tuple[int, int], str]], text: str) -> list[str]:
        """Of several words in one part of a name the longest tells its phase, of equals the last."""
        parts: list[list[tuple[tuple[int, int], str]]] = []
        for span, phase in named:
            between = text[parts[-1][-1][0][1] : span[0]].split() if parts else []
            if parts and not self._joining.intersection(between):
                parts[-1].append((span, phase))
            else:
                parts.append([(span, phase)])
        return [max(part, key=lambda p: (p[0][1] - p[0][0], p[0][0]))[1] for part in parts]

    def match_all(self, labels: Sequence[str]) -> tuple[PhaseMatch, ...]:
        """The phases of all stages of one journey, each read after those before it; gaps are told by their place."""
        named: list[tuple[str, ...]] = []
        for label in labels:
            before = tuple(phase for phases in named for phase in phases)
            named.append(self.match(label, before))
        named = [_tried(named, index) for index in range(len(named))]
        return tuple(
            PhaseMatch(phases) if phases != ("unclear",) else _by_place(named, index)
            for index, phases in enumerate(named)
        )


def _tried(named: Sequence[tuple[str, ...]], index: int) -> tuple[str, ...]:
    """The phases of a stage, where use before the one purchase is a trial: "visit" ahead of "buy" compares."""
    reached = [phase for phases in named[:index] for phase in phases if phase != "unclear"]
    if named[index] != ("use",) or any(_ORDER[phase] >= _BOUGHT for phase in reached) or not reached:
        return named[index]
    coming = [phase for phases in named[index + 1 :] for phase in phases]
    return ("consideration",) if "purchase" in coming else named[index]


def _stemmed(term: str) -> tuple[str, ...]:
    return tuple(word if word.endswith("*") else " ".join(stems(word)) for word in term.split())


def _readings_now(after: Sequence[str]) -> tuple[str, ...]:
    """Which meaning of a word comes first, after these phases."""
    reached = max((_ORDER[phase] for phase in after if phase != "unclear"), default=-1)
    if reached >= _CUSTOMER:
        return (_SETTLED, _LATER, _SURE, _WEAK)
    return (_LATER, _SURE, _WEAK) if reached >= _BOUGHT else (_SURE, _WEAK)


def _by_place(named: Sequence[tuple[str, ...]], index: int) -> PhaseMatch:
    """What a stage without a telling word must be, from the nearest stages that have one."""
    before = [p[-1] for p in named[:index] if p != ("unclear",)]
    behind = [p[0] for p in named[index + 1 :] if p != ("unclear",)]
    known = len(before) + len(behind)
    if known * 2 < len(named):
        return PhaseMatch(("unclear",))
    last, coming = (before[-1] if before else ""), (behind[0] if behind else "")
    since = next((n for n in range(index) if named[index - 1 - n] != ("unclear",)), index)
    until = next((n for n, phases in enumerate(named[index + 1 :]) if phases != ("unclear",)), 0)
    return PhaseMatch((_between(last, coming, since, until),), by_place=True)


def _between(last: str, coming: str, since: int, until: int) -> str:
    """The phase of a stage between two that tell theirs, with `since` and `until` others that do not on either side."""
    if not last:
        return "awareness" if _ORDER[coming] <= _BOUGHT else coming if coming == "use" else "unclear"
    if coming and last == coming:
        return last
    if not coming and _ORDER[last] <= _CUSTOMER:
        return "unclear"
    if _ORDER[last] < _BOUGHT:
        return _until_bought(last, coming, since + until == 0)
    if last in {"purchase", "delivery"}:
        later = since > 0 and _ORDER[coming] > _ORDER["onboarding"]
        return "purchase" if _ORDER[coming] <= _CUSTOMER else "use" if later else "onboarding"
    return "use" if last in {"onboarding", "use"} else last


def _until_bought(last: str, coming: str, alone: bool) -> str:
    """Between looking and being a customer one stage alone is the purchase; several belong to what is coming."""
    if _ORDER[coming] <= _BOUGHT:
        return "consideration"
    if last == "consideration" and alone:
        return "purchase"
    return coming if coming in {"onboarding", "use"} else "unclear"
