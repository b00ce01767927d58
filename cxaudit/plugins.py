"""Plug-ins found by walking a folder: each module of a package is one, under its own name."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import ModuleType


@cache
def modules(package: str) -> dict[str, ModuleType]:
    """The modules of a package by name, in alphabetical order; a trailing underscore is not part of a name."""
    home = import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(home.__path__))
    return {name.rstrip("_"): import_module(f"{package}.{name}") for name in names}
