"""The settings sheet in a file: each value read by the kind of its own setting, each problem at its cell."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.findings import Finding
from dvk_office.core.records import Settings, Unreadable, Value
from dvk_office.rules.layout import Layout
from dvk_office.workbook.reader import read_book
from tests.workbook.written import (
    ERROR,
    UNCACHED,
    Content,
    Styled,
    headers,
    pack,
    parts,
    sheet,
    table,
)


def read(
    path: Path, layout: Layout, *rows: Sequence[Content | None]
) -> tuple[Settings, dict[str, Finding]]:
    """Settings with these rows of key and value from row 4 on, and what was found in them by cell."""
    cells = table(3, [headers(layout, "settings", "key", "value"), *rows])
    made = parts({layout.by_key["settings"].tab: sheet(cells)})
    book, findings = read_book(pack(path, made), layout)
    return book.settings, {one.place.cell: one for one in findings if one.place.row}


@pytest.mark.req("R-001", "R-005")
@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("year", 2027.0, 2027),
        ("year", "2027", 2027),
        ("guidance_number", "15-HD/ĐU", "15-HD/ĐU"),
        ("guidance_number", 15.0, "15"),
        ("guidance_date", date(2026, 1, 20), date(2026, 1, 20)),
        ("guidance_date", "20.1.2026", date(2026, 1, 20)),
        ("strict_before", "Không", False),
        ("strict_before", True, True),
        ("commune_kind", "Phường", "ward"),
        ("quorum_percent", "66,7", 66.7),
        ("reward_collective", 1500000.0, 1500000),
        ("signer_name", "Nguyễn  Văn A ", "Nguyễn  Văn A"),
        ("signer_name", 7.0, "7"),
    ],
)
def test_a_setting_is_read_by_its_own_kind(
    tmp_path: Path, layout: Layout, key: str, typed: Content, value: Value
) -> None:
    found, findings = read(tmp_path / "so.xlsx", layout, [key, typed])
    assert (found.values[key], found.place(key).cell, key in found.typed) == (value, "B4", True)
    assert findings == {}


@pytest.mark.parametrize(
    ("key", "typed", "code"),
    [
        ("guidance_date", "31/11/2026", "O-013"),
        ("guidance_date", 46042.0, "O-016"),
        ("year", "năm nay", "O-019"),
        ("strict_before", "tùy", "O-018"),
        ("commune_kind", "Huyện", "O-003"),
        ("guidance_number", Styled(46042, 1), "O-023"),
        ("signer_name", ERROR, "O-025"),
        ("signer_name", UNCACHED, "O-026"),
        ("signer_name", "Tæ tù qu¶n nh©n d©n", "O-028"),
    ],
)
@pytest.mark.req("R-184", "R-186")
def test_a_setting_that_cannot_be_read_has_no_value_and_no_default(
    tmp_path: Path, layout: Layout, key: str, typed: Content, code: str
) -> None:
    found, findings = read(tmp_path / "so.xlsx", layout, [key, typed])
    assert found.values[key] is Unreadable.CELL
    assert {cell: one.code for cell, one in findings.items()} == {"B4": code}


def test_a_setting_without_a_value_has_its_default(tmp_path: Path, layout: Layout) -> None:
    found, findings = read(tmp_path / "so.xlsx", layout, ["strict_before"], ["warn_days", " "])
    assert (found.yes("strict_before"), found.number("warn_days")) == (True, 7)
    assert found.typed == frozenset()
    assert findings == {}


def test_a_required_setting_without_value_and_default_is_named_at_its_cell(
    tmp_path: Path, layout: Layout
) -> None:
    _, findings = read(tmp_path / "so.xlsx", layout, ["commune"], ["signer_name", None])
    assert {cell: one.code for cell, one in findings.items()} == {"B4": "O-062", "B5": "O-062"}


def test_a_key_that_is_unknown_or_there_twice_is_named(tmp_path: Path, layout: Layout) -> None:
    rows = [["city", "Hà Nội"], ["comune", "An Phú"], ["city", "Huế"]]
    found, findings = read(tmp_path / "so.xlsx", layout, *rows)
    assert found.text("city") == "Hà Nội"
    assert {cell: one.code for cell, one in findings.items()} == {"A5": "O-060", "A6": "O-061"}
    assert "Có phải ý là “commune”?" in findings["A5"].message
    assert dict(findings["A6"].facts)["first"] == "4"


def test_a_value_beside_a_blank_key_is_named_and_a_mere_note_is_not(
    tmp_path: Path, layout: Layout
) -> None:
    rows = [["city", "Hà Nội"], [None, "Cấp thành phố công nhận"], [None, None, "ghi thêm"]]
    _, findings = read(tmp_path / "so.xlsx", layout, *rows)
    assert {cell: one.code for cell, one in findings.items()} == {"A5": "O-064"}
    assert "“Cấp thành phố công nhận”" in findings["A5"].message
