"""One session: paths to workbooks, to readings or a scorecard. The command line and `import cxaudit` share it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from cxaudit import pipeline
from cxaudit.corrections.corrected import NO_CORRECTIONS, Corrections
from cxaudit.engagement.find import find_engagement
from cxaudit.engagement.selfassessed import check_answers, claims_of
from cxaudit.engagement.waived import waivers_of
from cxaudit.errors import NEEDED, UsageError, WorkbookError
from cxaudit.opened import Opened, nothing_read, open_workbooks
from cxaudit.renderer import WorkbookReading
from cxaudit.rulefiles import Rules, load_rules
from cxaudit.scorecard import LeftOutInfo, Scorecard
from cxaudit.terms import Terms
from cxaudit.version import VERSION
from cxaudit.waivers import Waiver

if TYPE_CHECKING:
    from cxaudit.engagement.file import Engagement
    from cxaudit.redact.known import Known
    from cxaudit.redact.mask import Mask

LoadRules = Callable[[Sequence[Path]], Rules]
"""Gives the rules of packs that are laid on the core pack."""

SCOPES = ("all", "journeys", "personas")
_UNRECOGNISED = (
    f"Nothing in it was recognised as a journey map, persona, metric list or practice sheet: {NEEDED}. "
    "Run 'cxaudit inspect' on it to see how each sheet was read."
)
_HIDDEN = "What was recognised in it stands on hidden sheets; show them, or audit with --include-hidden."


def scorecard_of(
    opened: Opened,
    rules: Rules,
    terms: Terms,
    *,
    command: str = "",
    engagement: Engagement | None = None,
    misfits: Sequence[str] = (),
    waivers: Sequence[Waiver] = (),
) -> Scorecard:
    """The scorecard of opened workbooks; those in which nothing was recognised are listed as left out.

    What they do not show is taken from the engagement file's self-assessment, which may also stand alone: then
    the paths are folders without workbooks. `waivers` come on top of those in the engagement file.

    Raises WorkbookError where no workbook could be read, NothingRecognised where none holds anything to
    audit, and UsageError for a scope or a target level that does not exist.
    """
    if terms.scope not in SCOPES:
        raise UsageError(f"there is no scope '{terms.scope}'; it is one of {', '.join(SCOPES)}")
    claims = claims_of(engagement, rules)
    if not opened.contents and not (opened.empty and claims):
        raise WorkbookError(nothing_read(opened))
    scorecard = pipeline.audit(
        opened.grids,
        rules,
        terms,
        left_out=opened.left_out if opened.contents else opened.problems,
        tool_version=VERSION,
        corrections=corrections_of(opened, engagement),
        waivers=(*waivers_of(engagement, rules.ruleset), *waivers),
        claims=claims,
    )
    silent = tuple(LeftOutInfo(path=path, reason=why) for path, why in _silent(scorecard, opened, terms.include_hidden))
    remarks = tuple(f"{content.path}: {note}" for content in opened.contents for note in content.notes)
    if engagement is not None:
        laid_down = f"Sheets are read and terms are set as {engagement.file.path.as_posix()} lays down."
        remarks = (laid_down, *misfits, *remarks)
    left, notes = scorecard.left_out + silent, scorecard.notes + remarks
    return replace(scorecard, left_out=left, notes=notes, command=command)


def corrections_of(opened: Opened, engagement: Engagement | None) -> Corrections:
    """What the engagement file lays down for the sheets that were opened."""
    if engagement is None:
        return NO_CORRECTIONS
    return {
        (content.path, sheet): correction
        for content in opened.contents
        for sheet, correction in engagement.corrections(Path(content.path)).items()
    }


def engaged(
    paths: Sequence[Path], packs: Sequence[Path] = (), load: LoadRules = load_rules
) -> tuple[Rules, Engagement | None]:
    """The rules for an audit of the paths, with the packs that its engagement file names, and that file.

    Who audits many programmes gives a `load` that keeps rules which it has loaded before.
    """
    engagement = find_engagement(paths)
    rules = load((*(engagement.packs if engagement else ()), *packs))
    if engagement:
        from cxaudit.engagement.file import check_names

        check_names(engagement, rules.vocabulary)
        waivers_of(engagement, rules.ruleset)
        check_answers(engagement, rules)
    return rules, engagement


def misfits_of(opened: Opened, rules: Rules, engagement: Engagement | None) -> tuple[str, ...]:
    """What the engagement file says and the workbooks no longer hold, a sentence each with its place."""
    if engagement is None:
        return ()
    from cxaudit.engagement import fit

    readings = pipeline.read(opened.grids, rules.vocabulary, corrections_of(opened, engagement))
    return fit.misfits(engagement, {Path(content.path): content.grids for content in opened.contents}, readings)


def readings_of(opened: Opened, rules: Rules, engagement: Engagement | None = None) -> tuple[WorkbookReading, ...]:
    """How each workbook was read, and those that could not be, with the reason; in the order of their paths."""
    corrections = corrections_of(opened, engagement)
    read = [
        WorkbookReading(each.path, pipeline.read(each.grids, rules.vocabulary, corrections)) for each in opened.contents
    ]
    failed = [WorkbookReading(path, error=reason) for path, reason in opened.left_out]
    return tuple(sorted([*read, *failed], key=lambda book: (book.path.casefold(), book.path)))


def mask_of(
    opened: Opened, rules: Rules, engagement: Engagement | None, beside: Known | None = None, client: str = ""
) -> Mask:
    """What is to be hidden of the workbooks, of those who answered or approved, and of what is known `beside`."""
    from cxaudit.engagement.people import people_in
    from cxaudit.redact.finding import mask_of as found
    from cxaudit.redact.known import NOTHING_KNOWN, Known, words_of_rules

    paths = (*(content.path for content in opened.contents), *(path for path, _ in opened.left_out))
    known = words_of_rules(rules.ruleset) + Known(texts=(*paths, client))
    if engagement:
        known += people_in(engagement.data)
    readings = pipeline.read(opened.grids, rules.vocabulary, corrections_of(opened, engagement))
    return found(opened.grids, readings, rules.vocabulary, known + (beside or NOTHING_KNOWN))


def terms_of(
    engagement: Engagement | None,
    as_of: datetime.date | None,
    scope: str | None,
    client: str,
    target_level: int | None,
    include_hidden: bool = False,
) -> Terms:
    """What was asked for goes before what the engagement file says, and that before the defaults."""
    data = engagement.data if engagement else None
    return Terms(
        as_of=as_of or (engagement.as_of if engagement else None) or datetime.date.today(),
        scope=scope or (data.scope if data else None) or "all",
        client=client or (data.client if data else ""),
        target_level=target_level if target_level is not None else (data.target_level if data else None),
        include_hidden=include_hidden,
    )


def audit(
    paths: Sequence[str | Path] | str | Path,
    *,
    as_of: datetime.date | None = None,
    scope: str | None = None,
    rules: Sequence[str | Path] = (),
    client: str = "",
    target_level: int | None = None,
    include_hidden: bool = False,
    redact: bool = False,
    load: LoadRules = load_rules,
) -> Scorecard:
    """Audit workbooks and folders; the scorecard's `left_out` names what could not be read.

    `as_of` is the day that ages are counted to (default: today), `rules` are folders of rule packs laid on
    the core pack, `scope` is all, journeys or personas. An engagement file beside the workbooks is obeyed
    where an argument is not given. `redact` masks names, addresses and quotes. Raises `cxaudit.CxauditError`
    where nothing could be audited or a rule pack cannot be used.
    """
    found = audited(
        _paths(paths), as_of, scope, _paths(rules), client, target_level, include_hidden=include_hidden, load=load
    )
    return found.redacted(found.mask) if redact else found.scorecard


class Audited(Struct, frozen=True):
    """A scorecard with what it was made from."""

    scorecard: Scorecard
    opened: Opened
    rules: Rules
    engagement: Engagement | None

    @property
    def mask(self) -> Mask:
        return mask_of(self.opened, self.rules, self.engagement, client=self.scorecard.client)

    def redacted(self, mask: Mask) -> Scorecard:
        from cxaudit.redact.documents import redacted

        return redacted(self.scorecard, mask)


def audited(
    paths: Sequence[Path],
    as_of: datetime.date | None,
    scope: str | None,
    rules: Sequence[Path],
    client: str = "",
    target_level: int | None = None,
    *,
    include_hidden: bool = False,
    load: LoadRules = load_rules,
) -> Audited:
    """As `audit` does it, with what a later redaction needs."""
    loaded, engagement = engaged(paths, rules, load)
    terms = terms_of(engagement, as_of, scope, client, target_level, include_hidden)
    opened = open_workbooks(paths)
    misfits = misfits_of(opened, loaded, engagement)
    scorecard = scorecard_of(opened, loaded, terms, engagement=engagement, misfits=misfits)
    return Audited(scorecard, opened, loaded, engagement)


def inspect(
    paths: Sequence[str | Path] | str | Path, *, rules: Sequence[str | Path] = ()
) -> tuple[WorkbookReading, ...]:
    """How workbooks and folders are read, without judging them; a file that failed carries its `error`."""
    loaded, engagement = engaged(_paths(paths), _paths(rules))
    return readings_of(open_workbooks(_paths(paths)), loaded, engagement)


def _paths(given: Sequence[str | Path] | str | Path) -> tuple[Path, ...]:
    return (Path(given),) if isinstance(given, str | Path) else tuple(Path(each) for each in given)


def _silent(scorecard: Scorecard, opened: Opened, include_hidden: bool) -> Iterator[tuple[str, str]]:
    """The workbooks that were read and gave the audit nothing."""
    for content in opened.contents:
        known = [sheet for sheet in scorecard.sheets if sheet.workbook == content.path and sheet.kind != "other"]
        if not known:
            yield content.path, _UNRECOGNISED
        elif not include_hidden and all(sheet.hidden for sheet in known):
            yield content.path, _HIDDEN
