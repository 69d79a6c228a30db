"""The appraisal as rows tell it: which hearings are over, who took part, which models are recognised."""

from collections.abc import Mapping
from datetime import date

from dvk_office.core.duties import hearing_day
from dvk_office.core.records import Book, Record
from dvk_office.rules import messages


def is_over(book: Book, hearing: Record, today: date) -> bool:
    """True once the day of the hearing is past."""
    day = hearing_day(book, hearing)
    return bool(day and day < today)


def meeting_of(book: Book, row: Record) -> Record | None:
    """The meeting that a hearing or a nominee belongs to."""
    return book.by_code("meetings").get(row.text("meeting"))


def members_present(book: Book, hearing: Record) -> int | float | None:
    """How many members were present: the hearing's own number, or that of its meeting."""
    meeting = meeting_of(book, hearing)
    own = hearing.number("members_present")
    return own if own is not None or meeting is None else meeting.number("present")


def is_joint(appraiser: str) -> bool:
    """True where a score sheet is the team's joint conclusion, no single member's."""
    return appraiser.casefold() == messages.word("score_joint").casefold()


def recusals(book: Book) -> Mapping[str, int]:
    """How many members stood back from each model."""
    found: dict[str, int] = {}
    for score in book["scores"]:
        if score.yes("recused"):
            model = score.text("model")
            found[model] = found.get(model, 0) + 1
    return found


def is_decided(hearing: Record) -> bool:
    """True where a decision of recognition is quoted, by its number or by its day."""
    return not (hearing.blank("decision_number") and hearing.blank("decision_date"))


def is_discovered(model: Record | None) -> bool:
    """True for a model found while checking, that goes the other way to recognition (R-114, T-14)."""
    return model is not None and model.text("origin") == "discovered"


def recognised(book: Book) -> Mapping[str, Record]:
    """The hearing row of each recognised model: passed and decided (R-112); decided if discovered (R-114)."""
    models = book.by_code("models")
    return {
        code: hearing
        for hearing in book["hearings"]
        if is_decided(hearing)
        and (code := hearing.text("model"))
        and (hearing.text("conclusion") == "pass" or is_discovered(models.get(code)))
    }


def must_launch(book: Book, model: Record) -> bool:
    """True for a model built new, and for a replicated one where the office asks for it (R-085, T-12)."""
    origin = model.text("origin")
    return origin == "new" or (origin == "replicated" and book.settings.yes("launch_replicated"))
