"""The parts that layouts share: labels, tables and blocks found on a sheet, and what stands around them."""
