"""Takes the README's pictures of papers of the clean sample: `python tests/paper_pictures.py`. Look at them afterwards.

LibreOffice prints the papers, poppler-utils draws a page of each, ImageMagick makes the pictures small.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "samples" / "hinh"
SHOWN = (  # kind, page, name of the picture
    ("recognition_decision", 1, "quyet-dinh-cong-nhan"),
    ("annual_report", 2, "bao-cao-nam"),
    ("reward_certificate_individual", 1, "giay-khen"),
)
DOTS = "80"  # an inch


def main() -> None:
    from dvk_office.jobs.printing import as_pdf
    from dvk_office.jobs.report import Made
    from tests.pdf_texts import written
    from tests.sample_papers import papers

    with TemporaryDirectory() as folder:
        made = written({kind: papers(kind)[0] for kind, _page, _name in SHOWN}, Path(folder))
        pdfs, _lost = as_pdf([Made(path, path.stem, "") for path in made])
        for pdf, (_kind, page, name) in zip(pdfs, SHOWN, strict=True):
            take(pdf.path, page, TARGET / name)


def take(pdf: Path, page: int, picture: Path) -> None:
    one = ["-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run(["pdftoppm", "-r", DOTS, "-png", *one, str(pdf), str(picture)], check=True)
    path = picture.with_suffix(".png")
    small = ["-strip", "-bordercolor", "gray70", "-border", "1", "+dither", "-colors", "32"]
    subprocess.run(["convert", str(path), *small, f"png8:{path}"], check=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
