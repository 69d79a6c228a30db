"""The values of a unit's plan for one model: every item that the guidance asks for under its own heading (R-063 - R-070)."""

from collections.abc import Iterator, Mapping

from dvk_office.core.appraisal import must_launch
from dvk_office.core.paper_numbers import STATE, read_paper_number
from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Context, Issue
from dvk_office.documents.model_values import model_values, previous_goal
from dvk_office.documents.shown import about_model
from dvk_office.documents.told import told
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "model_plan"


def context(model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """What the template asks for; an item of which nothing is known is dotted, to be written in by hand."""
    values = model_values(model, issue, rules, layout, book)
    about = about_model(book, layout, model)
    words = {
        **about["detail"],
        **about["model"],
        "subject": str(values["subject"]),
        "managing": about["organisation"]["name"],
        "field": str(values["field"]),
        "where": str(values["where"]),
        "previous": previous_goal(model),
    }
    return {**values, "parts": tuple(_parts(words, launches=must_launch(book, model)))}


def own_number(model: Record) -> str:
    """The number that the unit gave its plan; one in the State's form belongs to another paper than this (R-191)."""
    number = model.text("plan_number")
    form = read_paper_number(number)
    return "" if form and form.family == STATE else number


def _parts(words: Mapping[str, str], *, launches: bool) -> Iterator[Mapping[str, object]]:
    """The headings in their order, each with its lines; that of the launch only where one must be held (R-068)."""
    asked = [one for one in paper_text(KEY)["parts"] if launches or not one.get("launch")]
    for number, part in enumerate(asked, 1):
        lines = told(part["lines"], words)
        yield {"number": str(number), "label": part["label"], "lines": lines}
