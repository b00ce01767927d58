"""One module for each kind of output; the module's name is the format's name."""
