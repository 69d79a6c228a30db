"""Workbooks built from text data: the empty master, a sample, and a sample with planted mistakes."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.core.records import Book, Unreadable
from dvk_office.jobs import build_macros
from dvk_office.jobs.build import build, build_master, build_samples
from dvk_office.jobs.build_source import edited, read_source
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from dvk_office.workbook.reader import read_book

MODELS = """code,name,registrant,origin,registered_on,figure
MH01,Đường hoa,CT01,new,5/2/2026,"1.250,5"
,,,,,
MH02,"Tổ tự quản, thôn Hai",CT01,Tiếp tục,06/02/2026,12
"""
SETTINGS = """key,value,note
commune,An Phú,Tên tưởng tượng
sample_day,23/11/2026,
both_tags,Không,
"""
EDITS = """
[[edits]]
sheet = "models"
code = "MH01"
column = "registered_on"
value = "31/11/2026"

[[edits]]
sheet = "models"
row = 6
column = "figure"
value = "12"
raw = true

[[edits]]
sheet = "settings"
code = "commune"
column = "value"
value = ""

[[edits]]
sheet = "models"
add = { code = "MH01", name = "Trùng mã" }

[[edits]]
sheet = "models"
row = 9
column = "name"
value = "Sau dòng trống"

[[edits]]
sheet = "models"
code = "MH02"
column = "start_date"
value = "=1/0"
formula = true

[[edits]]
sheet = "models"
code = "MH02"
column = "previous_figure"
value = "=1/0"
formula = true
shows = "#DIV/0!"

[[edits]]
sheet = "models"
code = "MH02"
cells = { goal = "Mười hai hộ", figure_unit = "hộ" }

[[edits]]
sheet = "models"
column = "note"
header = "Ghi chus"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "samples" / "so-mau"
    folder.mkdir(parents=True)
    (folder / "models.csv").write_text(MODELS, encoding="utf-8")
    (folder / "settings.csv").write_text(SETTINGS, encoding="utf-8")
    (folder.parent / "so-mau-co-loi.toml").write_text(EDITS, encoding="utf-8")
    return folder.parent


def _built(rules: Rules, layout: Layout, source: Path, number: int) -> Book:
    return read_book(build_samples(rules, source, source)[number].path, layout)[0]


@pytest.mark.req("R-001")
def test_the_names_of_the_files_carry_the_year(rules: Rules, source: Path) -> None:
    made = [build_master(rules, source), *build_samples(rules, source, source)]
    assert [one.path.name for one in made] == [
        f"dvk-{rules.year}.xlsm",
        f"so-mau-{rules.year}.xlsx",
        f"so-mau-co-loi-{rules.year}.xlsx",
    ]


def test_text_becomes_dates_numbers_and_choices(rules: Rules, layout: Layout, source: Path) -> None:
    first = _built(rules, layout, source, 0)["models"][0]
    assert (first.text("origin"), first.day("registered_on"), first.number("figure")) == (
        "new",
        date(2026, 2, 5),
        1250.5,
    )


def test_a_blank_line_stays_a_blank_row(rules: Rules, layout: Layout, source: Path) -> None:
    models = _built(rules, layout, source, 0)["models"]
    assert [(one.row, one.text("code")) for one in models] == [(4, "MH01"), (6, "MH02")]


def test_settings_are_typed_or_stand_at_their_default(
    rules: Rules, layout: Layout, source: Path
) -> None:
    settings = _built(rules, layout, source, 0).settings
    assert settings.day("sample_day") == date(2026, 11, 23)
    assert (settings.text("commune"), settings.yes("both_tags")) == ("An Phú", False)
    assert settings.day("year_cut_off") == date(rules.year, 11, 15)


def test_edits_plant_mistakes_and_nothing_else(rules: Rules, layout: Layout, source: Path) -> None:
    clean, faulty = (_built(rules, layout, source, number) for number in (0, 1))
    assert faulty["models"][0].raw("registered_on") is Unreadable.CELL
    assert [(one.row, one.text("name")) for one in faulty["models"][2:]] == [
        (7, "Trùng mã"),
        (9, "Sau dòng trống"),
    ]
    assert faulty.settings.text("commune") == ""
    assert faulty["models"][0].text("name") == clean["models"][0].text("name")


def test_an_edit_may_write_several_cells_of_a_row(
    rules: Rules, layout: Layout, source: Path
) -> None:
    row = _built(rules, layout, source, 1)["models"][1]
    assert (row.text("goal"), row.text("figure_unit"), row.number("figure")) == (
        "Mười hai hộ",
        "hộ",
        12,
    )


def test_formulas_in_error_and_headers_with_slips_are_found(
    rules: Rules, layout: Layout, source: Path
) -> None:
    faulty = build_samples(rules, source, source)[1].path
    _, findings = read_book(faulty, layout)
    found = {(one.code, one.place.cell) for one in findings if one.place.sheet_key == "models"}
    note, figure, start = (
        layout.by_key["models"].letters[key] for key in ("note", "previous_figure", "start_date")
    )
    assert found >= {("O-041", f"{note}3"), ("O-025", f"{figure}6"), ("O-026", f"{start}6")}


def test_a_raw_edit_is_typed_as_text(layout: Layout, source: Path) -> None:
    clean = read_source(source / "so-mau", layout)
    rows = edited(clean, source / "so-mau-co-loi.toml", layout)["models"]
    assert rows[2]["figure"].text == "12"
    assert rows[2]["start_date"].formula


def test_the_empty_master_has_no_rows_but_settings(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    book, _ = read_book(build_master(rules, tmp_path).path, layout)
    filled = [sheet.heading.sheet_key for sheet in book if sheet.records]
    assert filled == ["settings"]
    assert book.settings.number("year") == rules.year


def test_without_the_builder_of_macros_the_built_ones_are_taken_and_a_note_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_macros, "BUILDER", "no_such_module")
    report = build(tmp_path)
    assert [one.code for one in report.findings] == ["TEP-093"]
    assert "macros" not in {one.kind for one in report.made}
    assert b"vbaProject.bin" in next(tmp_path.glob("*.xlsm")).read_bytes()


def test_with_the_builder_the_workbook_has_the_macros_built_beside_it(tmp_path: Path) -> None:
    report = build(tmp_path)
    assert (report.findings, [one.kind for one in report.made][:3]) == (
        (),
        ["macros", "macros", "master"],
    )


def test_data_without_its_folder_is_one_finding(rules: Rules, tmp_path: Path) -> None:
    with pytest.raises(DvkError) as caught:
        build_samples(rules, tmp_path, tmp_path)
    assert caught.value.finding.code == "TEP-091"
