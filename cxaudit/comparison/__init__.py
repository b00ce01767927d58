"""Two scorecards held side by side: what changed, what became of each finding, and who changed it."""
