"""The JSON Schema of a rule file, so that an editor completes and checks it while it is written."""

from __future__ import annotations

import json
from typing import Any

from cxaudit.check import all_checks
from cxaudit.entering import json_schema
from cxaudit.ruleset import Rule

TITLE = "A cxaudit rule"
SCHEMA_FILE = "rule.schema.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that the common YAML editors understand


def rule_schema() -> dict[str, Any]:
    """The schema of a rule: its keys, and for each kind of check the parameters that it takes."""
    schema = json_schema(Rule)
    parts: dict[str, Any] = schema.setdefault("$defs", {})
    kinds = {}
    for name, check in all_checks().items():
        own = json_schema(check.CheckParams)
        parts.update(own.pop("$defs", {}))
        own["title"] = f"check: {name}"
        parts[f"check_{name}"] = own
        kinds[name] = f"#/$defs/check_{name}"
    parts.pop("Params", None)
    schema["properties"]["check"] = {
        "oneOf": [{"$ref": ref} for ref in kinds.values()],
        "discriminator": {"propertyName": "type", "mapping": kinds},
    }
    return {"$schema": _DRAFT, **schema, "title": TITLE}


def rule_schema_text() -> str:
    """The schema as a file's text."""
    return json.dumps(rule_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
