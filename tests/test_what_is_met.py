"""A lane that seems to tell doings once more, and blocks with pairs of columns beside each other."""

from __future__ import annotations

from drawing import grid, vocabulary

from cxaudit.reading import read_grid

MAP = """
Journey of a lodger
Phase       | Noticing                 | Booking                   | Staying                 | Coming back
Guest does  | Walks past the old house | Rings the bell and asks   | Sleeps late and eats    | Books the same room
Interaction | Lantern at the door      | Bell, price list          | Room, breakfast table   | Winter letter
Mood        | Curious                  | Unsure                    | Rested                  | Fond
"""


def lanes(sheet: str) -> dict[str, str]:
    reading = read_grid(grid(sheet), vocabulary())
    return {lane.label: lane.field for table in reading.tables for lane in table.lanes}


def test_of_two_lanes_of_doings_the_one_that_names_things_is_what_is_met() -> None:
    found = lanes(MAP)
    assert (found["Guest does"], found["Interaction"]) == ("activity", "touchpoint")


def test_it_stays_a_doing_where_another_lane_holds_touchpoints() -> None:
    found = lanes(MAP + "Touchpoints | Lantern | Bell | Room | Letter\n")
    assert found["Interaction"] == "activity"


BLOCKS = """
Journey of a lodger
1 Noticing
What happens | The house is seen   | | Meeting points | Lantern
Mood         | Curious             | | In charge      | Housekeeper
2 Booking
What happens | A room is asked for | | Meeting points | Bell
Mood         | Unsure              | | In charge      |
3 Staying
What happens | Three nights        | | Meeting points | Room
Mood         | Rested              | | In charge      | Cook
"""


def stages(sheet: str) -> list[dict[str, list[str]]]:
    reading = read_grid(grid(sheet), vocabulary())
    journey = next(journey for table in reading.tables for journey in table.maps)
    return [{field: [e.text for e in said if e.given] for field, said in s.fields.items()} for s in journey.stages]


def test_pairs_of_columns_beside_each_other_tell_of_the_same_stage() -> None:
    found = stages(BLOCKS)
    assert [stage["touchpoint"] for stage in found] == [["Lantern"], ["Bell"], ["Room"]]
    assert [stage["owner"] for stage in found] == [["Housekeeper"], [], ["Cook"]]


def test_pairs_without_an_empty_column_between_them_are_parted_where_labels_come_again() -> None:
    assert stages(BLOCKS.replace("| | ", "| ")) == stages(BLOCKS)


UNSPACED = """
住客旅程地图
阶段     | 发现                         | 预订                       | 入住
顾客做什么 | 下班路上走过河边看见老旅馆门口的灯笼 | 进门按铃向老板询问周末的房价 | 第二天睡到很晚才下楼慢慢吃早饭
互动     | 门口灯笼                     | 门铃                       | 早餐桌
情绪     | 好奇                         | 犹豫                       | 放松
"""


def test_sentences_without_blanks_are_no_names_of_things() -> None:
    found = lanes(UNSPACED)
    assert (found["顾客做什么"], found["互动"]) == ("activity", "touchpoint")


OWN_NAME = """
Customer journey постояльца
Этап     | Осознание             | Бронирование             | Проживание
Триггер  | Идёт с работы вдоль реки и видит фонарь | Подруга зовёт на выходные и торопит с ответом | Хлеб
Действия | Смотрит на вывеску    | Звонит хозяйке           | Завтракает
Эмоции   | Любопытство           | Сомнение                 | Покой
"""


def test_a_lane_with_the_name_of_doings_holds_them_however_short_they_are() -> None:
    assert lanes(OWN_NAME)["Действия"] == "activity"
