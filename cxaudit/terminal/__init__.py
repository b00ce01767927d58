"""The parts of the terminal outputs, one a module; rich is used here and nowhere in the core."""
