"""What the papers of one model say of it: its rows as text, its subject, field, days and who answers for it."""

from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Issue, frame
from dvk_office.documents.shown import about_model
from dvk_office.documents.wording import joined, subject_line
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules


def model_values(
    model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book
) -> dict[str, object]:
    """The values that every paper of a model may use; what the workbook does not tell is empty."""
    settings = book.settings
    subject = book.by_code("registrants").get(model.text("registrant"))
    field = rules.field_by_key.get(model.text("field"))
    about = about_model(book, layout, model, sentences=True)
    phone = subject.text("phone") if subject else ""
    return {
        **frame(issue, settings, ()),
        **about,
        "committee": settings.text("party_committee"),
        "board": settings.text("board_name"),
        "standing_committee": settings.text("standing_committee"),
        "subject": subject_line(subject) if subject else "",
        "field": field.label if field else "",
        "where": joined([about["detail"][key] for key in ("area", "audience")], "; "),
        "in_charge": joined([model.text("person_in_charge"), phone], ", "),
    }


def launch_place(book: Book, model: Record) -> str:
    """Where the model is launched; empty where nobody said so yet."""
    detail = book.by_code("details", "model").get(model.text("code"))
    return detail.text("launch_place") if detail else ""


def source_of(book: Book, model: Record) -> str:
    """The name of the model that this one is replicated from; as it was typed where no row has that code."""
    typed = model.text("replicated_from")
    known = book.by_code("models").get(typed)
    return known.text("name") if known else typed


def previous_goal(model: Record) -> str:
    """Last year's goal of a model that goes on; any other model has none."""
    return model.text("previous_goal") if model.text("origin") == "continued" else ""
