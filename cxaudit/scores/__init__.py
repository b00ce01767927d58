"""The parts of scoring: gates, the cheapest fixes, how far weights matter, and rounding."""
