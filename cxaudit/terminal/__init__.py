"""The parts of the terminal outputs, one a module; rich is used here, for narrow pages, and nowhere in the core."""
