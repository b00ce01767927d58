"""What a rule pack changes about the one below it: weights, curves, cuts and words, each with its origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cxaudit.check import all_checks
from cxaudit.part import plain
from cxaudit.ruleset import Dimension, Level, Maturity, Origins, Pack, Rule, RuleChange, WordChange
from cxaudit.words.files import AnyFile, WordsFile
from cxaudit.yamlfile import Location, YamlFile, nearest, validate

_HOMES = {"effort": "fix.effort"}


def change_rules(rules: Iterable[Rule], pack: Pack, file: YamlFile, origins: Origins) -> list[Rule]:
    """The rules with a pack's changes; a rule that is turned off is gone. Complains of an unknown rule."""
    below = {rule.id: rule for rule in rules}
    names = {name: rule.id for rule in below.values() for name in (rule.id, rule.slug)}
    for name, change in pack.rules.items():
        if name not in names:
            raise file.complain(("rules", name), f"there is no rule '{name}' to change; {nearest(name, names)}")
        ident = names[name]
        if isinstance(change, RuleChange):
            below[ident] = _changed(below[ident], change, file, ("rules", name))
            _note_origins(origins.setdefault(ident, {}), change, pack, file, ("rules", name))
        else:
            del below[ident], names[name]
    return list(below.values())


def _note_origins(origins: dict[str, str], change: RuleChange, pack: Pack, file: YamlFile, at: Location) -> None:
    """What a change names comes from its pack from now on; of a check, each parameter by itself."""
    for key in (name for name in change.key_names if name != "check" and getattr(change, name) is not None):
        part = _HOMES.get(key, key)
        for old in [name for name in origins if name.startswith(f"{part}.")]:
            del origins[old]
        origins[part] = origin(pack, file, (*at, key))
    for name in change.check:
        origins[f"check.{name}"] = origin(pack, file, (*at, "check", name))


def _changed(rule: Rule, change: RuleChange, file: YamlFile, at: Location) -> Rule:
    data: dict[str, Any] = {}
    for part in ("impact", "curve", "gate"):
        if getattr(change, part) is not None:
            data[part] = getattr(change, part)
    if change.effort is not None:
        data["fix"] = rule.fix.replaced(effort=change.effort)
    if change.check:
        params = plain(rule.check, without_defaults=True) | change.check
        spread = _relocated(file, (*at, "check"), params)
        data["check"] = validate(all_checks()[rule.check.type].CheckParams, spread, (*at, "check"), params)
    return rule.replaced(**data)


def _relocated(file: YamlFile, at: Location, params: dict[str, Any]) -> YamlFile:
    """The pack file as if it held all of a check's parameters, so that a complaint points to the change."""
    places = dict(file.places)
    for name in params:
        places.setdefault((*at, name), places[at])
    return YamlFile(file.path, file.data, places)


def change_maturity(maturity: Maturity, pack: Pack, file: YamlFile) -> Maturity:
    """The maturity model with a pack's cuts and dimension weights."""
    _known(pack.levels, {str(level.number) for level in maturity.levels}, file, "levels", "level")
    _known(pack.dimensions, {dimension.id for dimension in maturity.dimensions}, file, "dimensions", "dimension")
    levels = tuple(_moved(x, pack.levels, file) for x in maturity.levels)
    dimensions = tuple(_weighed(x, pack.dimensions, file) for x in maturity.dimensions)
    cuts = [level.from_score for level in levels]
    if cuts != sorted(set(cuts)):
        raise file.complain(("levels",), f"the levels must begin one above the other; they begin at {cuts}")
    return maturity.replaced(levels=levels, dimensions=dimensions)


def _moved(level: Level, cuts: Mapping[str, int], file: YamlFile) -> Level:
    at, name = ("levels", str(level.number)), str(level.number)
    return validate(Level, file, at, plain(level) | {"from_score": cuts[name]}) if name in cuts else level


def _weighed(dimension: Dimension, weights: Mapping[str, int], file: YamlFile) -> Dimension:
    at, name = ("dimensions", dimension.id), dimension.id
    return validate(Dimension, file, at, plain(dimension) | {"weight": weights[name]}) if name in weights else dimension


def _known(given: Iterable[str], known: set[str], file: YamlFile, key: str, noun: str) -> None:
    for name in given:
        if name not in known:
            raise file.complain((key, name), f"there is no {noun} '{name}'; {nearest(name, known)}")


def change_words(lists: Iterable[AnyFile], pack: Pack, file: YamlFile, origins: Origins) -> tuple[AnyFile, ...]:
    """The vocabulary files with a pack's words added and taken out. Complains of what is not there to take out."""
    found = tuple(lists)
    names = {one.name for one in found if isinstance(one, WordsFile)}
    _known(pack.words, names, file, "words", "word list")
    for name in pack.words:
        origins.setdefault(name, {})[pack.id] = origin(pack, file, ("words", name))
    return tuple(
        _new_list(one, pack.words[one.name], file) if isinstance(one, WordsFile) and one.name in pack.words else one
        for one in found
    )


def _new_list(words: WordsFile, change: WordChange, file: YamlFile) -> WordsFile:
    at: Location = ("words", words.name)
    _known(change.groups, set(words.groups), file, "words", f"group in the word list '{words.name}' named")
    groups = dict(words.groups)
    for name, inner in change.groups.items():
        groups[name] = _new_terms(groups[name], inner, file, (*at, "groups", name))
    return words.replaced(terms=_new_terms(words.terms, change, file, at), groups=groups)


def _new_terms(terms: tuple[str, ...], change: WordChange, file: YamlFile, at: Location) -> tuple[str, ...]:
    for term in change.removed:
        if term not in terms:
            raise file.complain((*at, "terms-"), f"'{term}' is not in the list, so it cannot be taken out")
    kept = tuple(term for term in terms if term not in change.removed)
    return kept + tuple(term for term in change.added if term not in kept)


def origin(pack: Pack, file: YamlFile, at: Location) -> str:
    """Where a value came from: pack, version, file and line."""
    line = file.where(at).rsplit(":", 2)[1]
    return f"{pack.id} {pack.version} ({file.path.name}, line {line})"


def rule_origins(pack: Pack, file: YamlFile) -> dict[str, str]:
    """Where a rule file's keys and their own keys stand (`check.type`); `rule` is the file as a whole."""
    keys = [at for at in file.places if 0 < len(at) <= 2 and all(isinstance(part, str) for part in at)]
    return {"rule": origin(pack, file, ())} | {".".join(map(str, at)): origin(pack, file, at) for at in keys}
