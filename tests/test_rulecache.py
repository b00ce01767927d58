"""Rules compiled once: found again as they were, built anew where anything is odd, and never code."""

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest

from cxaudit import cachefolder, compiled, rulecache
from cxaudit.errors import RuleFileError
from cxaudit.rulecache import cache_of
from cxaudit.rulefiles import core_rules, load_rules

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the user's profile from others by itself")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder for this test alone."""
    folder = tmp_path / "cache" / "cxaudit"
    monkeypatch.setattr(cachefolder, "_place", lambda: folder)
    monkeypatch.delenv(rulecache.OFF, raising=False)
    return folder


def test_rules_from_the_cache_are_the_rules_from_the_files(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built, kept = load_rules(), load_rules()
    monkeypatch.setenv(rulecache.OFF, "1")
    without = load_rules()
    assert built.ruleset == kept.ruleset == without.ruleset
    texts = ("Touchpoints & channels", "Kontaktpunkte", "Owner", "痛点", "Goal of the step")
    for text in texts:
        assert kept.vocabulary.fields(text, "journey") == without.vocabulary.fields(text, "journey")
    english = ["The customer compares the offers and asks a friend about it"] * 20
    assert kept.vocabulary.spoken_in(english).fields("Touchpoints", "journey")
    again = load_rules().vocabulary.spoken_in(english)
    assert again.fields("Touchpoints", "journey") == without.vocabulary.spoken_in(english).fields(
        "Touchpoints", "journey"
    )


def test_a_changed_rule_file_is_read_again(tmp_path: Path) -> None:
    home = tmp_path / "pack"
    home.mkdir()
    pack = home / "pack.yaml"
    head = "schema: cxaudit-pack/1\nid: ours\nversion: 1.0.0\ntitle: Ours\nowner: us\nextends: cx-core\n"
    pack.write_text(head + "rules:\n  TO02: {impact: low}\n", encoding="utf-8")
    impacts = [rule.impact for rule in load_rules((home,)).ruleset.rules if rule.id == "TO02"]
    pack.write_text(head + "rules:\n  TO02: {impact: minor}\n", encoding="utf-8")
    impacts += [rule.impact for rule in load_rules((home,)).ruleset.rules if rule.id == "TO02"]
    assert impacts == ["low", "minor"]


def test_a_wrong_rule_file_is_complained_of_every_time(tmp_path: Path) -> None:
    home = tmp_path / "pack"
    home.mkdir()
    (home / "pack.yaml").write_text("schema: cxaudit-pack/1\nid: ours\nnonsense: 1\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleFileError, match="nonsense"):
            load_rules((home,))


@pytest.mark.parametrize("harm", [b"", b"nonsense", None])
def test_a_damaged_file_is_built_anew_without_a_word(own_cache: Path, harm: bytes | None) -> None:
    cache = cache_of((core_rules(),))
    assert cache.get("part", lambda: ["right"]) == ["right"]
    (file,) = own_cache.iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"?" if harm is None else harm)
    assert cache.get("part", lambda: ["built anew"]) == ["built anew"]
    assert cache.get("part", lambda: ["never asked"]) == ["built anew"]


def test_a_kept_file_that_names_code_runs_nothing(tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "made"),)

    assert compiled.unpacked(compiled.packed(Evil())) is None
    assert compiled.unpacked(compiled.packed(pickle.Unpickler)) is None
    assert compiled.unpacked(compiled.packed(load_rules)) is None
    assert not (tmp_path / "made").exists()


@POSIX
def test_what_others_could_have_written_is_not_trusted(own_cache: Path) -> None:
    cache = cache_of((core_rules(),))
    cache.get("part", lambda: ["own"])
    (file,) = own_cache.iterdir()
    assert (own_cache.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    file.chmod(0o644)
    assert cache.get("part", lambda: ["built anew"]) == ["built anew"]
    own_cache.chmod(0o777)
    assert cache_of((core_rules(),)).get("part", lambda: ["not kept"]) == ["not kept"]


@POSIX
def test_a_link_in_the_place_of_the_folder_is_not_followed(own_cache: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    own_cache.parent.mkdir()
    own_cache.symlink_to(tmp_path / "elsewhere")
    cache_of((core_rules(),)).get("part", lambda: ["built"])
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_that_cannot_be_made_hurts_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(cachefolder, "_place", lambda: tmp_path / "file" / "cxaudit")
    assert cache_of((core_rules(),)).get("part", lambda: ["built"]) == ["built"]


def test_the_oldest_files_go_where_there_are_too_many(own_cache: Path) -> None:
    cache = cache_of((core_rules(),))
    for number in range(rulecache._MOST_FILES + 5):
        cache.get(f"part {number}", lambda: ["built"])
    assert len(list(own_cache.iterdir())) == rulecache._MOST_FILES


def test_the_switch_turns_it_off(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(rulecache.OFF, "1")
    load_rules()
    assert not own_cache.exists()
