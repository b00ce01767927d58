"""Tables of words come back from the rule cache as they went into it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxaudit.compiled import packed, unpacked
from cxaudit.words.packing import Table

WORDS = st.text("abc é", max_size=4)


@given(words=st.lists(st.tuples(WORDS, st.integers(0, 3))), asked=WORDS)
def test_a_table_knows_the_first_meaning_of_every_word_before_and_after_it_was_kept(
    words: list[tuple[str, int]], asked: str
) -> None:
    first = dict(reversed(words))
    made = Table(words)
    kept: Table[int] = unpacked(packed(made))
    again: Table[int] = unpacked(packed(kept))
    assert kept.get(asked) == made.get(asked) == first.get(asked)
    assert dict(made.items()) == dict(again.items()) == first
