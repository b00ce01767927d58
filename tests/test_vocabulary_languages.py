"""The word lists in other languages: a drawn table of headings, stage names, placeholders and measures for each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from cxaudit.vocabulary import Vocabulary, load_vocabulary

VOCABULARY = Path(__file__).parents[1] / "rules" / "vocabulary"
KINDS = {"journey", "persona", "about", "metrics", "practices"}

JOURNEY = """
de | Kundenbedürfnisse         | goal        | Was denkt der Kunde? | thought
de | Wichtigste Kontaktpunkte  | touchpoint  | Ziele der Phase      | goal
de | Ziele des Unternehmens    | other       | 3. Maßnahmen         | opportunity
fr | Points de contact         | touchpoint  | Ce que fait le client | activity
fr | Étape                     | stage       | Irritants client     | pain_point
es | Puntos de dolor           | pain_point  | Acciones del cliente | activity
es | ¿Qué piensa el cliente?   | thought     | Responsables         | owner
pt | Pontos de contato         | touchpoint  | Ações do usuário     | activity
pt | Objetivos de negócio      | other       | Responsável          | owner
ru | Действия клиента          | activity    | Точки контакта       | touchpoint
ru | 💔 Боли и барьеры:        | pain_point  | Что делает система   | backstage
uk | Дії клієнта               | activity    | Больові точки        | pain_point
ja | ⚡ ペインポイント           | pain_point  | 顧客の行動            | activity
ja | 担当部署                   | owner       | 企業側の行動          | backstage
ko | 고객 행동                  | activity    | 페인포인트(As-Is)     | pain_point
ko | 시스템 응답                | backstage   | 담당 부서             | owner
zh | 用户行为                   | activity    | 接觸點               | touchpoint
zh | 痛点                      | pain_point  | 機會點               | opportunity
de | Was möchte die Mieterin?   | goal        | Wo es hakt           | pain_point
fr | Ce que ressent la voisine | emotion     | Axes de progrès      | opportunity
es | ¿Qué le preocupa?         | pain_point  | Tras bambalinas      | backstage
pt | O que a leitora pensa     | thought     | Quem cuida           | owner
ru | Что чувствует жилец       | emotion     | Зоны роста           | opportunity
ja | 心の声                     | thought     | 打ち手                | opportunity
ko | 궁금한 점                  | thought     | 유관 부서             | owner
zh | 读者心情                   | emotion     | 谁来做               | owner
it | Punti di contatto         | touchpoint  | Azioni del cliente   | activity
nl | Contactmomenten           | touchpoint  | Pijnpunten           | pain_point
pl | Punkty styku              | touchpoint  | Co czuje klient      | emotion
pl | Potrzeby klienta          | goal        | Cele biznesowe       | other
tr | Temas noktaları           | touchpoint  | İhtiyaçlar           | goal
tr | Kullanıcı eylemleri       | activity    | Sahne arkası         | backstage
vi | Điểm chạm                 | touchpoint  | Hành động của khách hàng | activity
vi | Cảm xúc khách hàng        | emotion     | Người phụ trách      | owner
id | Titik sentuh              | touchpoint  | Perasaan pelanggan   | emotion
id | Tindakan pengguna         | activity    | Kendala              | pain_point
"""

PERSONA = """
de | Frustrationen             | dissatisfaction_driver | Familienstand       | role
fr | Centres d'intérêt         | behaviour              | Critères de choix   | decision_factor
es | Miedos                    | dissatisfaction_driver | Ocupación           | role
pt | Nome fictício             | name                   | Dores e desafios    | dissatisfaction_driver
ru | Семейное положение        | role                   | Страхи              | dissatisfaction_driver
uk | Звички                    | behaviour              | Цитата              | quote
ja | 家族構成                   | role                   | 悩み                | dissatisfaction_driver
ko | 대표 발화                  | quote                  | 주요 구매 기준       | decision_factor
zh | 年龄                      | role                   | 性格特徵            | behaviour
it | Fascia d'età              | role                   | Paure               | dissatisfaction_driver
nl | Woonplaats                | role                   | Ergernissen         | dissatisfaction_driver
pl | Miejsce zamieszkania      | role                   | Frustracje          | dissatisfaction_driver
tr | Medeni durum              | role                   | Alışkanlıklar       | behaviour
vi | Nghề nghiệp               | role                   | Nỗi đau             | dissatisfaction_driver
id | Pekerjaan                 | role                   | Kebiasaan           | behaviour
"""

COMBINED = """
de | Gedanken und Gefühle         | thought  | emotion
fr | Pensées et émotions          | thought  | emotion
es | Pensamientos y emociones     | thought  | emotion
pt | Dores e oportunidades        | pain_point | opportunity
ru | Действия и точка контакта    | activity | touchpoint
ja | 思考・感情                     | thought  | emotion
ko | 생각·감정                     | thought  | emotion
zh | 想法/情绪                     | thought  | emotion
"""

STAGES = """
de | Bedarf erkennen > awareness | Vergleich > consideration | Kauf > purchase | Nutzung > use | Kündigung > exit
fr | Découverte > awareness | Devis > consideration | Souscription > purchase | Prise en main > onboarding
es | Descubrimiento > awareness | Búsqueda > consideration | Entrega > delivery | Postventa > support
pt | Descoberta > awareness | Decisão > purchase | Primeiro acesso > onboarding | Indicação > advocacy
ru | Осознание > awareness | Поиск решения > consideration | Оплата > purchase | Продление > retention
uk | Пошук > consideration | Купівля > purchase | Підтримка > support | Скасування > exit
ja | フェーズ1: 認知・発見 > awareness | 比較検討 > consideration | 初期設定 > onboarding | 解約 > exit
ko | 인지 > awareness | 비교 > consideration | 구매 > purchase | 배송 > delivery | 재구매 > retention | 추천 > advocacy
zh | 认知 > awareness | 考慮 > consideration | 购买 > purchase | 售后 > support | 復購 > retention | 口碑推荐 > advocacy
it | Scoperta > awareness | Acquisto > purchase | Consegna > delivery | Disdetta > exit
nl | Oriëntatie > consideration | Bestelling > purchase | Gebruik > use | Klachten > support
pl | Świadomość > awareness | Rozważanie > consideration | Zakup > purchase | Polecenie > advocacy
tr | Keşif > awareness | Karşılaştırma > consideration | Satın alma > purchase | İlk kullanım > onboarding
vi | Nhận thức > awareness | Cân nhắc > consideration | Mua hàng > purchase | Giới thiệu > advocacy
id | Kesadaran > awareness | Pertimbangan > consideration | Pembelian > purchase | Loyalitas > retention
"""

EMPTY = """
de | noch offen | k. A. | Wird noch ergänzt
fr | à définir | non renseigné | À compléter avec le client
es | por definir | sin datos | Pendiente de confirmar
pt | a definir | não se aplica | Ainda não definido
ru | не указано | нет данных | Требует уточнения
uk | не вказано | немає даних | Буде визначено
ja | 未定 | 該当なし | ここに入力してください
ko | 미정 | 해당 없음 | 추후 입력
zh | 待定 | 暫無 | 请输入内容
it | da definire | non disponibile | Inserisci testo qui
nl | nog te bepalen | n.v.t. | Hier invullen
pl | do uzupełnienia | nie dotyczy | Wpisz tutaj tekst
tr | belirlenecek | geçerli değil | Buraya yazın
vi | chưa xác định | không áp dụng | Điền vào đây
id | belum ditentukan | tidak berlaku | Isi di sini
"""

FILLED = """
de | Noch nicht überzeugt        | Offen für Beratung
fr | En attente de livraison     | Pas encore client
es | Pendiente de la entrega     | Sin prisa
pt | Ainda não confia na marca   | A definição do preço demora
ru | Ещё не доверяет             | Не знает, с чего начать
ja | なし                        | 未確認の請求が不安
ko | 아직 신뢰하지 않음            | 없음
zh | 还没有决定购买               | 無需等待
"""

METRICS = """
de | Kundenzufriedenheit > customer_centric | Neukunden > acquisition | Umsatz > financial
fr | Taux de renouvellement > customer_centric | Taux de conversion > acquisition | Délai de livraison > operational
es | Satisfacción del cliente > customer_centric | Tiempo de espera > operational | Ingresos > financial
pt | Taxa de retenção > customer_centric | Novos clientes > acquisition | Tempo de resposta > operational
ru | Отток клиентов > customer_centric | Стоимость привлечения > acquisition | Время ответа > operational
ja | リピート率 > customer_centric | 新規顧客数 > acquisition | 売上高 > financial | 平均処理時間 > operational
ko | 고객 만족도 > customer_centric | 구매 전환율 > acquisition | 매출액 > financial | 응답 시간 > operational
zh | 客户满意度 > customer_centric | 转化率 > acquisition | 銷售額 > financial | 响应时间 > operational
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def pairs(table: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Each line's language and its `text > meaning` cells."""
    return [(line[0], tuple(tuple(cell.split(" > ")) for cell in line[1:])) for line in rows(table)]  # type: ignore[misc]


@lru_cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(VOCABULARY)


@pytest.mark.parametrize(
    ("kind", "line"), [("journey", r) for r in rows(JOURNEY)] + [("persona", r) for r in rows(PERSONA)]
)
def test_a_heading_is_given_its_field(kind: str, line: tuple[str, ...]) -> None:
    _, label, field, other_label, other_field = line
    assert vocabulary().fields(label, kind)[0].field == field
    assert vocabulary().fields(other_label, kind)[0].field == other_field


@pytest.mark.parametrize("line", rows(COMBINED))
def test_a_combined_heading_is_read_as_both_its_fields(line: tuple[str, ...]) -> None:
    assert tuple(match.field for match in vocabulary().fields(line[1], "journey")) == line[2:]


@pytest.mark.parametrize(("language", "stages"), pairs(STAGES))
def test_stage_names_are_given_their_phases(language: str, stages: tuple[tuple[str, str], ...]) -> None:
    found = vocabulary().stage_phases([name for name, _ in stages])
    assert [phases[0] for phases in found] == [phase for _, phase in stages]


@pytest.mark.parametrize("line", rows(EMPTY))
def test_a_placeholder_is_not_taken_for_content(line: tuple[str, ...]) -> None:
    assert all(vocabulary().placeholder(text) for text in line[1:])


@pytest.mark.parametrize("line", rows(FILLED))
def test_words_that_only_begin_like_a_placeholder_are_content(line: tuple[str, ...]) -> None:
    assert not any(vocabulary().placeholder(text) for text in line[1:])


@pytest.mark.parametrize(("language", "measures"), pairs(METRICS))
def test_a_measure_is_given_its_class(language: str, measures: tuple[tuple[str, str], ...]) -> None:
    for text, metric_class in measures:
        assert vocabulary().metric(text).metric_class == metric_class, text


def languages() -> list[str]:
    return sorted(path.name for path in VOCABULARY.iterdir() if (path / "labels.yaml").is_file())


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_list(language: str) -> None:
    stems = {path.stem for path in (VOCABULARY / language).glob("*.yaml")}
    english = {path.stem for path in (VOCABULARY / "en").glob("*.yaml")}
    assert stems == english
    assert all(getattr(f, "language", language) == language for f in _files(language))


@pytest.mark.parametrize("language", languages())
def test_a_language_names_only_fields_phases_and_measures_that_english_has(language: str) -> None:
    mine, english = _keys(language), _keys("en")
    assert mine <= english, mine - english


def _files(language: str) -> list[object]:
    return [f for f in vocabulary().files if getattr(f, "language", "") == language]


def _keys(language: str) -> set[tuple[str, str]]:
    """Field, phase and concept names of a language's lists, each with the list it stands in."""
    found: set[tuple[str, str]] = set()
    for file in _files(language):
        for part in ("fields", "phases", "concepts", "weak", "later", "settled", "hints", "titles"):
            place = f"{getattr(file, 'kind', '')} {'phases' if part in {'weak', 'later', 'settled'} else part}"
            held = getattr(file, part, {})
            found |= {(place, name) for name in held} if isinstance(held, dict) else set()
    return found
