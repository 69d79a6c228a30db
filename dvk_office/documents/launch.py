"""The values of the programme of a model's launch, and of the minutes of one that was held (R-071)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Context, Issue
from dvk_office.documents.model_values import launch_place, model_values
from dvk_office.documents.wording import long_day, said, weekday
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Rules

PROGRAMME, MINUTES = "launch_programme", "launch_minutes"
_word = partial(said, PROGRAMME)


def planned_on(model: Record) -> date | None:
    """The day of the launch: the one that it was held on, else the planned one."""
    return model.day("launch_date") or model.day("launch_planned")


def programme(model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """When, where, and what comes after what; who does it is dotted where nobody is named."""
    values = _values(model, planned_on(model), issue, rules, layout, book)
    return {**values, "rows": tuple(_turns(model.text("person_in_charge") or _word("blank")))}


def minutes(model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """What was done at the launch; who was there and what was said is written in by hand."""
    return {
        **_values(model, model.day("launch_date"), issue, rules, layout, book),
        "chair": "",
    }


def _values(  # noqa: PLR0913, PLR0917 - what a paper is made of
    model: Record, day: date | None, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> dict[str, object]:
    return {
        **model_values(model, issue, rules, layout, book),
        "day": long_day(day, issue.year),
        "weekday": weekday(day) if day else "",
        "where_launched": launch_place(book, model) or _word("blank"),
    }


def _turns(charge: str) -> Iterator[Mapping[str, str]]:
    """The turns of the programme, numbered, each with who does it; `charge` is who answers for the model."""
    for number, turn in enumerate(paper_text(PROGRAMME)["turns"], 1):
        who = fill(turn["who"], {"charge": charge})
        yield {"number": str(number), "what": turn["what"], "who": who}
