"""Papers as PDF, and all of them in one file to print; by LibreOffice, or by Word where that is what there is."""

import subprocess
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from dvk_office.core.findings import DvkError, Finding, finding
from dvk_office.core.records import Place
from dvk_office.jobs.host import find_soffice, find_word
from dvk_office.jobs.manifest import by_digest, entering
from dvk_office.jobs.opening import Opened
from dvk_office.jobs.output import standing, write_file
from dvk_office.jobs.report import Made

PDF, MERGED = "pdf", "print"
MERGED_NAME = "in-mot-lan.pdf"
LONGEST_CALL = 20_000  # characters of file names in one call; Windows takes 32,767
SECONDS, SECONDS_EACH = 120, 20
Convert = Callable[[Sequence[Path], Path], None]


def printed_beside(
    opened: Opened, made: Sequence[Made], out: Path, today: date, copies: Mapping[Path, int] | None
) -> tuple[tuple[Made, ...], tuple[Finding, ...]]:
    """The papers as PDF, and one file to print with `copies` of each if that is wanted; all entered in the manifest."""
    printed: tuple[Made, ...] = ()
    lost: tuple[Finding, ...] = ()
    try:
        ours = by_digest(out)
        printed, lost = as_pdf(made, ours=ours)
        of = [_named(one.path.with_suffix(".docx")) for one in printed]
        with entering(out, opened, today) as enter_one:
            for one, paper in zip(printed, of, strict=True):
                enter_one(one, None, of=dict([paper]))
        if copies and printed:
            whole = merged(printed, copies, out, ours=ours)
            with entering(out, opened, today) as enter_one:
                enter_one(whole, None, of=dict(of))
            printed = (*printed, whole)
    except DvkError as fault:
        lost = (*lost, fault.finding)
    return printed, lost


def _named(paper: Path) -> tuple[str, str]:
    """The name of a paper and its digest, by which its PDF is known to be outdated one day."""
    return paper.name, sha256(standing(paper) or b"").hexdigest()


def as_pdf(
    made: Sequence[Made], convert: Convert | None = None, *, ours: Container[str] = ()
) -> tuple[tuple[Made, ...], tuple[Finding, ...]]:
    """A PDF beside every paper of `made`: one process for the whole batch. A paper that fails is named.

    One that stood there is kept only where its digest is none of `ours`: each run of the converter gives other bytes.
    """
    papers = [one for one in made if one.path.suffix == ".docx"]
    if not papers:
        return (), ()
    converter = convert or converter_here()
    if converter is None:
        return (), (finding("PDF-001", Place(tab=papers[0].path.name)),)
    found: list[Made] = []
    lost: list[Finding] = []
    with TemporaryDirectory() as folder:
        for batch in _batches([one.path for one in papers]):
            converter(batch, Path(folder))
        for one in papers:
            try:
                found.append(_taken(one.path, Path(folder), ours))
            except DvkError as fault:
                lost.append(fault.finding)
    return tuple(found), tuple(lost)


def _taken(paper: Path, folder: Path, ours: Container[str]) -> Made:
    """The PDF of `paper` out of `folder`, beside it; DvkError where there is none, or one that is open elsewhere."""
    pdf = folder / f"{paper.stem}.pdf"
    if not pdf.is_file():
        raise DvkError(finding("PDF-002", Place(tab=paper.name)))
    return write_file(paper.with_suffix(".pdf"), pdf.read_bytes(), PDF, ours=ours, lasting=False)


def merged(
    pdfs: Sequence[Made], copies: Mapping[Path, int], out: Path, *, ours: Container[str] = ()
) -> Made:
    """One file to print: each of `pdfs` as often as `copies` says for its path, in their order."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    for one in pdfs:
        reader = PdfReader(one.path)
        for _ in range(copies.get(one.path, 1)):
            writer.append(reader)
    content = BytesIO()
    writer.write(content)
    return write_file(out / MERGED_NAME, content.getvalue(), MERGED, ours=ours)


def converter_here() -> Convert | None:
    """LibreOffice, else Word, else nothing."""
    if program := find_soffice():
        return lambda papers, folder: _by_libreoffice(program, papers, folder)
    return find_word()


def _by_libreoffice(program: Path, papers: Sequence[Path], folder: Path) -> None:
    """Converts `papers` in one run with a profile of its own, so that an open LibreOffice is not in the way."""
    with TemporaryDirectory() as profile:
        command = [
            str(program),
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(path.resolve()) for path in papers),
        ]
        limit = SECONDS + SECONDS_EACH * len(papers)
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=limit)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            raise DvkError(finding("PDF-003", Place(tab=program.name))) from None


def _batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """The papers in as few calls as names of this length allow."""
    batch: list[Path] = []
    length = 0
    for path in paths:
        length += len(str(path.resolve())) + 3
        if batch and length > LONGEST_CALL:
            yield batch
            batch, length = [], len(str(path.resolve())) + 3
        batch.append(path)
    if batch:
        yield batch
