"""Takes the README's picture of the buttons: `python tests/click_pictures.py [FOLDER]`. Look at them afterwards.

With FOLDER every picture goes there, also those of what the README does not show.
"""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # as a script it stands outside of its package

from dvk_office.shells.lo_engine.dialogs import CANCEL, OK  # noqa: E402
from tests.clicking import (  # noqa: E402
    BOARD,
    DEADLINES,
    FINDINGS,
    MODELS,
    TARGETS,
    asked,
    choice,
    click,
)
from tests.desk import Desk  # noqa: E402

PICTURES = ROOT / "samples" / "hinh"
SHOWN = frozenset(("ghi-so-ngay",))


def main() -> None:
    from dvk_office.rules.layout_load import load_layout
    from dvk_office.rules.load import load_year
    from tests.clicking import built
    from tests.conftest import YEAR
    from tests.desk import desk

    target = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    rules = load_year(YEAR)
    with TemporaryDirectory() as folder, desk(Path(folder)) as office:
        book = built(load_layout(rules), rules, Path(folder, "sổ.xlsm"), "so-mau-co-loi.toml")
        office.open(str(book))
        for name in chain(sheets(office), boxes(office)):
            if target or name in SHOWN:
                office.picture((target or PICTURES) / f"{name}.png")
        office.close()


def sheets(office: Desk) -> Iterator[str]:
    """What the buttons show in sheets; a picture is taken at each name."""
    office.show(BOARD)
    yield "tong-quan"
    click(office, "Soát lỗi", FINDINGS)
    yield "ket-qua-soat-loi"
    office.select(MODELS, "E4")
    yield "o-bi-danh-dau"
    click(office, "Chỉ tiêu", TARGETS)
    yield "chi-tieu"
    click(office, "Thời hạn", DEADLINES)
    yield "thoi-han"


def boxes(office: Desk) -> Iterator[str]:
    """The boxes in which the buttons ask and tell."""
    begin(office, "Ghi số, ngày")
    box = asked(office, "Ghi số, ngày")
    yield "ghi-so-ngay"
    office.answer_box(OK, choice(box, "1. "))
    asked(office, "Số văn thư")
    yield "hoi-so"
    office.answer_box(OK, "77")
    asked(office, "Ngày văn bản")
    yield "hoi-ngay"
    office.answer_box(OK, "20/11/2026")
    asked(office, "Đã ghi")
    yield "da-ghi"
    end(office, "OK")
    begin(office, "Văn bản")
    asked(office, "Lập văn bản")
    yield "hoi-van-ban"
    end(office, CANCEL)
    office.note("dvk_program", '"0.0.9"')
    begin(office, "Soát lỗi")
    asked(office, "NUT-021")
    yield "loi-phien-ban"
    end(office, "OK")


def begin(office: Desk, label: str) -> None:
    office.show(BOARD)
    office.click(label)


def end(office: Desk, button: str) -> None:
    office.answer_box(button)
    office.wait(lambda: not office.at_work())


if __name__ == "__main__":
    main()
