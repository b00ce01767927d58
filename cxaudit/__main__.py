"""`python -m cxaudit`, and what the `cxaudit` command starts."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys

# What an audit makes lives until it is shown; looking for garbage among it all the time costs a fifth of the run.
_OBJECTS_BEFORE_A_LOOK = 1_000_000


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    gc.set_threshold(_OBJECTS_BEFORE_A_LOOK)
    ended: list[object] = [1]
    atexit.register(_leave, ended)  # what is registered first is called last, after all that others tidy up
    try:
        from cxaudit.cli.main import cxaudit

        cxaudit(prog_name="cxaudit")
    except KeyboardInterrupt:
        ended[0] = 130
        raise SystemExit(130) from None
    except SystemExit as ending:
        ended[0] = ending.code
        raise


def _leave(ended: list[object]) -> None:
    """End the process here: giving back its memory piece by piece would take a tenth of a small audit."""
    code = ended[0] or 0
    if not isinstance(code, int):
        return  # a sentence, which Python has said
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):  # nobody listens any more, or there is none
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
