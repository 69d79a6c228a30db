"""How `dvk check` bears a book of 10,000 models and 80,000 score rows, against python-calamine alone.

Run with `python tests/benchmarks/large_book.py`; it ends with 1 where a limit is passed.
"""

import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from measure import interleaved, ratio

from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year
from dvk_office.workbook.build import build_workbook

MODELS, APPRAISERS, ROUNDS = 10_000, 8, 3
LIMIT_RATIO, LIMIT_MIB = 8.0, 400.0
CALAMINE_ALONE = """
import sys, python_calamine
book = python_calamine.CalamineWorkbook.from_path(sys.argv[1])
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""


def content(year: int) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Rows as an office would type them, many times over."""
    names = [f"Nguyễn Văn {chr(65 + i)}" for i in range(APPRAISERS)]
    return {
        "settings": [{"key": "year", "value": year}, {"key": "commune", "value": "Mẫu"}],
        "organisations": [
            {"code": f"CB{i:03}", "name": f"Chi bộ thôn {i}", "kind": "Chi bộ", "direct": "x"}
            for i in range(1, 201)
        ],
        "registrants": [
            {
                "code": f"CT{i:05}",
                "kind": "Tập thể",
                "type": "Chi bộ",
                "name": f"Tổ dân vận số {i}",
                "managing_organisation": f"CB{i % 200 + 1:03}",
            }
            for i in range(1, MODELS + 1)
        ],
        "team": [{"name": name, "role": "Thành viên"} for name in names],
        "models": [_model(i, year) for i in range(1, MODELS + 1)],
        "scores": [
            _score(i, name, year, turn)
            for i in range(1, MODELS + 1)
            for turn, name in enumerate(names)
        ],
    }


def _model(number: int, year: int) -> Mapping[str, Any]:
    return {
        "code": f"MH{number:05}",
        "name": f"Dân vận khéo trong việc thứ {number}",
        "registrant": f"CT{number:05}",
        "field": "Kinh tế",
        "origin": "Xây dựng mới",
        "commune_task": "x",
        "goal": f"Vận động {number % 90 + 10} hộ",
        "figure": number % 90 + 10,
        "figure_unit": "hộ",
        "registered_on": date(year, 1, 20),
        "plan_date": date(year, 1, 22),
        "plan_received_on": date(year, 1, 25),
        "start_date": date(year, 2, 1),
        "launch_date": date(year, 3, 8),
    }


def _score(number: int, appraiser: str, year: int, turn: int) -> Mapping[str, Any]:
    verdicts = {f"c{n}": "Đạt" for n in range(1, 9)}
    points = {f"p{n}": 4 + (number + turn) % 2 for n in range(1, 9)}
    return {
        "model": f"MH{number:05}",
        "appraiser": appraiser,
        **verdicts,
        **points,
        "date": date(year, 9, 20),
    }


def build(book: Path) -> None:
    """Writes the book; in a process of its own, whose memory would otherwise count as its children's."""
    year = latest_year()
    rules = load_year(year)
    build_workbook(load_layout(rules), rules, content(year), book)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder) / "so-lon.xlsx"
        subprocess.run([sys.executable, __file__, str(book)], check=True)
        figures = interleaved(
            {
                "calamine": [sys.executable, "-c", CALAMINE_ALONE, str(book)],
                "check": [sys.executable, "-m", "dvk_office.shells", "check", str(book)],
            },
            ROUNDS,
        )
        size = book.stat().st_size / 2**20
    measured, peak = ratio(figures, "check", "calamine"), figures["check"].peak
    print(
        f"check of {size:.1f} MiB: {figures['check'].median:.2f} s, {measured:.1f} x calamine alone"
        f" ({figures['calamine'].median:.2f} s), limit {LIMIT_RATIO:g} x;"
        f" {peak:.0f} MiB, limit {LIMIT_MIB:g} MiB (calamine {figures['calamine'].peak:.0f})"
    )
    return int(measured > LIMIT_RATIO or peak > LIMIT_MIB)


if __name__ == "__main__":
    if sys.argv[1:]:
        build(Path(sys.argv[1]))
    else:
        sys.exit(main())
