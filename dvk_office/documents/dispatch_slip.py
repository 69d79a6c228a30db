"""The values of the slip that goes with the city's dossier: every part of it, with its number and copies (R-132, R-138)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from dvk_office.core.dossiers import MINUTES, REPORT, SUBMISSION, Dossier, bound, meetings_of
from dvk_office.core.records import Book
from dvk_office.core.registration import registered_paper
from dvk_office.documents.frame import Context, Issue, deciding_body, frame
from dvk_office.documents.nominee_rows import shares
from dvk_office.documents.wording import count, said, short_day
from dvk_office.rules.year import DossierPart, Rules

KEY = "dispatch_slip"
_word = partial(said, KEY)
Row = Mapping[str, str]


def context(dossier: Dossier, issue: Issue, rules: Rules, book: Book) -> Context:
    """What the template asks for; parts in the order of the guidance, reports in that of all lists (R-141)."""
    settings = book.settings
    lines = [line for part in rules.dossier_parts for line in _lines(part, dossier, issue, book)]
    volumes = [bound(one, dossier) for one in rules.dossier_parts if one.key == REPORT]
    sets = [one.copies for one in rules.dossier_parts if one.key == REPORT]
    copies = sum(number for _name, _cited, number in lines)
    return {
        **frame(issue, settings, ()),
        "salutation": issue.profile.text("letter_salutation"),
        "body": deciding_body(settings, "authority_line"),
        "city_body": settings.text("city_body"),
        "shares": shares(dossier.nominees),
        "parts": [
            {"number": str(n), "name": name, "cited": cited, "copies": count(number)}
            for n, (name, cited, number) in enumerate(lines, 1)
        ],
        "all": {"number": "", "name": _word("all"), "cited": "", "copies": count(copies)},
        "papers": count(len(lines)),
        "copies": count(copies),
        "volumes": count(sum(volumes)),
        "reports": count(len(dossier.nominees)),
        "sets": count(sum(sets)),
    }


def _lines(
    part: DossierPart, dossier: Dossier, issue: Issue, book: Book
) -> Iterator[tuple[str, str, int]]:
    """The papers of one part: what each is, its number and day, how many copies."""
    if part.key == REPORT:
        for one in dossier.nominees:
            name = one.registrant.text("name") if one.registrant else ""
            yield _word("report", name=name), "", part.copies
    elif part.key == MINUTES:
        for meeting in meetings_of(book, dossier):
            row = registered_paper(book, "meeting_minutes", meeting.text("code"))
            day = (row.day("date") if row else None) or meeting.day("date")
            yield part.label, _cited(row.text("number") if row else "", day), part.copies
    else:
        own = part.key == SUBMISSION
        yield part.label, _cited(issue.number, issue.day) if own else "", part.copies


def _cited(number: str, day: date | None) -> str:
    """Number and day, as much as is known of them."""
    on = short_day(day) if day else ""
    return _word("cited", number=number, day=on) if number and on else number or on
