"""What rules judge by, as short digests: two audits see in them which rules look for something else now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from cxaudit.fullness import Fullness
from cxaudit.part import plain
from cxaudit.ruleset import Rule
from cxaudit.vocabulary import Vocabulary
from cxaudit.words.files import WordsFile

_LENGTH = 12


def check_digests(rules: Iterable[Rule], vocabulary: Vocabulary) -> dict[str, str]:
    """By rule id: 12 hexadecimal digits over its check and the word lists that the check names.

    Weights, curves, gates and what is said to the reader are not in it.
    """
    return {rule.id: _digest(_check(rule, vocabulary)) for rule in rules}


def reading_digest(rules: Sequence[Rule], vocabulary: Vocabulary, fullness: Fullness) -> str:
    """12 hexadecimal digits over all by which sheets are read, whatever the rule: headings, phases, placeholders."""
    of_checks = {name for rule in rules for name in rule.check.word_lists()}
    files = [file for file in vocabulary.files if not (isinstance(file, WordsFile) and file.name in of_checks)]
    written = sorted(json.dumps(plain(file), ensure_ascii=False, separators=(",", ":")) for file in files)
    return _digest({"words": written, "fullness": plain(fullness)})


def _check(rule: Rule, vocabulary: Vocabulary) -> Mapping[str, object]:
    words = {name: vocabulary.words(name).groups for name in sorted(rule.check.word_lists())}
    return {"check": plain(rule.check), "words": words}


def _digest(content: Mapping[str, object]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
