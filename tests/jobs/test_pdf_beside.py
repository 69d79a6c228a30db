"""The PDF beside a paper that is made again: never older than the paper."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfWriter

from dvk_office.jobs import output, printing
from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import silent
from dvk_office.jobs.verify import verify
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TEXT, TODAY, opened

REPORT = "registration_report"
WAITING = TEXT.replace("| 15-BC/ĐU | 6/3/2026 | Đã ban hành  |", "|  |  | Chờ số |")


@pytest.fixture
def make(rules: Rules, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Makes the report of a book, with its PDF where that is asked for."""

    def convert(papers: Sequence[Path], folder: Path) -> None:
        for paper in papers:
            (folder / f"{paper.stem}.pdf").write_bytes(b"PDF of " + paper.read_bytes())

    def made(text: str, **how: bool):
        return documents(opened(rules, layout, text), (REPORT,), (), tmp_path, TODAY, silent, **how)

    monkeypatch.setattr(printing, "converter_here", lambda: convert)
    return made


@pytest.fixture
def printed(make) -> Path:
    """The PDF of the report as it was before it had its number."""
    paper, pdf = make(WAITING, pdf=True).made
    assert pdf.path.read_bytes() == b"PDF of " + paper.path.read_bytes()
    return pdf.path


@pytest.mark.req("R-190")
def test_the_pdf_of_an_earlier_text_does_not_stay_beside_the_paper(make, printed: Path) -> None:
    make(TEXT)
    assert not printed.exists()
    assert [one.code for one in verify(printed.parent).findings] == ["XM-003"]  # the draft


@pytest.mark.req("R-190")
def test_nor_does_the_file_to_print_in_which_the_paper_is(
    make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def blank(papers: Sequence[Path], folder: Path) -> None:
        for paper in papers:
            page = PdfWriter()
            page.add_blank_page(width=200, height=300)
            page.write(folder / f"{paper.stem}.pdf")

    monkeypatch.setattr(printing, "converter_here", lambda: blank)
    *_, whole = make(WAITING, merge=True).made
    make(WAITING)
    assert whole.path.is_file()
    make(TEXT)
    assert list(tmp_path.glob("*.pdf")) == []
    assert [one.code for one in verify(tmp_path).findings] == ["XM-003"]  # the draft


@pytest.mark.req("R-190")
def test_the_pdf_of_a_paper_that_was_left_as_somebody_changed_it_stays(make, printed: Path) -> None:
    printed.with_suffix(".docx").write_bytes(b"signed")
    for how in ({"pdf": True}, {}):
        assert [one.code for one in make(TEXT, **how).findings] == ["VB-009"]
        assert printed.read_bytes() == b"PDF of signed"


@pytest.mark.req("R-190")
def test_nor_does_it_where_the_paper_itself_was_deleted(make, printed: Path) -> None:
    printed.with_suffix(".docx").unlink()
    make(TEXT)
    assert not printed.exists()


@pytest.mark.req("R-190")
def test_one_that_somebody_changed_is_kept_under_another_name(make, printed: Path) -> None:
    printed.write_bytes(b"signed")
    make(TEXT)
    assert not printed.exists()
    assert [one.read_bytes() for one in printed.parent.glob("*.pdf")] == [b"signed"]


@pytest.mark.req("R-190")
def test_one_that_is_open_elsewhere_is_named_and_goes_the_next_time(make, printed: Path) -> None:
    def held(path: Path, **_how: bool) -> None:
        raise PermissionError(path)

    with pytest.MonkeyPatch.context() as opened_elsewhere:
        opened_elsewhere.setattr(output.Path, "unlink", held)
        report = make(TEXT)
    assert [(one.code, one.place.tab) for one in report.findings] == [("TEP-092", printed.name)]
    assert [one.path for one in report.made] == [printed.with_suffix(".docx")]
    make(TEXT)
    assert not printed.exists()


@pytest.mark.req("R-190")
def test_the_pdf_of_a_paper_that_has_not_changed_stays(make, printed: Path) -> None:
    make(WAITING)
    assert printed.is_file()
    assert verify(printed.parent).findings == ()


@pytest.mark.req("R-190")
def test_a_stop_while_papers_are_put_into_one_file_costs_no_pdf_its_entry(
    make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stopped(*_what: object, **_how: object) -> None:
        assert verify(tmp_path).findings == ()
        raise KeyboardInterrupt

    monkeypatch.setattr(printing, "merged", stopped)
    with pytest.raises(KeyboardInterrupt):
        make(TEXT, merge=True)
    assert list(tmp_path.glob("*.pdf")) != []
