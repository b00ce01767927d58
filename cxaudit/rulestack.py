"""Rule packs from disk: every file read strictly and every name in it checked, with file:line:column."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from cxaudit.assess.question import Question, laid_over, read_questions
from cxaudit.check import all_checks
from cxaudit.compiled import Later, LaterTuple
from cxaudit.errors import RuleFileError
from cxaudit.fullness import Fullness
from cxaudit.judgedby import check_digests, reading_digest
from cxaudit.packs import change_maturity, change_rules, change_words, rule_origins
from cxaudit.rulepack import Rules, core_rules
from cxaudit.ruleset import CrossChecks, Dimension, Maturity, Origins, Pack, Rule, Ruleset
from cxaudit.strictyaml import load
from cxaudit.vocabulary import KINDS, Vocabulary
from cxaudit.words.files import AnyFile, load_files
from cxaudit.yamlfile import Location, YamlFile, nearest, validate

_NAMES_WITHOUT_LABEL = frozenset({"stage", "step", "name", "other.answer"})


class _Stack(Struct):
    """Packs laid one on the other while they are loaded."""

    packs: list[Pack] = field(default_factory=list)
    maturity: Maturity | None = None
    fullness: Fullness | None = None
    cross_checks: CrossChecks | None = None
    rules: list[Rule] = field(default_factory=list)
    files: dict[str, YamlFile] = field(default_factory=dict)
    lists: tuple[AnyFile, ...] = ()
    questions: tuple[Question, ...] = ()
    origins: Origins = field(default_factory=dict)
    digest: str = ""


def compiled(directories: Sequence[Path]) -> Rules:
    """The rules made of their files, with every name in them checked."""
    stack = _Stack()
    for home in directories:
        _stay_inside(home)
    if not directories or _extends(directories[0]):
        _lay(core_rules(), stack)
    for home in directories:
        _lay(home, stack)
    if stack.maturity is None or stack.fullness is None or stack.cross_checks is None:
        raise RuleFileError("a rule pack that stands alone needs maturity.yaml, fullness.yaml and cross-checks.yaml")
    vocabulary = Vocabulary(stack.lists)
    for rule in stack.rules:
        _check_names(rule, stack.files[rule.id], stack.maturity, vocabulary)
    order = [d.id for d in stack.maturity.dimensions]
    rules = tuple(sorted(stack.rules, key=lambda rule: (order.index(rule.dimension), rule.id)))
    *below, top = stack.packs
    judged_by, read_by = check_digests(rules, vocabulary), reading_digest(rules, vocabulary, stack.fullness)
    origins = Later(stack.origins)
    kept = tuple(rule.replaced(examples=LaterTuple(tuple(rule.examples))) for rule in rules)
    ruleset = Ruleset(top, stack.maturity, kept, stack.digest, tuple(below), origins, judged_by, read_by)
    on = {rule.id for rule in rules}
    questions = tuple(each for each in stack.questions if each.rule in on)
    unasked = tuple(each.rule for each in stack.questions if each.rule not in on)
    return Rules(ruleset, vocabulary, stack.fullness, stack.cross_checks, questions, unasked)


def _extends(home: Path) -> bool:
    return bool(_pack(home)[0].extends)


def _pack(home: Path) -> tuple[Pack, YamlFile]:
    if not home.is_dir():
        raise RuleFileError(f"{home}: there is no such folder; give the folder that holds the pack.yaml of a rule pack")
    if not (home / "pack.yaml").is_file():
        raise RuleFileError(f"{home}: this folder has no pack.yaml, so it is no rule pack")
    file = load(home / "pack.yaml")
    return validate(Pack, file), file


def load_fullness(home: Path | None = None) -> Fullness:
    """What a pack takes for filled in and still empty."""
    return validate(Fullness, load((home or core_rules()) / "fullness.yaml"))


def _lay(home: Path, stack: _Stack) -> None:
    """One more pack on the stack."""
    pack, file = _pack(home)
    if not pack.extends:
        stack.packs, stack.rules, stack.files, stack.origins, stack.digest = [], [], {}, {}, ""
        stack.questions = ()
    elif pack.extends not in (ids := [below.id for below in stack.packs]):
        raise file.complain(("extends",), f"there is no pack '{pack.extends}' below; {nearest(pack.extends, ids)}")
    stack.packs.append(pack)
    _lay_settings(home, stack)
    stack.lists = change_words((*stack.lists, *_lists(home, stack, pack)), pack, file, stack.origins)
    stack.rules = change_rules(stack.rules, pack, file, stack.origins)
    if stack.maturity is not None:
        stack.maturity = change_maturity(stack.maturity, pack, file)
        stack.rules += list(_new_rules(home, pack, stack, stack.maturity))
    if (home / "questions.yaml").is_file():
        own = read_questions(load(home / "questions.yaml"), stack.rules)
        stack.questions = laid_over(stack.questions, own)
    stack.digest = hashlib.sha256(f"{stack.digest}{_digest(home)}".encode()).hexdigest()


def _lists(home: Path, stack: _Stack, pack: Pack) -> tuple[AnyFile, ...]:
    if not (home / "vocabulary").is_dir():
        return ()
    if not pack.extends:
        stack.lists = ()
    return load_files(home / "vocabulary")


def _lay_settings(home: Path, stack: _Stack) -> None:
    if (home / "maturity.yaml").is_file():
        stack.maturity = validate(Maturity, load(home / "maturity.yaml"))
    if (home / "fullness.yaml").is_file():
        stack.fullness = load_fullness(home)
    if (home / "cross-checks.yaml").is_file():
        stack.cross_checks = validate(CrossChecks, load(home / "cross-checks.yaml"))


def _new_rules(home: Path, pack: Pack, stack: _Stack, maturity: Maturity) -> Iterator[Rule]:
    taken = {name: rule.id for rule in stack.rules for name in (rule.id, rule.slug)}
    for dimension in maturity.dimensions:
        for path in sorted((home / dimension.folder).glob("*.yaml")):
            file = load(path)
            rule = load_rule(file)
            _check_identity(rule, file, dimension, taken)
            stack.files[rule.id] = file
            stack.origins[rule.id] = rule_origins(pack, file)
            yield rule


def load_rule(file: YamlFile) -> Rule:
    """One rule of a file that has been read; its check is typed by the module that judges it."""
    if not isinstance(file.data, dict):
        raise file.complain((), "a rule file holds keys and values; this one does not")
    check = file.data.get("check")
    if not isinstance(check, dict) or "type" not in check:
        raise file.complain(("check",), "the rule's 'check' needs a 'type'; " + nearest("", all_checks()))
    kind = str(check["type"])
    if kind not in all_checks():
        raise file.complain(("check", "type"), f"unknown check '{kind}'; {nearest(kind, all_checks())}")
    params = validate(all_checks()[kind].CheckParams, file, ("check",))
    return validate(Rule, file, (), {**file.data, "check": params})


def _check_identity(rule: Rule, file: YamlFile, dimension: Dimension, taken: dict[str, str]) -> None:
    if rule.dimension != dimension.id:
        raise file.complain(("dimension",), f"the folder {dimension.folder} holds rules of {dimension.id} only")
    if not rule.id.startswith(dimension.id):
        raise file.complain(("id",), f"a rule of dimension {dimension.id} has an id that begins with {dimension.id}")
    if file.path.stem != rule.slug:
        raise file.complain(("slug",), f"the file of this rule must be named {rule.slug}.yaml")
    for key in ("id", "slug"):
        name = str(getattr(rule, key))
        if name in taken:
            raise file.complain((key,), f"the {key} '{name}' is taken by {taken[name]}")
        taken[name] = rule.id


def _check_names(rule: Rule, file: YamlFile, maturity: Maturity, vocabulary: Vocabulary) -> None:
    names = {name for kind in KINDS for name in vocabulary.known_fields(kind)} | _NAMES_WITHOUT_LABEL
    known = names | {name.split(".")[0] for name in names}
    for name in rule.check.field_names():
        if name not in known:
            raise file.complain(_spot(file, name), f"unknown field '{name}'; {nearest(name, known)}")
    for name in rule.check.word_lists():
        try:
            vocabulary.words(name)
        except RuleFileError as error:
            raise file.complain(_spot(file, name), str(error)) from None
    documents = {document.key for document in maturity.documents}
    for index, source in enumerate(rule.sources):
        if source.document not in documents:
            spot: Location = ("sources", index, "document")
            raise file.complain(spot, f"unknown document '{source.document}'; {nearest(source.document, documents)}")


def _spot(file: YamlFile, name: str) -> Location:
    """Where in the check's parameters a name stands."""

    def walk(data: object, at: Location) -> Location | None:
        if data == name:
            return at
        parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
        return next((found for key, value in parts if (found := walk(value, (*at, key)))), None)

    return walk(file.data["check"], ("check",)) or ("check",)


def _stay_inside(home: Path) -> None:
    """Refuses a pack that leads out of its own folder by a link, or holds what is no file."""
    inside = os.path.realpath(home)
    for path in home.rglob("*"):
        if not Path(os.path.realpath(path)).is_relative_to(inside):
            raise RuleFileError(f"{path}: this leads out of the rule pack's folder; copy the file into it")
        if not (os.path.isfile(path) or os.path.isdir(path)):
            raise RuleFileError(f"{path}: this is no file that can be read; take it out of the rule pack's folder")


def _digest(home: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(home.rglob("*.yaml"), key=lambda p: p.relative_to(home).as_posix()):
        total.update(path.relative_to(home).as_posix().encode() + b"\0")
        total.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return total.hexdigest()
