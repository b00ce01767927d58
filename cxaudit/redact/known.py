"""What is known of people beside the workbooks: those who answered, approved or own something, and further texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from cxaudit.grid import Grid
from cxaudit.part import Part, plain
from cxaudit.redact.names import small_words
from cxaudit.ruleset import Ruleset
from cxaudit.scorecard import Scorecard


class Known(Struct, frozen=True):
    """What is known beside the workbooks.

    `personas` are names of personas, `people` names of those who answered, approved or own something, `texts`
    client texts in which people may be named, such as paths and remarks. `grids` are further tables, such as a
    register. `common` are words of the tool itself.
    """

    personas: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    common: frozenset[str] = frozenset()

    def __add__(self, other: Known) -> Known:
        return Known(
            (*self.personas, *other.personas),
            (*self.people, *other.people),
            (*self.texts, *other.texts),
            (*self.grids, *other.grids),
            self.common | other.common,
        )


NOTHING_KNOWN = Known()


def words_of_rules(ruleset: Ruleset) -> Known:
    """The words that the rules themselves write in small letters: they are no names."""
    texts = (
        text
        for rule in ruleset.rules
        for text in (rule.title, rule.why, rule.figure, rule.fix.text, *plain(rule.messages).values())
    )
    return Known(common=small_words(texts))


def known_in(scorecard: Scorecard) -> Known:
    """What a scorecard that was kept tells of people: its personas, who answered and approved, and its texts."""
    personas = (*(each.name for each in scorecard.personas), *(row.name for row in scorecard.persona_grid))
    people = (answer.by for rule in scorecard.rules for answer in rule.answers)
    approved = (waiver.approved_by for waiver in scorecard.waivers)
    return Known(personas, tuple(people) + tuple(approved), tuple(texts_in(scorecard)))


def texts_in(value: object) -> Iterator[str]:
    """Every text in a piece of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct | Part):
        for name in value.key_names if isinstance(value, Part) else value.__struct_fields__:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, tuple | list | frozenset):
        for part in sorted(value, key=str) if isinstance(value, frozenset) else value:
            yield from texts_in(part)
