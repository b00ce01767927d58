"""The self-assessment: its questions, the answers that people gave, and what the answers claim."""
