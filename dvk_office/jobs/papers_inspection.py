"""The papers of inspections: the plan of the next ones, the minutes of each (R-075, R-146, R-156)."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.followed import followed
from dvk_office.core.records import Record
from dvk_office.core.stops import Quoted
from dvk_office.documents import inspection_papers
from dvk_office.documents.frame import Head, issuer_head
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.paper_heads import headed_by, quoted_model, who_answers
from dvk_office.jobs.papers import Paper, Source, file_name, issue_for, issue_of, quoted
from dvk_office.rules.documents import PaperKind, issuer
from dvk_office.rules.formats import STATE

ISSUERS: Mapping[str, str] = MappingProxyType(
    {"self": "unit", "board": "board", "government": "government", "front": "front"}
)
OF_THE_STATE = ("government", "front")


def plan(opened: Opened, kind: PaperKind, _only: Collection[str], today: date) -> Iterator[Paper]:
    """One plan for every model that is carried out, with the checks that there were by its own day."""
    issue = issue_for(opened, kind, "", today)
    models = followed(opened.book, issue.day or today)
    if not models:
        return
    rows = [one.model for one in models]
    checks = [check for one in models for check in (one.last, one.unresolved)]
    subjects = opened.book.by_code("registrants")
    yield Paper(
        issue,
        file_name(opened, kind, ""),
        quoted(
            models=rows,
            registrants=[subjects.get(model.text("registrant")) for model in rows],
            inspections=checks,
        ),
        partial(inspection_papers.plan, models, issue, opened.rules, opened.book),
    )


def minutes(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """The minutes of each inspection whose body writes papers of the kind's family (R-191).

    Those of an inspection whose model is not known are stopped.
    """
    models = opened.book.by_code("models")
    for row, part in _named(opened):
        model = models.get(row.text("model"))
        of_family = (row.text("kind") in OF_THE_STATE) == (kind.family == STATE)
        if not of_family or (only and row.text("model") not in only):
            continue
        if model:
            yield _minutes(opened, kind, row, model, part, today)
        else:
            issue = issue_of(opened, kind, "", row.day("date"), today)
            yield Paper(issue, file_name(opened, kind, part), quoted(inspections=[row]), dict)


def _named(opened: Opened) -> Iterator[tuple[Record, str]]:
    """Each inspection with what names its file: the model, the day and who checked, however the rows are sorted.

    So what was written in its minutes is not carried into those of another; only rows equal in all three are counted.
    """
    seen: Counter[str] = Counter()
    for row in opened.book["inspections"]:
        day = row.day("date")
        by = opened.layout.label("inspection_kind", row.text("kind"))
        told = (row.text("model"), day.isoformat() if day else "", by)
        name = "-".join(filter(None, told))
        seen[name] += 1
        yield row, name if seen[name] == 1 else f"{name}-{seen[name]}"


def _minutes(  # noqa: PLR0913, PLR0917 - what the minutes are about
    opened: Opened, kind: PaperKind, row: Record, model: Record, part: str, today: date
) -> Paper:
    body = ISSUERS.get(row.text("kind"), "unit")
    own = replace(kind, issuer=body, settings=(*kind.settings, issuer(body).name))
    issue = issue_of(opened, own, "", row.day("date"), today)
    issue = replace(issue, issued_by=_heading(opened, own, model))
    rows = quoted_model(opened, model).rows
    return Paper(
        issue,
        file_name(opened, kind, part),
        Quoted({**rows, **quoted(inspections=[row]).rows}),
        partial(
            inspection_papers.minutes,
            row,
            model,
            issue,
            opened.rules,
            opened.layout,
            opened.book,
        ),
    )


def _heading(opened: Opened, kind: PaperKind, model: Record) -> Head:
    if kind.issuer == "unit":
        return headed_by(opened, who_answers(opened, model)[1])
    return issuer_head(kind, opened.book.settings)


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        inspection_papers.PLAN: plan,
        inspection_papers.MINUTES: minutes,
        inspection_papers.STATE_MINUTES: minutes,
    }
)
