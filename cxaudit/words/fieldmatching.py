"""Labels matched with fields: the field's own name, another heading for it, a word inside, or a slip of the pen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any

from cxaudit.compiled import Later
from cxaudit.pattern import pattern
from cxaudit.words.combined import pieces_of
from cxaudit.words.compounds import SHORTEST_PART, Endings
from cxaudit.words.counted import after_count, after_letter, before_explanation, hyphened, respaced, without_scale
from cxaudit.words.fieldmatch import FieldMatch
from cxaudit.words.files import FieldTerms
from cxaudit.words.labeltext import bare, first_question, fold, heading, stems, unspaced
from cxaudit.words.likeness import AHEAD, Likeness
from cxaudit.words.packing import Table, joined, parted
from cxaudit.words.phrases import Phrases, weighs
from cxaudit.words.slips import Slips
from cxaudit.words.smallwords import SmallWords

LONGEST_LABEL = 90
_MOST_WORDS, _MOST_WORDS_ASKED = 9, 20
_WHOLE, _LIKELY, _IDENTIFIES = 0.99, 0.6, 0.85
_SHORTEST_NAME, _LONGEST_NAME, _MOST_WORDS_ENDING = 6, 30, 3
_MOST_KNOWN = 100_000
_CUSTOMERS = frozenset({"activity", "goal", "emotion", "thought", "need", "motivation", "feeling"})
_STAGES = frozenset({"stage", "step"})
_YEAR = pattern(r"\s+(?:19|20)\d\d$")
_PUNCTUATED = pattern(r"(?<!\bincl)(?<!\bvs)(?<!\bavg)(?<!\best)[.!?;:]\s+\S")


class FieldMatcher:
    """All headings of one kind of sheet, in all languages; answers are kept, for labels repeat."""

    def __init__(self, fields: Iterable[tuple[str, FieldTerms]], small: SmallWords) -> None:
        self._small = small
        self._terms = tuple(fields)
        self._known: dict[str, tuple[FieldMatch, ...]] = {}
        self.fields = frozenset(field for field, _ in self._terms)

    @cached_property
    def _whole(self) -> Table[FieldMatch]:
        """Every name and synonym by its stems, joined by blanks; of two lists with the same words the first counts."""
        return Table(self._in_order())

    def _in_order(self) -> Iterator[tuple[str, FieldMatch]]:
        """The same, list by list."""
        for field, terms in self._terms:
            exact, synonym = FieldMatch(field, "exact", 1.0), FieldMatch(field, "synonym", 0.95)
            yield from ((" ".join(self._small.stems(term)), exact) for term in terms.names)
            yield from ((" ".join(self._small.stems(term)), synonym) for term in terms.synonyms)

    @cached_property
    def _literal(self) -> Table[FieldMatch]:
        """Every name and synonym as it is written: "jobs" to be done are not the "job" that somebody has."""
        return Table(
            (fold(term), FieldMatch(field, how, sure))
            for how, sure in (("exact", 1.0), ("synonym", 0.95))
            for field, terms in self._terms
            for term in (terms.names if how == "exact" else terms.synonyms)
        )

    @cached_property
    def _inside(self) -> Phrases[str]:
        told = [(self._small.plain(word), field) for field, terms in self._terms for word in terms.words]
        own = {word for word, _ in told}
        whole = ((term, field) for field, terms in self._terms for term in (*terms.names, *terms.synonyms))
        longer = ((self._small.plain(term), field) for term, field in whole if self._telling(term))
        return Phrases((*told, *((term, field) for term, field in longer if term not in own)))

    @cached_property
    def _endings(self) -> Endings:
        return Endings.of((end, field) for field, terms in self._terms for end in terms.endings)

    def _telling(self, heading: str) -> bool:
        """Whether a heading is found inside a longer one as well: it has two words that tell something."""
        words = [
            w
            for w in self._small.stems(heading)
            if w not in self._small.fillers | self._small.links | self._small.joining
        ]
        return len(words) >= 2

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for words, _ in self._whole.items() for word in words.split())

    @cached_property
    def _slips(self) -> Slips[FieldMatch]:
        whole: dict[str, FieldMatch] = {}
        for words, match in self._in_order():
            whole.setdefault(words, match)
        exact = ((words, match) for words, match in whole.items() if match.match == "exact")
        names = ((name, match) for name, match in exact if len(name) >= _SHORTEST_NAME and not unspaced(name))
        return Slips((name, FieldMatch(match.field, "fuzzy", 0.75)) for name, match in names)

    @cached_property
    def _likeness(self) -> Later[Likeness]:
        return Later(Likeness.of(self._terms, self._small))

    def likely(self, label: str, taken: Collection[str] = (), ahead: float = AHEAD) -> FieldMatch | None:
        """The field that a label of a known table may stand for although no list has it; none where nothing says so."""
        short = bare(heading(first_question(label.strip())))
        if not short or len(short) > LONGEST_LABEL or len(short.split()) > _MOST_WORDS:
            return None
        field = self._likeness.get().guess(short, self._small, taken, ahead)
        return FieldMatch(field, "fuzzy", _LIKELY) if field else None

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: everything built, without the lists that it was built of."""
        parts = ("_inside", "_slips", "_likeness", "_whole", "_literal", "_endings")
        built = {name: getattr(self, name) for name in parts}
        return self.__dict__ | built | {"_words": joined(self._words), "_terms": (), "_known": {}}

    def __setstate__(self, kept: dict[str, Any]) -> None:
        self.__dict__ |= kept
        self._words = parted(kept["_words"])

    def match(self, label: str) -> tuple[FieldMatch, ...]:
        """The fields of a label, the surest first; a combined label gives one for each of its parts."""
        known = self._known.get(label)
        if known is None:
            known = self._match(label)
            if len(self._known) < _MOST_KNOWN:
                self._known[label] = known
        return known

    def _match(self, label: str) -> tuple[FieldMatch, ...]:
        label = label.strip()
        if not label or len(label) > LONGEST_LABEL * 3:
            return ()
        whole = self._literal.get(fold(label)) or self._whole.get(" ".join(self._small.stems(label)))
        if whole:
            return (whole,)
        short = self._before_stage(_YEAR.sub("", bare(heading(first_question(label)))).strip())
        if not short or len(short) > LONGEST_LABEL:
            return ()
        rest = self._unscaled(short) or self._uncounted(short)
        return self._match(rest) if rest else self._told(short)

    def _told(self, short: str) -> tuple[FieldMatch, ...]:
        """The fields that the words of a bare label tell, where it is no sentence."""
        if _PUNCTUATED.search(short):
            return ()
        if self._small.identifies(short) and not self._counts_stages(short):
            return (FieldMatch("other", "fuzzy", _IDENTIFIES),)
        if compound := self._compound(short):
            return (compound,)
        if self._unheard(short):
            return self._by_ending(short) or self._slip(short)
        asked = (short, self._small.asked_for(short), before_explanation(short))
        listed = next(filter(None, map(self._lookup, asked)), ()) or self._parts(short) or self._within(short)
        return listed or self._by_ending(short) or self._slip(short)

    def _counts_stages(self, short: str) -> bool:
        """Whether the codes that a label names are those of stages or steps, which may have no other name."""
        found = self._whole.get(" ".join(self._small.stems(short)[:-1]))
        return found is not None and found.field in _STAGES

    def _unscaled(self, short: str) -> str:
        """A label without the scale at its end ("Satisfaction 1-10"); stages that are counted so keep their numbers."""
        rest = without_scale(short)
        found = self._whole.get(" ".join(self._small.stems(rest))) if rest else None
        return rest if found and found.field not in _STAGES else ""

    def _uncounted(self, short: str) -> str:
        """What a label says behind the word or letter that counts it, or with blanks between the words of an export."""
        what, rest = after_count(short)
        counts = self._whole.get(" ".join(self._small.stems(what))) if what else None
        return rest if counts and counts.field == "other" else after_letter(short) or respaced(short)

    def _before_stage(self, short: str) -> str:
        """A label without the stage that it points at, which it is not: "What spoils this phase" is "What spoils"."""
        words = short.split()
        if len(words) > 2 and fold(words[-2]) in self._small.pointing:
            last = self._whole.get(" ".join(self._small.stems(words[-1])))
            return " ".join(words[:-2]) if last and last.field in _STAGES else short
        return short

    def _compound(self, short: str) -> FieldMatch | None:
        """The heading of which one word says whose it is as well: "Gästewünsche" are wishes, as "Wünsche der Gäste"."""
        words = self._small.stems(short)
        if len(words) != 1 or self._whole.get(words[0]) or unspaced(short):
            return None
        starts = range(SHORTEST_PART, len(words[0]) - SHORTEST_PART + 1)
        heads = (words[0][at:] for at in starts if words[0][:at] in self._small.fillers)
        found = next((match for head in heads if (match := self._whole.get(head))), None)
        return FieldMatch(found.field, "synonym", 0.85) if found else None

    def _by_ending(self, short: str) -> tuple[FieldMatch, ...]:
        """What a compound is a kind of, with a word or two before it: "Typisches Kochverhalten"."""
        head = self._core(self._head(self._small.stems(short), hyphened(short))) if self._endings.kinds else ()
        if not 0 < len(head) <= _MOST_WORDS_ENDING:
            return ()
        field = self._endings.kind_of(head[-1], self._small.company)
        return () if not field or self._companys(head, field) else (FieldMatch(field, "fuzzy", 0.7),)

    def speaks_of(self, word: str) -> bool:
        """Whether any heading has a word, or it is one of the small words around them."""
        small = self._small
        return not {*stems(word)}.isdisjoint(self._words | small.fillers | small.company | small.persons | small.asking)

    def asks(self, word: str) -> bool:
        """Whether a word asks for something: "what"."""
        return self._small.asking.issuperset(stems(word))

    def _unheard(self, short: str) -> bool:
        """Whether no heading has any of its words, as with most cells; then it can only be a slip of the pen."""
        words = self._small.stems(short)
        silent = bool(words) and self._words.isdisjoint(words) and not unspaced(short)
        return silent and not self._inside.find(" ".join(words))

    def _lookup(self, short: str) -> tuple[FieldMatch, ...]:
        words = self._small.stems(short)
        found = self._literal.get(fold(short)) or self._whole.get(" ".join(words))
        if found:
            return (found,)
        core = self._core(words)
        from_first = words[words.index(core[0]) :] if core else ()  # "state" may be a part of "mental state"
        found = (self._whole.get(" ".join(core)) or self._whole.get(" ".join(from_first))) if core else None
        if found is None or self._companys(words, found.field):
            return ()
        return (FieldMatch(found.field, "synonym", 0.9),)

    def _core(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words without those that only say whose or how important: "key customer touchpoints"."""
        start, end = 0, len(words)
        while start < end and words[start] in self._small.fillers:
            start += 1
        while end > start and words[end - 1] in self._small.fillers:
            end -= 1
        return words[start:end]

    def _companys(self, words: tuple[str, ...], field: str) -> bool:
        return field.split(".", maxsplit=1)[0] in _CUSTOMERS and any(word in self._small.company for word in words)

    def _parts(self, short: str) -> tuple[FieldMatch, ...]:
        pieces = pieces_of(short, self._small)
        if not 1 < len(pieces) <= 5:
            return ()
        asked = pieces[:1] if self._one_verb(pieces) else self._shared_head(pieces)
        found = [match for piece in asked for match in self._lookup(piece) or self._within(piece)[:1]]
        if not found or len(found) * 2 < len(asked):
            return ()
        first = {m.field: FieldMatch(m.field, m.match, round(m.confidence * 0.9, 3)) for m in reversed(found)}
        known = {f: m for f, m in first.items() if f != "other"}
        return tuple(dict(reversed((known or first).items())).values())

    def _shared_head(self, pieces: list[str]) -> list[str]:
        """Each piece with the last word of the label where that makes a heading: "relationship / family status"."""
        words = pieces[-1].split()
        if len(words) < 2:
            return pieces
        headed = (f"{piece} {words[-1]}" for piece in pieces[:-1])
        known = (self._whole.get(" ".join(self._small.stems(text))) for text in headed)
        return [f"{p} {words[-1]}" if k else p for p, k in zip(pieces[:-1], known, strict=True)] + pieces[-1:]

    def _one_verb(self, pieces: list[str]) -> bool:
        """Whether single words go on with a verb that the first piece leaves open: "likes to read, see or try"."""
        opening = stems(pieces[0])
        open_verb = len(opening) > 2 and opening[-2] in self._small.links and opening[-3] in self._small.wanting
        return open_verb and all(len(piece.split()) == 1 for piece in pieces[1:])

    def _within(self, short: str) -> tuple[FieldMatch, ...]:
        words = self._small.stems(short)
        if len(words) > (_MOST_WORDS_ASKED if short.endswith("?") else _MOST_WORDS):
            return ()
        head = self._head(words, hyphened(short))
        if head != words:
            found = self._whole.get(" ".join(head)) or self._whole.get(" ".join(self._core(head)))
            if found and not self._companys(words, found.field):
                return (FieldMatch(found.field, "fuzzy", 0.8),)
        told = {
            part: [h for h in self._inside.find(part) if not self._companys(words, h.value) and weighs(h, part)]
            for part in (" ".join(head), " ".join(words))
        }
        part, hits = max(told.items(), key=lambda each: max((hit.words for hit in each[1]), default=0))
        if not hits:
            return ()
        share = sum(h.end - h.start for h in hits) / max(1, len(fold(part)))
        best = max(hits, key=lambda hit: (hit.words, hit.start))
        return (
            FieldMatch(best.value, "synonym" if share >= _WHOLE else "fuzzy", round(0.55 + 0.3 * min(1.0, share), 3)),
        )

    def _head(self, words: tuple[str, ...], compounded: Collection[str]) -> tuple[str, ...]:
        for index, word in enumerate(words):
            if index and word in self._small.links and word not in compounded:
                return words[:index]
        return words

    def _slip(self, short: str) -> tuple[FieldMatch, ...]:
        joined = " ".join(self._core(self._small.stems(short)))
        if len(joined) > _LONGEST_NAME or unspaced(joined):
            return ()
        found = self._slips.find(joined)
        return (found,) if found else ()
