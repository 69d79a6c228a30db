"""«Phụ lục, báo cáo»: the appendix that is made, agrees with its covering report, or is stopped by its cells."""

import json
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dvk_office.core.findings import Finding
from dvk_office.jobs.appendix import appendix
from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import Report, silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.load import read_rules
from dvk_office.rules.year import Rules
from dvk_office.workbook.appendix_table import CELL_LIMIT
from tests.paper_book import TEXT, TODAY, opened, paper_text

FILE = "phu-luc-01-tong-hop-dang-ky-mo-hinh-2026.xlsx"
LEFT_OUT = [("PL-005", "origin", 7), ("PL-004", "dropped_on", 9)]


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    """The job on the small book, changed as the test says."""

    def job(text: str = TEXT, number: str = "01", **values: object) -> Report:
        return appendix(opened(rules, layout, text, **values), number, tmp_path, TODAY)

    return job


def seen(findings: tuple[Finding, ...]) -> list[tuple[str, str, int]]:
    return [(one.code, one.place.column_key, one.place.row) for one in findings]


def lines(report: Report) -> list[str]:
    """The first column of the appendix, from its heading row on."""
    sheet = load_workbook(report.made[0].path).active
    assert sheet
    shown = [str(row[0].value) for row in sheet.iter_rows() if row[0].value is not None]
    return shown[shown.index("TT") + 1 :]


def shares(total: str, *counts: str) -> str:
    """The end of a counting line: in all, then new, continued, replicated, of collectives, of persons."""
    words = ("xây dựng mới", "tiếp tục", "nhân rộng", "tập thể", "cá nhân")
    each = "; ".join(f"{word} {number}" for word, number in zip(words, counts, strict=True))
    return f"{total} mô hình, trong đó: {each}."


def numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\b[0-9]+\b", text)]


@pytest.mark.req("R-145", "R-170")
def test_the_appendix_is_made_and_entered_in_the_manifest(run, tmp_path: Path) -> None:
    (made,) = run().made
    (entry,) = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert made.path.name == FILE
    assert (entry["path"], entry["kind"], entry["sha256"]) == (FILE, "appendix_01", made.sha256)


@pytest.mark.req("R-051", "R-192")
def test_it_counts_by_field_and_in_all(run) -> None:
    assert lines(run()) == [
        "I. LĨNH VỰC KINH TẾ", "1", "2",
        f"Cộng lĩnh vực I: {shares('02', '0', '01', '01', '01', '01')}",
        "II. LĨNH VỰC VĂN HÓA - XÃ HỘI", "3",
        f"Cộng lĩnh vực II: {shares('01', '01', '0', '0', '01', '0')}",
        "III. LĨNH VỰC QUỐC PHÒNG - AN NINH, DÂN TỘC - TÔN GIÁO", "4",
        f"Cộng lĩnh vực III: {shares('01', '0', '01', '0', '01', '0')}",
        "IV. LĨNH VỰC XÂY DỰNG HỆ THỐNG CHÍNH TRỊ",
        "Cộng lĩnh vực IV: 0 mô hình.",
        f"Tổng số: {shares('04', '01', '02', '01', '03', '01')}",
        "NGƯỜI LẬP BIỂU",
    ]  # fmt: skip


@pytest.mark.req("R-166", "R-192")
def test_its_total_is_that_of_the_covering_report(
    run, rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    book = opened(rules, layout)
    report = documents(book, ("registration_report",), (), tmp_path, TODAY, silent)
    text = paper_text(report.made[0].path)
    told = re.search(r"có (\d+) mô hình đăng ký", text)
    assert told
    assert numbers(lines(run())[-2])[0] == int(told[1])


@pytest.mark.req("R-152")
def test_its_figures_are_those_of_the_cut_off_in_the_register(run) -> None:
    text = TEXT.replace(
        "| register | issuer            | kind                     | number   | date     | state        |",
        "| register | issuer            | kind                     | number   | date     | state        | cut_off |",
    ).replace("| Đã ban hành  |", "| Đã ban hành  | 3/2/2026 |")
    report = run(text)
    assert numbers(lines(report)[-2])[0] == 2
    assert seen(report.findings)[-1] == ("PL-006", "registered_on", 8)


@pytest.mark.req("R-161", "T-14")
def test_what_is_left_out_is_said_with_the_reason(run) -> None:
    assert seen(run().findings) == LEFT_OUT


@pytest.mark.req("R-145")
def test_it_names_the_report_that_it_goes_with(run) -> None:
    sheet = load_workbook(run().made[0].path).active
    assert sheet
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert "(Kèm theo Báo cáo số 15-BC/ĐU, ngày 06/3/2026 của Ban Thường vụ Đảng ủy)" in texts


def test_two_runs_give_the_same_file(run) -> None:
    assert run().made == run().made


def test_a_number_may_be_written_without_its_nought(run) -> None:
    assert run(number="1").made[0].kind == "appendix_01"


def test_an_appendix_that_there_is_not_is_an_error(run) -> None:
    report = run(number="99")
    assert [one.code for one in report.findings] == ["PL-001"]
    assert "99" in report.findings[0].message
    assert report.made == ()


@pytest.mark.req("R-189")
def test_a_blank_name_stops_it_and_names_the_cell(run) -> None:
    report = run(TEXT.replace("| Đường hoa", "|").replace("Tuyến đường hoa      ", " " * 21))
    assert ("VB-004", "name", 4) in seen(report.findings)
    assert report.made == ()


@pytest.mark.req("R-189")
def test_an_error_in_a_quoted_cell_stops_it(run) -> None:
    report = run(
        TEXT.replace("MH03 | Hiến đất mở đường    | CT03", "MH03 | Hiến đất mở đường    | CT99")
    )
    assert ("VB-005", "registrant", 6) in seen(report.findings)
    assert report.made == ()


@pytest.mark.req("R-189")
def test_a_blank_setting_stops_it(run) -> None:
    report = run(signer_name=None)
    assert ("VB-004", "value") in {(one.code, one.place.column_key) for one in report.findings}
    assert report.made == ()


def test_a_book_without_models_gives_a_note(run) -> None:
    report = run("")
    assert [one.code for one in report.findings] == ["VB-003"]
    assert report.made == ()


@pytest.mark.req("R-188")
@pytest.mark.parametrize("value", ["=cmd()", "{{ x }}", "A & B < C", "]]>", "Một\nHai", "\x01Ba"])
def test_a_nasty_value_stands_in_it_as_plain_text(run, value: str) -> None:
    text = TEXT.replace("Tuyến đường hoa      ", value.replace("\n", "<br>").replace("|", ""))
    sheet = load_workbook(run(text).made[0].path).active
    assert sheet
    assert value.replace("\x01", "") in [cell.value for row in sheet.iter_rows() for cell in row]


@pytest.mark.req("R-188")
def test_a_text_longer_than_a_cell_goes_on_below_and_is_told(run) -> None:
    area = "thôn " * 6_553
    text = TEXT + f"| details | model | area | audience |\n| | MH01 | {area} | mọi hộ trong xã |\n"
    report = run(text)
    assert [one for one in seen(report.findings) if one[0] == "PL-002"] == [("PL-002", "", 4)]
    sheet = load_workbook(report.made[0].path).active
    assert sheet
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    whole = f"{area.strip()}; mọi hộ trong xã"
    assert {whole[:CELL_LIMIT], whole[CELL_LIMIT:]} <= set(texts)


@pytest.mark.req("R-001", "R-051")
def test_another_years_fifth_field_stands_in_it_with_no_code_changed(tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "rules" / "next_year.toml"
    rules = read_rules(source.read_text(encoding="utf-8"))
    assert isinstance(rules, Rules)
    layout = load_layout(rules)
    text = TEXT.replace(f"/{TODAY.year}", f"/{rules.year}")
    year_on = TODAY.replace(year=rules.year)
    made = appendix(opened(rules, layout, text), "01", tmp_path, year_on).made
    sheet = load_workbook(made[0].path).active
    assert sheet
    heads = [str(row[0].value) for row in sheet.iter_rows() if "LĨNH VỰC" in str(row[0].value)]
    assert len(heads) == len(rules.fields) == 5
