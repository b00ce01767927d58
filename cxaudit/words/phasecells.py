"""What the cells of a stage say of its phase: how far they bear out a reading of its name, or tell one themselves."""

from __future__ import annotations

from cxaudit.words.phasepath import LOOKING, Levels, Reading

SURE = 1.0
_LEAST_WORDS, _LEAST_SHARE = 2, 0.6
_BORNE_OUT, _BORNE_OUT_BY_ONE, _BY_CELLS = 0.4, 0.1, 0.8
_MOST_SHOWN = 3

Told = dict[str, tuple[str, ...]]
"""The words in a stage's cells that speak of phases, by phase."""


def told_by(words: Told) -> tuple[str, tuple[str, ...]]:
    """The phase that most words of a stage's cells speak of, with those words; empty where they differ."""
    phase = max(words, key=lambda name: len(words[name]), default="")
    several = sum(map(len, words.values()))
    sure = phase and len(words[phase]) >= max(_LEAST_WORDS, _LEAST_SHARE * several)
    return (phase, words[phase][:_MOST_SHOWN]) if sure else ("", ())


def borne_out(levels: Levels, told: Told) -> Levels:
    """The readings of a name, likelier as the words in its stage's cells speak of the same phase.

    Where no word of the name is sure, a phase that the cells tell by themselves is a reading too.
    """
    phase, _ = told_by(told)
    found = [tuple(Reading(r.phases, r.weight + _bonus(r.phases, told)) for r in readings) for readings in levels]
    unsure = phase and all(r.weight < SURE for readings in levels for r in readings)
    if unsure and any(levels) and not means(levels, phase):
        found = [(*readings, Reading((phase,), _BY_CELLS)) for readings in found]
    return tuple(found)


def settled(levels: Levels) -> bool:
    """Whether a name means one phase surely, whatever comes before it: then its cells are not asked."""
    first = levels[LOOKING]
    return len(first) == 1 and first[0].weight >= SURE and all(readings == first for readings in levels)


def means(levels: Levels, phase: str) -> bool:
    """Whether a phase alone is one of the readings of a name."""
    return any(reading.phases == (phase,) for readings in levels for reading in readings)


def _bonus(phases: tuple[str, ...], told: Told) -> float:
    """How much more likely the cells make a reading: by how many of their telling words speak of it."""
    several = sum(map(len, told.values()))
    words = sum(len(told.get(phase, ())) for phase in phases) / len(phases)
    most = _BORNE_OUT if words >= _LEAST_WORDS else _BORNE_OUT_BY_ONE
    return most * words / several if words >= 1 else 0.0
