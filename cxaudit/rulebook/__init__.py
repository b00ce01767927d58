"""Rules for practitioners: explained, listed, tried, held to the standard, and newly written."""
