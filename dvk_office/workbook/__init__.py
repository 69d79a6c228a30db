"""Cells to records and back; a record keeps the row number of Excel. Imports `core` and `rules`."""
