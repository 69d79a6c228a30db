"""The appendices and letters as data: every cell and setting that they name is one of ours."""

import pytest

from dvk_office.rules.appendix import AppendixForm, appendix_forms
from dvk_office.rules.documents import paper_kinds
from dvk_office.rules.layout import Layout
from dvk_office.rules.letters import letter_kinds

FORMS = appendix_forms()


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_cell_that_an_appendix_names_is_a_column(form: AppendixForm, layout: Layout) -> None:
    named = {**form.paper.columns}
    for sheet, keys in (*named.items(), *form.paper.quotes.items()):
        assert set(keys) <= layout.by_key[sheet].by_key.keys(), sheet


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_condition_asks_for_a_value_that_its_column_can_hold(
    form: AppendixForm, layout: Layout
) -> None:
    for only in (line.only for column in form.columns for line in column.lines if line.only):
        sheet, _, key = only.column.partition(".")
        column = layout.by_key[sheet].by_key[key]
        choices = column.choices or column.kind
        assert set(only.values) <= {one.key for one in layout.choices[choices]}, only


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_setting_that_an_appendix_names_is_ours(form: AppendixForm, layout: Layout) -> None:
    named = {*form.paper.settings, *form.paper.quotes_settings}
    assert named <= layout.setting_by_key.keys()


@pytest.mark.req("R-170", "T-35")
def test_appendix_01_has_the_columns_of_a_registration() -> None:
    heads = [column.header for column in FORMS["01"].columns]
    assert heads == [
        "TT",
        "Tên mô hình",
        "Chủ thể thực hiện",
        "Tập thể/ Cá nhân",
        "Tổ chức đảng trực thuộc",
        "Loại đăng ký",
        "Nội dung, mục tiêu, chỉ tiêu chính năm {year}",
        "Mục tiêu, chỉ tiêu năm {before} (nếu tiếp tục)",
        "Địa bàn, đối tượng",
        "Thời gian thực hiện",
        "Thời gian ra mắt",
        "Gắn với nhiệm vụ chính trị của địa phương",
        "Người phụ trách",
        "Ghi chú",
    ]


def test_an_appendix_has_a_numeral_for_more_fields_than_a_year_will_have() -> None:
    assert len(FORMS["01"].word("numerals").split()) == 12


def test_an_error_in_any_cell_that_is_printed_stops_the_appendix() -> None:
    paper = FORMS["01"].paper
    held = {
        f"{sheet}.{key}"
        for table in (paper.columns, paper.quotes)
        for sheet, keys in table.items()
        for key in keys
    }
    printed = {
        cell for column in FORMS["01"].columns for line in column.lines for cell in line.cells
    }
    assert printed <= held


@pytest.mark.req("R-166")
def test_every_letter_carries_papers_of_ours_to_bodies_of_the_settings(layout: Layout) -> None:
    for kind in letter_kinds():
        assert kind.paper in paper_kinds()
        assert kind.appendix in FORMS
        for body in (kind.to, *kind.copies):
            assert layout.setting_by_key[body.address].kind == "email"
            assert layout.setting_by_key[body.name].kind == "text"


@pytest.mark.req("R-194")
def test_appendix_01_prints_no_address_no_telephone_and_no_day_of_birth() -> None:
    printed = {
        cell.partition(".")[2]
        for column in FORMS["01"].columns
        for line in column.lines
        for cell in line.cells
    }
    assert printed & {"email", "phone", "birth_year", "birth_date", "residence", "gender"} == set()
