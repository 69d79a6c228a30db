"""The values of a model's registration form, and of the same form left blank to be handed out (R-057 - R-062)."""

from collections.abc import Iterable, Mapping

from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.shown import about_model, shown
from dvk_office.documents.wording import subject_line
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Rules

KEY, BLANK_KEY = "registration_form", "registration_form_blank"
TICKED, UNTICKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
ORIGINS = ("new", "continued", "replicated")
SHEETS = {
    "model": "models",
    "detail": "details",
    "registrant": "registrants",
    "organisation": "organisations",
}


def context(model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """The form of one model; what is not filled in yet is dotted, what does not concern it says so."""
    subject = book.by_code("registrants").get(model.text("registrant"))
    about = about_model(book, layout, model, _word("blank"))
    origin = model.text("origin")
    kind = subject.text("kind") if subject else ""
    chosen = {"origin": origin, "kind": kind, "field": model.text("field")}
    only_of = {"since_year": "continued", "previous_goal": "continued"}
    elsewhere = {key: _word("not_applicable") for key, own in only_of.items() if origin != own}
    return {
        **_common(issue, rules, layout, book, chosen),
        **about,
        "model": {**about["model"], **elsewhere},
        "subject": subject_line(subject) if subject else _word("blank"),
        "replicated_from": _only(about["model"]["replicated_from"], when=origin == "replicated"),
        "launch": _only(about["model"]["launch_planned"], when=origin == "new"),
    }


def blank_context(issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """The same form with dots in every place."""
    dots = _word("blank")
    rows = {key: shown(None, sheet, layout, dots) for key, sheet in SHEETS.items()}
    plain = dict.fromkeys(("subject", "replicated_from", "launch"), dots)
    return {**_common(issue, rules, layout, book, {}), **rows, **plain}


def dots() -> str:
    """What stands in a form where somebody will write by hand."""
    return _word("blank")


def _common(
    issue: Issue, rules: Rules, layout: Layout, book: Book, chosen: Mapping[str, str]
) -> Context:
    settings = book.settings
    kinds = {one.key: one.label for one in layout.choices["subject_kind"]}
    origins = {key: layout.label("origin", key) for key in ORIGINS}
    fields = {one.key: one.label for one in rules.fields}
    return {
        **frame(issue, settings, ()),
        "committee": settings.text("party_committee"),
        "board": settings.text("board_name"),
        "kinds": _boxes(kinds, chosen.get("kind", "")),
        "origins": _boxes(origins, chosen.get("origin", "")),
        "fields": _boxes(fields, chosen.get("field", "")),
    }


def _boxes(labels: Mapping[str, str], chosen: str) -> str:
    boxes: Iterable[str] = (
        _word("choice", mark=TICKED if key == chosen else UNTICKED, label=label)
        for key, label in labels.items()
    )
    return _word("between").join(boxes)


def _only(text: str, *, when: bool) -> str:
    return text if when else _word("not_applicable")


def _word(key: str, **facts: str) -> str:
    return fill(paper_text(KEY)["words"][key], facts)
