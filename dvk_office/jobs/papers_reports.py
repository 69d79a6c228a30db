"""The reports on the movement: of the half-year, of the year (R-150 - R-152, R-181)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.appraisal import meeting_of
from dvk_office.core.records import Book, Record, Unreadable
from dvk_office.core.registration import register_row
from dvk_office.core.results import Results, results
from dvk_office.core.stops import Quoted
from dvk_office.documents import movement_report
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.papers import Paper, Source, file_name, issue_for, quoted
from dvk_office.rules.documents import PaperKind

CUT_OFFS: Mapping[str, str] = MappingProxyType(
    {movement_report.HALF_YEAR: "half_year_cut_off", movement_report.ANNUAL: "year_cut_off"}
)


def reports(
    opened: Opened, kind: PaperKind, _only: Collection[str], today: date
) -> Iterator[Paper]:
    """One report with the figures of its cut-off; nothing where no model was registered by then."""
    book = opened.book
    found = results(book, opened.rules, cut_off(book, kind, today))
    if not found.models:
        return
    issue = issue_for(opened, kind, "", today)
    yield Paper(
        issue,
        file_name(opened, kind, ""),
        _quoted(book, found),
        partial(movement_report.context, found, issue, opened.rules, opened.layout, book),
    )


def cut_off(book: Book, kind: PaperKind, today: date) -> date:
    """The day of the figures: as the register says, else the settings; until then they are those of `today` (R-152)."""
    row = register_row(book, kind.register)
    said = (row.day("cut_off") if row else None) or book.settings.day(CUT_OFFS[kind.key])
    return min(said or today, today)


def _quoted(book: Book, found: Results) -> Quoted:
    """Every row that a figure is counted from."""
    models = found.models
    codes = {model.text("code") for model in models}
    subjects = book.by_code("registrants")
    hearings = [row for row in book["hearings"] if row.text("model") in codes]
    exemplars = (*found.whole.reached.chosen, *found.whole.reached.commended)
    return quoted(
        models=models,
        registrants=[subjects.get(model.text("registrant")) for model in models],
        progress=(*found.resources.rows, *_undated(book["progress"], codes, "as_of")),
        hearings=hearings,
        exemplars=exemplars,
        meetings=[meeting_of(book, row) for row in (*hearings, *exemplars)],
        inspections=found.inspections,
        organisations=found.planning,
    )


def _undated(rows: Iterable[Record], codes: Collection[str], key: str) -> Iterator[Record]:
    """Rows of which nobody can say whether they are of the day."""
    for row in rows:
        if row.raw(key) is Unreadable.CELL and row.text("model") in codes:
            yield row


SOURCES: Mapping[str, Source] = MappingProxyType(dict.fromkeys(CUT_OFFS, reports))
