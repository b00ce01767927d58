"""German and Dutch compounds that no list has are what they end in, unless they are the company's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxaudit.vocabulary import Vocabulary, load_vocabulary

VOCABULARY = Path(__file__).parents[1] / "rules" / "vocabulary"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(VOCABULARY)


@pytest.mark.parametrize(
    ("label", "kind", "field"),
    [
        ("Kochverhalten", "persona", "behaviour"),
        ("Typisches Reiseverhalten", "persona", "behaviour"),
        ("Kaufhürden des Kunden", "persona", "dissatisfaction_driver"),
        ("Zahlungsprobleme", "journey", "pain_point"),
        ("Leesgewoonten", "persona", "behaviour"),
    ],
)
def test_a_compound_is_what_it_ends_in(vocabulary: Vocabulary, label: str, kind: str, field: str) -> None:
    assert [match.field for match in vocabulary.fields(label, kind)] == [field]


@pytest.mark.parametrize("label", ["Vertriebsziele", "Mitarbeiterverhalten", "Fehlverhaltenskodex", "Abziele"])
def test_what_is_the_companys_or_ends_otherwise_is_none(vocabulary: Vocabulary, label: str) -> None:
    assert not vocabulary.fields(label, "journey")


def test_a_listed_compound_keeps_its_own_field(vocabulary: Vocabulary) -> None:
    assert [match.field for match in vocabulary.fields("Unternehmensziele", "journey")] == ["other"]
