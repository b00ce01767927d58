"""`python -m cxaudit`, and what the `cxaudit` command starts."""

from __future__ import annotations


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    try:
        from cxaudit.cli.main import cxaudit

        cxaudit(prog_name="cxaudit")
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
