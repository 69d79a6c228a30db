"""The papers that units write or are given: registration forms (R-057 - R-062)."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.records import Record
from dvk_office.documents import registration_form
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper, Source, file_name, issue_for, quoted, wanted
from dvk_office.rules.documents import PaperKind


def registration_forms(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One form for every model that is registered and not dropped."""
    book = opened.book
    for model in wanted(book["models"], only):
        if model.text("origin") == "discovered" or not model.blank("dropped_on"):
            continue
        subject, managing = who_answers(opened, model)
        issue = issue_for(opened, kind, "", today, issued_by=unit_lines(opened, managing))
        yield Paper(
            issue,
            file_name(opened, kind, model.text("code")),
            quoted(models=[model], registrants=[subject], organisations=[managing]),
            partial(registration_form.context, model, issue, opened.rules, opened.layout, book),
        )


def blank_form(
    opened: Opened, kind: PaperKind, _only: Collection[str], today: date
) -> Iterator[Paper]:
    """One empty form to hand out."""
    issue = issue_for(opened, kind, "", today, issued_by=unit_lines(opened, None))
    values = partial(
        registration_form.blank_context, issue, opened.rules, opened.layout, opened.book
    )
    yield Paper(issue, file_name(opened, kind, ""), quoted(), values)


def who_answers(opened: Opened, model: Record) -> tuple[Record | None, Record | None]:
    """The registrant of `model` and the organisation that manages him."""
    subject = opened.book.by_code("registrants").get(model.text("registrant"))
    managing = subject.text("managing_organisation") if subject else ""
    return subject, opened.book.by_code("organisations").get(managing)


def unit_lines(opened: Opened, organisation: Record | None) -> tuple[str, str]:
    """The committee and the organisation under it, as a unit's own paper is headed; dots where none is known."""
    words = registration_form.dots()
    name = organisation.text("name") if organisation else words
    return opened.book.settings.text("party_committee"), name


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        registration_form.KEY: registration_forms,
        registration_form.BLANK_KEY: blank_form,
    }
)
