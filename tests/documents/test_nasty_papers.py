"""The worst in every text cell goes through every kind of paper: it is printed as typed, the file is whole and is read."""

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dvk_office.documents.lint_names import Path as NamePath
from dvk_office.rules.documents import paper_kinds
from tests.nasty_book import LENGTH, NastyBook, long_paper, marked, worst, worst_papers
from tests.openxml import Judged, audit_faults, faulty, sdk_judging
from tests.paper_book import paper_text
from tests.pdf_texts import pdf_texts, unread, words, written
from tests.sample_papers import SamplePaper, printed_values

NO_BREAK = "\u00a0"
EVERY = pytest.mark.parametrize("key", paper_kinds())
UNSAID = {  # of a list that early plans have not; of models that are new, or were found while checking
    "movement_plan": {("as_of",), ("issued_on",)},
    "result_report": {("model", "launch_date"), ("detail", "discovered_by")},
}
NO_LONG_TEXT = {  # these print figures and settings alone
    "registration_form_blank", "registration_report", "half_year_report", "movement_plan",
}  # fmt: skip


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The text of the PDF of a paper of each kind, with 5,000 signs in every text cell of its first rows."""
    long = {key: long_paper(key)[0] for key in paper_kinds()}
    return pdf_texts(long, tmp_path_factory.mktemp("in"))


@pytest.fixture(scope="module", autouse=True)
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judged]:
    """The first papers filled with the worst, looked at while the other tests run."""
    first = {key: worst_papers(key)[0] for key in paper_kinds()}
    with sdk_judging(written(first, tmp_path_factory.mktemp("sdk"))) as running:
        yield running


def _changed(paper: SamplePaper, book: NastyBook) -> list[tuple[object, str]]:
    """The cells that the paper does not print as they were typed.

    Let be: Unicode's form; capitals, and the last words held together, in the name of a body at the head.
    """
    return [
        (book.cells[number], text)
        for number, text in marked(paper_text(paper.content))
        if text.replace(NO_BREAK, " ") not in _allowed(book.typed[number])
    ]


def _allowed(typed: str) -> tuple[str, str]:
    text = unicodedata.normalize("NFC", typed)
    return text, text.upper()


def _lost(key: str, paper: SamplePaper) -> set[NamePath]:
    """The names of values that the paper does not hold whole."""
    text = paper_text(paper.content)
    values = printed_values(key, paper)
    lost = {path for path, value in values if unicodedata.normalize("NFC", value) not in text}
    return lost - UNSAID.get(key, set())


@pytest.mark.req("R-183", "R-188")
@EVERY
def test_the_worst_in_every_text_cell_is_printed_as_typed(key: str) -> None:
    for paper in worst_papers(key):
        assert list(marked(paper_text(paper.content)))
        assert _changed(paper, worst()) == []
        assert _lost(key, paper) == set()


@pytest.mark.req("R-188")
@EVERY
def test_openxml_audit_finds_nothing(key: str, tmp_path: Path) -> None:
    for paper in worst_papers(key):
        path = tmp_path / "a.docx"
        path.write_bytes(paper.content)
        assert audit_faults(path) == []


@pytest.mark.req("R-188")
@EVERY
def test_five_thousand_signs_in_every_text_cell_are_printed_whole(key: str) -> None:
    paper, book = long_paper(key)
    told = dict(marked(paper_text(paper.content)))
    assert any(len(one) >= LENGTH for one in told.values()) == (key not in NO_LONG_TEXT)
    assert _changed(paper, book) == []
    assert _lost(key, paper) == set()


@pytest.mark.req("R-188")
@EVERY
def test_no_word_of_them_is_lost_on_paper(key: str, printed: Mapping[str, str]) -> None:
    wanted = words(paper_text(long_paper(key)[0].content))
    assert unread(wanted, words(printed[key])) == set()


@pytest.mark.req("R-188")
def test_the_sdk_of_microsoft_finds_nothing_in_any_of_them(judged: Judged) -> None:
    assert len(judged) == len(paper_kinds())
    assert faulty(judged) == {}
