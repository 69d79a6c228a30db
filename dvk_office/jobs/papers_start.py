"""The papers with which the year begins: plan of the movement, review of old models, letters to late units (R-144 - R-169)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.naming import body_key
from dvk_office.core.records import Book, Record
from dvk_office.core.register_rows import of_this_year
from dvk_office.core.registration import figures_day, registered
from dvk_office.core.reminders import Reminder, reminder_of, reminders
from dvk_office.core.review import Review, manager, review, review_of
from dvk_office.core.stops import Quoted
from dvk_office.core.targets import targets
from dvk_office.documents import movement_plan, reminder_letter, review_report
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.paper_heads import headed_by
from dvk_office.jobs.papers import (
    Paper,
    Source,
    file_name,
    issue_from,
    issue_of,
    quoted,
    wanted,
)
from dvk_office.rules.documents import PaperKind, issuer


def plan(opened: Opened, kind: PaperKind, _only: Collection[str], today: date) -> Iterator[Paper]:
    """One plan, with the targets as they stand on its own day (R-144, R-169)."""
    book, rules = opened.book, opened.rules
    row = _last_row(book, kind)
    day = figures_day(row, today)
    models = registered(book, day)
    issue = issue_from(opened, kind, row, today)
    yield Paper(
        issue,
        file_name(opened, kind, ""),
        _of_models(book, models),
        partial(
            movement_plan.context,
            targets(book, rules, day) if models else (),
            day,
            issue,
            rules,
            opened.layout,
            book,
        ),
    )


def reviews(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """One report for every organisation that has an old model to judge (R-161).

    That of a model whose organisation is not known is stopped.
    """
    book = opened.book
    for body in wanted(book["organisations"], only):
        found = review_of(book, today, body)
        if not (found.models or found.unknown):
            continue
        issue = issue_of(opened, kind, "", None, today)
        issue = replace(issue, issued_by=headed_by(opened, body))
        rows = _of_models(book, (*found.models, *found.anew, *found.unknown))
        yield Paper(
            issue,
            file_name(opened, kind, body.text("code")),
            Quoted({**rows.rows, **quoted(organisations=[body]).rows}),
            partial(review_report.context, found, issue, opened.rules, opened.layout, book),
        )
    if not only:
        yield from _of_no_body(opened, kind, today)


def _of_no_body(opened: Opened, kind: PaperKind, today: date) -> Iterator[Paper]:
    """What no organisation's report could tell: the old models whose subject or whose organisation is not known."""
    book = opened.book
    found = review(book, today)
    for model in (*found.models, *found.unknown):
        if manager(book, model) not in book.by_code("organisations"):
            issue = issue_of(opened, kind, "", None, today)
            name = file_name(opened, kind, model.text("code"))
            yield Paper(issue, name, _of_models(book, [model]), dict)


def review_summary(
    opened: Opened, kind: PaperKind, _only: Collection[str], today: date
) -> Iterator[Paper]:
    """One report for the commune, with what was known on its own day (R-152, R-161)."""
    book = opened.book
    row = _last_row(book, kind)
    found: Review = review(book, figures_day(row, today))
    if not (found.models or found.unknown):
        return
    issue = issue_from(opened, kind, row, today)
    yield Paper(
        issue,
        file_name(opened, kind, ""),
        _of_models(book, (*found.models, *found.anew, *found.unknown)),
        partial(review_report.summary, found, issue, opened.rules, opened.layout, book),
    )


def letters(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """One letter to every organisation that is late, with what it owes on the letter's own day (R-146).

    The last letter about an organisation in the register is the one that is made; a further one begins with a new row,
    and has a file of its own.
    """
    book, rules = opened.book, opened.rules
    owing = {one.organisation.row: one for one in reminders(book, rules, today)}
    for body in wanted(book["organisations"], only):
        code = body.text("code")
        rows = _own_rows(book, kind, code)
        row = rows[-1] if rows else None
        day = figures_day(row, today)
        found = owing.get(body.row) if day == today else reminder_of(book, rules, body, day)
        if found:
            issue = issue_from(opened, kind, row, today)
            yield Paper(
                issue,
                file_name(opened, kind, f"{code}-{len(rows)}" if rows[1:] else code),
                _of_debts(book, found),
                partial(reminder_letter.context, found, day, issue, rules, book),
            )


def _last_row(book: Book, kind: PaperKind) -> Record | None:
    """The year's last row of the register for the issuer's own paper of `kind`."""
    rows = _own_rows(book, kind, "")
    return rows[-1] if rows else None


def _own_rows(book: Book, kind: PaperKind, subject: str) -> Sequence[Record]:
    """The year's rows of the register for the issuer's own papers of `kind` about `subject`; others have theirs."""
    name = body_key(book.settings.text(issuer(kind.issuer).name))
    return [
        row
        for row in of_this_year(book, kind.register)
        if row.text("subject") == subject and body_key(row.text("issuer")) == name
    ]


def _of_models(book: Book, models: Iterable[Record]) -> Quoted:
    """The models with their subjects, and their texts."""
    held = tuple(models)
    subjects, details = book.by_code("registrants"), book.by_code("details", "model")
    return quoted(
        models=held,
        registrants=[subjects.get(model.text("registrant")) for model in held],
        details=[details.get(model.text("code")) for model in held],
    )


def _of_debts(book: Book, reminder: Reminder) -> Quoted:
    rows = _of_models(book, [one.model for one in reminder.debts if one.model])
    return Quoted({**rows.rows, **quoted(organisations=[reminder.organisation]).rows})


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        movement_plan.KEY: plan,
        review_report.KEY: reviews,
        review_report.SUMMARY: review_summary,
        reminder_letter.KEY: letters,
    }
)
