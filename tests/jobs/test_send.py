"""«Soạn thư gửi»: the draft that is made, what it carries and says, and what keeps it from being made."""

import json
import re
from datetime import date
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from dvk_office.core.findings import Finding
from dvk_office.jobs.appendix import appendix
from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import Made, Report, silent
from dvk_office.jobs.send import send
from dvk_office.jobs.verify import verify
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TEXT, TODAY, opened, paper_text

REPORT, APPENDIX, LETTER = "registration_report", "appendix_01", "letter"
REPORT_FILE = "bao-cao-tong-hop-dang-ky-mo-hinh-2026.docx"
APPENDIX_FILE = "phu-luc-01-tong-hop-dang-ky-mo-hinh-2026.xlsx"
LETTER_FILE = "thu-nhap/thu-gui-tong-hop-dang-ky-mo-hinh-2026.eml"
ADDRESSES = {
    "city_body_email": "danvan@vidu.example",
    "standing_members_email": "thuongtruc@vidu.example",
    "committee_email": "bantv@vidu.example",
}


@pytest.fixture
def run(rules: Rules, layout: Layout, tmp_path: Path):
    """The job on the small book, changed as the test says."""

    def job(text: str = TEXT, day: date = TODAY, **values: object) -> Report:
        book = opened(rules, layout, text, **{**ADDRESSES, **values})
        return send(book, tmp_path, day)

    return job


def codes(report: Report) -> set[str]:
    return {one.code for one in report.findings}


def found(report: Report, code: str) -> Finding:
    return next(one for one in report.findings if one.code == code)


def letter(report: Report) -> EmailMessage:
    path = next(one.path for one in report.made if one.kind == LETTER)
    message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
    assert isinstance(message, EmailMessage)
    return message


def told(report: Report) -> str:
    body = letter(report).get_body()
    assert isinstance(body, EmailMessage)
    return str(body.get_content()).replace("\r\n", "\n")


def attachments(report: Report) -> dict[str, bytes]:
    parts = letter(report).iter_attachments()
    return {str(one.get_filename()): one.get_content() for one in parts}


def kinds(report: Report) -> list[str]:
    return [one.kind for one in report.made]


@pytest.mark.req("R-145", "R-166")
def test_the_report_and_the_appendix_are_made_where_they_are_missing_and_attached(
    run, tmp_path: Path
) -> None:
    report = run()
    assert kinds(report) == [REPORT, APPENDIX, LETTER]
    assert attachments(report) == {
        "Báo cáo 15-BC_ĐU tổng hợp đăng ký mô hình Dân vận khéo năm 2026.docx": (
            tmp_path.joinpath(REPORT_FILE).read_bytes()
        ),
        "Phụ lục 01 - Biểu tổng hợp đăng ký mô hình Dân vận khéo năm 2026.xlsx": (
            tmp_path.joinpath(APPENDIX_FILE).read_bytes()
        ),
    }


@pytest.mark.req("R-145")
def test_the_draft_lies_in_the_folder_of_drafts_and_in_the_manifest(run, tmp_path: Path) -> None:
    run()
    entries = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {one["path"]: one["kind"] for one in entries} == {
        REPORT_FILE: REPORT,
        APPENDIX_FILE: APPENDIX,
        LETTER_FILE: LETTER,
    }
    assert verify(tmp_path).findings == ()


@pytest.mark.req("R-166")
def test_it_goes_to_the_three_receivers_of_the_summary(run) -> None:
    message = letter(run())
    assert "danvan@vidu.example" in str(message["To"])
    assert str(message["Cc"]).count("vidu.example") == 2


def test_several_addresses_in_one_cell_are_several_receivers(run) -> None:
    message = letter(run(city_body_email="a@vidu.example; b@vidu.example"))
    assert [one.addr_spec for one in message["To"].addresses] == [
        "a@vidu.example",
        "b@vidu.example",
    ]


@pytest.mark.req("R-192")
def test_its_figures_are_those_of_the_report_and_of_the_appendix(run) -> None:
    report = run()
    text = told(report)
    paper, table = attachments(report).values()
    counted = re.search(r"có (\d+) mô hình đăng ký", paper_text(paper))
    sheet = load_workbook(BytesIO(table)).active
    assert counted
    assert sheet
    closing = f"Tổng số: {counted[1]} mô hình, trong đó: "
    assert any(str(row[0].value).startswith(closing) for row in sheet.iter_rows())
    assert f"có {counted[1]} mô hình đăng ký, trong đó:" in text


def test_it_says_what_it_carries_in_words(run) -> None:
    assert told(run()) == (
        "Kính gửi: Ban Tuyên giáo và Dân vận Thành ủy\n"
        "\n"
        "Thực hiện Hướng dẫn số 12-HD/BTGDVTU, ngày 10/01/2026 của Ban Tuyên giáo và Dân vận"
        " Thành ủy về thực hiện phong trào thi đua “Dân vận khéo” năm 2026, Đảng ủy xã An Phú gửi"
        " Báo cáo số 15-BC/ĐU, ngày 06/3/2026 tổng hợp đăng ký mô hình “Dân vận khéo” năm 2026"
        " và Phụ lục 01.\n"
        "Tính đến ngày 06/3/2026, có 04 mô hình đăng ký, trong đó:\n"
        "- Theo loại đăng ký: xây dựng mới 01; tiếp tục 02; nhân rộng 01.\n"
        "- Theo chủ thể: tập thể 03; cá nhân 01.\n"
        "- Theo lĩnh vực: Kinh tế 02; Văn hóa - xã hội 01;"
        " Quốc phòng - an ninh, dân tộc - tôn giáo 01; Xây dựng hệ thống chính trị 0.\n"
        "\n"
        "Thư này kèm 02 tệp:\n"
        "1. Báo cáo 15-BC_ĐU tổng hợp đăng ký mô hình Dân vận khéo năm 2026.docx\n"
        "2. Phụ lục 01 - Biểu tổng hợp đăng ký mô hình Dân vận khéo năm 2026.xlsx\n"
        "\n"
        "Kính đề nghị Ban Tuyên giáo và Dân vận Thành ủy xem xét, tổng hợp.\n"
        "Trân trọng.\n"
        "\n"
        "Ban Xây dựng Đảng, Đảng ủy xã An Phú\n"
    )


def test_two_runs_give_the_same_bytes(run) -> None:
    assert run().made == run().made


def test_files_made_today_from_this_book_are_attached_as_they_stand(
    run, rules: Rules, layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = opened(rules, layout, **ADDRESSES)
    first = documents(book, (REPORT,), (), tmp_path, TODAY, silent).made
    first += appendix(book, "01", tmp_path, TODAY).made
    monkeypatch.setattr("dvk_office.jobs.attached.documents", None)
    monkeypatch.setattr("dvk_office.jobs.attached.appendix", None)
    assert run().made[:2] == first


def test_files_of_another_day_are_made_again(run, tmp_path: Path) -> None:
    run(day=date(2026, 11, 22))
    run()
    entries = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {one["today"] for one in entries} == {"2026-11-23"}


@pytest.mark.req("R-190")
@pytest.mark.parametrize("name", [REPORT_FILE, APPENDIX_FILE])
def test_a_file_changed_by_hand_is_neither_sent_nor_written_over(
    run, tmp_path: Path, name: str
) -> None:
    run()
    (tmp_path / LETTER_FILE).unlink()
    (tmp_path / name).write_bytes(b"sua bang tay")
    report = run()
    assert [one.place.tab for one in report.findings if one.code == "GT-002"] == [name]
    assert LETTER not in kinds(report)
    assert (tmp_path / name).read_bytes() == b"sua bang tay"
    assert not (tmp_path / LETTER_FILE).exists()


def test_a_missing_address_stops_the_letter_and_names_its_cell(run, layout: Layout) -> None:
    report = run(city_body_email=None)
    row = layout.first_row + [one.key for one in layout.settings].index("city_body_email")
    place = found(report, "VB-004").place
    assert (place.sheet_key, place.column_key, place.row) == ("settings", "value", row)
    assert LETTER not in kinds(report)


@pytest.mark.req("R-166")
def test_a_copy_without_an_address_is_left_out_with_a_warning(run) -> None:
    report = run(committee_email=None)
    warning = found(report, "GT-001")
    assert (warning.severity, warning.place.sheet_key) == ("warning", "settings")
    assert str(letter(report)["Cc"]).count("vidu.example") == 1


@pytest.mark.req("R-189")
def test_what_stops_a_paper_stops_the_letter(run) -> None:
    report = run(TEXT.replace("Tuyến đường hoa      ", " " * 21))
    assert "VB-004" in codes(report)
    assert kinds(report) == []


def test_a_book_without_models_gives_no_letter(run) -> None:
    assert kinds(run("")) == []


def test_a_report_that_waits_for_its_number_is_a_warning_and_named_without_it(run) -> None:
    report = run(
        TEXT.replace("| 15-BC/ĐU | 6/3/2026 | Đã ban hành  |", "|          |          | Chờ số |")
    )
    assert found(report, "GT-003").place.sheet_key == "register"
    assert "gửi Báo cáo tổng hợp đăng ký" in told(report)
    assert "Báo cáo tổng hợp đăng ký mô hình Dân vận khéo năm 2026.docx" in attachments(report)


def test_a_report_that_the_register_does_not_know_is_a_warning(run) -> None:
    report = run(TEXT[: TEXT.index("| register ")])
    assert found(report, "GT-003").place.sheet_key == "register"


def test_a_report_that_was_sent_already_is_a_note(run) -> None:
    text = TEXT.replace(
        "| state        |\n|          | Đảng ủy xã", "| state | sent_on |\n|  | Đảng ủy xã"
    )
    report = run(text.replace("| Đã ban hành  |", "| Đã ban hành | 6/3/2026 |"))
    assert (found(report, "GT-004").severity, found(report, "GT-004").place.column_key) == (
        "note",
        "sent_on",
    )
    assert LETTER in kinds(report)


def test_another_outbox_may_take_the_letter(rules: Rules, layout: Layout, tmp_path: Path) -> None:
    taken: dict[str, bytes] = {}

    def outbox(name: str, content: bytes) -> Made:
        taken[name] = content
        path = tmp_path / name
        path.write_bytes(content)
        return Made(path, LETTER, sha256(content).hexdigest())

    report = send(opened(rules, layout, **ADDRESSES), tmp_path, TODAY, outbox)
    assert list(taken) == ["thu-gui-tong-hop-dang-ky-mo-hinh-2026.eml"]
    assert letter(report)["X-Unsent"] == "1"


@pytest.mark.req("R-194")
def test_nothing_leaves_the_machine(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("socket.socket", refused)
    monkeypatch.setattr("socket.getaddrinfo", refused)
    assert LETTER in kinds(run())


@pytest.mark.req("R-188")
@pytest.mark.parametrize("value", ["=cmd()", "{{ x }}", "A & B < C", "]]>", "\x01Ba"])
def test_a_nasty_name_of_the_city_body_stands_as_plain_text(run, value: str) -> None:
    report = run(city_body=value)
    assert told(report).startswith(f"Kính gửi: {value.replace(chr(1), '')}\n")
