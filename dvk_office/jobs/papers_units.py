"""The papers that units write or are given, model by model: registration forms, plans, pledges, launches (R-057 - R-072)."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType

from dvk_office.core.appraisal import must_launch
from dvk_office.core.findings import Finding
from dvk_office.core.records import Book, Record
from dvk_office.core.review import ANEW
from dvk_office.documents import commitment, launch, model_plan, registration_form
from dvk_office.documents.frame import Context, Issue
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.paper_heads import headed_by, quoted_model, who_answers
from dvk_office.jobs.papers import Paper, Source, file_name, issue_of, lacking, quoted, wanted
from dvk_office.rules.documents import PaperKind
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

Values = Callable[[Record, Issue, Rules, Layout, Book], Context]


def registration_forms(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """One form for every model that is registered and not dropped."""
    for model in _carried_on(opened, only):
        yield of_model(
            opened, model, issue_of(opened, kind, "", None, today), registration_form.context
        )


def blank_form(
    opened: Opened, kind: PaperKind, _only: Collection[str], today: date
) -> Iterator[Paper]:
    """One empty form to hand out."""
    issue = replace(issue_of(opened, kind, "", None, today), issued_by=headed_by(opened, None))
    values = partial(
        registration_form.blank_context, issue, opened.rules, opened.layout, opened.book
    )
    yield Paper(issue, file_name(opened, kind, ""), quoted(), values)


def plans(opened: Opened, kind: PaperKind, only: Collection[str], today: date) -> Iterator[Paper]:
    """The unit's plan for each model, under the number and day that the unit gave it (R-063)."""
    for model in _carried_on(opened, only):
        number = model_plan.own_number(model)
        issue = issue_of(opened, kind, number, model.day("plan_date"), today)
        yield of_model(opened, model, issue, model_plan.context)


def commitments(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """The pledge of those concerned by each model, to be signed by hand (R-072)."""
    for model in _carried_on(opened, only):
        yield of_model(opened, model, issue_of(opened, kind, "", None, today), commitment.context)


def launch_programmes(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """The programme of the launch of every model that must hold one (R-071); it needs a day."""
    for model in _launched(opened, only):
        issue = issue_of(opened, kind, "", launch.planned_on(model), today)
        told = launch.planned_on(model) or not model.text("origin")
        missing = () if told else (lacking(opened, kind, model, "launch_planned"),)
        yield of_model(opened, model, issue, launch.programme, missing)


def launch_minutes(
    opened: Opened, kind: PaperKind, only: Collection[str], today: date
) -> Iterator[Paper]:
    """The minutes of every launch that was held; of one asked for by its code the day must be there (R-071)."""
    for model in _launched(opened, only):
        if only or not model.blank("launch_date"):
            issue = issue_of(opened, kind, "", model.day("launch_date"), today)
            yield of_model(opened, model, issue, launch.minutes)


def of_model(
    opened: Opened,
    model: Record,
    issue: Issue,
    values: Values,
    findings: tuple[Finding, ...] = (),
) -> Paper:
    """The paper about one model, headed by the organisation that manages its subject."""
    _subject, managing = who_answers(opened, model)
    headed = replace(issue, issued_by=headed_by(opened, managing))
    return Paper(
        headed,
        file_name(opened, issue.kind, model.text("code")),
        quoted_model(opened, model),
        partial(values, model, headed, opened.rules, opened.layout, opened.book),
        findings,
    )


def _carried_on(opened: Opened, only: Collection[str]) -> Iterator[Record]:
    """The models that units register and plan: none that was only found while checking, none that was dropped."""
    for model in wanted(opened.book["models"], only):
        if model.text("origin") != "discovered" and model.blank("dropped_on"):
            yield model


def _launched(opened: Opened, only: Collection[str]) -> Iterator[Record]:
    """The models that hold a launch: those that must, and those built anew that plan one all the same (R-033).

    Those whose origin is not known may have to: their papers are stopped.
    """
    for model in _carried_on(opened, only):
        of_its_own = model.text("origin") in ANEW and launch.planned_on(model)
        unknown = not model.text("origin")
        if of_its_own or unknown or must_launch(opened.book, model):
            yield model


SOURCES: Mapping[str, Source] = MappingProxyType(
    {
        registration_form.KEY: registration_forms,
        registration_form.BLANK_KEY: blank_form,
        model_plan.KEY: plans,
        commitment.KEY: commitments,
        launch.PROGRAMME: launch_programmes,
        launch.MINUTES: launch_minutes,
    }
)
