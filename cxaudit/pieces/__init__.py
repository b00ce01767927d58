"""The pieces of data that the scorecard is made of."""
