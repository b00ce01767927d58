"""The ten-line pack that the documentation shows does what the documentation says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cxaudit.engine import judge
from cxaudit.packs import change_maturity, change_rules, change_words
from cxaudit.rulebook.example import programme_of
from cxaudit.rulefiles import Rules, load_rules
from cxaudit.ruleset import Pack
from cxaudit.strictyaml import parse
from cxaudit.yamlfile import validate

ROOT = Path(__file__).parent.parent
PAGES = [page for page in (ROOT / "docs" / "packs.md", ROOT / "README.md") if page.is_file()]
CORE = load_rules()
CHANGES = re.findall(r"^\| `(.+?)` \|", PAGES[0].read_text(encoding="utf-8"), re.MULTILINE)
OWNERS = [
    {"touchpoint": "Counter", "owner": "Branch network"},
    {"touchpoint": "Letter", "owner": "Head office"},
    {"touchpoint": "App", "owner": "Mobile banking team"},
]


def example(page: Path) -> str:
    """The pack that a page shows."""
    blocks = re.findall(r"```yaml\n(schema: cxaudit-pack/1\n.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 1
    return str(blocks[0])


def vague_owners(rules: Rules) -> list[str]:
    """The owners that TO03 finds to be nobody in particular."""
    rule = next(rule for rule in rules.ruleset.rules if rule.id == "TO03")
    given = {"maps": [{"stages": [{"name": "Use", "steps": OWNERS}]}]}
    return [finding.title for finding in judge(rule, programme_of(given, rules.vocabulary)).findings]


@pytest.fixture(params=PAGES, ids=[page.name for page in PAGES])
def pack(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    (tmp_path / "pack.yaml").write_text(example(request.param), encoding="utf-8")
    return tmp_path


def test_it_has_ten_lines(pack: Path) -> None:
    assert len((pack / "pack.yaml").read_text(encoding="utf-8").splitlines()) == 10


def test_it_changes_one_weight_and_says_where_it_came_from(pack: Path) -> None:
    before, after = CORE.ruleset, load_rules([pack]).ruleset
    changed = {
        old.id: (before.weight(old), after.weight(new))
        for old, new in zip(before.rules, after.rules, strict=True)
        if before.weight(old) != after.weight(new)
    }
    assert changed == {"TO02": (5, 4)}
    assert after.origins["TO02"]["impact"] == "our-bank 1.0.0 (pack.yaml, line 8)"


def test_it_changes_whom_a_rule_takes_for_nobody_in_particular(pack: Path) -> None:
    assert vague_owners(CORE) == ["Head office"]
    assert vague_owners(load_rules([pack])) == ["Branch network"]


def test_all_pages_show_the_same_pack() -> None:
    assert len({example(page) for page in PAGES}) == 1


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_that_the_page_lists_is_one_that_a_pack_can_make(change: str) -> None:
    head = "".join(example(PAGES[0]).splitlines(keepends=True)[:6])
    file = parse(f"{head}{change}\n", Path("pack.yaml"))
    pack = validate(Pack, file)
    core = CORE.ruleset
    assert (
        tuple(change_rules(core.rules, pack, file, {})) != core.rules
        or change_maturity(core.maturity, pack, file) != core.maturity
        or change_words(CORE.vocabulary.files, pack, file, {}) != CORE.vocabulary.files
    )
