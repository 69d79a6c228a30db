"""The values of a subject's report on the results of its model, in the order of the criteria (R-118)."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from itertools import takewhile

from dvk_office.core.appraisal import must_launch
from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.shown import Shown, about_model, as_sentences
from dvk_office.documents.wording import (
    PERCENT,
    joined,
    lower_first,
    measured,
    said,
    subject_line,
    upper_first,
)
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "result_report"
RESOURCES = ("resources_money", "resources_days", "resources_land", "resources_other")
_word = partial(said, KEY)


def context(  # noqa: PLR0913, PLR0917 - what a paper is made of
    model: Record, until: date | None, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> Context:
    """The report of one model with its results up to the day `until` of its hearing; what is missing is dotted."""
    dots = _word("blank")
    subject = book.by_code("registrants").get(model.text("registrant"))
    field = rules.field_by_key.get(model.text("field"))
    plain = about_model(book, layout, model, until=until)
    dotted = about_model(book, layout, model, dots, until, sentences=True)
    return {
        **frame(issue, book.settings, ()),
        **dotted,
        "subject": subject_line(subject) if subject else dots,
        "field": field.label if field else dots,
        "team": book.settings.text("team_name"),
        "launched": must_launch(book, model),
        "compared": _compared(dotted, model),
        "discovered": model.text("origin") == "discovered",
        "resources": resources_text(plain["result"]) or dots,
        "inspections": tuple(_inspections(model, until, layout, book)),
        "archive": upper_first(joined(tuple(_archived(model, rules, book)), "; ")) or dots,
    }


def _compared(dotted: Mapping[str, Shown], model: Record) -> str:
    """What was reached beside the goal, each in per cent where the goal is; empty where the goal has no figure."""
    if model.number("figure") is None:
        return ""
    unit = dotted["model"]["figure_unit"]
    sign = PERCENT if unit.startswith(PERCENT) else ""
    return f"{dotted['result']['figure_reached']}{sign}/{measured(dotted['model']['figure'], unit)}"


def resources_text(result: Shown) -> str:
    """What was mobilised, each kind with its unit (R-074); empty where nothing is on record."""
    amounts = [(key, result[key]) for key in RESOURCES]
    return joined([_word(key, amount=amount) for key, amount in amounts if amount], "; ")


def _inspections(
    model: Record, until: date | None, layout: Layout, book: Book
) -> Iterator[Mapping[str, str]]:
    """The checks on the model, by day (R-075)."""
    dated = [
        (day, one)
        for one in book.grouped("inspections", "model").get(model.text("code"), ())
        if (day := one.day("date")) and (until is None or day <= until)
    ]
    for _day, one in sorted(dated, key=lambda pair: pair[0]):
        yield as_sentences(one, "inspections", layout)


def _archived(model: Record, rules: Rules, book: Book) -> Iterator[str]:
    """What the file of the model holds before this report comes into it (R-092, R-143)."""
    kept = book.by_code("archive", "model").get(model.text("code"))
    for item in takewhile(lambda one: one.key != KEY, rules.archive_items):
        if kept and item.key in kept.heading.index and kept.text(item.key) == "present":
            yield lower_first(item.label)
