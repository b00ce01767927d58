"""What has to be minded when two scorecards are read together, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from cxaudit.comparison.pair import Pair
from cxaudit.comparison.side import Side
from cxaudit.comparison.structure import folded


def remarks(pair: Pair, splits: bool) -> Iterator[str]:
    """The sentences, those that weigh most first; `splits` says whether the change could be parted."""
    old, new = pair.old, pair.new
    if old.info.as_of > new.info.as_of:
        yield f"The first scorecard ({old.info.as_of}) is later than the second ({new.info.as_of})."
    yield from other_programme(pair)
    if old.scope != new.scope and old.scope and new.scope:
        yield f"The first audit was of {old.scope}, the second of {new.scope}: part of the change is that."
    yield from _renamed(pair)
    if not splits:
        yield "What the client and what the rules changed cannot be told apart: there is no rule that both could judge."
    yield from _rules(pair)


def other_programme(pair: Pair) -> Iterator[str]:
    """That the two scorecards are of two clients, or have no workbook in common."""
    old, new = pair.old, pair.new
    if old.info.client and new.info.client and folded(old.info.client) != folded(new.info.client):
        yield f"The scorecards name two clients: {old.info.client} and {new.info.client}."
    if old.workbooks and new.workbooks and not new.workbooks & {pair.renames.workbook(name) for name in old.workbooks}:
        before, now = (", ".join(sorted(side.workbooks)) for side in (old, new))
        yield f"The scorecards have no workbook in common: the first is of {before}, the second of {now}."


def _renamed(pair: Pair) -> Iterator[str]:
    told = [f"{old.kind} {old.name}, now {new.name}" for old, new in pair.renames.pairs]
    if told:
        yield f"Taken for the same under a new name: {'; '.join(told)}."


def _rules(pair: Pair) -> Iterator[str]:
    old, new = pair.old, pair.new
    if old.tool != new.tool and old.tool and new.tool:
        yield f"The scorecards were made by cxaudit {old.tool} and {new.tool}, which may read and judge otherwise."
    if pair.again:
        yield from _judged_again(pair, pair.again)
    if pair.same_rules:
        return
    came, went = set(new.by_id) - set(old.by_id), set(old.by_id) - set(new.by_id)
    if came:
        yield f"New rules: {', '.join(sorted(came))}."
    if went:
        yield f"Rules that are gone: {', '.join(sorted(went))}."
    if not pair.again:
        yield _kept_counts(pair)


def _judged_again(pair: Pair, again: Side) -> Iterator[str]:
    yield f"The earlier workbooks ({again.info.name}) were judged again by the rules of now."
    if again.workbooks != pair.old.workbooks:
        given, kept = (", ".join(sorted(side.workbooks)) for side in (again, pair.old))
        yield f"Judged again were {given}; the earlier scorecard is of {kept}."


def _kept_counts(pair: Pair) -> str:
    """Which rules could not be judged again, and why."""
    said = "The rules are not the same. Other weights, curves and cuts, and rules that came or went, are told apart"
    unknown = [side.info.name for side in (pair.old, pair.new) if not any(rule.judged_by for rule in side.rules)]
    if unknown:
        return f"{said}, as far as they are kept: {unknown[0]} does not keep what its rules look for."
    ids = ", ".join(pair.looks_elsewhere)
    if pair.same_reading and not ids:
        return f"{said}; no rule looks for something else."
    wanted = "as the earlier workbooks are not there to be judged again (--old-workbooks)"
    if not ids:
        return f"{said}. Sheets are read by other words now: what that changes is counted as the client's, {wanted}."
    reading = "" if pair.same_reading else " Sheets are read by other words now, too."
    many = "Look" if len(pair.looks_elsewhere) > 1 else "Looks"
    return f"{said}. {many} for something else now, and could not be judged again, {wanted}: {ids}.{reading}"
