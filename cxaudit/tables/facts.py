"""What the facts of blocks tell: those that name a field, and the cells of their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxaudit.tables.blocks import Block, Fact
from cxaudit.tables.labels import Label
from cxaudit.tables.sectionlabels import UNDER_HEADING


def telling_facts(blocks: Sequence[Block]) -> Iterator[Fact]:
    """The facts whose label names a field that the tool looks at."""
    return (fact for block in blocks for fact in block.facts if fact.label.telling)


def cells_of(facts: Sequence[Fact]) -> tuple[tuple[Label, int, int], ...]:
    """Each value cell of the facts with its label; a label that nothing follows has the empty cell beside it."""
    found: list[tuple[Label, int, int]] = []
    for index, fact in enumerate(facts):
        found += [(fact.label, row, column) for row, column in fact.cells]
        if not fact.cells and not _answered(fact, facts, facts[index + 1 :]):
            found.append((fact.label, fact.label.row, fact.label.column + 1))
    return tuple(found)


def _answered(fact: Fact, facts: Sequence[Fact], later: Sequence[Fact]) -> bool:
    """Whether values below a label, or labels of their own below it, tell what it stands for."""
    if any(other.cells and other.label.field == fact.label.field for other in facts):
        return True
    return bool(later) and later[0].label.sureness == UNDER_HEADING and later[0].label.field == fact.label.field
