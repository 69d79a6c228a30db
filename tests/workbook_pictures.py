"""Takes the README's pictures of the workbook: `python tests/workbook_pictures.py`. Look at them afterwards.

A LibreOffice on a screen has the faulty sample open and a mouse clicks; ImageMagick makes the pictures small.
"""

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "samples" / "hinh"
SEEN = "1540x985+0+0"  # without the edges of the screen
DRAWN = 2.0  # seconds until everything is drawn


def main() -> None:
    from dvk_office.rules.layout_load import load_layout
    from dvk_office.rules.load import latest_year, load_year
    from tests.clicking import BOARD, FINDINGS, MODELS, built, click
    from tests.desk import desk

    rules = load_year(latest_year())
    layout = load_layout(rules)
    with TemporaryDirectory() as folder, desk(Path(folder)) as office:
        path = Path(folder) / f"dvk-{rules.year}.xlsm"
        office.open(str(built(layout, rules, path, "so-mau-co-loi.toml")))
        click(office, "Soát lỗi", FINDINGS)
        take(office, FINDINGS, "A1", "ket-qua-soat-loi")
        take(office, BOARD, "A1", "tong-quan")
        take(office, MODELS, "E4", "mo-hinh")
        take(office, layout.by_key["model_sheet"].tab, "C2", "phieu-mo-hinh")
        office.save()
        office.close()


def take(office: Any, tab: str, cell: str, name: str) -> None:
    path = TARGET / f"{name}.png"
    office.show(tab)
    office.select(tab, cell)
    time.sleep(DRAWN)
    office.picture(path)
    small = ["-crop", SEEN, "+repage", "-strip", "+dither", "-colors", "64"]
    subprocess.run(["convert", str(path), *small, f"png8:{path}"], check=True)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
