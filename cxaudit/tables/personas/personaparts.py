"""The parts that all layouts of personas share: what tells a persona sheet, and a persona's fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.tables.personas.propernames import has_given_name, looks_like_a_name
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, hints, word_count

_MOVES = frozenset(
    {
        "behaviour",
        "mobile_behaviour",
        "content_preference",
        "decision_factor",
        "influence",
        "satisfaction_driver",
        "dissatisfaction_driver",
        "motivation",
        "loyalty_driver",
    }
)
PERSONAL = _MOVES | {"role", "channel_preference", "quote", "lifecycle", "segment"}
INNER = _MOVES | {"feeling"}
_SHARED = PERSONAL | {"goal", "need", "feeling", "evidence"}
_LEAST_INNER, _SURE, _LIKELY = 2, 0.9, 0.7
_LEAST_PHASES, _MOST_WORDS_OF_A_STAGE = 3, 4
_LEAST_WORDS_OF_A_LABEL, _SURE_LABEL = 3, 0.95
_SIGNS = pattern(r"[⭐★◦•🟢🔵🟡🔴\"“”]")


def persona_weight(fields: Iterable[str]) -> tuple[int, int]:
    """How many fields speak of a person, and how many of a person or a journey."""
    names = {field.split(".")[0] for field in fields}
    return len(names & PERSONAL), len(names & _SHARED)


def speaks_of_personas(grid: Grid, kinds: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a title says that a sheet holds personas, or its name is that of the customers alone: "Guests"."""
    return "persona" in kinds or any(
        match.field == "persona" and match.confidence >= _SURE for match in vocabulary.fields(grid.sheet, "about")
    )


def tells_of_somebody(names: Iterable[str], labels: Iterable[Label], vocabulary: Vocabulary) -> bool:
    """Whether labels say what moves people, and these are called by names: personas, whatever the title says."""
    called = [name for name in names if name]
    if not called or sum(_calls_somebody(name, vocabulary) for name in called) * 4 < len(called) * 3:
        return False
    told = {f.split(".")[0] for label in labels if label.sureness >= _LIKELY for f in label.fields}
    inner = told & INNER
    return len(inner) >= _LEAST_INNER or (bool(inner) and "role" in told and bool(told & {"goal", "need"}))


def _calls_somebody(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a text may be somebody's name: it is written as one, and is neither a label nor the name of a stage."""
    known = any(match.confidence >= _SURE for match in vocabulary.fields(name, "persona"))
    return looks_like_a_name(name) and not known and vocabulary.phases(name) == ("unclear",)


def name_stages(labels: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether labels are the stages of a journey, each with what it means: "Awareness", "Booking", "Advocacy"."""
    texts = tuple(dict.fromkeys(labels))
    short = [text for text in texts if word_count(bare(text)) <= _MOST_WORDS_OF_A_STAGE]
    may_be = (text for text in short if not _says_of_somebody(text, vocabulary))
    named = [phases[0] for text in may_be if (phases := vocabulary.phases(text)) != ("unclear",)]
    return len(set(named)) >= _LEAST_PHASES and len(named) * 2 > len(texts)


def _says_of_somebody(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label of several words is surely one of personas: "They search for" names no stage."""
    several = len(bare(label).split()) >= _LEAST_WORDS_OF_A_LABEL
    return several and any(match.confidence >= _SURE_LABEL for match in vocabulary.fields(label, "persona"))


def persona_heading(text: str, vocabulary: Vocabulary) -> str:
    """The name in a heading such as "Persona 2: Robert" or "P-1 · The Optimiser"; empty for other headings.

    A word that is hyphenated is part of another ("Segment-wise prices").
    """
    line = text.split("\n", 1)[0]
    words = "|".join(re.escape(word) for word in sorted(vocabulary.persona_words, key=len, reverse=True))
    found = re.match(
        rf"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:[^\W\d]+\s+){{0,2}}(?:{words})\b\s*[#№]?\s*(?:\d{{1,2}}|[A-H]|(?!-\w))\s*[:：\-–—─|.·)]+\s*(\S.*)$",
        line,
        re.IGNORECASE,
    )
    if found:
        return clean_name(found.group(1))
    found = re.match(r"^\W*P-?\d{1,2}\s*[:：\-–—─|.·)]+\s*(\S.*)$", line)
    return clean_name(found.group(1)) if found else ""


def numbered_persona(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading only counts personas: "Persona 2", "Primary persona"."""
    folded = fold(text)
    words = "|".join(re.escape(fold(word)) for word in vocabulary.persona_words)
    return bool(re.fullmatch(rf"(?:[^\W\d]+ )?(?:{words})(?: ?(?:no |nr )?\d{{1,2}}| (?:no |nr )?[a-h])", folded))


def count_personas(headings: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether headings name one persona each ("Persona A — the reader"): wants and pains below them are no stages.

    So do headings that each begin with a given name ("Ruth (61, widowed)").
    """
    return len(headings) >= 2 and all(
        persona_heading(text, vocabulary)
        or numbered_persona(text, vocabulary)
        or has_given_name(clean_name(text), vocabulary)
        for text in headings
    )


def clean_name(text: str) -> str:
    """A persona's name without signs and remarks in brackets."""
    name = _SIGNS.sub("", text)
    kept = bare(name) if hints(name) else name
    return kept.strip(" \t-–—:·|") or text.strip()
