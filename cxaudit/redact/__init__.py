"""Redaction: who and what client text names is masked, the same way in every output."""
