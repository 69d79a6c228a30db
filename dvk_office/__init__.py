"""One Excel workbook runs a commune's yearly movement; this package checks, counts and writes."""

__version__ = "0.1.0"
