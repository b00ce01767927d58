"""Lists that are neither maps nor personas: measures, improvements, answers and plain records."""
