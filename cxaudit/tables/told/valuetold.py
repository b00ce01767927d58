"""Labels that say nothing, told by what stands beside them: a row of "phone, letter, app" is one of channels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.tables.told.besidepains import with_what_helps, without_long_names
from cxaudit.tables.told.blueprintlanes import of_blueprint
from cxaudit.tables.told.blueprintproofs import with_proofs
from cxaudit.tables.told.blueprintsides import on_their_side
from cxaudit.tables.told.codecells import without_codes
from cxaudit.tables.told.deedstold import with_deeds
from cxaudit.tables.told.feelingstold import told_by_feelings
from cxaudit.tables.told.labelglosses import glossed, gone_on
from cxaudit.tables.told.laneheads import told_by_head
from cxaudit.tables.told.preferencestold import told_by_preference
from cxaudit.tables.told.productlanes import with_products
from cxaudit.tables.told.statustold import told_by_state
from cxaudit.tables.told.unknownlabels import told_by_likeness
from cxaudit.tables.told.waitstold import with_waits
from cxaudit.tables.told.whatismet import with_what_is_met
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import fold, word_count

_WORDS = {"journey": "lane-values", "persona": "fact-values"}
_WHOLE, _BEGINS = " whole", " begins"
_ACTING = ("activity", "viewpoint-customer", "verbs")
_LEAST_VALUES = {"journey": 3, "persona": 2}
_LEAST_SHARE, _AHEAD, _MOSTLY = 0.6, 0.15, 0.75
_MOST_WORDS, _MOST_WORDS_OF_A_MEASURE, _MOST_VALUES = 14, 8, 60
_SURENESS = 0.6
_KNOWN_MEASURE = 0.9
_ROUTE, _OWNER, _OFTEN = "other.route", "owner", 4
_WAYS = frozenset({"channel"})
_SHARE = pattern(r"^[\W_]*\d{1,3}(?:[.,]\d+)?\s*(?:[-–+]\s*\d{1,3}\s*)?\+?\s*%")
_PARTED = pattern(r"[;\n]")
_QUOTES, _BULLETS = "\"“„«‘「'", " -–•*_"
_ASKED = pattern(r"[?？][\s\"”“»’'」_*]*(?:[(（][^()（）]*[)）][\s.]*)?$")


def told_by_values(
    labels: Sequence[Label], values: Sequence[Iterable[str]], vocabulary: Vocabulary, kind: str = "journey"
) -> tuple[Label, ...]:
    """The labels of a table, those that nobody knows with what their words are like, else what their values speak of.

    `values` are the texts of each label's row or column; they tell only of a field that the table lacks.
    """
    held = [tuple(texts) for texts in values]
    worded = without_codes(labels, held)
    guessed = _lanes(worded, held, vocabulary) if kind == "journey" else _facts(worded, held, vocabulary)
    taken = {field for label in guessed for field in label.fields}
    found: list[Label] = []
    for label, texts in zip(guessed, held, strict=True):
        field = "" if _known(label) or not label.text else _field_of(texts, vocabulary, kind)
        told = field and field not in taken and (not label.matches or field in _WAYS)
        taken |= {field} if told else set()
        found.append(replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),)) if told else label)
    return with_what_helps(found, held, vocabulary) if kind == "journey" else told_by_preference(found, vocabulary)


def _known(label: Label) -> bool:
    """Whether a label needs no telling: a route may be a way out or a way to be reached, which its cells say."""
    return bool(label.matches) and label.fields != (_ROUTE,)


def _lanes(labels: Sequence[Label], held: Sequence[tuple[str, ...]], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels of a map, those that nobody knows with what their words and glosses are like."""
    headed = told_by_head(labels, held, vocabulary, lambda text: _may_feel(text, vocabulary))
    sided = with_products(on_their_side(glossed(headed, vocabulary, "journey"), vocabulary), vocabulary)
    known = with_deeds(of_blueprint(sided, held, vocabulary), held, vocabulary)
    guessed = gone_on(told_by_likeness(known, vocabulary, "journey"))
    told = with_waits(with_proofs(guessed, held, vocabulary), held, vocabulary)
    met = with_what_is_met(without_long_names(told, held), held, lambda text: _acts(text, vocabulary))
    felt = told_by_feelings(met, held, vocabulary, lambda text: _names_a_feeling(text, vocabulary))
    return _measured(_with_thoughts(felt, held), held)


def _facts(labels: Sequence[Label], held: Sequence[tuple[str, ...]], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels of personas, those that nobody knows with what their words and glosses are like."""
    guessed = gone_on(told_by_likeness(glossed(labels, vocabulary, "persona"), vocabulary, "persona"))
    return tuple(told_by_state(label, texts, vocabulary) for label, texts in zip(guessed, held, strict=True))


def _with_thoughts(labels: Sequence[Label], values: Sequence[Iterable[str]]) -> tuple[Label, ...]:
    """The labels, one of feelings in other words ("Experience") with thoughts as well where it holds quotations.

    Where no lane holds thoughts, one that was only guessed ("In a nutshell") or that describes ("User state") holds
    them instead, and so does one of goals in other words ("Intent") that holds questions in quotes. One of decisions
    ("Decision point") need not quote them.
    """
    lacking = not any("thought" in label.fields for label in labels)
    return tuple(
        _with_thought(label, lacking, _asks(texts)) if _quotes(texts) else _asked_itself(label, lacking, texts)
        for label, texts in zip(labels, values, strict=True)
    )


def _asked_itself(label: Label, lacking: bool, texts: Iterable[str]) -> Label:
    """The label, one of moments in other words or an unknown one with thoughts instead where it holds questions."""
    open_label = not label.matches or (label.fields == ("moment",) and label.matches[0].match != "exact")
    asks = lacking and label.text and open_label and _asks(texts)
    return replace(label, matches=(FieldMatch("thought", "fuzzy", _SURENESS),)) if asks else label


def _asks(texts: Iterable[str]) -> bool:
    """Whether most of what a lane holds are questions: "Can I trust this?"."""
    given = [text for text in texts if text.strip()]
    return len(given) >= 2 and sum(1 for text in given if _ASKED.search(text)) * 3 >= len(given) * 2


def _with_thought(label: Label, lacking: bool, asks: bool) -> Label:
    thought = FieldMatch("thought", "fuzzy", _SURENESS)
    if _feels(label):
        return replace(label, matches=(*label.matches, thought))
    guessed = all(match.match == "fuzzy" for match in label.matches) and "evidence" not in label.fields
    in_other_words = bool(label.matches) and label.matches[0].match != "exact"
    asked = asks and label.fields == ("goal",) and in_other_words
    described = label.fields == ("step_definition",) and in_other_words
    return replace(label, matches=(thought,)) if lacking and label.text and (guessed or asked or described) else label


def _measured(labels: Sequence[Label], values: Sequence[Iterable[str]]) -> tuple[Label, ...]:
    """The labels, one of goals as that of measures where it holds shares to be reached: "20% of visitors sign up"."""
    if any("metric" in label.fields for label in labels):
        return tuple(labels)
    measure = (FieldMatch("metric", "fuzzy", _SURENESS),)
    return tuple(
        replace(label, matches=measure) if label.fields == ("goal",) and _shares(texts) else label
        for label, texts in zip(labels, values, strict=True)
    )


def _shares(texts: Iterable[str]) -> bool:
    given = [text for text in texts if text.strip()]
    return len(given) >= 2 and sum(1 for text in given if _SHARE.match(text)) * 3 >= len(given) * 2


def _feels(label: Label) -> bool:
    return label.fields == ("emotion",) and label.matches[0].match != "exact"


def _quotes(texts: Iterable[str]) -> bool:
    given = [text for each in texts if (text := each.lstrip(_BULLETS).rstrip())]  # a dash alone quotes nobody
    return len(given) >= 2 and sum(1 for text in given if text[:1] in _QUOTES) * 3 >= len(given) * 2


def _field_of(texts: Sequence[str], vocabulary: Vocabulary, kind: str) -> str:
    """The field that most of the different texts speak of; empty where they are few, long, or of several kinds."""
    given = [text for text in dict.fromkeys(texts) if text.strip() and not vocabulary.placeholder(text)]
    if len(given) < _LEAST_VALUES[kind]:
        return _repeated(texts, given, vocabulary) if kind == "journey" else ""
    asked = given[:_MOST_VALUES]
    counts = Counter(field for text in asked for field in _spoken_of(text, vocabulary, kind))
    (best, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    ahead = most - next_most >= _AHEAD * len(asked)
    return best if most >= _LEAST_SHARE * len(asked) and ahead else ""


def _repeated(texts: Sequence[str], given: Sequence[str], vocabulary: Vocabulary) -> str:
    """The owner that a lane repeats from stage to stage; what else is repeated so tells nothing."""
    often = sum(1 for text in texts if text in given) >= _OFTEN
    return _OWNER if often and all(_spoken_of(text, vocabulary, "journey") == {_OWNER} for text in given) else ""


def _spoken_of(text: str, vocabulary: Vocabulary, kind: str) -> frozenset[str]:
    """The fields that a text may be an entry of."""
    if word_count(text) > _MOST_WORDS:
        return frozenset()
    if kind == "journey" and _lists_measures(text, vocabulary):
        return frozenset({"metric"})
    words = vocabulary.words(_WORDS[kind])
    opening = words.opening(text)[1]
    told = {group for group in words.find_groups(text) if _counts(group, text, opening, vocabulary, kind)}
    if _acts(text, vocabulary) and kind == "journey":
        told.add(_ACTING[0])
    return frozenset(group.removesuffix(_WHOLE).removesuffix(_BEGINS) for group in told)


def _lists_measures(text: str, vocabulary: Vocabulary) -> bool:
    """Whether most of what a text lists are known measures: "Website visits; cost per lead"; sentences name none."""
    parts = [part for part in _PARTED.split(text) if part.strip()]
    measures = [vocabulary.metric(part) for part in parts if word_count(part) <= _MOST_WORDS_OF_A_MEASURE]
    known = sum(1 for measure in measures if measure.concept and measure.confidence >= _KNOWN_MEASURE)
    return known * 2 > len(parts)


def _counts(group: str, text: str, opening: str, vocabulary: Vocabulary, kind: str) -> bool:
    """Whether a group of words tells of a text: some only where they begin it, some only where they are all of it."""
    if group.endswith(_BEGINS):
        return group == opening
    if group.endswith(_WHOLE):
        covered = sum(_letters(term) for term in vocabulary.words(_WORDS[kind]).find_in(group, text))
        return covered >= _MOSTLY * _letters(text)
    return True


def _letters(text: str) -> int:
    return len(fold(text).replace(" ", ""))


def _may_feel(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text speaks of a feeling, or quotes somebody."""
    return _names_a_feeling(text, vocabulary) or any(sign in text for sign in _QUOTES[:3])


def _names_a_feeling(text: str, vocabulary: Vocabulary) -> bool:
    return "emotion" in vocabulary.words(_WORDS["journey"]).find_groups(text)


def _acts(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text begins with what customers do."""
    _, listed, group = _ACTING
    return vocabulary.words(listed).opening(text)[1] == group
