"""Which headings of a sheet name stages: those that count ("Stage 2: …"), else those whose words name phases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from cxaudit.pattern import pattern
from cxaudit.tables.labels import short
from cxaudit.tables.lines import Line
from cxaudit.tables.maps.timeheadings import timed_headings
from cxaudit.tables.regularity import parts_well, share_alike
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, stage_label, word_count
from cxaudit.words.series import counted, counts_on

_NUMBER = pattern(r"^\W*(\d{1,2})[A-Za-z]?\s*[.)．:：\-–—\s]|^\W*\d\ufe0f?\u20e3|^\W*[①-⑳]")
_COUNTED = pattern(r"^\W*([^\W\d]+(?:[- ][^\W\d]+)?)\s*#?\d{1,2}\s*[:.)\-–—]")
_LISTED = "listed-things"
_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_ORDINAL = r"(?:\.|st|nd|rd|th|er|re|e|è[mr]e|eme|[ºª°]|-?(?:й|я|ый|ой|ая|ша|га))?"
_LETTER = "[a-zà-ÿа-яё]"
_SURE = 0.85
_TEXT_LINES, _LEAST_SERIES = 3, 3
_VALUES_OF_A_LABEL = (1, 2)
_MOST_ALIKE, _MOST_WORDS, _MOST_STAGES = 0.7, 8, 40
_FRAME = pattern(r"^(?:[-–—=~*]+|[#_]{2,})\s*|\s*(?:[-–—=~*]+|[#_]{2,})$")
_LAST_BRACKET = pattern(r"\s*\([^()]*\)\s*$")
_SECTION = pattern(r"^\W*(\d{1,2})\.\d{1,2}(?!\d)")


def stage_headings(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """The headings that name the stages of a journey, in order; empty where a sheet has none.

    Of all that may, those are taken that part the sheet best: below each the same labels, and none of them twice.
    """
    headings = [line for line in lines if line.heading]
    if not headings:
        return ()
    timed, parted = timed_headings(lines, vocabulary)
    if parted and len(timed) >= 2:
        return tuple(timed)
    worded = _worded([line for line in lines if line.heading or len(line.values) == 1], vocabulary)
    alike = _by_repetition(lines, vocabulary)
    if len(worded) >= 2 and (counts_on([x.text for x in worded]) or not set(worded) < set(alike)):
        return tuple(worded)
    series = _series(lines, vocabulary)
    sections = _sections(headings, vocabulary)
    over = _over_lone_labels(lines, vocabulary)
    found = [sections, _numbered(headings, vocabulary), _by_words(headings, vocabulary), alike, over, worded, timed]
    best = max((each for each in found if len(each) >= 2), key=lambda each: parts_well(lines, each), default=[])
    if sections and set(sections) <= set(best):
        return tuple(sections)  # what is not counted with them stands before them or behind
    return tuple(series if len(series) >= max(_LEAST_SERIES, len(best) // 2) else best)


def named_in_pairs(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """Stages named beside a label that begins each block ("Chapter | Looking round"), each as its heading."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        if len(line.values) == 1:
            groups.setdefault(fold(bare(line.text)), []).append(line)
    possible = [group for group in groups.values() if 2 <= len(group) <= _MOST_STAGES]
    starts = _clean_starts(lines) if possible else frozenset()
    for group in possible:
        names = [line.beside for line in group]
        begin = group[0].row in starts and share_alike(lines, group) >= _MOST_ALIKE
        if begin and _are_stages(group[0].text, names, vocabulary):
            return tuple(Line(x.row, x.values[0], x.beside, ()) for x in group)
    return ()


def _clean_starts(lines: Sequence[Line]) -> Set[int]:
    """The rows above which no label stands that comes again below them."""
    labels = [fold(bare(line.text)) for line in lines]
    last = {label: line.row for label, line in zip(labels, lines, strict=True)}
    starts: set[int] = set()
    reach = 0  # how far down the labels above come again
    for label, line in zip(labels, lines, strict=True):
        if reach <= line.row:
            starts.add(line.row)
        if line.values:
            reach = max(reach, last[label])
    return starts


def _are_stages(label: str, names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether short names, all different, stand beside a word for stages, or count on, or mostly tell phases."""
    if len(set(names)) < len(names) or any(word_count(bare(name)) > _MOST_WORDS for name in names):
        return False
    says = any(m.field == "stage" for m in vocabulary.fields(label, "journey"))
    told = [p for name in names for p in vocabulary.phases(bare(name))[:1] if p != "unclear"]
    several = len(names) >= _LEAST_SERIES
    return says or (several and (counts_on(names) or (len(set(told)) >= _LEAST_SERIES and len(told) * 2 > len(names))))


def stage_name(text: str, vocabulary: Vocabulary) -> str:
    """A stage heading without its word and number: "Stage 2: Comparing tariffs" is "Comparing tariffs"."""
    return _after_word(text, vocabulary) or bare(text)


def says_stage(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading calls itself a stage and counts: "Stage 2: Comparing tariffs"."""
    return bool(_word_pattern(vocabulary).match(text))


def shown_name(text: str, vocabulary: Vocabulary) -> str:
    """A stage's heading as it is shown: without a remark in brackets where the rest is a name by itself.

    It is where it says the phase, or stands behind the word and number of the stage ("Phase 5: Mastery").
    Rules and signs of bold type around it ("**Stage 1: Search**", "--- Search ---") are no part of it.
    """
    shown = stage_label(_FRAME.sub("", text.strip()))
    rest = _LAST_BRACKET.sub("", shown).strip()
    tells = vocabulary.phases(rest) != ("unclear",) or bool(_after_word(rest, vocabulary))
    return rest if rest and not rest.isupper() and tells else shown


def count_other_things(headings: Sequence[Line], titled: bool, vocabulary: Vocabulary) -> bool:
    """Whether headings count what is no stage: "Campaign 1: …", "Campaign 2: …".

    Under a title of a journey they may count what it calls its stages, but no handoffs, risks or findings.
    """
    found = [match for line in headings if (match := _COUNTED.match(line.text))]
    words = {fold(match.group(1)) for match in found}
    if len(found) < 2 or len(words) > 1:
        return False
    listed = vocabulary.words(_LISTED)
    return all(map(listed.is_whole, words)) if titled else not words & {fold(word) for word in vocabulary.stage_words}


def _word_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    known = {spelt for word in vocabulary.stage_words for spelt in (word.casefold(), fold(word))}
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(known, key=len, reverse=True))
    behind = rf"(?:{_NUMERAL}|[ivx]{{1,4}}|[a-h])[a-z]?(?:\b|(?<=[一-鿿]))"
    return re.compile(
        rf"^\W*(?:(?:[^\W\d]+\s+)?(?P<word>{joined})\s*[#№]?\s*{behind}|[第제]?\s*{_NUMERAL}{_ORDINAL}\s*(?P<before>{joined})(?!-?{_LETTER}))"
        rf"\s*[.:：)）\-–—|]*\s*(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def _word_of(found: re.Match[str]) -> str:
    return fold(found.group("word") or found.group("before"))


def _after_word(text: str, vocabulary: Vocabulary) -> str:
    found = _word_pattern(vocabulary).match(text)
    return found.group("rest").strip() if found else ""


def _worded(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings such as "Stage 2: …" or "2nd stage: …"; of two words ("Phase", "Step") the first is the larger part.

    Among headings that stand alone one may have its text beside it.
    """
    worded = _word_pattern(vocabulary) if len(lines) >= 2 else None
    groups: dict[str, list[Line]] = {}
    for line in lines:
        found = worded.match(line.text) if worded and (line.heading or short(line.text)) else None
        if found:
            groups.setdefault(_word_of(found), []).append(line)
    named = (group for group in groups.values() if sum(2 for line in group if line.heading) >= len(group))
    return next((group for group in named if len(group) >= 2), [])


def _numbered(headings: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    numbered = [line for line in headings if _NUMBER.match(line.text) and not _SECTION.match(line.text)]
    named = sum(1 for line in numbered if vocabulary.phases(line.text) != ("unclear",))
    return numbered if named * 2 >= len(numbered) and named >= 2 else []


def _sections(headings: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings that count through below one chapter ("2.1 Awareness", "2.2 Purchase"), where most name phases."""
    chapters: dict[str, list[Line]] = {}
    for line in headings:
        if found := _SECTION.match(line.text):
            chapters.setdefault(found.group(1), []).append(line)
    for chapter in chapters.values():
        named = sum(1 for line in chapter if vocabulary.phases(_SECTION.sub("", line.text)) != ("unclear",))
        if len(chapter) >= _LEAST_SERIES and named * 3 >= len(chapter) * 2:
            return chapter
    return []


def _by_repetition(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings, all different and none a lane itself, that are each followed by a label which comes again and again."""
    times = Counter(fold(bare(line.text)) for line in lines)
    found: list[Line] = []
    for place, line in enumerate(lines):
        if line.heading and times[fold(bare(line.text))] == 1 and not _is_lane(line, vocabulary):
            after = next((x for x in lines[place + 1 : place + 1 + _TEXT_LINES] if x.values or x.heading), None)
            if after and len(after.values) in _VALUES_OF_A_LABEL and times[fold(bare(after.text))] >= 2:
                found.append(line)
    if len(found) < _LEAST_SERIES and not counts_on([line.text for line in found]):
        return []
    known = any(vocabulary.fields(line.text, "journey") for line in lines if times[fold(bare(line.text))] >= 2)
    return found if known else []


def _over_lone_labels(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings, all different, right above one lane's label that stands alone and comes again: "Touchpoints".

    Short text that happens to end each block's first lane stands above the next label as regularly, but later.
    """
    times = Counter(fold(bare(line.text)) for line in lines)
    above: dict[str, list[Line]] = {}
    for line, after in pairwise(lines):
        label = fold(bare(after.text))
        once = line.heading and times[fold(bare(line.text))] == 1 and not _is_lane(line, vocabulary)
        if once and after.heading and times[label] >= _LEAST_SERIES and _is_lane(after, vocabulary):
            above.setdefault(label, []).append(line)
    found = max(above.values(), key=len, default=[])
    return found if len(found) >= _LEAST_SERIES else []


def _series(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings that count through from the first to the last, if their names or what stands below speaks of stages."""
    headings = [n for n, line in enumerate(lines) if line.heading and not _SECTION.match(line.text)]
    found = [headings[place] for place in counted(lines[n].text for n in headings)]
    having = sum(1 for n in found if any(_is_lane(line, vocabulary) for line in lines[n + 1 : n + 4]))
    named = sum(1 for n in found if vocabulary.phases(lines[n].text) != ("unclear",))
    chosen = [lines[n] for n in found]
    alike = share_alike(lines, chosen) >= _MOST_ALIKE and having
    return chosen if having * 3 >= len(found) * 2 or (named * 2 >= len(found) and named >= 2) or alike else []


def _is_lane(line: Line, vocabulary: Vocabulary) -> bool:
    matches = vocabulary.fields(line.text, "journey")
    return any(m.confidence >= _SURE and not m.field.startswith("other") for m in matches)


def _by_words(headings: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    found = []
    for line in headings:
        label = {match.field for match in vocabulary.fields(line.text, "journey")}
        told = vocabulary.phases(line.text) != ("unclear",)
        if word_count(bare(line.text)) <= 5 and label <= {"stage"} and told:  # "Awareness stage" is one
            found.append(line)
    return found if len(found) > 2 else []
