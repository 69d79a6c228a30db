"""A book of 300 rows: sixty nominees, each with a model, its hearing, a meeting that chose it and a submission of its own."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import latest_year, load_year
from dvk_office.workbook.build import build_workbook

NOMINEES = 60
YEAR = latest_year()
TODAY = date(YEAR, 11, 23)
TICKS = {f"e{n}": "Có" for n in range(1, 7)}
SETTINGS = {
    "year": YEAR,
    "commune": "An Phú",
    "city": "Hải Vân",
    "party_committee": "Đảng ủy xã An Phú",
    "party_superior": "Đảng bộ thành phố Hải Vân",
    "signer_name": "Lê Minh Tâm",
    "guidance_number": "07-HD/ĐU",
    "guidance_date": date(YEAR, 1, 20),
}


def content() -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Rows as an office would type them; every third nominee is a person."""
    numbers = range(1, NOMINEES + 1)
    return {
        "settings": [{"key": key, "value": value} for key, value in SETTINGS.items()],
        "organisations": [
            {"code": "TC01", "name": "Chi bộ thôn Hạ", "kind": "Chi bộ", "direct": "Có"}
        ],
        "registrants": [_registrant(n) for n in numbers],
        "models": [_model(n) for n in numbers],
        "meetings": [_meeting(n) for n in numbers],
        "hearings": [_hearing(n) for n in numbers],
        "exemplars": [_exemplar(n) for n in numbers],
    }


def is_person(number: int) -> bool:
    """Whether the nominee is a person and no collective."""
    return number % 3 == 0


def _registrant(number: int) -> Mapping[str, Any]:
    person = is_person(number)
    return {
        "code": f"CT{number:02}",
        "kind": "Cá nhân" if person else "Tập thể",
        "type": "Đảng viên" if person else "Tổ dân vận",
        "name": f"Trần Văn {chr(64 + number)}" if person else f"Tổ dân vận số {number}",
        "birth_year": 1975 if person else None,
        "position": "Chi ủy viên" if person else None,
        "unit": "thôn Hạ",
        "managing_organisation": "TC01",
        "grading": None if person else "Tốt",
        "grading_year": None if person else YEAR,
        "grading_state": None if person else "Dự kiến",
    }


def _model(number: int) -> Mapping[str, Any]:
    return {
        "code": f"MH{number:02}",
        "name": f"Dân vận khéo trong việc thứ {number}",
        "registrant": f"CT{number:02}",
        "field": "Kinh tế",
        "origin": "Mới",
        "goal": f"Vận động {number + 10} hộ",
        "registered_on": date(YEAR, 2, 5),
        "plan_date": date(YEAR, 2, 4),
        "plan_received_on": date(YEAR, 2, 5),
        "start_date": date(YEAR, 3, 1),
        "launch_date": date(YEAR, 3, 1),
    }


def _meeting(number: int) -> Mapping[str, Any]:
    return {
        "code": f"CH{number:02}",
        "kind": "Họp bình xét điển hình",
        "date": date(YEAR, 10, 5),
        "time": "14h00",
        "place": "Phòng họp Đảng ủy",
        "chair": "Lê Minh Tâm",
        "secretary": "Đỗ Thị Xoan",
        "summoned": 15,
        "present": 15,
        "ballots_issued": 15,
        "ballots_returned": 15,
        "ballots_valid": 15,
        "conclusion": "Nhất trí chọn.",
    }


def _hearing(number: int) -> Mapping[str, Any]:
    return {
        "model": f"MH{number:02}",
        "date": date(YEAR, 9, 25),
        "conclusion": "Đạt",
        "notice_number": "31-TB/ĐU",
        "notice_date": date(YEAR, 9, 28),
        "decision_number": "41-QĐ/ĐU",
        "decision_date": date(YEAR, 10, 2),
        "most_exemplary": "Có",
    }


def _exemplar(number: int) -> Mapping[str, Any]:
    person = is_person(number)
    return {
        "registrant": f"CT{number:02}",
        "model": f"MH{number:02}",
        **(TICKS if person else {}),
        "took_part_directly": "Có" if person else None,
        "introduced_by": "Chi bộ thôn Hạ",
        "meeting": f"CH{number:02}",
        "votes_for": 12,
        "chosen": "Có",
        "report_received_on": date(YEAR, 10, 6),
        "submission_number": f"{number + 40}-TTr/ĐU",
        "submission_date": date(YEAR, 10, 9),
        "birth_date": date(1975, 9, 2) if person else None,
        "hometown": "Xã An Phú" if person else None,
        "residence": "thôn Hạ" if person else None,
        "achievements": f"Vận động {number + 10} hộ cùng làm; chi phí giảm, bà con đồng tình.",
    }


def build(book: Path) -> None:
    """Writes the book."""
    rules = load_year(YEAR)
    build_workbook(load_layout(rules), rules, content(), book)
