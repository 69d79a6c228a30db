"""The values of a model's registration form, and of the same form left blank to be handed out (R-057 - R-062)."""

from collections.abc import Iterator
from functools import partial

from dvk_office.core.appraisal import must_launch
from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.model_values import launch_place, model_values, source_of
from dvk_office.documents.shown import Shown, shown
from dvk_office.documents.wording import said, short_day
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY, BLANK_KEY = "registration_form", "registration_form_blank"
TICKED, UNTICKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
ORIGINS = ("new", "continued", "replicated")
SHEETS = {"model": "models", "detail": "details", "organisation": "organisations"}
EMPTY = ("subject", "where", "launch", "in_charge")
_word = partial(said, KEY)


def context(model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """The form of one model; what is not known yet is dotted, what does not concern it is left out."""
    subject = book.by_code("registrants").get(model.text("registrant"))
    told: Shown = shown(model, "models", layout, dots())
    origin = model.text("origin")
    known = {
        "continued": told["since_year"],
        "replicated": source_of(book, model) or dots(),
    }
    return {
        **model_values(model, issue, rules, layout, book),
        "kinds": _word("between").join(_kinds(subject.text("kind") if subject else "", layout)),
        "fields": tuple(_fields(model.text("field"), rules)),
        "origins": tuple(_origins(origin, known.get(origin, ""))),
        "goes_on": origin == "continued",
        "launches": must_launch(book, model),
        "launch": _launch(model, book),
        "starts": told["start_date"],
        "ends": told["end_date"],
    }


def blank_context(issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """The same form with dotted lines in every place."""
    settings = book.settings
    return {
        **frame(issue, settings, ()),
        **{key: shown(None, sheet, layout) for key, sheet in SHEETS.items()},
        **dict.fromkeys(EMPTY, ""),
        "committee": settings.text("party_committee"),
        "board": settings.text("board_name"),
        "kinds": _word("between").join(_kinds("", layout)),
        "fields": tuple(_fields("", rules)),
        "origins": tuple(_origins("", "")),
        "goes_on": True,
        "launches": True,
        "starts": dots(),
        "ends": dots(),
    }


def dots() -> str:
    """What stands in a form where somebody will write a few words by hand."""
    return _word("blank")


def _launch(model: Record, book: Book) -> str:
    """When and where a model is to be launched (R-068); empty where the day is not known."""
    day = model.day("launch_planned")
    place = launch_place(book, model) or dots()
    return _word("launch", day=short_day(day), place=place) if day else ""


def _kinds(chosen: str, layout: Layout) -> Iterator[str]:
    return (_box(one.label, chosen=one.key == chosen) for one in layout.choices["subject_kind"])


def _fields(chosen: str, rules: Rules) -> Iterator[str]:
    """Each field on a line of its own (R-037)."""
    return (_box(one.label, chosen=one.key == chosen) for one in rules.fields)


def _origins(chosen: str, known: str) -> Iterator[str]:
    """Each kind of registration with what it rests on: known where it is the chosen one, else dotted."""
    for key in ORIGINS:
        rests_on = known if key == chosen else dots()
        yield _box(_word(key, since=rests_on, source=rests_on), chosen=key == chosen)


def _box(label: str, *, chosen: bool) -> str:
    return _word("choice", mark=TICKED if chosen else UNTICKED, label=label)
