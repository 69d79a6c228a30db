"""The values of the dossier's papers about all nominees: submission, summary of achievements, list (R-134 - R-141)."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from dvk_office.core.dossiers import MINUTES, REPORT, Dossier, bound, enclosed, meetings_of
from dvk_office.core.records import Book
from dvk_office.documents.basis import cited_minutes, city_guidance, guidance
from dvk_office.documents.frame import (
    Context,
    Issue,
    basis_lines,
    deciding_body,
    frame,
    usual_recipients,
)
from dvk_office.documents.nominee_rows import groups, in_all, listed, shares
from dvk_office.documents.wording import count, joined, said
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import DossierPart, Rules

SUBMISSION, SUMMARY, LIST = "city_submission", "achievement_summary", "nomination_list"
_word = partial(said, SUBMISSION)


def context(dossier: Dossier, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """What the three templates ask for: the same groups, shares and total in each."""
    settings = book.settings
    recipients = (_word("as_above"), settings.text("standing_members_name"))
    what = (_shared, dossier, rules, layout)
    shared = book.once(what, lambda: _shared(dossier, rules, layout, book))
    return {
        **frame(issue, settings, (*recipients, *usual_recipients(settings)[-1:])),
        **shared,
        "basis": basis_lines(issue, shared["basis"]),
        "body": deciding_body(settings, "authority_line"),
        "city_body": settings.text("city_body"),
    }


def _shared(dossier: Dossier, rules: Rules, layout: Layout, book: Book) -> Mapping[str, Any]:
    """What a dossier's papers have in common: told once, printed in each."""
    settings, held = book.settings, dossier.nominees
    basis = (
        _word("cited", line=city_guidance(rules, settings)),
        _word("cited", line=guidance(rules, settings)),
        *(
            _word("cited", line=cited_minutes(one, book, SUBMISSION))
            for one in meetings_of(book, dossier)
        ),
    )
    return {
        "basis": tuple(dict.fromkeys(basis)),
        "groups": groups(held, lambda one: listed(one, rules, layout)),
        "shares": shares(held),
        "in_all": in_all(held),
        "enclosures": tuple(_enclosures(dossier, rules, book)),
    }


def _enclosures(dossier: Dossier, rules: Rules, book: Book) -> Iterator[str]:
    """Every part that goes with the submission, in how many copies (R-132, R-138)."""
    for number, part in enumerate(enclosed(rules), 1):
        line = _enclosure(part, dossier, book)
        yield _word("enclosure", number=number, line=line)


def _enclosure(part: DossierPart, dossier: Dossier, book: Book) -> str:
    copies = bound(part, dossier)
    if part.key == REPORT:
        sets = {"reports": count(len(dossier.nominees)), "sets": count(part.copies)}
        return _word("reports", label=part.label, volumes=count(copies), **sets)
    label = part.label
    if part.key == MINUTES and (met := meetings_of(book, dossier)):
        cited = dict.fromkeys(cited_minutes(one, book, SUBMISSION) for one in met)
        label, copies = joined(tuple(cited), _word("and")), copies * len(met)
    return _word("copies", label=label, count=count(copies))
