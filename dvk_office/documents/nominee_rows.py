"""Nominees as every paper of the city's dossier lists them: the same names, order and totals in all (R-141, R-192)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from dvk_office.core.nominees import Nominee, each_subject, of_kind, totals
from dvk_office.core.order import KINDS
from dvk_office.documents.shown import cell
from dvk_office.documents.wording import count, joined, post_and_unit, short_day, subject_line
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Rules

Row = Mapping[str, str]
TEXT = "nominees"


def groups(
    held: Collection[Nominee], row: Callable[[Nominee], Row]
) -> tuple[Mapping[str, object], ...]:
    """Collectives, then individuals, each with its count; numbers run on through both."""
    return tuple(_groups(held, row))


def shares(held: Collection[Nominee]) -> str:
    """How many collectives and individuals there are; what there is none of is not named."""
    counts = zip(KINDS, totals(held), strict=True)
    named = [word(f"share_{kind}", count=count(number)) for kind, number in counts if number]
    return joined(named, word("and"))


def in_all(held: Collection[Nominee]) -> str:
    """How many there are, with the shares in brackets where there are both kinds."""
    both = all(totals(held))
    return word("in_all", total=count(len(held)), shares=shares(held)) if both else shares(held)


def listed(nominee: Nominee, rules: Rules, layout: Layout) -> Row:
    """What any list may say of a nominee; what is not known is empty."""
    subject = _subject(nominee, layout, "name", "birth_year", "position", "unit")
    model, fields = model_name(nominee), [_field(one, rules) for one in nominee.every]
    both = [
        joined([_own_name(one), label], word("between"))
        for one, label in zip(nominee.every, fields, strict=True)
    ]
    post = post_and_unit(nominee.registrant) if nominee.registrant else ()
    return {
        "name": subject["name"],
        "subject": subject_line(nominee.registrant) if nominee.registrant else "",
        "position": subject["position"],
        "unit": subject["unit"],
        "person": joined((subject["birth_year"], *post), word("between")),
        "model": model,
        "field": _each(fields),
        "model_and_field": _each(both),
        "introduced_by": told(nominee, "introduced_by"),
        "decision": decision(nominee),
        "achievements": told(nominee, "achievements"),
        "grading": grading(nominee, layout),
    }


def model_name(nominee: Nominee) -> str:
    """The model that a nominee is put forward for, or all of them."""
    return _each(map(_own_name, nominee.every))


def quoted(nominees: Iterable[Nominee]) -> str:
    """The name of each one's model in a sentence, each between its own marks."""
    names = (_own_name(one) for one in nominees)
    return joined([word("quoted", name=name) for name in names if name], word("and"))


def told(nominee: Nominee, key: str) -> str:
    """What the column `key` says of a nominee, in each of its rows; a full stop stands behind the last alone."""
    *before, last = dict.fromkeys(one.row.text(key) for one in nominee.every)
    return _each([*(text.rstrip(".") for text in before), last])


def decision(nominee: Nominee) -> str:
    """Number and day of the decision that recognised each model (R-097)."""
    return _each(map(_own_decision, nominee.every))


def _each(texts: Iterable[str]) -> str:
    """The texts in one cell, each once."""
    return joined(tuple(dict.fromkeys(texts)), word("between"))


def _own_name(nominee: Nominee) -> str:
    return nominee.model.text("name") if nominee.model else ""


def _field(nominee: Nominee, rules: Rules) -> str:
    field = rules.field_by_key.get(nominee.model.text("field")) if nominee.model else None
    return field.label if field else ""


def _own_decision(nominee: Nominee) -> str:
    if nominee.hearing is None:
        return ""
    number, day = nominee.hearing.text("decision_number"), nominee.hearing.day("decision_date")
    return word("decision", number=number, day=short_day(day)) if number and day else number


def grading(nominee: Nominee, layout: Layout) -> str:
    """The grading of a subject with its year, and whether it is final (R-098, R-111)."""
    said = _subject(nominee, layout, "grading", "grading_year", "grading_state")
    level, year, state = said.values()
    told = joined([word("graded_in", year=year) if year else "", state.lower()], word("and"))
    return word("grading", level=level, told=told) if level and told else level


def _subject(nominee: Nominee, layout: Layout, *keys: str) -> Row:
    return {key: cell(nominee.registrant, key, "registrants", layout) for key in keys}


def word(key: str, **facts: str) -> str:
    """A word that the dossier's papers share."""
    return fill(paper_text(TEXT)["words"][key], facts)


def _groups(
    held: Collection[Nominee], row: Callable[[Nominee], Row]
) -> Iterator[Mapping[str, object]]:
    present = [kind for kind in KINDS if of_kind(held, kind)]
    number = 0
    for letter, kind in zip(word("letters").split(), present, strict=False):
        own = of_kind(held, kind)
        title = word("group", letter=letter, kind=word(kind), count=count(len(each_subject(own))))
        rows = [{"number": str(n), **row(one)} for n, one in enumerate(own, number + 1)]
        yield {"title": title, "rows": rows}
        number += len(own)
