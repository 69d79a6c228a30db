"""How fast papers are made, and how much memory many of them take, against docxtpl used the standard way.

Run with `python tests/benchmarks/papers.py`; it ends with 1 where a limit is passed. Both sides make the same papers of
the same values, turn by turn; ours writes each through a temporary file and enters its digest in a manifest, docxtpl
only saves.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from measure import run_once
from paper_template import ROOT, decision, values

PAPERS, ROUNDS, FIRST_ROUNDS = 200, 5, 21
SOME, MANY = 400, 4000
LEAST = {"direct": 25.0, "mended": 8.0}
MOST_FIRST, MOST_GROWTH = 1.15, 1.10
Make = Callable[[Path, Path, int], None]


def by_docxtpl(template: Path, out: Path, papers: int) -> None:
    """The standard way: a new template for every paper."""
    from docxtpl import DocxTemplate

    for number in range(papers):
        document = DocxTemplate(template)
        document.render(values(number), autoescape=True)
        document.save(out / f"{number}.docx")


def ours(template: Path, out: Path, papers: int) -> None:
    """The same papers as a job makes them: compiled, filled, written whole and entered in the manifest."""
    from dvk_office.documents.fast_render import compiled
    from dvk_office.documents.render import render
    from dvk_office.jobs.manifest import entering
    from dvk_office.jobs.output import write_file

    compiled.cache_clear()  # as in a process that made no paper yet
    opened = _opened()
    with entering(out, opened, date(opened.rules.year, 11, 23)) as enter:
        for n in range(papers):
            content = render(template, values(n))
            enter(write_file(out / f"{n}.docx", content, "decision", lasting=False), template)


@cache
def _opened() -> Any:
    """The sample book, read once: reading it is no part of making papers."""
    from dvk_office.jobs.opening import open_book

    return open_book(next(ROOT.joinpath("samples").glob("so-mau-[0-9]*.xlsx")))


def seconds(make: Make, template: Path, papers: int) -> float:
    """How long the papers take, in a new folder."""
    with tempfile.TemporaryDirectory() as out:
        start = time.perf_counter()
        make(template, Path(out), papers)
        return time.perf_counter() - start


def batches(folder: Path) -> bool:
    """200 papers in one process, compiling and files included; True where a limit is passed."""
    passed = False
    for name, least in LEAST.items():
        template = folder / f"{name}.docx"
        template.write_bytes(decision(widening=name == "mended"))
        for make in (by_docxtpl, ours):
            seconds(make, template, 10)
        pairs = [
            (seconds(by_docxtpl, template, PAPERS), seconds(ours, template, PAPERS))
            for _ in range(ROUNDS)
        ]
        found = [a / b for a, b in pairs]
        theirs, own = (statistics.median(one) * 1000 / PAPERS for one in zip(*pairs, strict=True))
        measured = statistics.median(found)
        passed |= measured < least
        print(
            f"{PAPERS} papers, {name}: {own:.2f} ms a paper, docxtpl {theirs:.1f} ms,"
            f" {measured:.1f} x ({min(found):.1f} to {max(found):.1f}), at least {least:g} x"
        )
    return passed


def first(folder: Path) -> bool:
    """One paper and no more, compiling and its file included; True where the limit is passed."""
    template = folder / "direct.docx"
    pairs = [
        (seconds(by_docxtpl, template, 1), seconds(ours, template, 1)) for _ in range(FIRST_ROUNDS)
    ]
    theirs, own = (statistics.median(one) * 1000 for one in zip(*pairs, strict=True))
    measured = statistics.median(b / a for a, b in pairs)
    print(
        f"first paper: {own:.1f} ms, docxtpl {theirs:.1f} ms, {measured:.2f} x,"
        f" at most {MOST_FIRST:g} x"
    )
    return measured > MOST_FIRST


def memory(folder: Path) -> bool:
    """The peak of 4,000 papers beside that of 400; True where it grew beyond the limit."""
    template = folder / "direct.docx"
    peaks = {}
    for papers in (SOME, MANY):
        with tempfile.TemporaryDirectory() as out:
            command = [sys.executable, __file__, "ours", str(template), out, str(papers)]
            peaks[papers] = run_once(command)[1]
    measured = peaks[MANY] / peaks[SOME]
    print(
        f"memory: {peaks[SOME]:.1f} MiB for {SOME} papers, {peaks[MANY]:.1f} MiB for {MANY},"
        f" {measured:.2f} x, at most {MOST_GROWTH:g} x"
    )
    return measured > MOST_GROWTH


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return int(any([batches(folder), first(folder), memory(folder)]))


if __name__ == "__main__":
    if sys.argv[1:]:
        make, template, out, *papers = sys.argv[1:]
        globals()[make](Path(template), Path(out), *map(int, papers))
    else:
        sys.exit(main())
