"""How fast twenty papers become PDF in one run of LibreOffice, against one run for every paper.

Run with `python tests/benchmarks/printing.py`; it ends with 1 where the limit is passed. Both begin with a new profile in
every run of the program, as ours does so that an open LibreOffice is not in the way.
"""

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from paper_template import ROOT

from dvk_office.jobs.printing import as_pdf
from dvk_office.jobs.report import Made

PAPERS, ROUNDS, LEAST = 20, 3, 6.0
TEMPLATE = ROOT / "doc_templates" / "quyet-dinh-cong-nhan-mo-hinh.docx"


def seconds(batches: Sequence[Sequence[Made]]) -> float:
    """How long it takes to turn all papers into PDF, a run of the program for each batch."""
    start = time.perf_counter()
    for batch in batches:
        pdfs, lost = as_pdf(batch)
        if lost or len(pdfs) != len(batch):
            sys.exit(f"{len(lost)} of {len(batch)} papers did not become PDF")
    return time.perf_counter() - start


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        papers = [Made(Path(folder, f"{n}.docx"), "decision", "") for n in range(PAPERS)]
        for one in papers:
            shutil.copy(TEMPLATE, one.path)
        alone = [[one] for one in papers]
        pairs = [(seconds(alone), seconds([papers])) for _ in range(ROUNDS)]
    measured = statistics.median(each / together for each, together in pairs)
    each, together = (statistics.median(one) for one in zip(*pairs, strict=True))
    print(
        f"PDF of {PAPERS} papers: {together:.1f} s in one run, {each:.1f} s one by one,"
        f" {measured:.1f} x, at least {LEAST:g} x"
    )
    return int(measured < LEAST)


if __name__ == "__main__":
    sys.exit(main())
