"""A consultant's corrections of the reading, and a sheet read under them."""
