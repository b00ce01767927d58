"""The outputs of a portfolio, one a module."""
