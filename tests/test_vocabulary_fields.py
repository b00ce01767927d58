"""Labels are matched with the fields that they stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import vocabulary

from cxaudit.entering import entered
from cxaudit.errors import RuleFileError
from cxaudit.vocabulary import Vocabulary, load_vocabulary
from cxaudit.words.files import FieldsFile


def fields(label: str, kind: str = "journey") -> list[str]:
    return [match.field for match in vocabulary().fields(label, kind)]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Touchpoints", "touchpoint"),
        ("Customer Touch-Points:", "touchpoint"),
        ("3. Pain points", "pain_point"),
        ("😀 Emotions", "emotion"),
        ("Emotion (1-5)", "emotion"),
        ("User steps\nThe primary action that someone takes", "activity"),
        ("What gets in my way", "pain_point"),
        ("What the learner does", "activity"),
        ("How subscribers feel", "emotion"),
        ("Key customer touchpoints", "touchpoint"),
        ("Painpoints in each step e.g. a form that you filled in twice", "pain_point"),
        ("Opportunity for future state", "opportunity"),
        ("What we do", "backstage"),
        ("Interaction owner", "owner"),
        ("Opportunity owner", "other.action_owner"),
        ("Business goals", "other"),
    ],
)
def test_a_journey_label_is_read_through_its_decoration(label: str, field: str) -> None:
    assert fields(label)[:1] == [field]


@pytest.mark.parametrize(
    ("label", "both"),
    [
        ("Thoughts & Emotions", ["thought", "emotion"]),
        ("Pain points / opportunities", ["pain_point", "opportunity"]),
        ("Touchpoints and channels", ["touchpoint", "channel"]),
    ],
)
def test_a_combined_label_stands_for_both_fields(label: str, both: list[str]) -> None:
    assert fields(label) == both


@pytest.mark.parametrize(
    ("label", "field"),
    [("Gästewünsche", "goal"), ("Patientenemotionen", "emotion"), ("Besuchermomente", "moment")],
)
def test_a_compound_that_says_whose_it_is_stands_for_what_its_second_part_does(label: str, field: str) -> None:
    assert fields(label)[:1] == [field]


@pytest.mark.parametrize("label", ["いちばん大きな悩み", "가장 큰 고민과 불편"])
def test_a_label_without_blanks_is_told_by_a_word_that_makes_much_of_it(label: str) -> None:
    assert fields(label)[:1] == ["pain_point"]


@pytest.mark.parametrize(
    "text", ["料金の不安を解消した後に書類を窓口へ持参した", "이탈을 막으려고 매장에서 쿠폰을 다시 보냈다"]
)
def test_a_sentence_without_blanks_is_no_label_for_a_word_inside(text: str) -> None:
    assert fields(text) == []


def test_a_slip_of_the_pen_is_a_fuzzy_match_and_less_sure_than_the_word_itself() -> None:
    slip, right = vocabulary().fields("Emotoins", "journey")[0], vocabulary().fields("Emotions", "journey")[0]
    assert (slip.field, slip.match, right.match) == ("emotion", "fuzzy", "exact")
    assert slip.confidence < right.confidence


@pytest.mark.parametrize("text", ["", "42", "We call back every lead within an hour.", "Landing page", "Hamburg"])
def test_plain_text_is_no_label(text: str) -> None:
    assert fields(text) == []


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Delighted when", "satisfaction_driver"),
        ("What the segment is worth", "segment.value"),
        ("Cares about", "motivation.cares"),
        ("Why they buy", "motivation.buy"),
        ("Comes back because", "loyalty_driver"),
        ("In use since", "last_updated.since"),
        ("Her jobs", "goal"),
    ],
)
def test_a_persona_label_keeps_its_aspect(label: str, field: str) -> None:
    assert fields(label, "persona")[:1] == [field]


def test_a_document_owner_owns_no_touchpoint() -> None:
    assert fields("Owner of this document", "about") == ["other.document_owner"]


def test_words_of_a_language_that_a_sheet_does_not_speak_are_not_read() -> None:
    german = entered(
        FieldsFile,
        {"schema": "cxaudit-fields/1", "language": "xx", "kind": "journey", "fields": {"channel": {"names": ["gift"]}}},
    )
    small = {"schema": "cxaudit-labels/1", "language": "xx", "joining": ["und"], "links": ["der", "mit"]}
    files = (*vocabulary().files, german, entered(type(labels_file()), small))
    every = Vocabulary(files)
    english = ["the customer asks for a gift and a card " * 10]
    assert [m.field for m in every.fields("gift", "journey")] == ["channel"]
    assert every.spoken_in(english).fields("gift", "journey") == ()
    assert every.spoken_in(["der Kunde und die Karte mit der Hand " * 20]).fields("gift", "journey") != ()


def labels_file() -> object:
    return next(file for file in vocabulary().files if type(file).__name__ == "LabelsFile")


def test_a_misspelt_key_of_a_list_is_refused_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "journey-fields.yaml"
    file.write_text("schema: cxaudit-fields/1\nlanguage: en\nkind: journey\nfields:\n  owner: {nmaes: [boss]}\n")
    with pytest.raises(RuleFileError, match=r"journey-fields\.yaml:5:\d+: .*nmaes"):
        load_vocabulary(tmp_path)


def test_an_unknown_word_list_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(RuleFileError, match="partial-journeys"):
        vocabulary().words("partial-journey")


def test_words_that_yaml_would_type_stay_words(tmp_path: Path) -> None:
    (tmp_path / "yes.yaml").write_text("schema: cxaudit-words/1\nname: yes-words\nabout: x\nterms: [true, 1, '✓']\n")
    words = load_vocabulary(tmp_path).words("yes-words")
    assert words.find("that is true, ✓") == ("true", "✓")
