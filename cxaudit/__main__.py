"""`python -m cxaudit`, and what the `cxaudit` command starts."""

from __future__ import annotations

import gc

# What an audit makes lives until it is shown; looking for garbage among it all the time costs a fifth of the run.
_OBJECTS_BEFORE_A_LOOK = 1_000_000


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    gc.set_threshold(_OBJECTS_BEFORE_A_LOOK)
    try:
        from cxaudit.cli.main import cxaudit

        cxaudit(prog_name="cxaudit")
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    finally:
        gc.freeze()  # Python would look through all of it once more before it ends


if __name__ == "__main__":
    main()
