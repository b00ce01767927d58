"""Where files enter: the pydantic model of a part, which checks what a file holds and describes it as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, create_model
from pydantic_core.core_schema import no_info_wrap_validator_function

from cxaudit.part import Key, Part

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

P = TypeVar("P", bound=Part)
_CHECKS: dict[type[Part], TypeAdapter[Any]] = {}
_MODELS: dict[type[Part], type[BaseModel]] = {}


def entered(kind: type[P], data: object) -> P:
    """Data as a part; raises pydantic's ValidationError for what does not fit."""
    part: P = _checks(kind).validate_python(data)
    return part


def json_schema(kind: type[Part]) -> dict[str, Any]:
    """The JSON Schema of a part."""
    return _model(kind).model_json_schema()


def keys_at(kind: type[Part], location: tuple[str | int, ...]) -> list[str]:
    """The keys that a part of a part takes; the location leads there by keys and list positions."""
    kind = _part_at(kind, location)
    return [kind.keys_laid_down[name].name or name for name in kind.key_names]


def only_value(kind: type[Part], location: tuple[str | int, ...]) -> str:
    """The only value that the key at a location can have ("schema: cxaudit-pack/1"); empty where there are others."""
    kind = _part_at(kind, location[:-1])
    names = {each.name or name: name for name, each in kind.keys_laid_down.items()}
    of = get_type_hints(kind).get(names.get(str(location[-1]), ""))
    values = get_args(of) if get_origin(of) is Literal else ()
    return str(values[0]) if len(values) == 1 else ""


def _part_at(kind: type[Part], location: tuple[str | int, ...]) -> type[Part]:
    for step in location:
        names = {each.name or name: name for name, each in kind.keys_laid_down.items()}
        inner = _parts_in(get_type_hints(kind)[names[str(step)]]) if str(step) in names else []
        kind = inner[0] if inner else kind
    return kind


def _parts_in(annotation: Any) -> list[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return [annotation]
    return [kind for part in get_args(annotation) for kind in _parts_in(part)]


def schema_of(kind: type[Part], handler: GetCoreSchemaHandler) -> CoreSchema:
    """How pydantic is to make a part of data that hold it; a part that is ready is taken as it is."""

    def made(value: object, fit: Callable[[object], BaseModel]) -> Part:
        if isinstance(value, kind):
            return value
        fitted = fit(value)
        part = kind(**{name: getattr(fitted, name) for name in kind.key_names})
        part.verify()
        return part

    return no_info_wrap_validator_function(made, handler.generate_schema(_model(kind)))


def _checks(kind: type[Part]) -> TypeAdapter[Any]:
    if kind not in _CHECKS:
        _CHECKS[kind] = TypeAdapter(kind)
    return _CHECKS[kind]


def _model(kind: type[Part]) -> type[BaseModel]:
    if kind not in _MODELS:
        _MODELS[kind] = _new_model(kind)
    return _MODELS[kind]


def _new_model(kind: type[Part]) -> type[BaseModel]:
    """The model is built when it is first asked, so that a part may hold parts of its own kind."""
    types = get_type_hints(kind, include_extras=True)
    fields: dict[str, Any] = {name: _field(types[name], kind.keys_laid_down[name]) for name in kind.key_names}
    closed = ConfigDict(extra="forbid", defer_build=True, protected_namespaces=())
    return create_model(kind.__name__, __config__=closed, __doc__=kind.__doc__, __module__=kind.__module__, **fields)


def _field(of: Any, laid_down: Key) -> tuple[Any, Any]:
    """The type of a field and its default; bounds hold before what its type looks at once more."""
    of, *marks = get_args(of) if get_origin(of) is Annotated else (of,)
    bound = Field(alias=laid_down.name or None, **laid_down.bounds)
    return Annotated[of, bound, *marks], ... if laid_down.required else laid_down.default
