"""The headers of columns as findings name them."""

from collections.abc import Iterable

from dvk_office.rules import messages
from dvk_office.rules.layout import Layout


def header(layout: Layout, sheet_key: str, key: str) -> str:
    """The header of one column."""
    return layout.by_key[sheet_key].by_key[key].header


def headers(layout: Layout, sheet_key: str, keys: Iterable[str]) -> str:
    """Several headers in a row, for a message that puts its quotes around the whole."""
    between = messages.word("cells_between")
    return between.join(header(layout, sheet_key, key) for key in keys)
