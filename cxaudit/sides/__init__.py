"""What may stand on a side of a comparison: a scorecard as JSON or Excel, or workbooks that are audited now."""
