"""A field that the guidance does not have is told as such, at its cell and with its section."""

from pathlib import Path

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.build_cells import Raw
from dvk_office.workbook.reader import read_book


@pytest.mark.req("R-037", "R-083")
def test_a_field_that_the_guidance_does_not_have_is_one_error_in_these_words(
    layout: Layout, rules: Rules, tmp_path: Path
) -> None:
    row = {"code": "MH01", "name": "Tuyến đường hoa", "field": Raw("Kinh te")}
    target = tmp_path / "sổ.xlsx"
    build_workbook(layout, rules, {"models": [row]}, target)
    _, findings = read_book(target, layout)
    (one,) = [one for one in findings if one.place.sheet_key == "models"]
    assert str(one) == (
        "Mô hình!E4: Lỗi MH-003: Mô hình “Tuyến đường hoa” ghi lĩnh vực “Kinh te” không có trong "
        "hướng dẫn. Có phải ý là “Kinh tế”? Cách sửa: Chọn một lĩnh vực trong danh sách của ô này. "
        "(Mục II.2)"
    )


@pytest.mark.req("R-037")
def test_two_fields_in_one_cell_are_none(layout: Layout, rules: Rules, tmp_path: Path) -> None:
    row = {"code": "MH01", "name": "Hoa", "field": Raw("Kinh tế; Văn hóa - xã hội")}
    target = tmp_path / "sổ.xlsx"
    build_workbook(layout, rules, {"models": [row]}, target)
    _, findings = read_book(target, layout)
    (one,) = [one for one in findings if one.place.sheet_key == "models"]
    assert (one.code, one.place.cell) == ("MH-003", "E4")
