"""Lanes of a service blueprint that are named by those who act in them: "Customer", "Partner", "Support"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cxaudit.pattern import pattern
from cxaudit.tables.labels import Label
from cxaudit.vocabulary import FieldMatch, Vocabulary
from cxaudit.words.labeltext import bare

_COMPANY = ("blueprint-lanes", "company")
_CUSTOMERS = ("viewpoint-customer", "actors")
_SURE, _SURENESS = 0.9, 0.6
_EITHER = pattern("[/,&+]")
_MOST_WORDS, _LEAST_TOLD = 3, 3


def of_blueprint(labels: Sequence[Label], values: Sequence[Iterable[str]], vocabulary: Vocabulary) -> tuple[Label, ...]:
    """The labels of a table; in one that tells what is seen and what is not, each actor's lane is what that one does.

    The customer's is the activity, if no lane is called so; any other's is backstage, as is what a second one does.
    """
    fields = {field for label in labels for field in label.fields}
    if "backstage" not in fields or not fields & {"touchpoint", "activity"}:
        return tuple(labels)
    acts = any(label.fields == ("activity",) and label.sureness >= _SURE for label in labels)
    found = (_acting(label, list(texts), acts, vocabulary) for label, texts in zip(labels, values, strict=True))
    return tuple(
        replace(label, matches=(FieldMatch(field, "fuzzy", _SURENESS),)) if field else label
        for label, field in zip(labels, found, strict=True)
    )


def _acting(label: Label, texts: Sequence[str], acts: bool, vocabulary: Vocabulary) -> str:
    """The field of a lane that is named by who acts; empty where it is another's, or stays what it is."""
    name = bare(label.text)
    if len(name.split()) > _MOST_WORDS:
        return ""
    if any(_is_customer(part, vocabulary) for part in _EITHER.split(name)):
        return "activity" if not acts and label.fields in ((), ("persona",)) and _tells(texts) else ""
    if label.fields == ("activity",) and label.sureness < _SURE and acts:
        return "backstage"
    company = vocabulary.words(_COMPANY[0]).find_in(_COMPANY[1], name)
    return "backstage" if company and not label.matches and _tells(texts) else ""


def _is_customer(name: str, vocabulary: Vocabulary) -> bool:
    """Whether a name is a word for the customer and nothing else; "Customer service" is not."""
    actors = vocabulary.words(_CUSTOMERS[0])
    return bool(name.strip()) and all(actors.find_in(_CUSTOMERS[1], word) for word in name.split())


def _tells(texts: Iterable[str]) -> bool:
    """Whether cells tell what somebody does; names alone do not."""
    counts = [len(text.split()) for text in texts if text.strip()]
    return bool(counts) and sum(counts) >= _LEAST_TOLD * len(counts)
