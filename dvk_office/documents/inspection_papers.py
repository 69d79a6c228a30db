"""The values of the plan of inspections, and of the minutes of one inspection (R-075, R-076, R-146, R-156)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dvk_office.core.followed import STATES, UNCHECKED, Followed
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.documents.basis import own_guidance
from dvk_office.documents.frame import Context, Issue, frame, recipients_of
from dvk_office.documents.model_values import model_values
from dvk_office.documents.result_report import resources_text
from dvk_office.documents.shown import Shown, about_model, as_sentences
from dvk_office.documents.wording import (
    count,
    joined,
    long_day,
    measured,
    said,
    short_day,
    subject_line,
)
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

PLAN, MINUTES, STATE_MINUTES = "inspection_plan", "inspection_minutes", "inspection_minutes_state"
_plan, _minutes = partial(said, PLAN), partial(said, MINUTES)


def plan(models: Sequence[Followed], issue: Issue, rules: Rules, book: Book) -> Context:
    """What the template asks for: every model, those first that were never checked; days are written in by hand."""
    settings = book.settings
    unchecked = sum(one.state == UNCHECKED for one in models)
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings)),
        "guidance": own_guidance(rules, settings),
        "standing_committee": settings.text("standing_committee"),
        "board": settings.text("board_name"),
        "government": settings.text("people_committee"),
        "front": settings.text("front_name"),
        "total": count(len(models)),
        "unchecked": count(unchecked) if unchecked else "",
        "groups": tuple(_groups(models, book)),
    }


def _groups(models: Sequence[Followed], book: Book) -> Iterator[Mapping[str, object]]:
    """The models of each state, their numbers running on through all groups."""
    start = 0
    for state in STATES:
        held = [one for one in models if one.state == state]
        rows = [
            {"number": str(number), **_row(one, book)} for number, one in enumerate(held, start + 1)
        ]
        start += len(rows)
        if rows:
            yield {"title": _plan(state, count=count(len(rows))), "rows": rows}


def _row(one: Followed, book: Book) -> Mapping[str, str]:
    subject = book.by_code("registrants").get(one.model.text("registrant"))
    last_day = one.last.day("date") if one.last else None
    return {
        "name": one.model.text("name"),
        "who": _who(one.model, subject),
        "last": short_day(last_day) if last_day else "",
        "look_at": _look_at(one),
    }


def _who(model: Record, subject: Record | None) -> str:
    """The subject, and who answers for the model where that is somebody else."""
    charge = model.text("person_in_charge")
    if subject is None:
        return charge
    return (
        subject_line(subject)
        if fold(charge) == fold(subject.text("name"))
        else joined([subject_line(subject), charge], "; ")
    )


def _look_at(one: Followed) -> str:
    """What the next check has to look at: the difficulty that was met, and what was to be followed."""
    row = one.unresolved or one.last
    if row is None:
        return ""
    keys = ("difficulties", "follow_up") if one.unresolved else ("follow_up",)
    return joined([row.text(key) for key in keys], " ")


def minutes(  # noqa: PLR0913, PLR0917 - what a paper is made of
    inspection: Record, model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> Context:
    """What one inspection found; what is not on record is dotted, to be written in by hand."""
    day = inspection.day("date")
    result = about_model(book, layout, model, until=day)["result"]
    done = inspection.day("resolved_on")
    return {
        **model_values(model, issue, rules, layout, book),
        "day": long_day(day, issue.year),
        "inspection": as_sentences(inspection, "inspections", layout),
        "reached": joined([_reached(result, model), resources_text(result)], "; "),
        "resolved": _minutes("resolved", day=short_day(done)) if done else "",
    }


def _reached(result: Shown, model: Record) -> str:
    """The figure reached by the last report before the inspection; empty where there is none (R-152)."""
    if not result["figure_reached"]:
        return ""
    figure = measured(result["figure_reached"], model.text("figure_unit"))
    return _minutes("reached", day=result["as_of"], figure=figure)
