"""The parts of the scorecard: each made from results and readings, none of it computed by a renderer."""
