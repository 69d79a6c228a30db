"""A paper of every kind: valid for both validators, opened by LibreOffice, with each value readable in its PDF.

LibreOffice turns all of them into PDF in one run. They are read with `pdftotext` (Debian: poppler-utils). For reading
they are set small in a font that has all Vietnamese letters: where a font lacks some, those of another one are put in
between, and no program can tell any more where a word ends.
"""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from dvk_office.documents.lint_names import ENTRY
from dvk_office.documents.lint_names import Path as NamePath
from dvk_office.documents.lint_template import paths_used
from dvk_office.documents.word_file import read_word_file
from dvk_office.jobs.printing import as_pdf
from dvk_office.jobs.report import Made
from dvk_office.rules.documents import paper_kinds
from tests.openxml import audit_faults, sdk_faults
from tests.paper_book import paper_text, squeezed
from tests.sample_papers import TEMPLATES, papers
from tests.word_files import unzipped, zipped

EVERY = pytest.mark.parametrize("key", paper_kinds())
WORDS = re.compile(r"\w+")
SIZES = re.compile(rb'<w:sz w:val="([0-9]+)"/>')
UNSAID = {"movement_plan": {("as_of",), ("issued_on",)}}  # of its list, which early plans have not


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The text of the PDF of a paper of each kind."""
    folder = tmp_path_factory.mktemp("in")
    made = [_readable(key, folder) for key in paper_kinds()]
    pdfs, lost = as_pdf(made)
    assert lost == ()
    return {one.kind: _text(pdf.path) for one, pdf in zip(made, pdfs, strict=True)}


def _readable(key: str, folder: Path) -> Made:
    paper = papers(key)[0]
    parts = {
        name: SIZES.sub(_smaller, part.replace(b"Times New Roman", b"DejaVu Serif"))
        for name, part in unzipped(paper.content).items()
    }
    path = folder / paper.name
    path.write_bytes(zipped(parts))
    return Made(path, key, "")


def _smaller(size: re.Match[bytes]) -> bytes:
    return b'<w:sz w:val="%d"/>' % (int(size[1]) * 3 // 4)


def _text(pdf: Path) -> str:
    command = shutil.which("pdftotext")
    assert command, "pdftotext is not installed: apt-get install poppler-utils"
    done = subprocess.run([command, "-nopgbrk", str(pdf), "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFC", done.stdout.decode())


def _values(key: str) -> Iterator[tuple[NamePath, str]]:
    """The texts that the template of `key` prints, each with its name."""
    template = paper_kinds()[key].template
    file = read_word_file(template, (TEMPLATES / template).read_bytes())
    for path in paths_used(file):
        yield from ((path, squeezed(text)) for text in _at(papers(key)[0].values, path))


def _at(value: Any, path: NamePath) -> Iterator[str]:
    if not path:
        if isinstance(value, str):
            yield value
    elif path[0] == ENTRY:
        for entry in value:
            yield from _at(entry, path[1:])
    elif isinstance(value, Mapping) and path[0] in value:
        yield from _at(value[path[0]], path[1:])


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
    seen = set(WORDS.findall(printed[key]))
    unsaid = UNSAID.get(key, set())
    wanted = {
        word for path, value in _values(key) if path not in unsaid for word in WORDS.findall(value)
    }
    assert {word for word in wanted - seen if not _joined(word, seen)} == set()


def _joined(word: str, seen: set[str]) -> bool:
    """Whether a word ends or begins a longer one: the reader takes the hyphen at the end of a line away."""
    return any(one.startswith(word) or one.endswith(word) for one in seen)


@EVERY
def test_openxml_audit_finds_nothing(key: str, tmp_path: Path) -> None:
    for paper in papers(key)[:2]:
        path = tmp_path / paper.name
        path.write_bytes(paper.content)
        assert audit_faults(path) == []


@EVERY
def test_the_sdk_of_microsoft_finds_nothing(key: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(papers(key)[0].content)
    assert sdk_faults(path) == []
