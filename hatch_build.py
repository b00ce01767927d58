"""What happens when the project is installed in place: its modules are compiled, as pip compiles those it copies.

Where Python is told to write no bytecode (containers, build machines), each start would compile hundreds of modules.
"""

from __future__ import annotations

import compileall
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledInPlace(BuildHookInterface[Any]):
    """Compiles `cxaudit/` for an editable installation; wheels are left as they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (the hook's own signature)
        if version == "editable":
            compileall.compile_dir(Path(self.root) / "cxaudit", quiet=2)
