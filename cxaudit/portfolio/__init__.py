"""Many programmes at once: which folders they are, their audits on all cores, and one table of the results."""
