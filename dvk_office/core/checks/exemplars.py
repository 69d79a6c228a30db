"""Who may be chosen as an exemplar: the model, the part taken in it, the criteria (R-096 to R-111)."""

from collections.abc import Iterator
from datetime import date

from dvk_office.core.appraisal import meeting_of, recognised
from dvk_office.core.checks.headers import header, headers
from dvk_office.core.dates import short_date
from dvk_office.core.findings import Finding, finding
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

_SHEET = "exemplars"
_GOOD_OR_BETTER = ("excellent", "good")
_BUILT_ANEW = ("new", "replicated")


def _chosen(book: Book) -> Iterator[tuple[Record, Record]]:
    """Each nominee chosen, with the subject; a code that is unknown has its own finding."""
    registrants = book.by_code("registrants")
    for nominee in book[_SHEET]:
        registrant = registrants.get(nominee.text("registrant"))
        if registrant and nominee.yes("chosen"):
            yield nominee, registrant


def of_recognised_models(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Exemplars are chosen from recognised models, of the most exemplary ones (R-096, R-097, R-099, R-129)."""
    found = recognised(book)
    for nominee, _ in _chosen(book):
        code, meeting = nominee.text("model"), meeting_of(book, nominee)
        hearing = found.get(code)
        if hearing is None:
            if code:
                yield finding("DH-001", nominee.place("model"), found=code)
            continue
        if not hearing.yes("most_exemplary"):
            yield finding("DH-003", nominee.place("model"), found=code)
        met, decided = meeting.day("date") if meeting else None, hearing.day("decision_date")
        if met and decided and met < decided:
            days = {"found": short_date(met), "day": short_date(decided)}
            yield finding("DH-002", nominee.place("meeting"), **days)


def of_models_that_go_on(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Nobody is an exemplar by a model that was given up (R-097, R-100, T-41)."""
    models = book.by_code("models")
    for nominee, _ in _chosen(book):
        model = models.get(nominee.text("model"))
        if dropped := model.day("dropped_on") if model else None:
            code, day = nominee.text("model"), short_date(dropped)
            yield finding("DH-020", nominee.place("model"), found=code, day=day)


def took_part_directly(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """An individual took part in the model directly; a collective is its subject (R-096, R-100)."""
    models, registrants = book.by_code("models"), book.by_code("registrants")
    for nominee, registrant in _chosen(book):
        model, name = models.get(nominee.text("model")), registrant.text("name")
        if model is None:
            continue
        own = model.text("registrant") == registrant.text("code")
        part = nominee.ticked("took_part_directly")
        if registrant.text("kind") == "individual":
            if part is False or (part is None and not own):
                yield finding("DH-004", nominee.place("took_part_directly"), name=name)
        elif not own and not _manages(book, registrant, registrants.get(model.text("registrant"))):
            yield finding("DH-005", nominee.place("model"), name=name)


def _manages(book: Book, collective: Record, subject: Record | None) -> bool:
    """True where the collective is the body that manages the subject of the model."""
    code = subject.text("managing_organisation") if subject else ""
    body = book.by_code("organisations").get(code)
    return body is not None and fold(body.text("name")) == fold(collective.text("name"))


def personal_criteria(book: Book, rules: Rules, layout: Layout, _today: date) -> Iterator[Finding]:
    """An individual meets six criteria, who leads three more; others are not asked (R-101 to R-107, R-109, R-110)."""
    known = layout.by_key[_SHEET].by_key
    for nominee, registrant in _chosen(book):
        if registrant.text("kind") != "individual":
            continue
        asked = ("individual", "leader") if registrant.yes("leader") else ("individual",)
        criteria = [one for one in rules.exemplar_criteria if one.who in asked and one.key in known]
        for one in criteria:
            if nominee.ticked(one.key) is False:
                column = header(layout, _SHEET, one.key)
                yield finding("DH-006", nominee.place(one.key), column=column, label=one.label)
        missing = [one.key for one in criteria if nominee.blank(one.key)]
        if missing:
            columns = headers(layout, _SHEET, missing)
            yield finding("DH-007", nominee.place(missing[0]), columns=columns)


def leaders_directed_a_model(
    book: Book, _rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Who leads has directed at least one model that was built new or replicated this year (R-108, T-16)."""
    models = book.by_code("models")
    for nominee, registrant in _chosen(book):
        place, name = nominee.place("directed_model"), registrant.text("name")
        if registrant.text("kind") != "individual" or not registrant.yes("leader"):
            continue
        if nominee.blank("directed_model"):
            yield finding("DH-008", place, name=name)
        elif model := models.get(nominee.text("directed_model")):
            origin = model.text("origin")
            if origin not in _BUILT_ANEW or not model.blank("dropped_on"):
                label = layout.label("origin", origin)
                yield finding("DH-009", place, found=model.text("name"), origin=label)


def collectives_are_graded(
    book: Book, rules: Rules, layout: Layout, today: date
) -> Iterator[Finding]:
    """A collective is graded as fulfilling its tasks well, or better, in this year (R-098, R-111, T-15).

    A grading of last year or a provisional one is noted; a warning once the year is over.
    """
    for nominee, registrant in _chosen(book):
        place, grading = nominee.place("registrant"), registrant.text("grading")
        name, year = registrant.text("name"), registrant.number("grading_year")
        if registrant.text("kind") != "collective":
            continue
        if registrant.blank("grading"):
            yield finding("DH-011", place, name=name)
        elif grading and grading not in _GOOD_OR_BETTER:
            yield finding("DH-010", place, name=name, found=layout.label("grading", grading))
        elif year != rules.year or registrant.text("grading_state") == "provisional":
            if today.year > rules.year:
                yield finding("DH-013", place, name=name, year=rules.year)
            else:
                yield finding("DH-012", place, name=name, year=rules.year)


CHECKS = (
    of_recognised_models,
    of_models_that_go_on,
    took_part_directly,
    personal_criteria,
    leaders_directed_a_model,
    collectives_are_graded,
)
