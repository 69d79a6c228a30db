"""The register's rows that count for this year: the register runs through the whole term of the committee."""

from collections.abc import Iterator

from dvk_office.core.records import Book, Record


def of_this_year(book: Book, kind: str) -> Iterator[Record]:
    """The papers of `kind` that were not cancelled and are of the book's year by their cut-off, or else their date.

    A paper that waits for its number has no date; it is of this year. So is every paper where the year is not known.
    """
    year = book.settings.number("year")
    for row in book["register"]:
        if row.text("kind") != kind or row.text("state") == "cancelled":
            continue
        day = row.day("cut_off") or row.day("date")
        if day is None or year is None or day.year == year:
            yield row
