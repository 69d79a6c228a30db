"""The text of papers printed as PDF, all of them by one run of LibreOffice, and which words of theirs cannot be read in it.

They are read with `pdftotext` (Debian: poppler-utils). For reading they are set small in a font that has all Vietnamese
letters: where a font lacks some, those of another one are put in between, and no program can tell any more where a word
ends.
"""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Collection, Mapping
from pathlib import Path

from dvk_office.jobs.printing import as_pdf
from dvk_office.jobs.report import Made
from tests.sample_papers import SamplePaper
from tests.word_files import unzipped, zipped

WORDS = re.compile(r"\w+")
SIZES = re.compile(rb'<w:sz w:val="([0-9]+)"/>')


def pdf_texts(papers: Mapping[str, SamplePaper], folder: Path) -> Mapping[str, str]:
    """The text of each paper's PDF."""
    made = [Made(path, path.stem, "") for path in written(papers, folder, readable=True)]
    pdfs, lost = as_pdf(made)
    assert lost == ()
    return {one.kind: _text(pdf.path) for one, pdf in zip(made, pdfs, strict=True)}


def written(
    papers: Mapping[str, SamplePaper], folder: Path, *, readable: bool = False
) -> list[Path]:
    """The papers as files in `folder`, each under its key; `readable` in a PDF where that is asked."""
    paths = []
    for key, paper in papers.items():
        path = folder / f"{key}.docx"
        path.write_bytes(_readable(paper.content) if readable else paper.content)
        paths.append(path)
    return paths


def words(text: str) -> set[str]:
    return set(WORDS.findall(text))


def unread(wanted: Collection[str], seen: Collection[str]) -> set[str]:
    """The words of `wanted` that are not among those `seen`.

    A word may end or begin a longer one: the reader takes the hyphen at the end of a line away.
    """
    missing = set(wanted) - set(seen)
    return {word for word in missing if not any(_joined(word, one) for one in seen)}


def _joined(word: str, longer: str) -> bool:
    return longer.startswith(word) or longer.endswith(word)


def _readable(content: bytes) -> bytes:
    parts = unzipped(content)
    return zipped(
        {
            name: SIZES.sub(_smaller, part.replace(b"Times New Roman", b"DejaVu Serif"))
            for name, part in parts.items()
        }
    )


def _smaller(size: re.Match[bytes]) -> bytes:
    return b'<w:sz w:val="%d"/>' % (int(size[1]) * 3 // 4)


def _text(pdf: Path) -> str:
    command = shutil.which("pdftotext")
    assert command, "pdftotext is not installed: apt-get install poppler-utils"
    done = subprocess.run([command, "-nopgbrk", str(pdf), "-"], capture_output=True, check=True)
    return unicodedata.normalize("NFC", done.stdout.decode())
