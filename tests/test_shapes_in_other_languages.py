"""Shapes that say what words of any language leave open: counted stages, quadrants, facts listed in a cell."""

from __future__ import annotations

import pytest

from cxaudit.words.labeltext import word_count
from tests.drawing import given, read, the_map, vocabulary


def test_counted_headings_over_what_the_customer_says_are_stages_under_a_title_of_a_journey() -> None:
    journey = the_map(
        read(
            """
            Kurzfassung der Leserjourney

            Schritt 1: Neugier
            „Ich blättere am Kiosk durch das Heft.“

            Schritt 2: Probeabo
            „Ich nehme drei Ausgaben zum halben Preis.“

            Schritt 3: Stammleser
            „Ich warte am Donnerstag schon auf den Briefträger.“
            """
        )
    )
    assert [stage.name.text for stage in journey.stages] == [
        "Schritt 1: Neugier",
        "Schritt 2: Probeabo",
        "Schritt 3: Stammleser",
    ]
    assert given(journey.stages[2].fields, "other") == ("„Ich warte am Donnerstag schon auf den Briefträger.“",)


def test_counted_headings_over_instructions_are_no_stages() -> None:
    reading = read(
        """
        Anleitung zur Kundenreise

        Schritt 1: Vorbereiten
        Das Projektteam bucht einen Raum.

        Schritt 2: Sammeln
        Die Moderation verteilt Karten.

        Schritt 3: Ordnen
        Alle Karten hängen an der Wand.
        """
    )
    assert reading.tables == ()


def test_what_counts_within_a_counted_stage_is_no_stage_of_its_own() -> None:
    journey = the_map(
        read(
            """
            Jornada do hóspede

            Etapa 1: Descoberta
            1.1 Procura na internet
            Vê fotografias e preços de pousadas

            Etapa 2: Reserva
            2.1 Pagamento
            Paga com cartão pelo telefone

            Etapa 3: Estadia
            3.1 Chegada
            Recebe a chave na recepção da casa
            """
        )
    )
    assert [stage.name.text for stage in journey.stages] == [
        "Etapa 1: Descoberta",
        "Etapa 2: Reserva",
        "Etapa 3: Estadia",
    ]


def test_headings_that_name_personas_are_no_stages_whatever_the_title_says() -> None:
    reading = read(
        """
        Customer journey da biblioteca

        Persona A — Leitora frequente
        Objetivos | Levar livros novos
        Dores | Filas ao sábado

        Persona B — Pai com filhos
        Objetivos | Uma tarde calma
        Dores | Poucos lugares sentados
        """,
        sheet="Personas",
    )
    assert reading.kind == "persona"
    assert [p.name.text for table in reading.tables for p in table.personas] == ["Leitora frequente", "Pai com filhos"]


def test_quadrants_below_each_other_have_heads_of_their_own() -> None:
    reading = read(
        """
        Mapa de empatía
        ¿Qué piensa y siente? | ¿Qué ve?
        Teme perder el tren | Pantallas con retrasos
        Quiere llegar a tiempo | Colas en la taquilla
        ¿Qué oye? | ¿Qué dice y hace?
        Avisos que no se entienden | Pregunta al de al lado
        """
    )
    fields = reading.tables[0].personas[0].fields
    assert given(fields, "behaviour") == ("Pregunta al de al lado",)


def test_facts_that_one_cell_lists_are_read_each_under_its_own_label() -> None:
    reading = read(
        """
        Персоны

        Персона 1: Вдумчивая Ольга
        | - Возраст: 52 года / - Цели: выбрать без спешки / - Страхи: купить подделку

        Персона 2: Быстрый Артём
        | - Возраст: 24 года / - Цели: забрать сегодня / - Страхи: ждать курьера
        """
    )
    olga, artyom = reading.tables[0].personas
    assert given(olga.fields, "role") == ("52 года",)
    assert given(artyom.fields, "dissatisfaction_driver") == ("ждать курьера",)


def test_stages_whose_one_cell_lists_the_lanes_are_read() -> None:
    journey = the_map(
        read(
            """
            Phase 1: Entdecken
            | - Ziel: ein Rad in der Nähe / - Touchpoints: Plakat / - Gefühl: neugierig

            Phase 2: Ausleihen
            | - Ziel: schnell los / - Touchpoints: Schloss / - Gefühl: ungeduldig
            """,
            sheet="Kundenreise",
        )
    )
    assert given(journey.stages[1].fields, "touchpoint") == ("Schloss",)
    assert given(journey.stages[1].fields, "emotion") == ("ungeduldig",)


def test_marked_lines_of_measures_with_figures_are_measures() -> None:
    reading = read(
        """
        Метрики
        ✅ Время ответа: 12 ч → 4 ч
        ✅ Конверсия: 31% → 40%
        ✅ Повторные заказы: +9%
        """
    )
    names = [metric.name.text for table in reading.tables for metric in table.metrics]
    assert names == ["Время ответа", "Конверсия", "Повторные заказы"]


def test_a_table_of_who_wants_what_holds_personas_under_a_title_that_says_so() -> None:
    reading = read(
        """
        目标用户
        用户类别 | 主要诉求 | 所在页面
        护士 | 快速查到床位 | 床位看板
        家属 | 随时了解进度 | 消息中心
        """
    )
    assert [p.name.text for table in reading.tables for p in table.personas] == ["护士", "家属"]


def test_a_column_of_figures_holds_no_opportunities() -> None:
    reading = read(
        """
        Путь клиента в аптеке
        Этап | Раньше | Теперь | Возможности
        Поиск | 8 мин | 5 мин | -37%
        Оплата | 50 сек | 20 сек | -60%
        Получение | 30 мин | 25 мин | -17%
        """
    )
    assert not any(lane.field == "opportunity" for table in reading.tables for lane in table.lanes)


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Servicejourney Leihbücherei", ("journey",)),
        ("Leitkennzahlen", ("metrics",)),
        ("Hoofdpersonas", ("persona",)),
        ("Карты пути гостя", ("journey",)),
        ("Countermeasures", ()),
    ],
)
def test_titles_are_known_in_compounds_and_in_all_cases(title: str, kinds: tuple[str, ...]) -> None:
    assert vocabulary().title_kinds(title) == kinds


@pytest.mark.parametrize(
    ("name", "phase"),
    [
        ("Tischreservierung", "purchase"),
        ("Gerätenutzung", "use"),
        ("Möbellieferung", "delivery"),
        ("Schlüsselrückgabe", "exit"),
        ("Besuche", "unclear"),
    ],
)
def test_a_compound_names_the_phase_of_its_last_part(name: str, phase: str) -> None:
    assert vocabulary().phases(name) == (phase,)


def test_a_number_and_a_word_for_stages_are_no_name() -> None:
    journey = the_map(
        read(
            """
            3. Phase: Ankommen, auspacken und das neue Zimmer kennenlernen
            Ziel | Ruhe finden
            Gefühle | müde

            4. Phase: Den ersten Monat mit allen Rechnungen überstehen
            Ziel | den Überblick behalten
            Gefühle | gespannt
            """,
            sheet="Kundenreise",
        )
    )
    assert journey.stages[0].name.text == "3. Phase: Ankommen, auspacken und das neue Zimmer kennenlernen"


def test_sentences_without_blanks_are_as_long_as_they_are() -> None:
    journey = the_map(
        read(
            """
            宿泊のカスタマージャーニー
            1. 検索 | お客様は駅から近い宿を地図で探します
            2. 予約 | お客様は電話で空室を確かめて申し込みます
            3. 滞在 | お客様は夕食の時間を選んで部屋で休みます
            4. 再訪 | お客様は次の季節の案内を受け取ります
            """
        )
    )
    assert [stage.name.text for stage in journey.stages] == ["1. 検索", "2. 予約", "3. 滞在", "4. 再訪"]


def test_words_are_counted_by_signs_where_no_blanks_part_them() -> None:
    counted = [word_count(text) for text in ("how it is done", "我们定期收集客户意见", "고객 의견 수집", "")]
    assert counted == [4, 5, 3, 0]


def test_one_lane_by_stage_is_no_map_on_a_sheet_that_is_named_for_something_else() -> None:
    drawing = """
        Перечень рисков на пути гостя
        Этап | Риски для гостя | Риски для отеля
        Бронирование | Двойная оплата | Отмена
        Заселение | Номер не готов | Очередь
        """
    assert read(drawing, sheet="Риски").kind == "other"
    assert read(drawing, sheet="Путь гостя").kind == "journey"
