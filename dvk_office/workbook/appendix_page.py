"""What stands on an appendix, in words; how it is drawn is in `appendix`."""

from dataclasses import dataclass

Cell = str | int
Piece = tuple[str, str]
"""The style and the text of one line."""


@dataclass(frozen=True)
class PageColumn:
    """A column of the table: `width` in characters, `align` left or center."""

    header: str
    width: float
    align: str


@dataclass(frozen=True)
class PageGroup:
    """Rows under a heading, and the line that counts them."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]
    subtotal: str


@dataclass(frozen=True)
class Page:
    """Heads at the left and right, titles, the table, the signatures; `name` is the file's own title, `year` its year."""

    tab: str
    name: str
    year: int
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    titles: tuple[Piece, ...]
    columns: tuple[PageColumn, ...]
    groups: tuple[PageGroup, ...]
    closing: str
    maker: str
    signer: tuple[Piece, ...]
    footer: str

    @property
    def last(self) -> int:
        """The index of the last column."""
        return len(self.columns) - 1

    @property
    def half(self) -> int:
        """The index of the last column of the left half."""
        widths = [column.width for column in self.columns]
        return next(n for n in range(len(widths)) if sum(widths[: n + 1]) * 2 >= sum(widths))
