"""Books made at random, as content to build a workbook of: typed as people type, right and wrong, the same each time."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dvk_office.workbook.build_cells import Raw
from tests.conftest import YEAR

Row = dict[str, Any]
Content = Mapping[str, Sequence[Row]]
TICKS = ("Có", "Có", "Có", "x", "có", True, 1, "Không", "không", "", None)
TIDY_DAYS = (date(YEAR, 1, 1), date(YEAR, 3, 8), date(YEAR, 11, 23), date(YEAR, 12, 31))
ORIGINS = (
    "Mới",
    "Mới",
    "Tiếp tục",
    "Tiếp tục",
    "Nhân rộng",
    "Phát hiện",
    "Xây dựng mới",
    "new",
    None,
)
FIELDS = ("Kinh tế", "kinh tế", "VH", "Quốc phòng - an ninh, dân tộc - tôn giáo", "HT", None)
# What people type where a formula may read otherwise than the program, or not at all.
ODD_DAYS = (
    "8/3/2026", "08/03/2026", "5.2.2026", "5-2-2026", "31/11/2026", "2/3/26", "2/3/2206", "2026-03-08",
    "ngày 8 tháng 3 năm 2026", " 8/3/2026 ", "chưa rõ", "13/13/2026",
)  # fmt: skip
ODD_NUMBERS = (
    "10,5",
    "0,5",
    "10",
    " 11 ",
    "1.250",
    "12.5",
    "1,200",
    "-5",
    "5/2",
    "1E1",
    "1,2,34",
    "hai",
)
KINDS = ("Báo cáo tổng hợp đăng ký", "Báo cáo 6 tháng", "Báo cáo năm", "annual_report", "Công văn")


class Typist:
    """Types cells; a `messy` one also types what a formula cannot read: days and numbers as text, stray spaces."""

    def __init__(self, seed: int, *, messy: bool) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same book each time
        self.messy = messy

    def one(self, choices: Sequence[Any]) -> Any:
        return self.chance.choice(choices)

    def day(self, blank: float = 0.2) -> Any:
        if self.chance.random() < blank:
            return None
        shift = self.one((0, 0, 0, -1, 1, -370))
        day = self.one(TIDY_DAYS) + timedelta(days=shift)
        if self.messy and self.chance.random() < 0.2:
            return Raw(self.one(ODD_DAYS))
        return day

    def code(self, letters: str, count: int) -> Any:
        """Mostly a code that is there, sometimes none or an unknown one."""
        known = [f"{letters}{number}" for number in range(1, count + 1)]
        found = self.one((*known, *known, *known, f"{letters}99", None)) if count else None
        return f" {found} " if self.messy and found and self.chance.random() < 0.1 else found

    def number(self) -> Any:
        found = self.one((None, 9, 10, 10, 11, 10.5))
        return self.one(ODD_NUMBERS) if self.messy and self.chance.random() < 0.3 else found


def random_content(seed: int, *, messy: bool = False) -> Content:
    """A book of few bodies, subjects and models with everything that counting looks at."""
    typist = Typist(seed, messy=messy)
    bodies, subjects, models = (typist.chance.randint(0, most) for most in (4, 6, 9))
    sizes = {"TC": bodies, "CT": subjects, "MH": models}
    rows = {
        "organisations": [_body(typist, number) for number in range(1, bodies + 1)],
        "registrants": [_subject(typist, number, sizes) for number in range(1, subjects + 1)],
        "models": [_model(typist, number, sizes) for number in range(1, models + 1)],
        "meetings": [{"code": "CH1", "kind": "Phiên thẩm định", "date": typist.day()}],
        "register": [_paper(typist) for _ in range(typist.chance.randint(0, 5))],
        **{
            key: [make(typist, sizes) for _ in range(typist.chance.randint(0, 6))]
            for key, make in _OF_MODELS.items()
        },
    }
    if models > 2 and typist.chance.random() < 0.3:
        rows["models"][1]["code"] = "MH1"
    if models and typist.chance.random() < 0.3:
        rows["models"].insert(1, {})
    return {"settings": _settings(typist), **rows}


def _settings(typist: Typist) -> list[Row]:
    return [
        {
            "key": "sample_day",
            "value": typist.one((date(YEAR, 3, 7), date(YEAR, 11, 23), date(YEAR + 1, 1, 2))),
        },
        {
            "key": "provisional_until",
            "value": typist.one((None, date(YEAR, 11, 22), date(YEAR, 12, 31))),
        },
        {"key": "commune", "value": typist.one(("An Phú", None))},
        {"key": "exemplar_level", "value": typist.one(("Cấp xã bình chọn", "Thành phố", None))},
        {"key": "appraisal_days", "value": typist.one(("Ngày làm việc", "calendar", None))},
        {"key": "holidays", "value": typist.one((None, "2/3/2026; 3/3/2026", "20/11/2026"))},
        {"key": "closing_conference_date", "value": typist.one((None, date(YEAR, 12, 18)))},
        *(
            {"key": key, "value": typist.one(("Có", "Không", None))}
            for key in ("launch_replicated", "both_tags", "managed_counts", "strict_before")
        ),
    ]


def _body(typist: Typist, number: int) -> Row:
    return {
        "code": f"TC{number}",
        "name": f"Chi bộ {number}",
        "direct": typist.one(TICKS),
        "must_register": typist.one(TICKS),
    }


def _subject(typist: Typist, number: int, sizes: Mapping[str, int]) -> Row:
    return {
        "code": f"CT{number}",
        "name": typist.one((f"Tổ dân vận {number}", f"Chi bộ {number}")),
        "unit": typist.one((None, "Chi bộ 1")),
        "managing_organisation": typist.code("TC", sizes["TC"]),
    }


def _model(typist: Typist, number: int, sizes: Mapping[str, int]) -> Row:
    days = ("registered_on", "plan_received_on", "start_date", "launch_date", "plan_date")
    ticks = (
        "commune_task",
        "professional_task",
        "still_suitable",
        "effective",
        "goal_higher_confirmed",
    )
    return {
        "code": typist.one((f"MH{number}", f"MH{number}", f"MH{number}", None)),
        "name": f"Mô hình {number}",
        "registrant": typist.code("CT", sizes["CT"]),
        "field": typist.one(FIELDS),
        "origin": typist.one(ORIGINS),
        **{key: typist.one(TICKS) for key in ticks},
        **{key: typist.day() for key in days},
        "dropped_on": typist.day(blank=0.85),
        "figure": typist.number(),
        "previous_figure": typist.number(),
    }


def _paper(typist: Typist) -> Row:
    return {
        "kind": typist.one(KINDS),
        "state": typist.one(("Chờ số", "Đã ban hành", "Hủy", "Huỷ", None)),
        "sent_on": typist.day(),
        "cut_off": typist.day(blank=0.6),
    }


def _hearing(typist: Typist, sizes: Mapping[str, int]) -> Row:
    days = ("date", "report_received", "notice_date", "decision_date")
    return {
        "model": typist.code("MH", sizes["MH"]),
        "meeting": typist.one(("CH1", None, "CH9")),
        "conclusion": typist.one(("Đạt", "Đạt", "Không đạt", None)),
        **{key: typist.day(blank=0.4) for key in days},
    }


def _nominee(typist: Typist, sizes: Mapping[str, int]) -> Row:
    days = ("submission_date", "city_date", "commendation_date")
    return {
        "registrant": typist.code("CT", sizes["CT"]),
        "model": typist.code("MH", sizes["MH"]),
        "meeting": typist.one(("CH1", None)),
        "chosen": typist.one(TICKS),
        "commend": typist.one(TICKS),
        "city_number": typist.one((None, None, "7-QĐ/TU")),
        **{key: typist.day(blank=0.5) for key in days},
    }


_OF_MODELS = {
    "progress": lambda typist, sizes: {
        "model": typist.code("MH", sizes["MH"]),
        "as_of": typist.day(0.1),
    },
    "inspections": lambda typist, sizes: {
        "model": typist.code("MH", sizes["MH"]),
        "date": typist.day(0.1),
    },
    "hearings": _hearing,
    "exemplars": _nominee,
}
