"""JSON on a terminal: client text in it steers nothing."""

from __future__ import annotations

import json

import pytest

from cxaudit.jsontext import json_text


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b2J", "\x7f", "\x85", "\u202e", "\u2066", "\u200f"])
def test_a_sign_that_steers_is_written_as_its_number(sign: str) -> None:
    written = json_text({"path": f"map{sign}.xlsx"})
    assert sign[0] not in written
    assert json.loads(written) == {"path": f"map{sign}.xlsx"}


def test_letters_of_all_languages_stay_as_they_are() -> None:
    assert json_text("Kündigung 解約 отказ 🙂") == '"Kündigung 解約 отказ 🙂"'
