"""What each button does with the workbook that it was clicked in: one job of the program, its answer shown in a sheet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from dvk_office.jobs.opening import Opened
from dvk_office.jobs.report import Report
from dvk_office.rules.actions import Action
from dvk_office.shells.naming_rows import RowNames
from dvk_office.shells.port import Port
from dvk_office.shells.whole import whole
from dvk_office.workbook.results import Results

OUT = "ket-qua"
GUIDE = "guide"  # the sheet with the manual
_ISSUED = "{count} văn bản đã ban hành có tệp khác với bản lập lại. Làm gì với các tệp ấy?"
_ISSUED_CHOICES, AGAIN = ("Giữ nguyên tệp đang có", "Lập lại, tệp cũ được giữ bên cạnh"), 1


@dataclass(frozen=True)
class Click:
    """A click on the button of `action`: the workbook, its copy as read, the moment."""

    port: Port
    action: Action
    opened: Opened
    moment: datetime

    @property
    def today(self) -> date:
        """The day of the click; in a sample the day on which the sample stands."""
        return self.opened.book.settings.day("sample_day") or self.moment.date()

    @property
    def out(self) -> Path:
        """The folder beside the workbook that takes what is made."""
        return self.port.path.parent / OUT

    @property
    def rows(self) -> RowNames:
        return RowNames(self.opened)

    def progress(self, what: str, done: int, total: int) -> None:
        self.port.progress(f"{self.action.word}: {what}", done, total)

    def show(self, page: Results) -> None:
        self.port.write_table(page)

    def show_findings(self, report: Report) -> None:
        """The findings and files of a job, in the sheet of findings."""
        from dvk_office.shells.pages import findings_page
        from dvk_office.workbook.marks import cell_names

        opened = self.opened
        sheets = {one.place.sheet_key for one in report.findings if one.place.row}
        names = cell_names(opened.path, opened.book, opened.layout, sheets)
        self.show(findings_page(self.action.word, report, self.rows, names))


def _check(click: Click) -> None:
    from dvk_office.jobs.check import check

    click.show_findings(check(click.opened, click.today))


def _targets(click: Click) -> None:
    from dvk_office.jobs.targets import targets
    from dvk_office.shells.pages import targets_page

    report = targets(click.opened, click.today)
    click.show(targets_page(click.action.word, report, click.rows))


def _deadlines(click: Click) -> None:
    from dvk_office.jobs.deadlines import deadlines
    from dvk_office.shells.pages import deadlines_page

    report = deadlines(click.opened, click.today)
    click.show(deadlines_page(click.action.word, report, click.rows))


def _documents(click: Click) -> None:
    """The papers that the person picks: for the row of the cursor, else for every row that has them."""
    from dvk_office.shells.papers_asked import asked

    wanted = asked(click.port, click.opened, click.rows)
    if wanted:
        make_papers(click, *wanted)


def make_papers(
    click: Click, kinds: Sequence[str], only: Sequence[str], *, pdf: bool = False
) -> None:
    """Makes the papers of `kinds` for `only`; those already issued are made over only where the person says so."""
    from dvk_office.jobs.documents import KEPT, documents
    from dvk_office.jobs.fillers import beside

    with beside(click.opened.path, kinds) as fill:
        make = partial(
            documents, click.opened, kinds, only, click.out, click.today, click.progress,
            fill=fill, pdf=pdf,
        )  # fmt: skip
        report = make()
        kept = sum(one.code == KEPT for one in report.findings)
        if kept and click.port.ask(_ISSUED.format(count=kept), _ISSUED_CHOICES) == AGAIN:
            report = make(again=True)
    click.show_findings(report)


def _number(click: Click) -> None:
    from dvk_office.shells.numbering import give_number

    report = give_number(click.port, click.opened, click.rows, click.today, click.moment)
    if report:
        click.show_findings(report)


def _appendix(click: Click) -> None:
    from dvk_office.jobs.appendix import appendix
    from dvk_office.rules.appendix import appendix_forms

    forms = tuple(appendix_forms().values())
    titles = [f"Phụ lục {one.number}: {one.paper.title}" for one in forms]
    picked = 0 if len(forms) == 1 else click.port.ask("Lập phụ lục nào?", titles)
    if picked is not None:
        number = forms[picked].number
        click.show_findings(appendix(click.opened, number, click.out, click.today))


def _send(click: Click) -> None:
    from dvk_office.jobs.send import send

    click.show_findings(send(click.opened, click.out, click.today))


def _verify(click: Click) -> None:
    from dvk_office.jobs.verify import verify
    from dvk_office.shells.pages import verify_page

    click.show(verify_page(click.action.word, verify(click.out), click.out, click.rows))


def _restore(click: Click) -> None:
    """The entries of the copy that the person picks; those of now are kept as a copy first."""
    from dvk_office.core.findings import DvkError, finding
    from dvk_office.core.records import Place
    from dvk_office.jobs.backups import backups
    from dvk_office.jobs.restore import backup_label

    book = click.port.path
    copies = backups(book)
    if not copies:
        raise DvkError(finding("LUU-002", Place(tab=book.name)))
    labels = [backup_label(path, book) for path in copies]
    picked = click.port.ask("Đưa các trang nhập liệu về bản lưu lúc nào?", labels)
    if picked is None:
        return
    kept = click.port.backup(click.moment)
    lost = whole(click.port, kept, lambda: click.port.restore(copies[picked]))
    formulas = f"{lost} ô có công thức được đưa về bằng giá trị. " if lost else ""
    click.port.tell(
        f"Đã đưa các trang nhập liệu về bản lưu lúc {labels[picked]}. {formulas}"
        f"Số liệu trước đó được giữ ở tệp “{kept.name}” trong thư mục “{kept.parent.name}”."
    )


def _doctor(click: Click) -> None:
    from dvk_office.jobs.doctor import doctor
    from dvk_office.shells.pages import doctor_page

    click.show(doctor_page(click.action.word, doctor(click.port.path)))


def _guide(click: Click) -> None:
    if not click.port.show_sheet(GUIDE):
        tab = click.opened.layout.by_key[GUIDE].tab
        click.port.tell(f"Mở sổ “{click.port.path.name}” rồi xem trang «{tab}».")


Work = Callable[[Click], None]
WORK: Mapping[str, Work] = MappingProxyType(
    {
        "check": _check,
        "targets": _targets,
        "deadlines": _deadlines,
        "documents": _documents,
        "number": _number,
        "appendix": _appendix,
        "send": _send,
        "verify": _verify,
        "restore": _restore,
        "doctor": _doctor,
        "guide": _guide,
    }
)
