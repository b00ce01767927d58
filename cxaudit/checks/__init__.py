"""The kinds of check, one module each; adding one is adding a file here."""
