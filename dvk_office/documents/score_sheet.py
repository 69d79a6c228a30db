"""The values of one appraiser's sheet on one model: the criteria with what he gave, empty boxes where nothing is (R-174)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from dvk_office.core.criteria import (
    FAIL,
    MET,
    NOT_APPLICABLE,
    PASS,
    UNMET,
    Appraiser,
    applies,
    evidence,
    most_points,
    points,
    points_of,
    sheet_conclusion,
    signing_name,
    verdict,
)
from dvk_office.core.duties import hearing_day
from dvk_office.core.heard import Heard
from dvk_office.core.numbers import printed_number
from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.heard_rows import about
from dvk_office.documents.registration_form import TICKED, UNTICKED
from dvk_office.documents.result_report import resources_text
from dvk_office.documents.shown import about_model
from dvk_office.documents.wording import said, unstopped
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Criterion, CriterionPart, Rules

KEY = "score_sheet"
VERDICTS = (MET, UNMET, NOT_APPLICABLE)
_NAMED = re.compile(r"{(\w+)}")
_word = partial(said, KEY)


def context(  # noqa: PLR0913, PLR0917 - what a paper is made of
    row: Heard, appraiser: Appraiser, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> Context:
    """What the template asks for; beside the parts of a criterion stands what the workbook knows of them."""
    sheet, settings = appraiser.sheet, book.settings
    facts = _facts(row, rules, layout, book)
    return {
        **frame(issue, settings, ()),
        **about(row, rules),
        "appraiser": appraiser.name,
        "signed": signing_name(appraiser),
        "criteria": tuple(
            _criterion(one, row, sheet, facts, layout, book) for one in rules.criteria
        ),
        "most": _number(sum(most_points(settings, one) for one in rules.criteria)),
        "points": _number(points_of(sheet, rules)) or _word("missing"),
        "comment": (sheet.text("comment") if sheet else "") or _word("blank"),
        "conclusion": _boxes(
            "conclusion", (PASS, FAIL), sheet_conclusion(sheet, rules), layout, _word("between")
        ),
    }


def _criterion(  # noqa: PLR0913, PLR0917 - what a row is made of
    criterion: Criterion,
    row: Heard,
    sheet: Record | None,
    facts: Mapping[str, str],
    layout: Layout,
    book: Book,
) -> Mapping[str, object]:
    """One criterion with a box for each verdict that it may have (R-085), then what it consists of."""
    given = verdict(sheet, criterion)
    may_not_apply = any(not applies(book, row.model, one) for one in criterion.parts)
    asked = VERDICTS if may_not_apply or given == NOT_APPLICABLE else (MET, UNMET)
    return {
        "number": str(criterion.number),
        "label": criterion.label,
        "boxes": _boxes("verdict", asked, given, layout, "\n"),
        "most": _number(most_points(book.settings, criterion)),
        "points": _number(points(sheet, criterion)),
        "evidence": evidence(sheet, criterion),
        "rows": tuple(_parts(criterion, row, facts, book)),
    }


def _parts(
    criterion: Criterion, row: Heard, facts: Mapping[str, str], book: Book
) -> Iterator[Mapping[str, str]]:
    for part in criterion.parts:
        known = _fact(part, facts) if applies(book, row.model, part) else _word("not_asked")
        yield {"number": part.key, "label": part.label, "fact": known}


def _fact(part: CriterionPart, facts: Mapping[str, str]) -> str:
    """What the workbook knows of a part; that it knows nothing where every fact of it is missing."""
    text = paper_text(KEY)["facts"].get(part.key, "")
    if not any(facts.get(name) for name in _NAMED.findall(text)):
        return _word("unknown")
    told = {name: unstopped(facts.get(name, "")) for name in _NAMED.findall(text)}
    return fill(text, {name: one or _word("missing") for name, one in told.items()})


def _facts(row: Heard, rules: Rules, layout: Layout, book: Book) -> Mapping[str, str]:
    """Every column about the model as text, by sheet and column."""
    if row.model is None:
        return {}
    until = hearing_day(book, row.hearing)
    known = about_model(book, layout, row.model, until=until)
    found = {f"{sheet}_{key}": text for sheet, one in known.items() for key, text in one.items()}
    return {**found, **about(row, rules), "resources": resources_text(known["result"])}


def _boxes(choices: str, keys: Iterable[str], chosen: str, layout: Layout, between: str) -> str:
    """The entries `keys` of a list of choices, the chosen one ticked."""
    marks = {key: TICKED if key == chosen else UNTICKED for key in keys}
    return between.join(
        _word("choice", mark=mark, label=layout.label(choices, key)) for key, mark in marks.items()
    )


def _number(found: float | None) -> str:
    return "" if found is None else printed_number(found)
