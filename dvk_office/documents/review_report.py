"""The values of the report on the review of the models of earlier years: of one organisation, of the commune (R-161, R-164)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from dvk_office.core.records import Book, Record, Settings
from dvk_office.core.review import GIVEN_UP, KEPT_UP, VERDICTS, Review, registered_again
from dvk_office.documents.basis import own_guidance
from dvk_office.documents.frame import Context, Issue, frame, recipients_of
from dvk_office.documents.wording import count, joined, said, short_day, subject_line
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY, SUMMARY = "review_report", "review_summary"
_word = partial(said, KEY)


def context(review: Review, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """The report of one organisation: the verdict on each of its old models, and what it registers anew."""
    return {
        **frame(issue, book.settings, ()),
        **_told(review, rules, layout, book),
        **_names(book.settings),
        "unit_authority": issue.issued_by.authority if issue.issued_by else "",
    }


def _told_to(settings: Settings) -> tuple[str, ...]:
    return settings.text("standing_members_name"), settings.text("standing_committee")


def summary(review: Review, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """The same for the whole commune, with the bodies that have not told of their review (R-161)."""
    settings = book.settings
    waiting = joined([body.text("name") for body in review.waiting], _word("and"))
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings, *_told_to(settings))),
        **_told(review, rules, layout, book),
        **_names(settings),
        "guidance": own_guidance(rules, settings),
        "waiting": waiting,
        "waiting_count": count(len(review.waiting)),
    }


def _names(settings: Settings) -> Mapping[str, str]:
    keys = {"committee": "party_committee", "board": "board_name"}
    names = {name: settings.text(key) for name, key in keys.items()}
    return {**names, "standing_committee": settings.text("standing_committee")}


def _told(review: Review, rules: Rules, layout: Layout, book: Book) -> dict[str, object]:
    """Counts and lists; a verdict under which no model falls has no group."""
    counts = {key: count(len(review.old[key])) for key in VERDICTS}
    return {
        "as_of": short_day(review.day),
        "total": count(len(review.models)),
        "counts": tuple(_word(f"count_{key}", count=held) for key, held in counts.items()),
        "groups": tuple(_groups(review, layout, book)),
        "anew": tuple(_anew(review.anew, rules, layout, book)),
        "anew_count": count(len(review.anew)),
    }


def _groups(review: Review, layout: Layout, book: Book) -> Iterator[Mapping[str, object]]:
    """The models of each verdict, their numbers running on through all groups."""
    start = 0
    for key in VERDICTS:
        models = review.old[key]
        rows = [
            {"number": str(n), **_row(model, review, layout, book)}
            for n, model in enumerate(models, start + 1)
        ]
        start += len(rows)
        if rows:
            yield {"title": _word(key, count=count(len(rows))), "rows": rows}


def _row(model: Record, review: Review, layout: Layout, book: Book) -> Mapping[str, str]:
    since = model.number("since_year")
    return {
        **_about(model, book),
        "since": str(int(since)) if since else "",
        "previous": model.text("previous_goal"),
        "outcome": _outcome(model, review, layout, book),
    }


def _outcome(model: Record, review: Review, layout: Layout, book: Book) -> str:
    """The new goal of a model that is kept up, why one is given up, what is still to be done (R-030, R-164)."""
    if model in review.old[GIVEN_UP]:
        day = model.day("dropped_on")
        return model.text("drop_reason") or (_word("stopped", day=short_day(day)) if day else "")
    if model in review.old[KEPT_UP]:
        waits = "" if registered_again(book, model, review.day) else _word("not_registered")
        return joined([model.text("goal"), waits], _word("and"))
    columns = layout.by_key["models"].by_key
    blank = [columns[key].header for key in ("still_suitable", "effective") if model.blank(key)]
    return _word("unanswered", columns=joined(blank, _word("and")))


def _anew(
    models: Sequence[Record], rules: Rules, layout: Layout, book: Book
) -> Iterator[Mapping[str, str]]:
    """What was registered beside the old ones: built new or replicated (R-161, R-164)."""
    for number, model in enumerate(models, 1):
        field = rules.field_by_key.get(model.text("field"))
        yield {
            "number": str(number),
            **_about(model, book),
            "origin": layout.label("origin", model.text("origin")),
            "field": field.label if field else "",
            "goal": model.text("goal"),
        }


def _about(model: Record, book: Book) -> Mapping[str, str]:
    subject = book.by_code("registrants").get(model.text("registrant"))
    return {"name": model.text("name"), "registrant": subject_line(subject) if subject else ""}
