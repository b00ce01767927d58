"""cxaudit audits customer-experience workbooks and gives a maturity scorecard.

`cxaudit.audit(paths)` gives a `Scorecard`, `cxaudit.inspect(paths)` how each sheet was read.
"""

from __future__ import annotations

from cxaudit.version import VERSION as __version__

TYPE_CHECKING = False  # the command starts faster without the typing module
if TYPE_CHECKING:
    from cxaudit.errors import CxauditError, NothingRecognised, RuleFileError, UsageError, WorkbookError
    from cxaudit.renderer import WorkbookReading
    from cxaudit.scorecard import Scorecard
    from cxaudit.session import audit, inspect

__all__ = [
    "CxauditError",
    "NothingRecognised",
    "RuleFileError",
    "Scorecard",
    "UsageError",
    "WorkbookError",
    "WorkbookReading",
    "__version__",
    "audit",
    "inspect",
]

_HOMES = {
    "CxauditError": "errors",
    "NothingRecognised": "errors",
    "RuleFileError": "errors",
    "Scorecard": "scorecard",
    "UsageError": "errors",
    "WorkbookError": "errors",
    "WorkbookReading": "renderer",
    "audit": "session",
    "inspect": "session",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import cxaudit` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'cxaudit' has no attribute '{name}'")
    from importlib import import_module

    value: object = getattr(import_module(f"cxaudit.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
