"""Rows that hold no word of a phase are passed over without a look at each of their cells, and none that does is."""

from drawing import vocabulary
from hypothesis import given, settings
from hypothesis import strategies as st

from cxaudit.corrections.correction import CorrectedVocabulary, SheetCorrection
from cxaudit.grid import Area, Grid
from cxaudit.tables.labels import Label
from cxaudit.tables.maps.tellingrows import may_name_phases
from cxaudit.words.labeltext import bare

_PIECES = st.sampled_from(
    [
        "Buy",
        "After-sales",
        "and",
        "'",
        "&",
        " ",
        " ",
        "1.",
        "(use)",
        "Pre",
        "->",
        "a",
        "Nutzung",
        "buchung",
        "B2C",
        "é",
        "\n",
    ]
)
_LABELS = st.lists(st.lists(_PIECES, max_size=6).map("".join), max_size=5)


@settings(deadline=None)  # the first call loads the vocabulary
@given(_LABELS)
def test_what_tells_a_phase_is_among_what_may(labels: list[str]) -> None:
    may = dict(zip(labels, vocabulary().may_tell_phases(labels), strict=True))
    told = {label for label in labels if vocabulary().phases(bare(label)) != ("unclear",)}
    assert told <= {label for label in labels if may[label]}


def test_most_cells_may_tell_none() -> None:
    assert not any(vocabulary().may_tell_phases(["text 1 2", "row 17", ""]))


def test_a_phase_that_is_laid_down_may_be_told_by_any_word() -> None:
    corrected = CorrectedVocabulary(vocabulary(), SheetCorrection(stages={"Qwrt": ("use",)}))
    assert list(corrected.may_tell_phases(["Qwrt", "1. Qwrt", "Zzxy"])) == [True, True, False]


def test_a_row_counts_where_two_texts_may_tell_or_a_merged_range_shows_its_own() -> None:
    rows = (("x", "text 1"), *[("y", "text 2")] * 20, ("", "Awareness", "Purchase"), *[("z", "text 3")] * 20)
    plain = Grid("w.xlsx", "S", rows)
    merged = Grid("w.xlsx", "S", rows, (Area(2, 1, 3, 1),))
    assert may_name_phases(plain, [Label(25, 1, "y", ())], vocabulary())
    assert not may_name_phases(plain, [Label(9, 1, "y", ())], vocabulary())
    assert may_name_phases(merged, [Label(9, 1, "y", ())], vocabulary())
