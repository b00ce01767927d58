"""The Excel scorecard: one module a sheet, and what they share (palette, safe text, tables, links, saving)."""
