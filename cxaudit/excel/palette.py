"""Colours and type of the scorecard: one calm hue from light to dark, so that print in grey keeps the order."""

FONT = "Arial"

INK = "1F2937"
QUIET = "6B7280"
WHITE = "FFFFFF"
PAPER = "F5F7F8"
LINE = "D5DBE1"

DEEP = "17414B"
STRONG = "2F7480"
MIDDLE = "8FBCC3"
LIGHT = "D9EAEC"
WARM = "F6E7DB"
AMBER = "B45309"
INPUT = "FFF8DC"
