"""Rule packs as they are used: from the cache, or from their files where these are new."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cxaudit.rulecache import cache_of
from cxaudit.rulepack import Rules, core_rules

__all__ = ["Rules", "core_rules", "load_rules"]


def load_rules(directories: Sequence[Path] = ()) -> Rules:
    """The core pack with the packs of the folders on it; a pack that extends none takes the place of all before.

    Raises RuleFileError naming file, line and what is wrong.
    """
    cache = cache_of((core_rules(), *directories))
    rules = cache.get("rules", lambda: _compiled(directories))
    rules.vocabulary.cache = cache
    return rules


def _compiled(directories: Sequence[Path]) -> Rules:
    from cxaudit.rulestack import compiled

    return compiled(directories)
