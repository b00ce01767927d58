"""Whether a text is nothing but one term is told by its first word where that begins none."""

import pytest

from cxaudit.words.wordlist import WordList

BROAD = WordList("broad", {"": ("everyone", "all *", "the whole * team", "全員")})


@pytest.mark.parametrize("text", ["Everyone", "All teams", "The whole sales team", "ALL: teams", "全員"])
def test_a_text_that_is_one_term_is_whole(text: str) -> None:
    assert BROAD.is_whole(text)


@pytest.mark.parametrize("text", ["", "Store manager", "Ask everyone", "Ask all teams", "All teams of sales", "All"])
def test_a_text_that_says_more_or_something_else_is_not(text: str) -> None:
    assert not BROAD.is_whole(text)
