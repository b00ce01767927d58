"""Parts of the files that people write: closed and frozen, made by keyword, cheap to define.

What a part must hold is checked where a file enters, by the pydantic model of it that `cxaudit.entering` makes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from typing import Self

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

P = TypeVar("P", bound="Part")
_NONE: Final = object()


class Key:
    """What is laid down for a key: its default, its `name` in the file if that is another, and its bounds."""

    def __init__(self, default: object, name: str, bounds: Mapping[str, Any]) -> None:
        self.default = default
        self.name = name
        self.bounds = bounds

    @property
    def required(self) -> bool:
        return self.default is _NONE


def key(*, default: Any = _NONE, name: str = "", **bounds: Any) -> Any:
    """A key of a part with a description, or with bounds as pydantic names them (`ge`, `min_length`, `pattern`)."""
    return Key(default, name, bounds)


class Before:
    """Marks a type whose values are put right before they are checked."""

    def __init__(self, put_right: Callable[[Any], Any]) -> None:
        self._put_right = put_right

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core.core_schema import no_info_before_validator_function

        return no_info_before_validator_function(self._put_right, handler(source))


class After:
    """Marks a type whose values are looked at once more after they were checked."""

    def __init__(self, look: Callable[[Any], Any]) -> None:
        self._look = look

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core.core_schema import no_info_after_validator_function

        return no_info_after_validator_function(self._look, handler(source))


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
class Part:
    """The base of every part; equal where all keys are."""

    key_names: ClassVar[tuple[str, ...]] = ()
    keys_laid_down: ClassVar[dict[str, Key]] = {}
    _defaults: ClassVar[dict[str, object]] = {}

    def __init_subclass__(cls) -> None:
        names: dict[str, None] = {}
        laid_down: dict[str, Key] = {}
        for kind in reversed(cls.__mro__):
            if issubclass(kind, Part) and kind is not Part:
                for name in kind.__annotations__:
                    names[name] = None
                    laid_down[name] = _laid_down(kind, name)
        cls.key_names = tuple(names)
        cls.keys_laid_down = laid_down
        cls._defaults = {name: each.default for name, each in laid_down.items() if not each.required}

    def __init__(self, **given: object) -> None:
        values = self._defaults | given
        if len(values) != len(self.key_names) or not values.keys() <= self.keys_laid_down.keys():
            raise TypeError(f"{type(self).__name__} takes {', '.join(self.key_names)}; not {', '.join(values)}")
        self.__dict__.update(values)

    def verify(self) -> None:
        """Raises ValueError for what no single key shows; asked when the part comes from a file."""

    def replaced(self, **changes: object) -> Self:
        """The same part with other values, which are not checked."""
        return type(self)(**self.__getstate__() | changes)

    def __getstate__(self) -> dict[str, object]:
        """The values by key, without what was derived from them and kept."""
        return {name: self.__dict__[name] for name in self.key_names}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Part) or type(other) is not type(self):
            return NotImplemented
        return self.__getstate__() == other.__getstate__()

    def __hash__(self) -> int:
        known: int | None = self.__dict__.get("hash once")
        if known is None:
            known = self.__dict__["hash once"] = hash(tuple(self.__getstate__().values()))
        return known

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__getstate__().items())})"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        from cxaudit.entering import schema_of

        return schema_of(cls, handler)


def _laid_down(kind: type[Part], name: str) -> Key:
    """What a class lays down for a key of its own; the value in the class gives way to that of each object."""
    written = kind.__dict__.get(name, _NONE)
    if isinstance(written, Key):
        return written
    return Key(written, "", {})


def plain(value: object, *, without_defaults: bool = False, without_none: bool = False) -> Any:
    """A part, or what parts hold, as plain lists and values by key, as JSON has them."""
    if isinstance(value, Part):
        kept = {name: value.__dict__[name] for name in value.key_names}
        if without_defaults:
            kept = {name: each for name, each in kept.items() if value.keys_laid_down[name].default != each}
        value = kept
    if isinstance(value, Mapping):
        return {
            name: plain(each, without_defaults=without_defaults, without_none=without_none)
            for name, each in value.items()
            if not (without_none and each is None)
        }
    if isinstance(value, tuple | list):
        return [plain(each, without_defaults=without_defaults, without_none=without_none) for each in value]
    return getattr(value, "isoformat", lambda: value)()
