"""The organisation behind a unit's paper: who answers for a model, and in whose name the paper is headed."""

from dvk_office.core.records import Record
from dvk_office.core.stops import Quoted
from dvk_office.documents.frame import Head, unit_head
from dvk_office.documents.wording import said
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import quoted

FORM = "registration_form"  # whose blanks to be filled by hand stand in heads too


def quoted_model(opened: Opened, model: Record) -> Quoted:
    """A model's own row, and those of its texts, its subject and the organisation that manages him."""
    subject, managing = who_answers(opened, model)
    detail = opened.book.by_code("details", "model").get(model.text("code"))
    return quoted(models=[model], details=[detail], registrants=[subject], organisations=[managing])


def who_answers(opened: Opened, model: Record) -> tuple[Record | None, Record | None]:
    """The registrant of `model` and the organisation that manages him."""
    subject = opened.book.by_code("registrants").get(model.text("registrant"))
    managing = subject.text("managing_organisation") if subject else ""
    return subject, opened.book.by_code("organisations").get(managing)


def headed_by(opened: Opened, organisation: Record | None) -> Head:
    """How a unit's own paper is headed; dots where nobody knows the organisation."""
    return unit_head(organisation, opened.book.settings, said(FORM, "blank"))
