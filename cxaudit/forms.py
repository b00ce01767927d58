"""The forms that names in rule files have, each with how it is said to people who write them."""

from __future__ import annotations

RULE_ID = r"^[A-Z]{2,4}[0-9]{2,3}$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
VERSION = r"^[0-9]+\.[0-9]+\.[0-9]+$"

SAID = {
    RULE_ID: "capital letters and two or three digits, such as TO09",
    SLUG: "small letters and digits with a hyphen between words, such as touchpoint-has-owner",
    VERSION: "three numbers with dots between them, such as 1.0.0",
}
