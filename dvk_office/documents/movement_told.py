"""What the reports on the movement tell in sentences: launches, resources, appraisal, exemplars (R-150, R-151)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.numbers import printed_number
from dvk_office.core.paper_numbers import cited_once
from dvk_office.core.records import Book, Record
from dvk_office.core.registration import KINDS
from dvk_office.core.results import Results
from dvk_office.documents.wording import count, joined, said, short_day, subject_line
from dvk_office.rules.layout import Layout

TEXT = "movement_report"
RESOURCES, PEOPLE = ("money", "days", "land"), ("participants", "beneficiaries")
_word = partial(said, TEXT)


def launches(found: Results) -> Iterator[str]:
    """The launches that were held, and the models that still owe one (R-032)."""
    reached = found.whole.reached
    if reached.launched:
        yield _word("launched", count=count(len(reached.launched)))
    if reached.unlaunched:
        names = _names(reached.unlaunched)
        yield _word("unlaunched", count=count(len(reached.unlaunched)), names=names)


def mobilised(found: Results) -> Iterator[str]:
    """The sums of the last figures; models without any are named, never counted as nought (R-152)."""
    held = found.resources
    sums = {key: getattr(held, key) for key in (*RESOURCES, *PEOPLE)}
    for key, parts in (("mobilised", RESOURCES), ("people", PEOPLE)):
        shares = [
            _word(one, number=printed_number(sums[one])) for one in parts if sums[one] is not None
        ]
        if shares:
            yield _word(key, count=count(len(held.rows)), shares=joined(shares, _word("and")))
    if held.without:
        yield _word("without", count=count(len(held.without)), names=_names(held.without))


def exemplary(found: Results, book: Book) -> Iterator[str]:
    """The models found most exemplary, each with what it had reached."""
    subjects = book.by_code("registrants")
    last = {row.text("model"): row for row in found.resources.rows}
    for model in found.exemplary:
        subject = subjects.get(model.text("registrant"))
        row = last.get(model.text("code"))
        results = row.text("results") if row else ""
        names = {
            "name": model.text("name"),
            "registrant": subject_line(subject) if subject else "",
        }
        yield _word("exemplary" if results else "exemplary_bare", results=results, **names)


def appraisal(found: Results, layout: Layout, book: Book) -> Iterator[str]:
    """Inspections by kind, appraisals with what came of them, decisions of recognition."""
    yield _inspected(found.inspections, layout)
    reached = found.whole.reached
    if not reached.appraised:
        yield _word("not_appraised")
    else:
        numbers = {
            "passed": len(reached.passed),
            "failed": len(reached.appraised) - len(reached.passed),
        }
        facts = {key: count(number) for key, number in numbers.items()}
        yield _word("appraised", count=count(len(reached.appraised)), **facts)
    if reached.recognised:
        decisions = joined(tuple(_decisions(reached.recognised, book)), _word("and"))
        yield _word("recognised", count=count(len(reached.recognised)), decisions=decisions)
    if outside := [model for model in reached.recognised if is_discovered(model)]:
        yield _word("outside", count=count(len(outside)))


def praise(found: Results, book: Book) -> Iterator[str]:
    """Exemplars chosen, recognised by the city, rewarded by the commune; acts of replication (R-148)."""
    reached, body = found.whole.reached, book.settings.text("people_committee")
    stages = (("chosen", reached.chosen), ("city", reached.city), ("commended", reached.commended))
    for key, rows in stages:
        if rows:
            yield _word(key, shares=_shares(rows, book), body=body)
    if not any(rows for _key, rows in stages):
        yield _word("no_praise")
    if number := found.activities.get("replication", 0):
        yield _word("replication", count=count(number))


def _inspected(rows: tuple[Record, ...], layout: Layout) -> str:
    if not rows:
        return _word("not_inspected")
    kinds = Counter(row.text("kind") for row in rows)
    shares = [
        _word(f"inspected_{one.key}", count=count(kinds[one.key]))
        for one in layout.choices["inspection_kind"]
        if kinds[one.key]
    ]
    models = len({row.text("model") for row in rows})
    told = {"count": count(len(rows)), "models": count(models)}
    return _word("inspected", shares=joined(shares, _word("and")), **told)


def _decisions(models: Iterable[Record], book: Book) -> Iterator[str]:
    """The decisions that recognised `models`, each once, by day."""
    hearings = book.by_code("hearings", "model")
    rows = [row for model in models if (row := hearings.get(model.text("code")))]
    for number, day in cited_once(
        (row.text("decision_number"), day) for row in rows if (day := row.day("decision_date"))
    ):
        yield _word("decision", number=number, day=short_day(day))


def _shares(rows: Iterable[Record], book: Book) -> str:
    """How many collectives and how many individuals `rows` are of."""
    subjects = book.by_code("registrants")
    held = [subjects.get(row.text("registrant")) for row in rows]
    kinds = Counter(one.text("kind") for one in held if one)
    named = [_word(f"share_{kind}", count=count(kinds[kind])) for kind in KINDS if kinds[kind]]
    return joined(named, _word("comma"))


def _names(models: Iterable[Record]) -> str:
    return joined([_word("named", name=model.text("name")) for model in models], _word("comma"))
