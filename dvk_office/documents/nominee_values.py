"""Every cell that a report of achievements may tell of a nominee, by the names its sentences use (`model.goal`)."""

from collections.abc import Mapping

from dvk_office.core.appraisal import is_discovered, meeting_of
from dvk_office.core.nominees import Nominee
from dvk_office.core.records import Book, Record, Settings
from dvk_office.core.resources import last_result
from dvk_office.core.text import fold
from dvk_office.documents.frame import either
from dvk_office.documents.nominee_rows import grading, quoted, told
from dvk_office.documents.shown import cell
from dvk_office.documents.wording import joined, lower_first, subject_line
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

TEXT = "achievements"
Values = Mapping[str, str]


def nominee_rows(nominee: Nominee, book: Book) -> Mapping[str, Record | None]:
    """The rows that a report quotes, by sheet.

    Results are the last ones of the day on which the report came in, so that it stays as it was confirmed (R-152). The
    managing organisation is the nominee's own, who need not be the model's subject (T-18).
    """
    code, subject = nominee.row.text("model"), nominee.registrant
    managing = subject.text("managing_organisation") if subject else ""
    return {
        "exemplars": nominee.row,
        "registrants": subject,
        "organisations": book.by_code("organisations").get(managing),
        "models": nominee.model,
        "details": book.by_code("details", "model").get(code),
        "hearings": nominee.hearing,
        "progress": last_result(book, code, nominee.row.day("report_received_on")),
        "archive": book.by_code("archive", "model").get(code),
        "meetings": meeting_of(book, nominee.row),
    }


def nominee_values(nominee: Nominee, rules: Rules, layout: Layout, book: Book) -> Values:
    """The cells of those rows as printed, and what follows from several of them."""
    cells = _Cells(nominee_rows(nominee, book), layout)
    cells["exemplars.achievements"] = told(nominee, "achievements")
    cells.update(_joined(nominee, cells, rules, book))
    return cells


class _Cells(dict[str, str]):
    """The cells of `rows` as printed, each when it is first asked for: a report tells a few of them."""

    def __init__(self, rows: Mapping[str, Record | None], layout: Layout) -> None:
        super().__init__()
        self.rows, self.layout = rows, layout

    def __missing__(self, name: str) -> str:
        sheet, _, key = name.partition(".")
        text = self[name] = cell(self.rows[sheet], key, sheet, self.layout)
        return text


def _joined(nominee: Nominee, cells: _Cells, rules: Rules, book: Book) -> Values:
    model, hearing = nominee.model, nominee.hearing
    owner = book.by_code("registrants").get(model.text("registrant")) if model else None
    field = rules.field_by_key.get(model.text("field")) if model else None
    directed = book.by_code("models").get(nominee.row.text("directed_model"))
    best = hearing is not None and hearing.yes("most_exemplary")
    return {
        "field": field.label if field else "",
        "other_models": quoted(nominee.others),
        "owner": subject_line(owner) if owner else "",
        "discovered_by": cells["details.discovered_by"] if is_discovered(model) else "",
        "plan_without_number": "" if cells["models.plan_number"] else cells["models.plan_date"],
        "grading": grading(nominee, cells.layout),
        "chosen_by": book.settings.text("party_committee") if best else "",
        "directed": directed.text("name") if directed else "",
        "directed_origin": cell(directed, "origin", "models", cells.layout).lower(),
        "filed": _filed(cells.rows["archive"], rules),
        **_managing(nominee, cells.rows["organisations"], book.settings),
    }


def _managing(nominee: Nominee, body: Record | None, settings: Settings) -> Values:
    """The committee that manages a nominee directly: that of the commune where the nominee is the body itself (T-19)."""
    own, committee = body.text("name") if body else "", settings.text("party_committee")
    name = nominee.registrant.text("name") if nominee.registrant else ""
    if fold(name) == fold(own) or fold(own) == fold(committee):
        return {"managing": committee, "managing_head": either(settings, "signer_name")}
    return {"managing": own, "managing_head": body.text("head") if body else ""}


def _filed(archive: Record | None, rules: Rules) -> str:
    """The papers that the archive of a model has (R-143)."""
    if archive is None:
        return ""
    known = [item for item in rules.archive_items if item.key in archive.heading.index]
    there = [item.label for item in known if archive.text(item.key) == "present"]
    return joined([lower_first(label) for label in there], _between())


def _between() -> str:
    return str(paper_text(TEXT)["words"]["between"])
