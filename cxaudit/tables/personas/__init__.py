"""The parts that layouts of personas share: where a card begins and ends, and what it is called."""
