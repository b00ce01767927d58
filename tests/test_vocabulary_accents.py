"""Accents that people leave out, full-width forms and Chinese numerals change nothing in what is understood."""

from __future__ import annotations

import pytest
from drawing import read, the_map, vocabulary
from hypothesis import given as drawn
from hypothesis import strategies as st

from cxaudit.tables.maps.stageheadings import stage_name
from cxaudit.words.labeltext import fold, folded_words


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("Etapes", "Étapes"),
        ("fidelisation", "Fidélisation"),
        ("Coeur", "cœur"),
        ("Emocao", "Emoção"),
        ("Arger", "Ärger"),
    ],
)
def test_latin_letters_are_the_same_without_their_accents(plain: str, marked: str) -> None:
    assert fold(plain) == fold(marked)


@pytest.mark.parametrize(("one", "other"), [("й", "и"), ("が", "か"), ("ї", "і")])
def test_marks_that_make_another_letter_are_kept(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "label", ["Points de contact", "Emotions", "Acoes do cliente", "Etapa", "Sistemas", "Beruhrungspunkte"]
)
def test_headings_without_accents_are_known(label: str) -> None:
    assert vocabulary().fields(label, "journey")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("第一阶段：认知", "认知"),
        ("阶段一：认知", "认知"),
        ("第三步 购买", "购买"),
        ("第 2 階段：購買", "購買"),
        ("제1단계: 인지", "인지"),
        ("ステージ１：認知", "認知"),
        ("2ème étape : Comparaison", "Comparaison"),
        ("Etape 2 - Achat", "Achat"),
        ("1. Phase: Bewusstsein", "Bewusstsein"),
        ("1st stage: Awareness", "Awareness"),
        ("2 phases", "phases"),
    ],
)
def test_the_word_and_number_of_a_stage_are_no_part_of_its_name(heading: str, name: str) -> None:
    assert stage_name(heading, vocabulary()) == name


def test_stages_counted_in_chinese_are_one_map() -> None:
    drawing = "用户旅程\n第一阶段：认知\n触点 | 广告\n情绪 | 好奇\n第二阶段：购买\n触点 | 网店\n情绪 | 紧张"
    assert [stage.phases for stage in the_map(read(drawing)).stages] == [("awareness",), ("purchase",)]


@drawn(st.text(max_size=40))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_words_are_shown_with_their_accents() -> None:
    assert folded_words("Très FÂCHÉ", 0, 4) == "très"
