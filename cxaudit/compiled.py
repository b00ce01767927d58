"""Compiled rules as bytes and back: pickled with a checksum, and unpickled into named data classes only."""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Sequence
from typing import Any, Generic, TypeVar, cast, overload

T = TypeVar("T")
_MARK = b"cxaudit compiled rules 4\n"
_CHECKSUM = 32
_ALLOWED = frozenset(
    {("builtins", "list"), ("builtins", "set"), ("collections", "defaultdict"), ("fractions", "Fraction")}
)


class _Reader(pickle.Unpickler):
    """Knows cxaudit's own classes and four containers and numbers; any other name is refused."""

    def find_class(self, module: str, name: str) -> Any:
        found = super().find_class(module, name) if _may_name(module, name) else None
        if not isinstance(found, type) or (module.startswith("cxaudit.") and found.__module__ != module):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def _may_name(module: str, name: str) -> bool:
    return (module, name) in _ALLOWED or (module.startswith("cxaudit.") and "." not in name)


class Later(Generic[T]):
    """A part of compiled rules that is unpacked when it is first asked for; few audits need all parts."""

    def __init__(self, value: T) -> None:
        self._value: T | None = value
        self._packed = b""

    def get(self) -> T:
        """The part; raises UnpicklingError where it names anything but rules."""
        if self._value is None:
            self._value = cast("T", _Reader(io.BytesIO(self._packed)).load())
        return self._value

    def __getstate__(self) -> dict[str, Any]:
        return {"_value": None, "_packed": pickle.dumps(self.get(), protocol=5)}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Later) and bool(self.get() == other.get())

    __hash__ = None  # type: ignore[assignment]


class LaterTuple(Later[tuple[T, ...]], Sequence[T]):
    """A tuple that is unpacked when one of its things is first asked for."""

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return self.get()[at]

    def __len__(self) -> int:
        return len(self.get())


def packed(value: object) -> bytes:
    """The bytes of compiled rules."""
    body = pickle.dumps(value, protocol=5)
    return _MARK + hashlib.sha256(body).digest() + body


def unpacked(data: bytes) -> Any:
    """What was packed; None where the bytes are not whole, or name anything but rules."""
    head, body = data[: len(_MARK) + _CHECKSUM], data[len(_MARK) + _CHECKSUM :]
    if head != _MARK + hashlib.sha256(body).digest():
        return None
    try:
        return _Reader(io.BytesIO(body)).load()
    except Exception:  # noqa: BLE001 (whatever is wrong with it, it is built anew)
        return None
