"""The papers of the commune's reward: one list in all of them, sums in figures and words, the State's form where it is due."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from dvk_office.jobs.documents import documents
from dvk_office.jobs.printing import as_pdf
from dvk_office.jobs.report import silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.documents.conftest import Printed
from tests.openxml import audit_faults, sdk_faults
from tests.paper_book import TODAY, opened, paper_text

SUBMISSION, DECISION = "reward_submission", "reward_decision"
AWARDS, RECEIPTS = "award_list", "receipt_list"
COLLECTIVE, INDIVIDUAL = "reward_certificate_collective", "reward_certificate_individual"
OF_THE_STATE = (DECISION, AWARDS, RECEIPTS, COLLECTIVE, INDIVIDUAL)
NUMBERED = "05/QĐ-UBND | 20/11/2026"
SETTINGS = {
    "board_signer_name": "Vũ Thị Dung",
    "people_committee": "Ủy ban nhân dân xã An Phú",
    "state_signer_name": "Đặng Quốc Trung",
    "reward_collective": "1.500.000",
    "reward_individual": "800.000",
    "funding_source": "Quỹ thi đua, khen thưởng của xã",
    "closing_conference_date": "18/12/2026",
    "closing_conference_place": "Hội trường xã",
    "people_order": "name",
}
TEXT = """
| organisations | code | name           | kind   | direct |
|               | TC01 | Chi bộ thôn Hạ | Chi bộ | Có     |
| registrants | code | kind    | type       | name            | gender | position    | unit    | managing_organisation |
|             | CT01 | Cá nhân | Đảng viên  | Trần Văn Đức    | Nam    | Trưởng thôn | thôn Hạ | TC01 |
|             | CT02 | Tập thể | Chi bộ     | Chi bộ thôn Hạ  |        |             | thôn Hạ | TC01 |
|             | CT03 | Cá nhân | Đảng viên  | Lê Thị Ánh      | Nữ     |             | thôn Hạ | TC01 |
|             | CT04 | Cá nhân | Đảng viên  | Hồ Văn Bé       |        |             |         | TC01 |
| models | code | name              | registrant | field | origin   | registered_on | since_year |
|        | MH01 | Hiến đất mở đường | CT01       | KT    | Tiếp tục | 04/02/2026    | 2024       |
|        | MH02 | Tuyến đường hoa   | CT02       | VH    | Tiếp tục | 04/02/2026    | 2024       |
|        | MH03 | Chợ sạch          | CT03       | KT    | Tiếp tục | 04/02/2026    | 2024       |
| meetings | code | kind                   | date       |
|          | CH02 | Họp bình xét điển hình | 05/10/2026 |
| exemplars | registrant | model | meeting | commend | commendation_number | commendation_date | certificate_number | achievements            |
|           | CT01       | MH01  | CH02    | Có      |                     |                   |                    | Vận động 20 hộ hiến đất |
|           | CT02       | MH02  | CH02    | Có      |                     |                   |                    | Trồng 1,5 km đường hoa  |
|           | CT03       | MH03  | CH02    | Có      |                     |                   |                    | Giữ chợ sạch            |
|           | CT04       | MH03  | CH02    | Không   |                     |                   |                    | Góp công                |
| register | issuer            | kind                | number      | date       | subject | state       |
|          | Đảng ủy xã An Phú | Biên bản họp        | 12-BB/ĐU    | 05/10/2026 | CH02    | Đã ban hành |
|          | Ban Xây dựng Đảng | Đề nghị khen thưởng | 09-TTr/BXDĐ | 10/11/2026 |         | Đã ban hành |
"""
TWICE = TEXT.replace(
    "| Góp công                |",
    "| Góp công |\n| | CT01 | MH03 | CH02 | Có | | | | Giúp dọn chợ |",
)
DECIDED = TEXT.replace("Có      |                     |                  ", f"Có | {NUMBERED} ")


@pytest.fixture
def run(make):
    """The papers of one kind from the small book, changed as the test says."""

    def job(kind: str, text: str = TEXT, **changed: object) -> Printed:
        return make(kind, text, **{**SETTINGS, **changed})

    return job


def people(lines: list[str]) -> list[str]:
    """Those who are named as often as the paper lists them, in its order."""
    return [
        one for one in lines if one in {"Chi bộ thôn Hạ", "Lê Thị Ánh", "Trần Văn Đức", "Hồ Văn Bé"}
    ]


def begins(lines: list[str], words: str) -> str:
    (found,) = [one for one in lines if one.startswith(words)]
    return found


@pytest.mark.req("R-141", "R-147", "R-185", "R-192")
@pytest.mark.parametrize("kind", [SUBMISSION, DECISION, AWARDS, RECEIPTS])
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["Chi bộ thôn Hạ", "Lê Thị Ánh", "Trần Văn Đức"]),
        ("typed", ["Chi bộ thôn Hạ", "Trần Văn Đức", "Lê Thị Ánh"]),
    ],
)
def test_every_paper_names_those_proposed_in_one_order(
    run, kind: str, order: str, expected
) -> None:
    assert people(run(kind, people_order=order).lines) == expected


@pytest.mark.req("R-141", "R-192", "T-10")
@pytest.mark.parametrize("kind", [SUBMISSION, DECISION, AWARDS])
def test_who_is_proposed_for_two_models_stands_once_with_both(run, kind: str) -> None:
    lines = run(kind, TWICE).lines
    assert people(lines) == ["Chi bộ thôn Hạ", "Lê Thị Ánh", "Trần Văn Đức"]
    assert "Hiến đất mở đường; Chợ sạch" in lines


@pytest.mark.req("R-007", "R-147")
def test_the_submission_is_the_boards_and_goes_to_the_chairman(run) -> None:
    lines = run(SUBMISSION).lines
    assert lines[:4] == ["ĐẢNG ỦY XÃ AN PHÚ", "BAN XÂY DỰNG ĐẢNG", "*", "Số 09-TTr/BXDĐ"]
    assert "Kính trình: Chủ tịch Ủy ban nhân dân xã An Phú" in lines
    assert "Vũ Thị Dung" in lines


@pytest.mark.req("R-147", "T-21")
def test_the_office_may_let_the_committee_propose(run) -> None:
    lines = run(SUBMISSION, reward_issuer="Đảng ủy", board_signer_name=None).lines
    assert lines[:2] == ["ĐẢNG BỘ THÀNH PHỐ HẢI VÂN", "ĐẢNG ỦY XÃ AN PHÚ"]
    assert "T/M BAN THƯỜNG VỤ" in lines
    assert any(one.startswith("Ban Thường vụ Đảng ủy đề nghị") for one in lines)


@pytest.mark.req("R-147", "R-148")
def test_the_submission_says_who_why_how_much_and_where_it_is_handed_over(run) -> None:
    lines = run(SUBMISSION).lines
    assert "tặng Giấy khen cho 01 tập thể, 02 cá nhân" in begins(lines, "Ban Xây dựng Đảng đề nghị")
    assert "số 12-BB/ĐU, ngày 05/10/2026" in begins(lines, "- Căn cứ Biên bản")
    at = lines.index("Trần Văn Đức")
    assert lines[at + 1 : at + 4] == [
        "Trưởng thôn, thôn Hạ",
        "Hiến đất mở đường",
        "Vận động 20 hộ hiến đất",
    ]
    assert begins(lines, "Giấy khen và tiền thưởng").endswith(
        "Hội nghị tổng kết công tác năm 2026, ngày 18/12/2026, tại Hội trường xã."
    )


def test_a_submission_without_known_amounts_speaks_of_no_money(run) -> None:
    lines = run(SUBMISSION, reward_individual=None).lines
    assert not any("Tiền thưởng kèm theo" in one for one in lines)


@pytest.mark.req("R-179", "R-191", "T-42")
@pytest.mark.parametrize("kind", OF_THE_STATE)
def test_what_the_chairman_gives_has_the_form_of_the_state_and_no_mark_of_the_party(
    run, kind: str
) -> None:
    for lines in run(kind).papers.values():
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in lines
        assert "ĐẢNG CỘNG SẢN VIỆT NAM" not in lines
        assert "*" not in lines
        assert not any(one.startswith(("TM.", "T/M")) for one in lines)
        assert lines[lines.index("CHỦ TỊCH") + 1 :].count("Đặng Quốc Trung") == 1


@pytest.mark.req("R-179")
def test_the_decision_is_headed_by_the_chairman_and_rests_on_the_laws_and_the_submission(
    run,
) -> None:
    lines = run(DECISION, text=DECIDED).lines
    assert lines[:4] == ["ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", "", "Số: 05/QĐ-UBND"]
    at = lines.index("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN PHÚ")
    rests = lines[at + 1 : lines.index("QUYẾT ĐỊNH:")]
    assert [one.partition(" số ")[0] for one in rests] == [
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        "Căn cứ Luật Thi đua, khen thưởng",
        "Căn cứ Nghị định",
        "Xét đề nghị của Ban Xây dựng Đảng tại Tờ trình",
    ]
    assert rests[-1].endswith("số 09-TTr/BXDĐ ngày 10/11/2026.")
    assert [one[-1] for one in rests] == [";", ";", ";", "."]
    assert begins(lines, "Điều 3.").endswith("./.")


@pytest.mark.req("R-179")
def test_the_offices_own_laws_take_the_place_of_ours(run) -> None:
    lines = run(DECISION, reward_basis="Luật A ngày 01/7/2030\nLuật B ngày 02/7/2030").lines
    assert "Căn cứ Luật A ngày 01/7/2030;" in lines
    assert not any("72/2025/QH15" in one for one in lines)


@pytest.mark.req("R-179", "R-192")
def test_the_decision_gives_amounts_sum_in_words_and_source(run) -> None:
    lines = run(DECISION).lines
    assert begins(lines, "Điều 1.").startswith("Điều 1. Tặng Giấy khen cho 01 tập thể, 02 cá nhân")
    assert begins(lines, "Điều 2.") == (
        "Điều 2. Tiền thưởng kèm theo Giấy khen: mỗi tập thể 1.500.000 đồng, mỗi cá nhân 800.000 đồng; "
        "tổng số 3.100.000 đồng (bằng chữ: Ba triệu một trăm nghìn đồng). "
        "Nguồn kinh phí: Quỹ thi đua, khen thưởng của xã."
    )


@pytest.mark.req("R-147", "R-179")
@pytest.mark.parametrize(
    ("kind", "beside"), [(SUBMISSION, "Vận động 20 hộ hiến đất"), (DECISION, "Hiến đất mở đường")]
)
def test_amounts_that_differ_within_a_kind_are_those_of_the_list(
    run, kind: str, beside: str
) -> None:
    text = TEXT.replace("| achievements            |", "| achievements | reward_amount |")
    text = text.replace("Vận động 20 hộ hiến đất |", "Vận động 20 hộ hiến đất | 1000000 |")
    for words in ("Trồng 1,5 km đường hoa", "Giữ chợ sạch", "Góp công"):
        text = "\n".join(
            f"{one} |" if words in one and "CH02" in one else one for one in text.splitlines()
        )
    lines = run(kind, text=text).lines
    (said,) = [one for one in lines if "Tiền thưởng kèm theo Giấy khen:" in one]
    assert "theo mức ghi tại danh sách; tổng số 3.300.000 đồng" in said
    assert lines[lines.index(beside) + 1] == "1.000.000"


@pytest.mark.req("R-179", "R-192")
def test_collectives_and_persons_have_lists_of_their_own_whose_sums_are_the_whole(run) -> None:
    lines = run(DECISION, text=DECIDED).lines
    assert [one for one in lines if one.startswith("PHỤ LỤC")] == ["PHỤ LỤC I", "PHỤ LỤC II"]
    attached = (
        "(Kèm theo Quyết định số 05/QĐ-UBND ngày 20/11/2026 của Chủ tịch Ủy ban nhân dân xã An Phú)"
    )
    assert lines.count(attached) == 2
    assert "Danh sách gồm 01 tập thể, tiền thưởng 1.500.000 đồng." in lines
    assert "Danh sách gồm 02 cá nhân, tiền thưởng 1.600.000 đồng." in lines


def test_a_decision_on_persons_alone_has_one_list_without_a_number(run) -> None:
    lines = run(DECISION, only=("CT01", "CT03")).lines
    assert [one for one in lines if one.startswith("PHỤ LỤC")] == ["PHỤ LỤC"]
    assert people(lines) == ["Lê Thị Ánh", "Trần Văn Đức"]


@pytest.mark.req("R-187")
def test_a_decision_that_waits_for_its_number_prints_the_blank(run) -> None:
    lines = run(DECISION).lines
    assert "Số: /QĐ-UBND" in lines
    assert "An Phú, ngày tháng năm 2026" in lines


@pytest.mark.req("R-179")
def test_a_deputy_signs_for_the_chairman_who_still_decides(run) -> None:
    lines = run(DECISION, state_authority="KT. Chủ tịch", state_signer_post="Phó Chủ tịch").lines
    at = lines.index("KT. CHỦ TỊCH")
    assert lines[at + 1] == "PHÓ CHỦ TỊCH"
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN PHÚ" in lines
    signed = run(RECEIPTS, state_authority="KT. Chủ tịch", state_signer_post="Phó Chủ tịch").lines
    assert signed[signed.index("KT. CHỦ TỊCH") + 1] == "PHÓ CHỦ TỊCH"


@pytest.mark.req("R-179")
def test_a_certificate_names_the_subject_the_deed_and_the_decision(run) -> None:
    (lines,) = run(
        COLLECTIVE,
        text=DECIDED.replace("|                    | Trồng", "| 07/2026 | Trồng"),
    ).papers.values()
    at = lines.index("GIẤY KHEN")
    assert lines[at - 2 : at + 4] == [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN PHÚ",
        "TẶNG",
        "GIẤY KHEN",
        "Tập thể:",
        "Chi bộ thôn Hạ",
        "Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026",
    ]
    assert "Quyết định số: 05/QĐ-UBND ngày 20/11/2026" in lines
    assert "Số sổ: 07/2026" in lines
    assert "An Phú, ngày 20 tháng 11 năm 2026" in lines


@pytest.mark.req("R-179")
def test_a_person_is_addressed_by_gender_with_post_and_unit(run) -> None:
    papers = run(INDIVIDUAL, text=TEXT.replace("CH02    | Không", "CH02    | Có")).papers
    told = {}
    for lines in papers.values():
        at = lines.index("GIẤY KHEN")
        told[lines[at + 2]] = (lines[at + 1], lines[at + 3])
    deed = "Đã có thành tích xuất sắc trong phong trào thi đua “Dân vận khéo” năm 2026"
    assert told == {
        "Trần Văn Đức": ("Ông:", "Trưởng thôn, thôn Hạ"),
        "Lê Thị Ánh": ("Bà:", "thôn Hạ"),
        "Hồ Văn Bé": ("Ông (Bà):", deed),
    }


@pytest.mark.req("R-148")
def test_the_award_list_says_where_and_leaves_room_for_who_hands_over(run) -> None:
    lines = run(AWARDS).lines
    assert begins(lines, "Trao tại").startswith("Trao tại Hội nghị tổng kết công tác năm 2026")
    at = lines.index("Trần Văn Đức")
    assert lines[at + 3 : at + 7] == ["Giấy khen", "", "800.000", ""]
    unknown = run(AWARDS, closing_conference_date=None, closing_conference_place=None).lines
    assert "Trao tại Hội nghị tổng kết công tác năm 2026." in unknown


@pytest.mark.req("R-179", "R-192")
def test_the_receipt_list_leaves_room_to_sign_and_adds_up_in_figures_and_words(run) -> None:
    lines = run(RECEIPTS).lines
    at = lines.index("Lê Thị Ánh")
    assert lines[at + 2 : at + 4] == ["800.000", ""]
    assert lines[lines.index("Cộng") + 2] == "3.100.000"
    assert "3.100.000 đồng (bằng chữ: Ba triệu một trăm nghìn đồng)" in begins(
        lines, "Tổng số tiền"
    )
    assert "KẾ TOÁN" in lines


@pytest.mark.req("R-189")
@pytest.mark.parametrize("kind", [DECISION, AWARDS, RECEIPTS])
def test_an_amount_that_nobody_set_stops_the_paper_and_names_the_setting(run, kind: str) -> None:
    found = run(kind, reward_individual=None)
    assert found.papers == {}
    assert found.stopped_by == {("VB-004", "value")}
    assert len(found.findings) == 1


@pytest.mark.req("R-189")
@pytest.mark.parametrize(
    ("kind", "setting"),
    [(DECISION, "funding_source"), (DECISION, "reward_basis"), (INDIVIDUAL, "state_signer_name")],
)
def test_what_is_compulsory_and_missing_stops_the_paper(run, kind: str, setting: str) -> None:
    found = run(kind, only=("CT01",), **{setting: None})
    assert found.papers == {}
    assert "VB-004" in {code for code, _column in found.stopped_by}


def test_two_days_for_one_number_stop_the_decision(run) -> None:
    text = DECIDED.replace(NUMBERED, "05/QĐ-UBND | 19/11/2026", 1)
    found = run(DECISION, text=text)
    assert ("VB-006", "commendation_date") in found.stopped_by
    assert found.papers == {}


def test_nobody_proposed_makes_no_paper_and_says_so(run) -> None:
    found = run(DECISION, text=TEXT.replace("| Có      |", "| Không   |"))
    assert {code for code, _column in found.stopped_by} == {"VB-003"}


@pytest.mark.req("R-179")
def test_a_certificate_with_long_names_stays_on_one_page(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    post = "Phó Bí thư Chi bộ, Trưởng Ban công tác Mặt trận, Chi hội trưởng Chi hội Cựu chiến binh"
    unit = "Chi hội Cựu chiến binh thôn Hạ, cụm dân cư liên thôn số 1 xã An Phú"
    name = (
        "Câu lạc bộ Phụ nữ giúp nhau phát triển kinh tế, bảo vệ môi trường, giữ gìn trật tự thôn Hạ"
    )
    text = TEXT.replace("Trưởng thôn", post).replace("thôn Hạ |", f"{unit} |")
    text = text.replace("Chi bộ thôn Hạ  |", f"{name} |", 1)
    book = opened(rules, layout, text, **SETTINGS)
    made = documents(book, (COLLECTIVE, INDIVIDUAL), ("CT01", "CT02"), tmp_path, TODAY, silent).made
    told = "".join(paper_text(one.path) for one in made)
    assert all(one in told for one in (post, unit, name))
    printed, _lost = as_pdf(made)
    assert [len(PdfReader(one.path).pages) for one in printed] == [1, 1]


@pytest.mark.parametrize("kind", [SUBMISSION, DECISION, RECEIPTS, INDIVIDUAL])
def test_what_comes_out_satisfies_both_validators(
    rules: Rules, layout: Layout, tmp_path: Path, kind: str
) -> None:
    book = opened(rules, layout, TEXT, **SETTINGS)
    for one in documents(book, (kind,), ("CT01", "CT02"), tmp_path, TODAY, silent).made:
        assert audit_faults(one.path) == []
        assert sdk_faults(one.path) == []
