"""The values of the computed columns of all other sheets, from the functions that the program itself counts by."""

from dvk_office.core.appraisal import is_discovered
from dvk_office.core.deadlines import days_of
from dvk_office.core.duties import hearing_day
from dvk_office.core.records import Record
from dvk_office.core.targets import MEASURES
from dvk_office.workbook.build_cells import shown_text
from dvk_office.workbook.build_computed import BODIES
from dvk_office.workbook.build_days import DAYS, NUMBERS, reads_day, reads_number
from dvk_office.workbook.build_formulas import STEP_ORDER
from dvk_office.workbook.build_tally import Tally, serial
from dvk_office.workbook.build_values_models import Of, Prepared, Value, body, holding, number


def flag(rows: frozenset[int]) -> Of:
    return lambda record: int(record.row in rows)


def owed(sheet_key: str) -> Prepared:
    return lambda tally: flag(frozenset(row for key, row in tally.owed if key == sheet_key))


def covered(tally: Tally) -> Of:
    """1 or 0 for a direct Party organisation, nothing for any other body."""
    uncovered = {one.row for one in MEASURES[BODIES](tally.basis).uncovered}
    return lambda body: int(body.row not in uncovered) if body.yes("direct") else ""


def covered_firmly(tally: Tally) -> Of:
    count, place = MEASURES[BODIES](tally.basis), body(tally)
    waiting = {one.row for one in count.provisional}
    firm = {place(one) for one in count.counted if one.row not in waiting}
    return lambda one: int(tally.place(one) in firm)


def managing(tally: Tally) -> Of:
    bodies = tally.book.by_code("organisations")
    return lambda subject: tally.place(bodies.get(subject.text("managing_organisation")))


def stage(tally: Tally) -> Of:
    """The last step that a hearing tells of, -1 where the model was turned down, 0 for none."""
    models = tally.book.by_code("models")

    def of(hearing: Record) -> Value:
        held, conclusion = tally.past(hearing_day(tally.book, hearing)), hearing.text("conclusion")
        if held and conclusion == "fail":
            return -1
        known = conclusion == "pass" or is_discovered(models.get(hearing.text("model")))
        told = (
            ("recognised", known and tally.past(hearing.day("decision_date"))),
            ("notified", tally.past(hearing.day("notice_date"))),
            ("appraised", held),
            ("reported", tally.past(hearing.day("report_received"))),
        )
        return next((STEP_ORDER.index(step) for step, taken in told if taken), 0)

    return of


def report_due(tally: Tally) -> Of:
    """The last day for the report of a hearing that has none yet."""
    asked = next((one for one in tally.rules.deadlines if one.days_before), None)

    def of(hearing: Record) -> Value:
        if asked is None or tally.past(hearing.day("report_received")):
            return ""
        day = hearing_day(tally.book, hearing)
        days = days_of(tally.book, asked, tally.days_off, day)
        return serial(days.last) if days else ""

    return of


def nominee_step(tally: Tally) -> Of:
    def of(nominee: Record) -> Value:
        for key, sign in (("city_date", "|2"), ("submission_date", "|1")):
            if tally.past(nominee.day(key)):
                return nominee.text("model") + sign
        return ""

    return of


def held(level: str) -> Prepared:
    def prepared(tally: Tally) -> Of:
        rows = holding(tally.levels[level])
        return lambda one: one.text("registrant") if one.row in rows else ""

    return prepared


def first_held(level: str) -> Prepared:
    return lambda tally: flag(frozenset(one.row for one in tally.levels[level].counted))


def sent(tally: Tally) -> Of:
    kind = number("paper_kind", "kind")(tally)
    return lambda paper: kind(paper) if paper.row in tally.sent else 0


def past_serial(key: str) -> Prepared:
    return lambda tally: lambda one: serial(one.day(key)) if tally.past(one.day(key)) else 0


def unread(sheet_key: str) -> Prepared:
    """How many days and numbers of a row the formulas cannot read."""
    reading = [(key, reads_day) for sheet, key in DAYS if sheet == sheet_key]
    reading += [(key, reads_number) for sheet, key in NUMBERS if sheet == sheet_key]

    def prepared(tally: Tally) -> Of:
        return lambda one: sum(
            bool(shown_text(cell).strip()) and not reads(cell)
            for key, reads in reading
            if (cell := tally.cell(one, key)) is not None
        )

    return prepared
