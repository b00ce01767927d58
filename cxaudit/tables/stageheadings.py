"""Which headings of a sheet name stages: those that count ("Stage 2: …"), else those whose words name phases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cxaudit.pattern import pattern
from cxaudit.tables.blocks import Line
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, stage_label

_NUMBER = pattern(r"^\W*(\d{1,2})[A-Za-z]?\s*[.)．:：\-–—\s]|^\W*\d\ufe0f?\u20e3|^\W*[①-⑳]")
_COUNTED = pattern(r"^\W*([^\W\d]+)\s*#?\d{1,2}\s*[:.)\-–—]")
_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_ORDINAL = r"(?:\.|st|nd|rd|th|er|re|e|è[mr]e|eme|[ºª°]|-?(?:й|я|ый|ой|ая|ша|га))?"
_LETTER = "[a-zà-ÿа-яё]"
_SURE = 0.85
_LAST_BRACKET = pattern(r"\s*\([^()]*\)\s*$")
_SECTION = pattern(r"^\W*\d{1,2}\.\d")


def stage_headings(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """The headings that name the stages of a journey, in order; empty where a sheet has none."""
    headings = [line for line in lines if line.heading]
    for find in (_worded, _numbered):
        candidates = find(headings, vocabulary)
        if len(candidates) >= 2:
            return tuple(candidates)
    counted = _counted_with_lanes(lines, vocabulary)
    return tuple(counted or _by_words(headings, vocabulary) or _by_repetition(lines, vocabulary))


def stage_name(text: str, vocabulary: Vocabulary) -> str:
    """A stage heading without its word and number: "Stage 2: Comparing tariffs" is "Comparing tariffs"."""
    return _after_word(text, vocabulary) or bare(text)


def shown_name(text: str, vocabulary: Vocabulary) -> str:
    """A stage's heading as it is shown: without a remark in brackets where the rest says the phase by itself."""
    shown = stage_label(text)
    rest = _LAST_BRACKET.sub("", shown).strip()
    tells = rest and not rest.isupper() and vocabulary.phases(rest) != ("unclear",)
    return rest if tells else shown


def count_other_things(headings: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether headings count what is no stage: "Campaign 1: …", "Campaign 2: …"."""
    found = [match for line in headings if (match := _COUNTED.match(line.text))]
    words = {fold(match.group(1)) for match in found}
    return len(found) >= 2 and len(words) == 1 and not words & {fold(word) for word in vocabulary.stage_words}


def _word_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    known = {spelt for word in vocabulary.stage_words for spelt in (word.casefold(), fold(word))}
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(known, key=len, reverse=True))
    behind = rf"(?:{_NUMERAL}|[ivx]{{1,4}}|[a-h])[a-z]?(?:\b|(?<=[一-鿿]))"
    return re.compile(
        rf"^\W*(?:(?:[^\W\d]+\s+)?(?P<word>{joined})\s*[#№]?\s*{behind}|[第제]?\s*{_NUMERAL}{_ORDINAL}\s*(?P<before>{joined})(?!{_LETTER}))"
        rf"\s*[.:：)）\-–—|]*\s*(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def _word_of(found: re.Match[str]) -> str:
    return fold(found.group("word") or found.group("before"))


def _after_word(text: str, vocabulary: Vocabulary) -> str:
    found = _word_pattern(vocabulary).match(text)
    return found.group("rest").strip() if found else ""


def _worded(headings: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings such as "Stage 2: …" or "2nd stage: …"; of two words ("Phase", "Step") the first is the larger part."""
    worded = _word_pattern(vocabulary) if len(headings) >= 2 else None
    groups: dict[str, list[Line]] = {}
    for line in headings:
        found = worded.match(line.text) if worded else None
        if found:
            groups.setdefault(_word_of(found), []).append(line)
    return next((group for group in groups.values() if len(group) >= 2), [])


def _numbered(headings: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    numbered = [line for line in headings if _NUMBER.match(line.text) and not _SECTION.match(line.text)]
    named = sum(1 for line in numbered if vocabulary.phases(line.text) != ("unclear",))
    return numbered if named * 2 >= len(numbered) and named >= 2 else []


def _by_repetition(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Headings that are each followed by the same label, three times or more."""
    following: dict[str, list[Line]] = {}
    for line, after in pairwise(lines):
        if line.heading and after.values and vocabulary.fields(after.text, "journey"):
            following.setdefault(fold(after.text), []).append(line)
    best = max(following.values(), key=len, default=[])
    return best if len(best) >= 3 else []


def _counted_with_lanes(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Numbered headings whose names tell nothing, but most of which have labels of a journey right below them."""
    found = [n for n, x in enumerate(lines) if x.heading and _NUMBER.match(x.text) and not _SECTION.match(x.text)]
    having = sum(1 for n in found if any(_is_lane(line, vocabulary) for line in lines[n + 1 : n + 4]))
    return [lines[n] for n in found] if len(found) >= 3 and having * 3 >= len(found) * 2 else []


def _is_lane(line: Line, vocabulary: Vocabulary) -> bool:
    matches = vocabulary.fields(line.text, "journey")
    return any(m.confidence >= _SURE and not m.field.startswith("other") for m in matches)


def _by_words(headings: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    found = []
    for line in headings:
        label = vocabulary.fields(line.text, "journey")
        if len(bare(line.text).split()) <= 5 and not label and vocabulary.phases(line.text) != ("unclear",):
            found.append(line)
    return found if len(found) > 2 else []
