"""Who is named in an engagement file, for those who have to hide it."""

from __future__ import annotations

from cxaudit.engagement.file import EngagementData
from cxaudit.redact.known import Known


def people_in(data: EngagementData) -> Known:
    """Those who answered, agreed and approved, and the texts in which others may be named."""
    people = [line.by for line in data.answers] + [line.by for line in data.agreed]
    people += [line.approved_by for line in data.waivers]
    texts = [data.client, *(line.evidence for line in data.answers), *(line.reason for line in data.agreed)]
    texts += [text for line in data.waivers for text in (line.subject, line.reason)]
    return Known(people=tuple(people), texts=tuple(texts))
