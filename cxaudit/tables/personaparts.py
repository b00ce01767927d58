"""The parts that all layouts of personas share: what tells a persona sheet, and a persona's fields."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxaudit.pattern import pattern
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.labeltext import bare, fold, hints

PERSONAL = frozenset(
    {
        "role",
        "behaviour",
        "mobile_behaviour",
        "content_preference",
        "channel_preference",
        "decision_factor",
        "influence",
        "satisfaction_driver",
        "dissatisfaction_driver",
        "motivation",
        "loyalty_driver",
        "quote",
        "lifecycle",
        "segment",
    }
)
_SHARED = PERSONAL | {"goal", "need", "feeling", "evidence"}
_LEAST_PHASES, _MOST_WORDS_OF_A_STAGE = 3, 4
_SIGNS = pattern(r"[⭐★◦•🟢🔵🟡🔴\"“”]")


def persona_weight(fields: Iterable[str]) -> tuple[int, int]:
    """How many fields speak of a person, and how many of a person or a journey."""
    names = {field.split(".")[0] for field in fields}
    return len(names & PERSONAL), len(names & _SHARED)


def name_stages(labels: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether labels are the stages of a journey, each with what it means: "Awareness", "Booking", "Advocacy"."""
    texts = tuple(dict.fromkeys(labels))
    short = (text for text in texts if len(text.split()) <= _MOST_WORDS_OF_A_STAGE)
    named = [phases[0] for text in short if (phases := vocabulary.phases(text)) != ("unclear",)]
    return len(set(named)) >= _LEAST_PHASES and len(named) * 2 > len(texts)


def persona_heading(text: str, vocabulary: Vocabulary) -> str:
    """The name in a heading such as "Persona 2: Robert" or "P-1 · The Optimiser"; empty for other headings."""
    line = text.split("\n", 1)[0]
    words = "|".join(re.escape(word) for word in sorted(vocabulary.persona_words, key=len, reverse=True))
    found = re.match(
        rf"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:[^\W\d]+\s+){{0,2}}(?:{words})\b\s*[#№]?\s*(?:\d{{1,2}}|[A-H])?\s*[:：\-–—|.·)]+\s*(\S.*)$",
        line,
        re.IGNORECASE,
    )
    if found:
        return clean_name(found.group(1))
    found = re.match(r"^\W*P-?\d{1,2}\s*[:：\-–—|.·)]+\s*(\S.*)$", line)
    return clean_name(found.group(1)) if found else ""


def numbered_persona(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading only counts personas: "Persona 2", "Primary persona"."""
    folded = fold(text)
    words = "|".join(re.escape(fold(word)) for word in vocabulary.persona_words)
    return bool(re.fullmatch(rf"(?:[^\W\d]+ )?(?:{words}) ?(?:no |nr )?(?:\d{{1,2}}|[a-h])", folded))


def clean_name(text: str) -> str:
    """A persona's name without signs and remarks in brackets."""
    name = _SIGNS.sub("", text)
    kept = bare(name) if hints(name) else name
    return kept.strip(" \t-–—:·|") or text.strip()
