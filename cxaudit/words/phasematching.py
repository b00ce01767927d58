"""Stage names matched with phases of the relation between customer and company, in the order of the journey."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product, repeat

from msgspec import Struct

from cxaudit.pattern import pattern
from cxaudit.words.files import PhasesFile
from cxaudit.words.labeltext import bare, fold, folded_words, hints, stems, word_list
from cxaudit.words.phasecells import SURE, Told, borne_out, means, settled, told_by
from cxaudit.words.phasepath import INSIDE, IS_CUSTOMER, LOOKING, Levels, Reading, best_way, level_after
from cxaudit.words.phaseplace import UNCLEAR, fits, with_places, worked_on
from cxaudit.words.phrases import Phrases

_SIGNS = pattern(r"[&/,+;|·、・／＆→➔➜⇒]|(?<=\s)(?:->|=>|>|-)(?=\s)")
_SURE, _WEAK, _LATER, _SETTLED, _INSIDE, _SIGN = "sure", "weak", "later", "settled", "inside", "sign"
_READINGS_AT = ((_SURE, _WEAK), (_LATER, _SURE, _WEAK), (_SETTLED, _LATER, _SURE, _WEAK), (_INSIDE, _SURE, _WEAK))
_WEIGHT_SURE, _WEIGHT_WEAK, _OTHER_WORD, _WEIGHT_SIGN = SURE, 0.7, 0.45, 0.65
_WEIGHT_INSIDE, _SENTENCE = 0.8, 2
_OTHER_LEVEL, _NEAR_LEVEL = 0.5, 0.75
_TRIED = 0.7
_MOST_KNOWN = 20_000
_BEGINS = 4  # letters of the first part of a compound, at least; fewer are a prefix

_Spans = list[tuple[tuple[int, int], tuple[str, ...]]]
_Words = Phrases[dict[str, tuple[str, ...]]]


class PhaseMatch(Struct, frozen=True):
    """The phases of one stage; `by_place` is true where only its place among the others speaks for them.

    `said` are the words in the stage's cells that told its phase, empty where its name did.
    """

    phases: tuple[str, ...]
    by_place: bool = False
    said: tuple[str, ...] = ()


class PhaseMatcher:
    """The phase words of all languages."""

    def __init__(self, files: Iterable[PhasesFile], joining: frozenset[str] = frozenset({"and"})) -> None:
        self._joining = joining
        self._sign = f" {min(joining)} " if joining else " "
        lists = tuple(files)
        self._naming = _phrases(entry for file in lists for entry in _entries(file, telling=True))
        self._phrases = _phrases(entry for file in lists for entry in _entries(file, telling=False))
        self._endings = tuple((fold(end), phase) for f in lists for phase, ends in f.endings.items() for end in ends)
        self._by_label: dict[str, Levels] = {}
        self._told = Phrases((word, phase) for file in lists for phase, words in file.cells.items() for word in words)

    def match(self, label: str, after: Sequence[str] = ()) -> tuple[str, ...]:
        """The phases that any label names, in its order; ("unclear",) when none. `after` are those before it."""
        found = self._read(label, level_after(after), self._naming)
        return found[0].phases if found else UNCLEAR

    def may_tell(self, labels: Collection[str]) -> Iterable[bool]:
        """Whether each label has a word that could tell a phase, however it is parted; most cells have none."""
        if any(self._naming.may_hold([self._sign])):
            return repeat(True, len(labels))
        ends = tuple(end for end, _ in self._endings)
        pairs = zip(labels, self._naming.may_hold(labels), strict=True)
        return (told or not label.isascii() or (bool(ends) and _ends(label, ends)) for label, told in pairs)

    def match_all(self, labels: Sequence[str], cells: Sequence[Iterable[str]] = ()) -> tuple[PhaseMatch, ...]:
        """The phases of all stages of one journey, read together; `cells` are the texts of each stage.

        Where no word of a name tells, the stage's cells do, and where they do not, its place among the others.
        """
        by_name = [self._known_levels(label) for label in labels]
        held = cells or [()] * len(labels)
        told = [
            {} if settled(by) else _words_in(tuple(texts), self._told) for by, texts in zip(by_name, held, strict=True)
        ]
        way = best_way([borne_out(levels, words) for levels, words in zip(by_name, told, strict=True)])
        named = worked_on(way)
        said: dict[int, tuple[str, ...]] = {}
        for index, words_in in enumerate(told):
            phase, words = told_by(words_in)
            if named[index] == (phase,) and not means(by_name[index], phase):
                said[index] = words
            elif phase and not named[index] and fits(phase, named, index):
                named[index], said[index] = (phase,), words
        return tuple(
            PhaseMatch(phases, by_place=not named[index] and phases != UNCLEAR, said=said.get(index, ()))
            for index, phases in enumerate(with_places(named))
        )

    def _known_levels(self, label: str) -> Levels:
        """The same kept, for the names of a map are asked for more than once."""
        known = self._by_label.get(label)
        if known is None:
            known = self._levels(label)
            if len(self._by_label) < _MOST_KNOWN:
                self._by_label[label] = known
        return known

    def told(self, cells: Iterable[str]) -> str:
        """The phase that the words in a stage's cells tell; empty where they tell none."""
        return told_by(_words_in(tuple(cells), self._told))[0]

    def _levels(self, label: str) -> Levels:
        """All readings of a name for each level, its own there first."""
        own = [self._read(label, level, self._phrases) for level in range(len(_READINGS_AT))]
        if not any(own):
            return ((),) * len(own)
        levels = []
        for level, first in enumerate(own):
            found = {reading.phases: reading.weight for reading in first}
            for other, readings in enumerate(own):
                share = _NEAR_LEVEL if {level, other} == {IS_CUSTOMER, INSIDE} else _OTHER_LEVEL
                for reading in readings:
                    found[reading.phases] = max(found.get(reading.phases, 0.0), reading.weight * share)
            if level == LOOKING and ("use",) in found:
                tried = found["use",] * _TRIED
                found["consideration",] = max(found.get(("consideration",), 0.0), tried)
            levels.append(tuple(Reading(phases, weight) for phases, weight in found.items()))
        return tuple(levels)

    def _read(self, label: str, level: int, words: _Words) -> tuple[Reading, ...]:
        """The readings of a name at a level, the best first; what stands in brackets counts where the rest is weak."""
        short = bare(label)
        found = self._named(short, level, words)
        if found and found[0].weight >= _WEIGHT_SURE:
            return found
        for hint in hints(label.split("\n", 1)[0]):
            inner = self._named(hint, level, words)
            if inner and inner[0].weight >= _WEIGHT_SURE:
                return inner
        return found

    def _named(self, text: str, level: int, words: _Words) -> tuple[Reading, ...]:
        joined = _joined(text, self._sign)
        hits = words.find(joined)
        if not hits:
            return self._by_ending(joined)
        now = _READINGS_AT[level]
        spans: dict[tuple[int, int], dict[str, tuple[str, ...]]] = {}
        for hit in hits:
            known = spans.setdefault((hit.start, hit.end), {})
            known |= {r: tuple(dict.fromkeys((*known.get(r, ()), *told))) for r, told in hit.value.items()}
        meant = [(span, next((r for r in now if r in value), ""), value) for span, value in spans.items()]
        sure = [(span, value[r]) for span, r, value in meant if r and r != _WEAK]
        told = any(r == _SURE for _, r, _ in meant)
        weak = [(span, value[_WEAK]) for span, _, value in meant if _WEAK in value]
        signs = [(span, value[_SIGN]) for span, _, value in meant if _SIGN in value] if not (sure or weak) else []
        found: dict[tuple[str, ...], float] = {}
        for named, weight in (
            (sure, _WEIGHT_SURE),
            (weak, _OTHER_WORD if sure else _WEIGHT_WEAK),
            (signs, _WEIGHT_SIGN),
        ):
            common = named is sure and level == INSIDE and not told and joined.count(" ") >= _SENTENCE
            for phases in product(*self._one_a_part(named, joined)) if named else ():
                found.setdefault(tuple(dict.fromkeys(phases)), _WEIGHT_INSIDE if common else weight)
        return tuple(Reading(phases, weight) for phases, weight in found.items()) or self._by_ending(joined)

    def _by_ending(self, text: str) -> tuple[Reading, ...]:
        """What the last compound of a name is a kind of: a "Terminbuchung" is a booking."""
        for word in reversed(text.split() if self._endings else ()):
            kinds = [(len(end), phase) for end, phase in self._endings if _is_kind_of(word, end)]
            if kinds:
                return (Reading((max(kinds)[1],), _WEIGHT_WEAK),)
        return ()

    def _one_a_part(self, named: _Spans, text: str) -> list[tuple[str, ...]]:
        """Of several words in one part of a name the longest tells its phase, of equals the last."""
        parts: list[_Spans] = []
        for span, phases in named:
            between = text[parts[-1][-1][0][1] : span[0]].split() if parts else []
            if parts and not self._joining.intersection(between):
                parts[-1].append((span, phases))
            else:
                parts.append([(span, phases)])
        return [max(part, key=lambda p: (p[0][1] - p[0][0], p[0][0]))[1] for part in parts]


@lru_cache(maxsize=4096)
def _joined(text: str, sign: str) -> str:
    """A name as its words are looked for: what joins them is one word; each is asked about at several levels."""
    return fold(_SIGNS.sub(sign, text))


@lru_cache(maxsize=2048)
def _words_in(texts: tuple[str, ...], telling: Phrases[str]) -> Told:
    """The words in a stage's cells that speak of phases, by phase; a map's phases are asked for several times."""
    words: dict[str, dict[str, None]] = defaultdict(dict)
    for text in texts:
        for hit in telling.find(text):
            words[hit.value][folded_words(text, hit.start, hit.end)] = None
    return {phase: tuple(found) for phase, found in words.items()}


def _phrases(entries: Iterable[tuple[str, str, str]]) -> _Words:
    terms: dict[str, dict[str, tuple[str, ...]]] = {}
    for word, strength, phase in entries:
        meanings = terms.setdefault(" ".join(_stemmed(word)), {})
        meanings[strength] = tuple(dict.fromkeys((*meanings.get(strength, ()), phase)))
    return Phrases(terms.items())


def _entries(file: PhasesFile, telling: bool) -> Iterator[tuple[str, str, str]]:
    """Each word with its strength and phase; of the `telling` ones only those that make a name that of a stage."""
    lists = [(_SURE, file.phases), (_WEAK, file.weak), (_LATER, file.later), (_SETTLED, file.settled)]
    common = [
        (_SURE, file.only_stages),
        (_WEAK, file.only_stages_weak),
        (_SETTLED, file.only_stages_settled),
        (_INSIDE, file.inside),
        (_SIGN, file.signs),
    ]
    for strength, phases in lists if telling else [*lists, *common]:
        for phase, words in phases.items():
            yield from ((word, strength, phase) for word in words)


def _ends(label: str, ends: tuple[str, ...]) -> bool:
    return any(word.endswith(ends) for word in word_list(label))


def _is_kind_of(word: str, ending: str) -> bool:
    return word == ending or (word.endswith(ending) and len(word) - len(ending) >= _BEGINS)


def _stemmed(term: str) -> tuple[str, ...]:
    return tuple(word if word.endswith("*") else " ".join(stems(word)) for word in term.split())
