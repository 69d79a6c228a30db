"""The values of the report that covers Appendix 01 (R-145, R-166, R-171)."""

from collections.abc import Iterator, Mapping, Sequence

from dvk_office.core.records import Book, Record, Settings
from dvk_office.core.registration import KINDS, ORIGINS, Registration, Tally
from dvk_office.documents.basis import city_guidance, own_guidance
from dvk_office.documents.frame import Context, Issue, frame, usual_recipients
from dvk_office.documents.wording import count, joined, number_text, short_day
from dvk_office.rules.documents import paper_text
from dvk_office.rules.messages import fill
from dvk_office.rules.year import Rules

KEY = "registration_report"


def context(counted: Registration, issue: Issue, rules: Rules, book: Book) -> Context:
    """What the template asks for; every figure comes from `counted`."""
    settings = book.settings
    rows = [
        _field(n, one.label, counted.by_field[one.key]) for n, one in enumerate(rules.fields, 1)
    ]
    deadline = counted.deadline
    return {
        **frame(issue, settings, _recipients(settings)),
        "city_guidance": city_guidance(rules, settings),
        "guidance": own_guidance(rules, settings),
        "standing_committee": settings.text("standing_committee"),
        "board": settings.text("board_name"),
        "city_body": settings.text("city_body"),
        "as_of": short_day(counted.day),
        "total": count(counted.tally.total),
        "counts": tuple(_counts(counted)),
        "fields": rows,
        "field_total": _field(0, _word("total"), counted.tally),
        "on_time": count(counted.on_time),
        "as_written": deadline.as_written if deadline else "",
        "lateness": tuple(_lateness(counted, book)),
    }


def _word(key: str, **facts: object) -> str:
    return fill(paper_text(KEY)["words"][key], {name: str(fact) for name, fact in facts.items()})


def _recipients(settings: Settings) -> tuple[str, ...]:
    """The city body and the two of the commune (R-166), then the place where the paper is kept."""
    names = [settings.text(k) for k in ("city_body", "standing_members_name", "committee_name")]
    kept = usual_recipients(settings)[-1:]
    return (*filter(None, names), *kept)


def _counts(counted: Registration) -> Iterator[str]:
    """By origin, by kind, the commune's own task, the organisations with a model, the models given up."""
    yield _word("by_origin", shares=_shares(counted.tally.origins, ORIGINS))
    yield _word("by_kind", shares=_shares(counted.tally.kinds, KINDS))
    yield _word("commune_task", count=count(counted.commune_task))
    held = {"count": count(counted.organisations_with), "all": count(counted.organisations)}
    yield _word("organisations", **held)
    for key, linked in (("resolution", counted.resolution), ("pressing", counted.pressing)):
        if linked:
            yield _word(key, count=count(linked))
    if counted.dropped:
        yield _word("dropped", count=count(counted.dropped))


def _shares(counts: Mapping[str, int], keys: Sequence[str]) -> str:
    shares = [_word(key, count=count(counts[key])) for key in keys if counts[key]]
    return joined(shares, _word("and"))


def _field(number: int, label: str, tally: Tally) -> Mapping[str, str]:
    figures = {"all": tally.total, **tally.origins, **tally.kinds}
    cells = {key: number_text(figure) for key, figure in figures.items()}
    return {"number": str(number) if number else "", "label": label, **cells}


def _lateness(counted: Registration, book: Book) -> Iterator[str]:
    """Who was late and by how much, whose plan is missing, who has not registered (R-165, R-168)."""
    if not (counted.late or counted.unplanned or counted.silent):
        yield _word("all_in_time")
        return
    late = [
        _word("late_one", **_names(one.model, book), days=count(one.days)) for one in counted.late
    ]
    unplanned = [_word("unplanned_one", **_names(model, book)) for model in counted.unplanned]
    for key, names in (("late", late), ("unplanned", unplanned), ("silent", counted.silent)):
        if names:
            yield _word(key, names=joined(names, _word("and")))


def _names(model: Record, book: Book) -> Mapping[str, str]:
    subject = book.by_code("registrants").get(model.text("registrant"))
    return {"name": model.text("name"), "registrant": subject.text("name") if subject else ""}
