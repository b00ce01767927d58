"""Answers kept for objects that a function was asked about before; objects are told apart by identity, not by value."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def by_identity(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keeps the latest answers of a function of one large frozen object and hashable words.

    Hashing the object would walk through all of it; so the object itself is kept with its answer, and
    compared by identity.
    """

    def keep(function: Callable[P, R]) -> Callable[P, R]:
        answers: OrderedDict[tuple[Hashable, ...], tuple[object, R]] = OrderedDict()

        @wraps(function)
        def kept(*args: P.args, **kwargs: P.kwargs) -> R:
            key = (id(args[0]), *args[1:], *kwargs.values())
            found = answers.get(key)
            if found is not None and found[0] is args[0]:
                answers.move_to_end(key)
                return found[1]
            answer = function(*args, **kwargs)
            answers[key] = (args[0], answer)
            if len(answers) > most:
                answers.popitem(last=False)
            return answer

        return kept

    return keep
