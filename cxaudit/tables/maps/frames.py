"""What a map as a whole is of, a booking, an application, a day's work, tells what stages without a sure word are."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec.structs import replace

from cxaudit.model import LOOKING, JourneyMap, Stage
from cxaudit.tables.maps.beforesale import looking_until_sale
from cxaudit.tables.maps.framewords import FRAMES, groups_of
from cxaudit.tables.maps.inhand import in_hand, is_process, logs_in_first
from cxaudit.tables.maps.mapparts import phase_matches
from cxaudit.tables.maps.namedforgood import named_for_good
from cxaudit.tables.maps.neighbours import by_neighbours
from cxaudit.tables.maps.programmes import in_programme, is_programme
from cxaudit.tables.maps.screens import screens_in_use
from cxaudit.tables.maps.speakingup import speaking_up
from cxaudit.tables.maps.visitors import is_of_visitors, visiting
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare

_SALE, _WORK, _TRADE = "sale", "work", "trade"
_OPENS, _CLOSES, _APPLIES, _DECIDES = "opens", "closes", "applies", "decides"
_CALLS = "calls"
_OWN_CUSTOMERS, _SETS_UP, _VISIT, _ACCOUNT = "own_customers", "sets_up", "visit", "account"
_STEPS = frozenset({_OPENS, _CLOSES})
_BOUGHT, _USED, _LOOKED = ("purchase",), ("use",), ("consideration",)
_HELP_OR_BEGINNING = frozenset({"support", "onboarding"})
_NOTICED, _UNCLEAR = ("awareness",), ("unclear",)
_BY_TITLE = (("beginning", ("onboarding",)), ("everyday", _USED))
_CUSTOMER = ("purchase", "delivery", "use")
_BEHIND_THE_SALE = frozenset({"delivery", "onboarding", "use", "support", "retention", "advocacy", "exit"})
_BEGINNING = LOOKING | {"purchase", "delivery", "onboarding"}
_JOINED = frozenset({"purchase", "onboarding"})
_NOT_YET = frozenset({"purchase", "onboarding", "use", "support", "retention", "exit"})
_STAYS = frozenset({"support", "retention", "advocacy", "exit"})
_LEAST_TRADE, _MOST_CHECKS = 2, 3


def framed(journey: JourneyMap, vocabulary: Vocabulary, above: Sequence[str] = ()) -> tuple[Stage, ...]:
    """The stages of a map, those of a sale until it is closed, and those of a worker's day, with the phase of these.

    `above` are lines above the map that may tell what it is of as its title does.
    """
    if is_process(journey.stages, vocabulary):
        return in_hand(journey.stages, False, vocabulary)
    words = vocabulary.words(FRAMES)
    spoken = _spoken(journey, vocabulary)
    of_sale = _SALE in spoken or any(words.find_in(_SALE, line) for line in above)
    if of_sale or _is_applied_for(journey.stages, vocabulary):
        return speaking_up(_in_sale(journey.stages, of_sale, vocabulary), vocabulary)
    if _WORK in spoken or _deals_in_goods(journey.stages, vocabulary):
        return _at_work(journey.stages, vocabulary)
    return _told_by_all(journey, spoken, vocabulary)


def _told_by_all(journey: JourneyMap, spoken: Set[str], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages of a map that is neither of a sale nor of work, by what all of them tell together."""
    if is_programme(journey.stages, vocabulary):
        return in_programme(journey.stages, vocabulary)
    if logs_in_first(journey.stages, vocabulary):
        return in_hand(journey.stages, True, vocabulary)
    if is_of_visitors(journey, vocabulary):
        return speaking_up(visiting(journey.stages, vocabulary), vocabulary)
    told = _told_by_title(journey.stages, spoken, vocabulary)
    placed = by_neighbours(looking_until_sale(told, vocabulary), vocabulary)
    return speaking_up(screens_in_use(placed, vocabulary), vocabulary)


def is_of_work(journey: JourneyMap, vocabulary: Vocabulary) -> bool:
    """Whether the title or the sheet of a map speaks of people who work with the product."""
    return _WORK in _spoken(journey, vocabulary)


def _spoken(journey: JourneyMap, vocabulary: Vocabulary) -> frozenset[str]:
    words = vocabulary.words(FRAMES)
    return frozenset(g for text in (journey.title.text, journey.header.sheet) for g in words.find_groups(text))


def _told_by_title(stages: tuple[Stage, ...], spoken: Set[str], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """What says nothing in a map of every day is use, in one of the beginning onboarding."""
    phases = next((told for group, told in _BY_TITLE if group in spoken), ())
    if not phases:
        return stages
    unclear = [s.phases == _UNCLEAR and not vocabulary.phases_laid_down(s.name.text) for s in stages]
    return tuple(replace(s, phases=phases) if so else s for s, so in zip(stages, unclear, strict=True))


def sets_up(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether a stage's name begins as the steps of a set-up do: "Add services"."""
    return vocabulary.words(FRAMES).opening(bare(stage.name.text))[1] == _SETS_UP


def _is_applied_for(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether one stage is an application, and a later one tells whether it was granted."""
    told = [groups_of(stage, vocabulary) for stage in stages]
    applied = next((n for n, groups in enumerate(told) if _APPLIES in groups), len(stages))
    begun = any("onboarding" in stage.phases for stage in stages[: max(0, applied - 1)])
    return not begun and any(_DECIDES in groups for groups in told[applied + 1 :])


def _in_sale(stages: Sequence[Stage], by_title: bool, vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """All from the first step of the sale to the last is purchase; who has not begun it is still looking."""
    steps = _steps(stages, by_title, vocabulary)
    first = next((n for n, step in enumerate(steps) if step), len(stages))
    called = _call(stages, by_title, vocabulary) > 0
    last = _closed(stages, first, steps, vocabulary)
    before = tuple(_before_sale(stage, n, called, vocabulary) for n, stage in enumerate(stages[:first]))
    within = tuple(
        _within_sale(stage, step or called, vocabulary)
        for stage, step in zip(stages[first:last], steps[first:last], strict=True)
    )
    return before + within + _behind_sale(stages[last:], within != tuple(stages[first:last]), vocabulary)


def _steps(stages: Sequence[Stage], by_title: bool, vocabulary: Vocabulary) -> list[bool]:
    """Which stages are steps of the sale; where somebody calls to book, it begins with the call."""
    told = [groups_of(stage, vocabulary) for stage in stages]
    steps = [_BOUGHT[0] in s.phases or bool(_STEPS & groups) for s, groups in zip(stages, told, strict=True)]
    call = _call(stages, by_title, vocabulary)
    named = [bool(n and _BOUGHT[0] in vocabulary.phases(s.name.text)) for n, s in enumerate(stages)]
    if not call:
        return steps
    return [n >= call and (step or named[n] or _CALLS in told[n]) for n, step in enumerate(steps)]


def _call(stages: Sequence[Stage], by_title: bool, vocabulary: Vocabulary) -> int:
    """The stage in which somebody calls to book; 0 where nobody does, or at once."""
    return next((n for n, s in enumerate(stages) if by_title and _CALLS in groups_of(s, vocabulary)), 0)


def _closed(stages: Sequence[Stage], first: int, steps: Sequence[bool], vocabulary: Vocabulary) -> int:
    """The stage behind the last step of a sale; little else stands between two steps of one.

    An interview is a visit, but no end of the sale where a decision follows.
    """
    told = [groups_of(stage, vocabulary) for stage in stages]
    applied = any(_APPLIES in groups for groups in told)
    last = first
    for n in range(first, len(stages)):
        decided = applied and any(_DECIDES in groups for groups in told[n + 1 : n + 2])
        if steps[n]:
            last = n + 1
        elif _ACCOUNT in told[n]:
            continue
        elif n - last >= (_MOST_CHECKS if applied else 1) or (_is_behind(stages[n], vocabulary) and not decided):
            break
    return last


def _before_sale(stage: Stage, index: int, called: bool, vocabulary: Vocabulary) -> Stage:
    """A stage before the sale is looking; what seems to come behind a sale does so, unless nobody has `called` yet."""
    behind = not called and _is_behind(stage, vocabulary)
    kept = named_for_good(stage, vocabulary) or not _NOT_YET.issuperset(stage.phases) or behind
    return stage if kept else replace(stage, phases=_LOOKED if index else _NOTICED)


def _within_sale(stage: Stage, step: bool, vocabulary: Vocabulary) -> Stage:
    looks = not step and LOOKING.issuperset(vocabulary.phases(stage.name.text))
    kept = looks or _BOUGHT[0] in stage.phases or named_for_good(stage, vocabulary)
    return stage if kept else replace(stage, phases=_BOUGHT)


def _behind_sale(stages: Sequence[Stage], anew: bool, vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """The stages behind a sale, read `anew` as those of a customer where the sale was not seen before."""
    if anew and stages:
        bought = replace(stages[0], name=replace(stages[0].name, text=_BOUGHT[0]), fields={}, steps=())
        told = phase_matches((bought, *stages), vocabulary)[1:]
        stages = [replace(stage, phases=match.phases) for stage, match in zip(stages, told, strict=True)]
    return tuple(replace(stage, phases=_USED) if _is_visit(stage, vocabulary) else stage for stage in stages)


def _is_visit(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether a stage is named for what was booked in one word, which elsewhere may mean help or a beginning."""
    alone = vocabulary.words(FRAMES).is_whole(bare(stage.name.text))
    return alone and _HELP_OR_BEGINNING.issuperset(stage.phases) and _VISIT in groups_of(stage, vocabulary)


def _is_behind(stage: Stage, vocabulary: Vocabulary) -> bool:
    """Whether the name of a stage tells of what comes after a sale, the visit or the delivery."""
    return bool(_BEHIND_THE_SALE.intersection(vocabulary.phases(stage.name.text, _CUSTOMER)))


def _deals_in_goods(stages: Sequence[Stage], vocabulary: Vocabulary) -> bool:
    """Whether several stages are of stock and supplies, and the first does not look round for a product."""
    return (
        not _looks(stages[0], vocabulary)
        and sum(1 for stage in stages if _TRADE in groups_of(stage, vocabulary)) >= _LEAST_TRADE
    )


def _at_work(stages: Sequence[Stage], vocabulary: Vocabulary) -> tuple[Stage, ...]:
    """Buying, receiving and serving are work with the product, once the worker has begun with it."""
    goods = any(_TRADE in groups_of(stage, vocabulary) for stage in stages)
    first = 0 if goods and not _looks(stages[0], vocabulary) else _begun(stages, vocabulary)
    return tuple(stage if n < first else _of_work(stage, vocabulary) for n, stage in enumerate(stages))


def _begun(stages: Sequence[Stage], vocabulary: Vocabulary) -> int:
    """The first stage of work, behind those in which the worker comes to the product."""
    joined = False
    for n, stage in enumerate(stages):
        served = _OWN_CUSTOMERS in groups_of(stage, vocabulary)
        if served or not _BEGINNING.intersection(stage.phases) or (joined and LOOKING.issuperset(stage.phases)):
            return n
        joined = joined or bool(_JOINED.intersection(stage.phases))
    return len(stages)


def _looks(stage: Stage, vocabulary: Vocabulary) -> bool:
    return bool(LOOKING.intersection(vocabulary.phases(stage.name.text)))


def _of_work(stage: Stage, vocabulary: Vocabulary) -> Stage:
    if named_for_good(stage, vocabulary):
        return stage
    served = {_OWN_CUSTOMERS, _TRADE} & groups_of(stage, vocabulary)
    kept = not served and _STAYS.intersection(stage.phases) and _STAYS.intersection(_told(stage, vocabulary))
    return stage if kept else replace(stage, phases=_USED)


def _told(stage: Stage, vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.phases(stage.name.text, _CUSTOMER)
