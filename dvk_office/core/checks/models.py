"""What a model is called, what it is about and where it comes from (R-026, R-031, R-037, R-038, R-056)."""

import re
from collections.abc import Iterator
from datetime import date

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.checks.headers import headers
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.steps import rows_of
from dvk_office.core.text import bare, fold
from dvk_office.core.values import shown
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "models"
_SIGNS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"([a-z]+) ?[0-9]+")
_FOUND_BY = ("discovered_by", "discovery_reason")


def names_told_apart(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """A subject has one model of a name; of two subjects with the same one it is asked (R-056)."""
    own: dict[tuple[str, str], Record] = {}
    all_of_them: dict[str, Record] = {}
    for model in book[_SHEET]:
        name, subject = _plain(model.text("name")), model.text("registrant")
        if not name:
            continue
        place, shown_name = model.place("name"), model.text("name")
        first = own.setdefault((name, subject or str(model.row)), model)
        other = all_of_them.setdefault(name, model)
        if first is not model:
            yield finding("MH-001", place, name=shown_name, row=first.row)
        elif other is not model:
            yield finding("MH-002", place, name=shown_name, row=other.row)


def names_that_say_something(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """The name of a model fits what it does: more than its field, its subject or a number (R-057)."""
    fields = {_plain(field.label) for field in rules.fields}
    subjects = book.by_code("registrants")
    for model in book[_SHEET]:
        name, subject = model.text("name"), subjects.get(model.text("registrant"))
        taken = fields | ({_plain(subject.text("name"))} if subject else set())
        if name and (_plain(name) in taken or not any(map(str.isalpha, name))):
            yield finding("MH-005", model.place("name"), found=shown(name))


def _plain(name: str) -> str:
    """A name without case, quotes and signs: how two names are compared."""
    return _SIGNS.sub(" ", fold(name)).strip()


def topics_of_the_field(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Topic groups are suggestions and free words will do, but a group chosen is of the model's field (R-037, R-038)."""
    fields = {topic.key: field for field in rules.fields for topic in field.topics}
    series = {found[1] for key in fields if (found := _NUMBERED.fullmatch(bare(key)))}
    for model in book[_SHEET]:
        own = rules.field_by_key.get(model.text("field"))
        for topic in model.codes("topics"):
            field, written = fields.get(topic), _NUMBERED.fullmatch(bare(topic))
            if field and own and field.key != own.key:
                labels = {"other": field.label, "field": own.label}
                yield finding("MH-006", model.place("topics"), found=topic, **labels)
            elif field is None and written and written[1] in series:
                yield finding("MH-007", model.place("topics"), found=shown(topic))


def new_models_begin_this_year(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A new model starts in the year in which it is registered (R-031)."""
    for model in book[_SHEET]:
        if model.text("origin") != "new":
            continue
        start, since = model.day("start_date"), model.number("since_year")
        if start and start.year != rules.year:
            found = short_date(start)
            yield finding("MH-008", model.place("start_date"), found=found, year=rules.year)
        if since is not None and since != rules.year:
            yield finding("MH-009", model.place("since_year"), found=since, year=rules.year)


def continued_models_are_old(
    book: Book, rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A continued model was carried out in earlier years (R-026)."""
    for model in book[_SHEET]:
        since = model.number("since_year")
        if model.text("origin") == "continued" and since is not None and since >= rules.year:
            yield finding("MH-010", model.place("since_year"), found=since, year=rules.year)


def sources_of_replicated_models(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """A replicated model names its source: one of the sheet by its code, or one from elsewhere by its name (R-026)."""
    code_of_ours = re.compile(rf"{bare(layout.by_key[_SHEET].prefix)} ?[0-9]+")
    known = book.by_code(_SHEET)
    for model in book[_SHEET]:
        if not (source := model.text("replicated_from")):
            continue
        place = model.place("replicated_from")
        own = {_plain(model.text(key)) for key in ("code", "name")} - {""}
        if model.text("origin") == "new":
            yield finding("MH-013", place, found=shown(source))
        elif _plain(source) in own:
            yield finding("MH-012", place, found=shown(source))
        elif source not in known and code_of_ours.fullmatch(bare(source)):
            yield finding("MH-011", place, found=shown(source))


def finds_are_explained(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Of a model found while checking it is told who found it and why it is proposed (R-114, T-14)."""
    for model in filter(is_discovered, book[_SHEET]):
        details = next(iter(rows_of(book, "details", model)), None)
        missing = [key for key in _FOUND_BY if details is None or details.blank(key)]
        if missing:
            place = details.place(missing[0]) if details else model.place("code")
            columns = headers(layout, "details", missing)
            yield finding("MH-014", place, name=model.text("name"), columns=columns)


def finds_go_to_recognition(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model found while checking is proposed by its row among the hearings, though it need not be heard (R-114)."""
    for model in filter(is_discovered, book[_SHEET]):
        if model.blank("dropped_on") and not rows_of(book, "hearings", model):
            yield finding("MH-015", model.place("origin"), name=model.text("name"))


CHECKS = (
    names_told_apart,
    names_that_say_something,
    topics_of_the_field,
    new_models_begin_this_year,
    continued_models_are_old,
    sources_of_replicated_models,
    finds_are_explained,
    finds_go_to_recognition,
)
