"""The register of an audit that carries on from an earlier scorecard, whose parts may have other names now."""

from __future__ import annotations

from msgspec.structs import replace

from cxaudit.comparison.fate import keys_now, taken_out_keys
from cxaudit.comparison.pair import Pair
from cxaudit.comparison.sideof import side_of
from cxaudit.earlier import EarlierScorecard
from cxaudit.register import Register, State, register_of
from cxaudit.scorecard import Scorecard


def carried_register(scorecard: Scorecard, earlier: EarlierScorecard | None) -> Register:
    """The register with all that was typed into the earlier one.

    Where the earlier file does not carry its scorecard, a renamed part is not known again.
    """
    if earlier is None or earlier.scorecard is None:
        return register_of(scorecard, earlier.register if earlier else None)
    pair = Pair(side_of(earlier.scorecard, ""), side_of(scorecard, ""))
    return _told(register_of(scorecard, _as_now(earlier.register, pair)), pair)


def _as_now(register: Register, pair: Pair) -> Register:
    """The earlier register with the keys that its findings have now."""
    now = keys_now(pair)
    rows = (replace(row, key=now.get(row.key) or pair.renames.key(row.key)) for row in register.rows)
    return replace(register, rows=tuple(rows))


def _told(register: Register, pair: Pair) -> Register:
    """The rows with the states that a comparison gives: taken out, or back again after it was mended."""
    gone, mended = taken_out_keys(pair), {pair.renames.key(key) for key in pair.old.mended}
    states = {(State.MENDED, key): State.TAKEN_OUT for key in gone}
    states |= {(State.NOT_JUDGED, key): State.TAKEN_OUT for key in gone}
    states |= {(State.NEW, key): State.BACK_AGAIN for key in mended}
    rows = (replace(row, state=states.get((row.state, row.key), row.state)) for row in register.rows)
    return replace(register, rows=tuple(rows))
