"""A paper of every kind: valid for both validators, opened by LibreOffice, with each value readable in its PDF."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dvk_office.documents.lint_names import Path as NamePath
from dvk_office.rules.documents import paper_kinds
from tests.openxml import Judged, audit_faults, faulty, sdk_judging
from tests.paper_book import paper_text, squeezed
from tests.pdf_texts import pdf_texts, unread, words, written
from tests.sample_papers import papers, printed_values

EVERY = pytest.mark.parametrize("key", paper_kinds())
UNSAID = {"movement_plan": {("as_of",), ("issued_on",)}}  # of its list, which early plans have not


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The text of the PDF of a paper of each kind."""
    return pdf_texts({key: papers(key)[0] for key in paper_kinds()}, tmp_path_factory.mktemp("in"))


@pytest.fixture(scope="module", autouse=True)
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judged]:
    """A paper of each kind, looked at while the other tests run."""
    first = {key: papers(key)[0] for key in paper_kinds()}
    with sdk_judging(written(first, tmp_path_factory.mktemp("sdk"))) as running:
        yield running


def _values(key: str) -> Iterator[tuple[NamePath, str]]:
    paper = papers(key)[0]
    yield from ((path, squeezed(text)) for path, text in printed_values(key, paper))


@pytest.mark.req("R-188", "R-189")
@EVERY
def test_every_value_stands_in_the_paper(key: str) -> None:
    text = squeezed(paper_text(papers(key)[0].content))
    values = list(_values(key))
    assert values
    assert {path for path, value in values if value not in text} == UNSAID.get(key, set())


@pytest.mark.req("R-188")
@EVERY
def test_every_value_is_readable_in_the_pdf(key: str, printed: Mapping[str, str]) -> None:
    seen = words(printed[key])
    unsaid = UNSAID.get(key, set())
    wanted = {word for path, value in _values(key) if path not in unsaid for word in words(value)}
    assert unread(wanted, seen) == set()


@EVERY
def test_openxml_audit_finds_nothing(key: str, tmp_path: Path) -> None:
    for paper in papers(key)[:2]:
        path = tmp_path / paper.name
        path.write_bytes(paper.content)
        assert audit_faults(path) == []


def test_the_sdk_of_microsoft_finds_nothing_in_any_of_them(judged: Judged) -> None:
    assert len(judged) == len(paper_kinds())
    assert faulty(judged) == {}
