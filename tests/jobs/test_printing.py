"""Papers as PDF and as one file to print."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from dvk_office.core.findings import DvkError
from dvk_office.jobs import output, printing
from dvk_office.jobs.documents import documents
from dvk_office.jobs.host import find_soffice, find_word
from dvk_office.jobs.printing import as_pdf, converter_here, merged
from dvk_office.jobs.report import CancelledError, Made, silent
from dvk_office.jobs.verify import verify
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.city_book import CITY_SETTINGS, CITY_TEXT
from tests.paper_book import TEXT, TODAY, opened, paper_text

REPORT, DECISION = "registration_report", "recognition_decision"


def blank_pdf(path: Path, pages: int = 1, width: int = 200) -> Made:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=width, height=300)
    writer.write(path)
    return Made(path, "pdf", "")


def papers(folder: Path, *names: str) -> list[Made]:
    made = []
    for name in names:
        (folder / name).write_bytes(b"paper")
        made.append(Made(folder / name, "letter", ""))
    return made


@pytest.fixture
def calls():
    """A converter that keeps what it was asked and makes a PDF of every paper but those called `hỏng`."""
    asked: list[list[str]] = []

    def convert(batch, folder: Path) -> None:
        asked.append([one.name for one in batch])
        for one in batch:
            if one.stem != "hỏng":
                (folder / f"{one.stem}.pdf").write_bytes(b"%PDF-")

    convert.asked = asked
    return convert


def test_one_run_of_the_program_converts_the_whole_batch(tmp_path: Path, calls) -> None:
    made, lost = as_pdf(papers(tmp_path, "a.docx", "b.docx", "manifest.json"), calls)
    assert calls.asked == [["a.docx", "b.docx"]]
    assert [one.path.name for one in made] == ["a.pdf", "b.pdf"]
    assert lost == ()


def test_names_too_long_for_one_call_go_in_several(tmp_path: Path, calls, monkeypatch) -> None:
    monkeypatch.setattr(printing, "LONGEST_CALL", 2 * len(str(tmp_path)) + 20)
    as_pdf(papers(tmp_path, "a.docx", "b.docx", "c.docx"), calls)
    assert calls.asked == [["a.docx", "b.docx"], ["c.docx"]]


def test_a_paper_that_fails_is_named_and_the_others_are_made(tmp_path: Path, calls) -> None:
    made, lost = as_pdf(papers(tmp_path, "a.docx", "hỏng.docx"), calls)
    assert [one.path.name for one in made] == ["a.pdf"]
    assert [(one.code, one.place.tab) for one in lost] == [("PDF-002", "hỏng.docx")]


def test_without_a_program_it_is_told_what_to_install(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(printing, "converter_here", lambda: None)
    made, lost = as_pdf(papers(tmp_path, "a.docx"))
    assert (made, [one.code for one in lost]) == ((), ["PDF-001"])


def test_nothing_to_convert_asks_for_no_program(monkeypatch) -> None:
    monkeypatch.setattr(printing, "converter_here", lambda: None)
    assert as_pdf([]) == ((), ())


@pytest.mark.req("R-138")
def test_the_file_to_print_has_every_paper_in_its_number_of_copies(tmp_path: Path) -> None:
    first, second = blank_pdf(tmp_path / "a.pdf", 2, 200), blank_pdf(tmp_path / "b.pdf", 1, 100)
    made = merged([first, second], {first.path: 1, second.path: 3}, tmp_path)
    widths = [int(page.mediabox.width) for page in PdfReader(made.path).pages]
    assert widths == [200, 200, 100, 100, 100]


def test_two_runs_give_one_file_to_print(tmp_path: Path) -> None:
    one = blank_pdf(tmp_path / "a.pdf")
    assert merged([one], {}, tmp_path).sha256 == merged([one], {}, tmp_path).sha256


def test_libreoffice_turns_real_papers_into_pdf(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    assert converter_here() is not None, "LibreOffice is needed: apt-get install libreoffice-writer"
    report = documents(
        opened(rules, layout), (DECISION, REPORT), (), tmp_path, TODAY, silent, merge=True
    )
    names = [one.path.name for one in report.made]
    assert [name.rpartition(".")[2] for name in names] == ["docx", "docx", "pdf", "pdf", "pdf"]
    whole = PdfReader(tmp_path / names[-1])
    decision, three = (PdfReader(tmp_path / name) for name in names[2:4])
    assert len(whole.pages) == len(decision.pages) + 3 * len(three.pages)
    assert "-QĐ/ĐU" in decision.pages[0].extract_text()
    assert "{{" not in "".join(page.extract_text() for page in whole.pages)


def blank_pages(papers: Sequence[Path], folder: Path) -> None:
    """Makes a PDF of one page of every paper."""
    for path in papers:
        blank_pdf(folder / f"{path.stem}.pdf")


@pytest.mark.req("R-133")
def test_a_ballot_is_printed_once_for_everybody_who_is_summoned(
    rules: Rules, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "converter_here", lambda: blank_pages)
    book = opened(rules, layout, CITY_TEXT, **CITY_SETTINGS)
    kinds = ("exemplar_ballot", "nomination_list")
    documents(book, kinds, (), tmp_path, TODAY, silent, merge=True)
    assert len(PdfReader(tmp_path / printing.MERGED_NAME).pages) == 15 + 1


@pytest.mark.parametrize(
    "held", ["bao-cao-tong-hop-dang-ky-mo-hinh-2026.pdf", printing.MERGED_NAME]
)
def test_a_pdf_that_is_open_elsewhere_is_named_and_the_others_are_made(
    rules: Rules, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    really = output.replace

    def replace(temporary: Path, path: Path) -> None:
        if path.name == held:
            raise PermissionError(13, "The process cannot access the file")
        really(temporary, path)

    monkeypatch.setattr(output, "replace", replace)
    monkeypatch.setattr(printing, "converter_here", lambda: blank_pages)
    report = documents(
        opened(rules, layout), (DECISION, REPORT), (), tmp_path, TODAY, silent, merge=True
    )
    assert [(one.code, one.place.tab) for one in report.findings] == [("TEP-092", held)]
    made = {one.path.name for one in report.made if one.path.suffix == ".pdf"}
    assert made == {one.name for one in tmp_path.glob("*.pdf")}
    assert len(made) == 2
    assert verify(tmp_path).findings == ()


def test_a_program_that_does_not_run_is_one_finding(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(printing, "find_soffice", lambda: tmp_path / "không có")
    with pytest.raises(DvkError) as told:
        as_pdf(papers(tmp_path, "a.docx"))
    assert told.value.finding.code == "PDF-003"


def test_on_windows_libreoffice_is_found_where_its_installer_puts_it(tmp_path: Path) -> None:
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    found = find_soffice(
        windows=True, environment={"ProgramFiles": str(tmp_path)}, on_path=lambda _: None
    )
    assert found == program


def test_where_nothing_is_installed_nothing_is_found() -> None:
    assert find_soffice(windows=True, environment={}, on_path=lambda _: None) is None
    assert find_word(windows=False) is None


class FakeWord:
    """What the bridge to Word is asked; after Microsoft's object model, where Word itself is not to be had."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.Documents = self

    def Open(self, path: str, *, ReadOnly: bool):  # noqa: N802, N803
        self.asked.append(("open", Path(path).name, ReadOnly))
        return self

    def ExportAsFixedFormat(self, path: str, kind: int) -> None:  # noqa: N802
        self.asked.append(("export", Path(path).name, kind))

    def Close(self, save: bool) -> None:  # noqa: N802, FBT001
        self.asked.append(("close", save))

    def Quit(self) -> None:  # noqa: N802
        self.asked.append(("quit",))


def test_word_saves_each_paper_as_pdf_and_is_closed(tmp_path: Path) -> None:
    word = FakeWord()
    convert = find_word(windows=True, dispatch=lambda _: word)
    assert convert is not None
    convert([tmp_path / "a.docx"], tmp_path)
    assert word.asked == [
        ("open", "a.docx", True),
        ("export", "a.pdf", 17),
        ("close", False),
        ("quit",),
    ]


def test_a_machine_without_word_has_no_such_converter() -> None:
    def missing(_name: str) -> None:
        raise OSError

    assert find_word(windows=True, dispatch=missing) is None


@pytest.mark.req("R-190")
def test_an_issued_paper_is_not_made_over_without_being_asked(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    (made,) = documents(opened(rules, layout), (REPORT,), (), tmp_path, TODAY, silent).made
    made.path.write_bytes(b"signed")
    report = documents(opened(rules, layout), (REPORT,), (), tmp_path, TODAY, silent)
    assert [one.code for one in report.findings] == ["VB-009"]
    assert made.path.read_bytes() == b"signed"
    again = documents(opened(rules, layout), (REPORT,), (), tmp_path, TODAY, silent, again=True)
    assert [one.path for one in again.made] == [made.path]
    assert b"signed" in [one.read_bytes() for one in tmp_path.glob("*.docx")]


@pytest.fixture
def waiting(rules: Rules, layout: Layout, tmp_path: Path) -> Made:
    """The report as it was made before it had its number."""
    text = TEXT.replace("| 15-BC/ĐU | 6/3/2026 | Đã ban hành  |", "|  |  | Chờ số |")
    book = opened(rules, layout, text)
    (made,) = documents(book, (REPORT,), (), tmp_path, TODAY, silent).made
    assert "15-BC/ĐU" not in paper_text(made.path)
    return made


@pytest.mark.req("R-190")
def test_a_paper_that_waited_gets_its_number_without_being_asked(
    rules: Rules, layout: Layout, waiting: Made
) -> None:
    folder = waiting.path.parent
    report = documents(opened(rules, layout), (REPORT,), (), folder, TODAY, silent)
    assert (report.findings, [one.path for one in report.made]) == ((), [waiting.path])
    assert "15-BC/ĐU" in paper_text(waiting.path)


@pytest.mark.req("R-190")
def test_a_paper_that_waited_and_was_changed_by_somebody_is_left(
    rules: Rules, layout: Layout, waiting: Made
) -> None:
    waiting.path.write_bytes(b"signed")
    folder = waiting.path.parent
    report = documents(opened(rules, layout), (REPORT,), (), folder, TODAY, silent)
    assert [one.code for one in report.findings] == ["VB-009"]
    assert waiting.path.read_bytes() == b"signed"


@pytest.mark.req("R-190")
@pytest.mark.parametrize("signed", [False, True])
def test_an_issued_paper_whose_number_was_taken_back_is_not_made_over_without_being_asked(
    rules: Rules, layout: Layout, tmp_path: Path, *, signed: bool
) -> None:
    (made,) = documents(opened(rules, layout), (REPORT,), (), tmp_path, TODAY, silent).made
    if signed:
        made.path.write_bytes(b"signed")
    before = made.path.read_bytes()
    cancelled = opened(rules, layout, TEXT.replace("6/3/2026 | Đã ban hành  |", "6/3/2026 | Hủy |"))
    report = documents(cancelled, (REPORT,), (), tmp_path, TODAY, silent)
    assert [one.code for one in report.findings] == ["VB-009"]
    assert "15-BC/ĐU" in report.findings[0].message
    assert made.path.read_bytes() == before


@pytest.mark.req("R-190")
def test_an_issued_paper_whose_rows_have_changed_is_not_made_over_without_being_asked(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    (made,) = documents(opened(rules, layout), (REPORT,), (), tmp_path, TODAY, silent).made
    before = made.path.read_bytes()
    changed = opened(
        rules,
        layout,
        TEXT.replace("Tuyến đường hoa      | CT01       | VH", "Đường hoa | CT01 | KT"),
    )
    report = documents(changed, (REPORT,), (), tmp_path, TODAY, silent)
    assert [one.code for one in report.findings] == ["VB-009"]
    assert made.path.read_bytes() == before


@pytest.mark.req("R-190")
def test_an_issued_paper_that_is_left_as_somebody_changed_it_is_printed_so(
    rules: Rules, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def convert(papers: Sequence[Path], folder: Path) -> None:
        for paper in papers:
            (folder / f"{paper.stem}.pdf").write_bytes(b"PDF of " + paper.read_bytes())

    book = opened(rules, layout)
    (made,) = documents(book, (REPORT,), (), tmp_path, TODAY, silent).made
    made.path.write_bytes(b"signed")
    monkeypatch.setattr(printing, "converter_here", lambda: convert)
    report = documents(book, (REPORT,), (), tmp_path, TODAY, silent, pdf=True)
    assert [one.path for one in report.made] == [made.path.with_suffix(".pdf")]
    assert report.made[0].path.read_bytes() == b"PDF of signed"


@pytest.mark.req("R-190")
def test_an_issued_paper_that_has_not_changed_is_made_again_quietly(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    for _ in range(2):
        report = documents(opened(rules, layout), (REPORT,), (), tmp_path, TODAY, silent)
        assert (len(report.made), report.findings) == (1, ())


def test_what_was_made_before_the_office_cancelled_stays_and_is_entered(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    def cancel(_what: str, done: int, _total: int) -> None:
        if done > 1:
            raise CancelledError

    report = documents(opened(rules, layout), (DECISION, REPORT), (), tmp_path, TODAY, cancel)
    assert [one.kind for one in report.made] == [DECISION]
    assert [(one.code, one.severity) for one in report.findings] == [("VB-008", "note")]
    assert report.made[0].path.name in (tmp_path / "manifest.json").read_text(encoding="utf-8")
    rest = documents(opened(rules, layout, TEXT), (DECISION, REPORT), (), tmp_path, TODAY, silent)
    assert [one.kind for one in rest.made] == [DECISION, REPORT]


@pytest.mark.req("R-190")
@pytest.mark.parametrize("signed", ["", "bao-cao-tong-hop-dang-ky-mo-hinh-2026.pdf"])
def test_of_pdfs_made_before_only_those_that_somebody_changed_are_kept(
    rules: Rules, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, signed: str
) -> None:
    widths = iter((200, 201, 202, 203))

    def convert(papers: Sequence[Path], folder: Path) -> None:
        for path in papers:
            blank_pdf(folder / f"{path.stem}.pdf", width=next(widths))

    monkeypatch.setattr(printing, "converter_here", lambda: convert)
    book = opened(rules, layout)
    for _ in range(2):
        documents(book, (DECISION, REPORT), (), tmp_path, TODAY, silent, merge=True)
        if signed:
            (tmp_path / signed).write_bytes(b"signed and scanned")
    kept = [one.read_bytes() for one in tmp_path.glob("*.ban-cu-*")]
    assert kept == ([b"signed and scanned"] if signed else [])
