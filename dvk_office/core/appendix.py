"""The rows of Appendix 01: the models registered, by the year's fields; and why the others are not in it (R-145, R-170).

In it are the models whose registration had come by the day of the covering report and that were not dropped by then:
`registration.registered`, the same rows that the report counts (R-192). A model dropped at the review of the old ones
(V.5) was not registered; one found during monitoring (T-14) is in it only if it was registered too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record, Unreadable
from dvk_office.core.registration import Tally, of_other_year, registered, tally
from dvk_office.core.stops import Quoted
from dvk_office.rules.year import Field, Rules

Sources = Mapping[str, Record | None]


@dataclass(frozen=True)
class AppendixGroup:
    """The models of one field, none left out (R-051), and how many they are."""

    field: Field
    models: tuple[Record, ...]
    tally: Tally


@dataclass(frozen=True)
class Appendix:
    """The table as it stood on `day`; `tally` counts the rows of all groups (R-192)."""

    day: date
    groups: tuple[AppendixGroup, ...]
    tally: Tally


def appendix_table(book: Book, rules: Rules, day: date) -> Appendix:
    """The registered models by field in the rules' order, within a field in the order of the sheet."""
    models = registered(book, day)
    groups = []
    for field in rules.fields:
        held = tuple(model for model in models if model.text("field") == field.key)
        groups.append(AppendixGroup(field, held, tally(book, held)))
    rows = [model for group in groups for model in group.models]
    return Appendix(day, tuple(groups), tally(book, rows))


def appendix_sources(book: Book, model: Record) -> Sources:
    """The rows that a model's line is composed from, by sheet."""
    subject = book.by_code("registrants").get(model.text("registrant"))
    body = subject.text("managing_organisation") if subject else ""
    return {
        "models": model,
        "registrants": subject,
        "organisations": book.by_code("organisations").get(body),
        "details": book.by_code("details", "model").get(model.text("code")),
    }


def appendix_quoted(book: Book, day: date) -> Quoted:
    """The rows that the appendix rests on; one whose day of registration cannot be read is in doubt, so quoted."""
    doubtful = [one for one in book["models"] if _unreadable(one)]
    rows: dict[str, dict[int, Record]] = {}
    for model in (*registered(book, day), *doubtful):
        for sheet, record in appendix_sources(book, model).items():
            if record:
                rows.setdefault(sheet, {})[record.row] = record
    return Quoted(MappingProxyType({sheet: tuple(held.values()) for sheet, held in rows.items()}))


def left_out(book: Book, day: date, paper: str) -> Iterator[Finding]:
    """Every model that is not in `paper` of `day`, with the reason: dropped, late, of another year, found, never come."""
    held = {model.row for model in registered(book, day)}
    for model in book["models"]:
        if model.row not in held and not _unreadable(model):
            code, column, on = _reason(book, model, day)
            facts = {"name": model.text("name"), "paper": paper, "day": short_date(day)}
            yield finding(code, model.place(column), **facts, on=short_date(on) if on else "")


def _reason(book: Book, model: Record, day: date) -> tuple[str, str, date | None]:
    """The code, the cell that shows it, and the day in that cell."""
    dropped, came = model.day("dropped_on"), model.day("registered_on")
    if dropped and dropped <= day:
        return "PL-004", "dropped_on", dropped
    if came:
        code = "PL-007" if of_other_year(book, came) else "PL-006"
        return code, "registered_on", came
    if model.text("origin") == "discovered":
        return "PL-005", "origin", None
    return "PL-003", "registered_on", None


def _unreadable(model: Record) -> bool:
    return model.raw("registered_on") is Unreadable.CELL
