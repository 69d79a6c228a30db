"""«Lập sổ»: an office's folder, empty, from an older workbook, for the next year, from a list of old models."""

from datetime import date
from pathlib import Path

import pytest

from dvk_office.core.findings import DvkError
from dvk_office.core.records import Book
from dvk_office.jobs import next_year
from dvk_office.jobs.build_source import settings_rows
from dvk_office.jobs.new import new
from dvk_office.jobs.next_year import opening
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import read_rules
from dvk_office.rules.year import Rules
from dvk_office.workbook.build import build_workbook
from dvk_office.workbook.entries import Entries, read_entries
from dvk_office.workbook.reader import read_book

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "so-mau-2026.xlsx"


def book_of(path: Path, layout: Layout) -> Book:
    return read_book(path, layout)[0]


def test_a_new_folder_has_workbook_templates_room_for_results_and_a_word_to_read_first(
    tmp_path: Path,
) -> None:
    report = new(tmp_path / "văn phòng", interpreter="C:\\Python\\python.exe")
    names = {one.path.relative_to(tmp_path).as_posix() for one in report.made}
    assert {"văn phòng/dvk-2026.xlsm", "văn phòng/doc-truoc.txt"} <= names
    assert "văn phòng/mau-van-ban/quyet-dinh-cong-nhan-mo-hinh.docx" in names
    assert (tmp_path / "văn phòng" / "ket-qua").is_dir()
    assert "dvk-2026.xlsm" in (tmp_path / "văn phòng" / "doc-truoc.txt").read_text("utf-8-sig")


def test_the_buttons_know_the_interpreter(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    new(tmp_path, interpreter="C:\\Python\\python.exe")
    conf = load_workbook(tmp_path / "dvk-2026.xlsm", keep_vba=False)["xlwings.conf"]
    assert conf["B1"].value == "C:\\Python\\python.exe"


def test_a_second_run_loses_nothing(tmp_path: Path) -> None:
    new(tmp_path, interpreter="a")
    restyled = tmp_path / "mau-van-ban" / "quyet-dinh-cong-nhan-mo-hinh.docx"
    restyled.write_bytes(b"the office's own")
    before = (tmp_path / "dvk-2026.xlsm").read_bytes()
    (told,) = new(tmp_path, interpreter="b").findings
    assert restyled.read_bytes() == b"the office's own"
    (kept,) = tmp_path.glob("dvk-2026.*.xlsm")
    assert kept.read_bytes() == before
    assert (told.code, kept.name in told.message) == ("TEP-100", True)
    assert new(tmp_path, interpreter="b").findings == ()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("văn phòng (1) & 100%", []),
        ("a;b", ["MAY-006"]),
        ("a=b", []),
        ("x" * 120 + "/" + "y" * 120, []),
    ],
)
def test_a_folder_with_which_buttons_cannot_work_is_told_at_once(
    tmp_path: Path, name: str, codes: list[str]
) -> None:
    report = new(tmp_path / name, interpreter="a")
    assert [one.code for one in report.findings] == codes
    assert report.made[0].path.is_file()


def test_entries_move_to_a_newer_version_unchanged(tmp_path: Path, layout: Layout) -> None:
    new(tmp_path, source=SAMPLE, interpreter="a")
    old, moved = book_of(SAMPLE, layout), book_of(tmp_path / "dvk-2026.xlsm", layout)
    for sheet in layout.sheets:
        if sheet.role == "entry" and sheet.key != "settings":
            assert [(one.row, one.values) for one in moved[sheet.key]] == [
                (one.row, one.values) for one in old[sheet.key]
            ]
    assert moved.settings.values == old.settings.values


def test_a_year_without_rules_is_told(tmp_path: Path) -> None:
    with pytest.raises(DvkError) as told:
        new(tmp_path, source=SAMPLE, year=1999, interpreter="a")
    assert told.value.finding.code == "QT-090"
    assert not list(tmp_path.iterdir())


@pytest.fixture(scope="module")
def after() -> Rules:
    text = (ROOT / "tests" / "rules" / "next_year.toml").read_text(encoding="utf-8")
    found = read_rules(text)
    assert isinstance(found, Rules)
    return found


@pytest.fixture(scope="module")
def next_book(rules: Rules, layout: Layout, after: Rules, tmp_path_factory) -> Book:
    """The sample's commune as the next year finds it."""
    entries = opening(read_entries(SAMPLE, layout), layout, rules, after)
    path = tmp_path_factory.mktemp("sau") / "so.xlsx"
    fresh = load_layout(after)
    content = {**entries.rows, "settings": settings_rows(fresh, list(entries.rows["settings"]))}
    build_workbook(entries.layout(fresh), after, content, path)
    return book_of(path, fresh)


@pytest.mark.req("R-161", "R-164")
def test_live_models_go_on_with_this_years_goal_as_last_years(
    next_book: Book, layout: Layout
) -> None:
    old = {one.text("code"): one for one in book_of(SAMPLE, layout)["models"]}
    live = [code for code, one in old.items() if one.blank("dropped_on")]
    assert [one.text("code") for one in next_book["models"]] == live
    for model in next_book["models"]:
        before = old[model.text("code")]
        assert model.text("origin") == "continued"
        assert model.text("previous_goal") == before.text("goal")
        assert model.number("previous_figure") == before.number("figure")
        blank = ("goal", "figure", "still_suitable", "effective", "registered_on", "launch_date")
        assert all(model.blank(key) for key in blank)


@pytest.mark.req("R-161")
def test_a_model_of_this_year_began_this_year_and_an_older_one_keeps_its_year(
    next_book: Book, layout: Layout, rules: Rules
) -> None:
    old = {one.text("code"): one for one in book_of(SAMPLE, layout)["models"]}
    for model in next_book["models"]:
        before = old[model.text("code")]
        expected = (
            before.number("since_year") if before.text("origin") == "continued" else rules.year
        )
        assert model.number("since_year") == expected


def test_bodies_subjects_awards_and_register_stay_and_the_rest_starts_empty(
    next_book: Book, layout: Layout
) -> None:
    old = book_of(SAMPLE, layout)
    for key in ("registrants", "awards", "register"):
        assert len(next_book[key]) == len(old[key])
    assert [one.text("name") for one in next_book["organisations"]] == [
        one.text("name") for one in old["organisations"]
    ]
    assert all(one.blank("own_plan_number") for one in next_book["organisations"])
    empty = (
        "details",
        "progress",
        "inspections",
        "scores",
        "meetings",
        "hearings",
        "exemplars",
        "archive",
    )
    assert not any(next_book[key] for key in empty)


@pytest.mark.req("R-001")
def test_the_settings_are_of_the_new_year(next_book: Book, after: Rules) -> None:
    settings = next_book.settings
    assert settings.number("year") == after.year
    assert settings.text("commune") == "An Phú"
    assert settings.text("guidance_number") == ""
    assert settings.day("half_year_cut_off") == date(after.year, 6, 20)


def test_what_lasts_is_named_by_sheets_of_the_layout(layout: Layout) -> None:
    assert layout.by_key.keys() >= next_year.LASTING
    assert layout.by_key["models"].by_key.keys() >= set(next_year.KEPT_OF_A_MODEL)


@pytest.mark.req("R-161")
@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_a_plain_list_of_old_models_is_taken_in(
    tmp_path: Path, layout: Layout, separator: str
) -> None:
    lines = [
        ("Tên mô hình", "Chủ thể", "Lĩnh vực", "Mục tiêu năm trước", "Cột lạ"),
        ("Đường hoa", "Chi bộ thôn Hạ", "Kinh tế", "2 km", "x"),
        ("Tổ tự quản", "chi bộ thôn hạ", "", "", ""),
        ("", "Chi bộ thôn Trung", "", "", ""),
    ]
    (tmp_path / "cu.csv").write_text(
        "\n".join(separator.join(line) for line in lines), encoding="utf-8"
    )
    report = new(tmp_path / "so", old_models=tmp_path / "cu.csv", interpreter="a")
    book = book_of(tmp_path / "so" / "dvk-2026.xlsm", layout)
    first, second = book["models"]
    assert (first.text("name"), first.text("origin"), first.text("previous_goal")) == (
        "Đường hoa", "continued", "2 km",
    )  # fmt: skip
    assert first.text("registrant") == second.text("registrant")
    assert [one.text("name") for one in book["registrants"]] == ["Chi bộ thôn Hạ"]
    assert [one.code for one in report.findings] == ["TEP-097"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "TEP-098"),
        (b"\xff\xfe\x00", "TEP-098"),
        (b"PK\3\4", "TEP-098"),
        ("Tên mô hình".encode("cp1258", "replace"), "TEP-098"),
        ("Tên mô hình;Số".encode("utf-16-le"), "TEP-098"),
        ("Tên;Số\na;b".encode(), "TEP-096"),
    ],
)
def test_a_list_that_cannot_be_read_is_one_finding(
    tmp_path: Path, content: bytes, code: str
) -> None:
    (tmp_path / "cu.csv").write_bytes(content)
    with pytest.raises(DvkError) as told:
        new(tmp_path / "so", old_models=tmp_path / "cu.csv", interpreter="a")
    assert told.value.finding.code == code


def test_nothing_typed_gives_nothing_carried(rules: Rules, layout: Layout, after: Rules) -> None:
    assert opening(Entries({}, {}, (), ()), layout, rules, after).rows == {}
