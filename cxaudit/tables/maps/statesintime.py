"""Tables that tell each stage of a journey twice: as it is or was, and as it will be or has become.

Stage   | Before, at the counter  | After, in the app
Order   | Say it in the queue     | Build a cart on the phone
Receive | Wait at the counter     | Show the code
"""

from __future__ import annotations

from collections.abc import Iterable

from cxaudit.grid import Grid
from cxaudit.pattern import pattern
from cxaudit.tables.around.titles import title_above
from cxaudit.vocabulary import Vocabulary

STATES = "states-in-time"
_OPENING = pattern(r"[,:;(（|–—：，]|\s-\s")
_BOTH = {"before", "after"}
_LOOKED_AT_ROWS = 3


def compares_states(heads: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether one head tells how it is or was, and another how it will be or has become."""
    told = {state for head in heads for state in (_state(head, vocabulary),) if state}
    return told == _BOTH


def tells_of_one_state(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Whether a sheet is named for one state of a journey ("Future state: with the planner")."""
    titles = (grid.sheet, title_above(grid, _LOOKED_AT_ROWS, True).text)
    return any(_state(title, vocabulary) for title in titles)


def _state(text: str, vocabulary: Vocabulary) -> str:
    """The one state that a text opens with; empty where it tells none, or both."""
    opening = _OPENING.split(text.strip(), maxsplit=1)[0].strip()
    words = vocabulary.words(STATES)
    found = words.find_groups(opening) if words.is_whole(opening) else ()
    return found[0] if len(found) == 1 else ""
