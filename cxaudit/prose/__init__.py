"""Words and signs that outputs for people share, with client text made safe."""
