"""The parts of the terminal outputs, one a module; rich is used here, where a page is narrow, and nowhere in the core."""
