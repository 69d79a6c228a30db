"""The lines of an appendix in words: each column composed from the cells of a model as the form says (R-170)."""

from collections.abc import Iterator, Mapping
from datetime import date

from dvk_office.core.appendix import Sources, appendix_sources
from dvk_office.core.records import Book, Record
from dvk_office.documents.shown import shown
from dvk_office.documents.wording import PERCENT, measured
from dvk_office.rules.appendix import AppendixColumn, AppendixForm, Line
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill

Facts = Mapping[str, str]
FIGURES = "models.figure", "models.previous_figure"


def row_cells(
    book: Book, layout: Layout, form: AppendixForm, model: Record, day: date
) -> tuple[str, ...]:
    """The text of every column for `model` as known on `day`; empty in the column of the running number."""
    sources = appendix_sources(book, model)
    facts = _facts(book, layout, sources, day)
    return tuple(_cell(column, sources, facts) for column in form.columns)


def _facts(book: Book, layout: Layout, sources: Sources, day: date) -> Facts:
    """Every cell of the rows as sheet.column, printed; a launch is one only once it was held."""
    facts = {
        f"{sheet}.{key}": text
        for sheet, record in sources.items()
        for key, text in shown(record, sheet, layout).items()
    }
    if facts["models.figure_unit"].startswith(PERCENT):
        facts |= _percent(facts)
    model = sources["models"]
    launched = model.day("launch_date") if model else None
    if launched and launched > day:
        facts["models.launch_date"] = ""
    source = book.by_code("models").get(facts["models.replicated_from"])
    if source:
        facts["models.replicated_from"] = source.text("name")
    return facts


def _percent(facts: Facts) -> Facts:
    """The figures with their per cent close behind them, as Vietnamese write it, and what it is of."""
    figures = {key: facts[key] for key in FIGURES if facts[key]}
    unit = facts["models.figure_unit"].removeprefix(PERCENT).strip()
    close = {key: measured(figure, PERCENT) for key, figure in figures.items()}
    return {**close, "models.figure_unit": unit}


def _cell(column: AppendixColumn, sources: Sources, facts: Facts) -> str:
    lines = tuple(_lines(column.lines, sources, facts))
    return column.between.join(lines[:1] if column.first else lines)


def _lines(lines: tuple[Line, ...], sources: Sources, facts: Facts) -> Iterator[str]:
    for line in lines:
        if _filled(line, facts) and _holds(line, sources):
            yield fill(line.text, facts).strip()


def _filled(line: Line, facts: Facts) -> bool:
    """A line that names cells is printed where the first of them is filled."""
    return not line.cells or bool(facts[line.cells[0]])


def _holds(line: Line, sources: Sources) -> bool:
    """True where the line has no condition, or its cell holds one of the values; ticks are yes and no."""
    if line.only is None:
        return True
    sheet, _, key = line.only.column.partition(".")
    record = sources[sheet]
    found = record.value(key) if record else None
    plain = ("no", "yes")[found] if isinstance(found, bool) else str(found)
    return plain in line.only.values
