"""Where a nominee comes from (R-160)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules


def introduced_by_somebody(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Of each nominee it is recorded which body introduced it, the Front among others (R-160)."""
    subjects = book.by_code("registrants")
    for nominee in book["exemplars"]:
        subject = subjects.get(nominee.text("registrant"))
        if subject and nominee.blank("introduced_by"):
            yield finding("DH-050", nominee.place("introduced_by"), name=subject.text("name"))


CHECKS = (introduced_by_somebody,)
