"""The JSON Schema of an engagement file, with every field, phase and class by name, for editors."""

from __future__ import annotations

import json
from typing import Any

from cxaudit.engagement.file import EngagementData
from cxaudit.entering import json_schema
from cxaudit.model import METRIC_CLASSES, PHASES
from cxaudit.vocabulary import KINDS, Vocabulary


def engagement_schema(vocabulary: Vocabulary) -> str:
    """The schema as a file's text."""
    schema: dict[str, Any] = json_schema(EngagementData)
    fields = {name for kind in KINDS for name in vocabulary.known_fields(kind)} | {"other"}
    parts = schema["$defs"]
    parts["LabelLine"]["properties"]["field"] = _one_or_more(sorted(fields))
    parts["StageLine"]["properties"]["phase"] = _one_or_more(list(PHASES))
    parts["MetricLine"]["properties"]["class"] = {"enum": list(METRIC_CLASSES)}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "A cxaudit engagement file"}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _one_or_more(names: list[str]) -> dict[str, Any]:
    one = {"enum": names}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
