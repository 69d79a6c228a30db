"""Each rule of a paper's form: a good paper that is spoiled in one place, and what just passes."""

import unicodedata
from datetime import date

import pytest
from docx.shared import Mm

from dvk_office.core.findings import Finding
from dvk_office.documents.judged import Office
from dvk_office.documents.kept import unwritten
from dvk_office.documents.lint_paper import paper_faults
from dvk_office.documents.word_file import read_word_file
from tests.paper_book import filled
from tests.sample_papers import TODAY, papers
from tests.spoiled_papers import (
    Change,
    add,
    as_it_is,
    both,
    drop,
    found,
    in_font,
    numbered_below,
    numbered_first,
    page,
    put,
    with_rows,
    without,
)

D, R, S = "recognition_decision", "registration_report", "reward_decision"  # HD 05, HD 36, NĐ 30
MOTTO, STATE_MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
SECOND, SIGNED = "Độc lập - Tự do - Hạnh phúc", "T/M BAN THƯỜNG VỤ"
NUMBER, LABEL, STATE_END = "Số 214-QĐ/ĐU", "Nơi nhận:", "Điều 3. Quyết định này"
ARTICLE = "Điều 1."
NFD = unicodedata.normalize("NFD", "Điều 1. Công nhận mô hình.")

SPOILED: dict[str, tuple[str, Change, str, str]] = {
    "no motto at all": (D, drop(MOTTO), "LB-003", ""),
    "a smaller sheet": (D, page(page_width=Mm(148), page_height=Mm(210)), "LB-030", ""),
    "the left margin of the old rule": (D, page(left_margin=Mm(35)), "LB-031", ""),
    "a margin a little too small": (D, page(top_margin=Mm(19.4)), "LB-031", ""),
    "a margin beyond the room of the State": (S, page(left_margin=Mm(36)), "LB-031", ""),
    "another font": (D, in_font(ARTICLE, "Calibri"), "LB-032", ARTICLE),
    "a font of TCVN3": (D, in_font(ARTICLE, ".VnTime"), "LB-033", ARTICLE),
    "a font of VNI": (D, in_font(ARTICLE, "VNI-Times"), "LB-033", ARTICLE),
    "the first page as the others": (
        D,
        page(different_first_page_header_footer=False),
        "LB-034",
        "",
    ),
    "a number on the first page": (D, numbered_first, "LB-034", ""),
    "a number at the foot": (D, numbered_below, "LB-035", ""),
    "a heading row that does not repeat": (D, without("tblHeader", "TT", "tr"), "LB-036", "TT"),
    "a signature that may break": (D, without("cantSplit", SIGNED, "tr"), "LB-037", LABEL),
    "a last line that may stay behind": (D, without("keepNext", "Điều 3."), "LB-038", "Điều 3."),
    "the State's name in a paper of the Party": (D, add(MOTTO, STATE_MOTTO), "LB-040", STATE_MOTTO),
    "the asterisk in a paper of the State": (S, add("XÃ AN PHÚ", "*"), "LB-040", "*"),
    "a body of the Party under the State's name": (
        S,
        put("ỦY BAN NHÂN DÂN", "ĐẢNG ỦY XÃ AN PHÚ"),
        "LB-040",
        "ĐẢNG ỦY XÃ AN PHÚ",
    ),
    "a body of the State under the Party's name": (
        D,
        put("ĐẢNG BỘ THÀNH PHỐ", "ỦY BAN NHÂN DÂN"),
        "LB-040",
        "ỦY BAN NHÂN DÂN",
    ),
    "the Party's name in small letters": (
        D,
        put(MOTTO, "Đảng Cộng sản Việt Nam"),
        "LB-041",
        "Đảng Cộng sản Việt Nam",
    ),
    "the motto with dashes": (
        S,
        put(SECOND, SECOND.replace("-", "–")),
        "LB-041",
        SECOND.replace("-", "–"),
    ),
    "no motto under the State's name": (S, drop(SECOND), "LB-041", STATE_MOTTO),
    "no asterisk": (D, drop("*"), "LB-042", MOTTO),
    "a colon after the Party's number": (
        D,
        put(NUMBER, "Số: 214-QĐ/ĐU"),
        "LB-043",
        "Số: 214-QĐ/ĐU",
    ),
    "no colon after the State's number": (S, put("Số:", "Số 12/QĐ-UBND"), "LB-043", "Số 12/QĐ-UBND"),
    "a number of the State in a paper of the Party": (
        D,
        put(NUMBER, "Số 214/QĐ-ĐU"),
        "LB-044",
        "Số 214/QĐ-ĐU",
    ),
    "a number of the Party in a paper of the State": (
        S,
        put("Số:", "Số: 12-QĐ/UBND"),
        "LB-044",
        "Số: 12-QĐ/UBND",
    ),
    "the Party signing as the State does": (
        D,
        put(SIGNED, "TM. BAN THƯỜNG VỤ"),
        "LB-045",
        "TM. BAN THƯỜNG VỤ",
    ),
    "a mark without its sign": (D, put(SIGNED, "TM BAN THƯỜNG VỤ"), "LB-045", "TM BAN THƯỜNG VỤ"),
    "the State signing as the Party does": (
        S,
        put("CHỦ TỊCH", "K/T CHỦ TỊCH"),
        "LB-045",
        "K/T CHỦ TỊCH",
    ),
    "a comma between recipients in HD 05": (
        D,
        put("- Thường trực", "- Thường trực Đảng ủy,"),
        "LB-046",
        "- Thường trực Đảng ủy,",
    ),
    "a semicolon between recipients in HD 36": (
        R,
        put("- Thường trực", "- Thường trực Đảng ủy;"),
        "LB-046",
        "- Thường trực Đảng ủy;",
    ),
    "the last recipient without its full stop": (
        D,
        put("- Lưu", "- Lưu VPĐU"),
        "LB-046",
        "- Lưu VPĐU",
    ),
    "the State's end mark in a paper of the Party": (
        D,
        put(ARTICLE, f"{ARTICLE} Công nhận./."),
        "LB-047",
        f"{ARTICLE} Công nhận./.",
    ),
    "the Party's end mark in a paper of the State": (
        S,
        put(STATE_END, "Điều 3. Thi hành."),
        "LB-047",
        "Điều 3. Thi hành.",
    ),
    "no end mark": (D, put("Điều 3.", "Điều 3. Thi hành"), "LB-047", "Điều 3. Thi hành"),
    "a tag left over": (D, put(ARTICLE, "Điều 1. {{ name }}"), "LB-050", "Điều 1. {{ name }}"),
    "a reminder left over": (
        D,
        put(ARTICLE, "Điều 1. [CẦN BỔ SUNG]."),
        "LB-050",
        "Điều 1. [CẦN BỔ SUNG].",
    ),
    "marks apart from their letters": (D, put(ARTICLE, NFD), "LB-052", ARTICLE),
    "another way of placing tones": (
        D,
        put(ARTICLE, "Điều 1. Đảng uỷ công nhận."),
        "LB-053",
        "Điều 1. Đảng uỷ công nhận.",
    ),
    "another way of placing tones in capitals": (
        D,
        put("ĐẢNG ỦY XÃ", "ĐẢNG UỶ XÃ AN PHÚ"),
        "LB-053",
        "ĐẢNG UỶ XÃ AN PHÚ",
    ),
    "straight quotes": (
        D,
        put(ARTICLE, 'Điều 1. Mô hình "Dân vận khéo".'),
        "LB-054",
        'Điều 1. Mô hình "Dân vận khéo".',
    ),
    "one straight quote of two": (
        D,
        put(ARTICLE, 'Điều 1. Mô hình “Dân vận khéo".'),
        "LB-054",
        'Điều 1. Mô hình “Dân vận khéo".',
    ),
    "the committee of a district": (
        D,
        put(ARTICLE, "Điều 1. Báo cáo Huyện ủy."),
        "LB-055",
        "Điều 1. Báo cáo Huyện ủy.",
    ),
    "the people's committee of a district": (
        D,
        put(ARTICLE, "Điều 1. Báo cáo UBND huyện."),
        "LB-055",
        "Điều 1. Báo cáo UBND huyện.",
    ),
    "a district by its name": (
        D,
        put(ARTICLE, "Điều 1. Xã thuộc huyện Mẫu."),
        "LB-055",
        "Điều 1. Xã thuộc huyện Mẫu.",
    ),
    "two spellings of one body": (
        D,
        put(ARTICLE, "Điều 1. Ban xây dựng Đảng thi hành."),
        "LB-056",
        "Điều 1. Ban xây dựng Đảng thi hành.",
    ),
}  # fmt: skip


@pytest.mark.req("R-191", "R-193", "R-189", "T-24", "T-42", "T-23")
@pytest.mark.parametrize("name", SPOILED)
def test_a_rule_finds_what_breaks_it_and_nothing_else_does(name: str) -> None:
    kind, change, code, place = SPOILED[name]
    [(seen, at)] = found(kind, change)
    assert seen == code
    assert at.startswith(place) if place else at == ""


PASSING: dict[str, tuple[str, Change]] = {
    "a decision of the Party": (D, as_it_is),
    "a report of the days of HD 36": (R, as_it_is),
    "a decision of the State": (S, as_it_is),
    "a page that lies": (D, page(page_width=Mm(297), page_height=Mm(210))),
    "a margin that Word rounded": (D, page(left_margin=Mm(30.4))),
    "the widest margins of the State": (S, page(left_margin=Mm(35), top_margin=Mm(25))),
    "a tick in a font of signs": (D, both(add(ARTICLE, "☒"), in_font("☒", "Segoe UI Symbol"))),
    "a name of a person in the old style": (D, put("Phạm Hữu Khánh", "Lê Thị Thuý Hoà")),
    "a name of a place in the old style": (D, put(ARTICLE, "Điều 1. Thôn Hoà Bình.")),
    "both ways in which a word is the same": (D, put(ARTICLE, "Điều 1. Thuyền, quý, hoàn, toàn.")),
    "the movement without quotes": (D, put(ARTICLE, "Điều 1. Phong trào Dân vận khéo.")),
    "a district's level, not its name": (D, put(ARTICLE, "Điều 1. Nay không còn cấp huyện.")),
    "a number that nobody gave yet": (D, put(NUMBER, "Số        -QĐ/ĐU")),
    "a deputy who signs for the State": (S, put("CHỦ TỊCH", "KT. CHỦ TỊCH")),
    "a word in capitals that only looks like a mark": (D, add(ARTICLE, "TMDV AN PHÚ.")),
    "three full stops": (D, put("Điều 3.", "Điều 3. Thi hành...")),
    "one body in capitals": (D, add(ARTICLE, "BAN XÂY DỰNG ĐẢNG.")),
    "quotes around more than the movement's name": (
        D,
        put(ARTICLE, "Điều 1. Mô hình “Dân vận khéo ở thôn”."),
    ),
}


@pytest.mark.req("R-191", "R-193")
@pytest.mark.parametrize("name", PASSING)
def test_what_is_right_passes(name: str) -> None:
    kind, change = PASSING[name]
    assert found(kind, change) == []


@pytest.mark.req("R-191")
@pytest.mark.parametrize(
    ("day", "sign", "codes"),
    [
        ("26 tháng 5", ",", []),
        ("27 tháng 5", ",", ["LB-046"]),
        ("26 tháng 5", ";", ["LB-046"]),
        ("27 tháng 5", ";", []),
    ],
)
def test_a_paper_is_judged_by_the_form_of_its_own_day(
    day: str, sign: str, codes: list[str]
) -> None:
    dated = put("An Phú, ngày", f"An Phú, ngày {day} năm 2026")
    one_sign = [
        put(start, f"{start}{sign}")
        for start in ("- Ban Tuyên giáo và Dân vận Thành ủy", "- Thường trực Đảng ủy",
                      "- Ban Thường vụ Đảng ủy")
    ]  # fmt: skip
    seen = {code for code, _ in found(R, both(dated, *one_sign))}
    assert sorted(seen) == codes


@pytest.mark.req("R-191")
@pytest.mark.parametrize(("rows", "codes"), [(2, []), (3, ["LB-036"])])
def test_a_list_of_two_rows_needs_no_heading_that_repeats(rows: int, codes: list[str]) -> None:
    shorter = both(without("tblHeader", "TT", "tr"), with_rows("TT", rows))
    assert [code for code, _ in found(D, shorter)] == codes


@pytest.mark.req("R-189")
def test_each_paragraph_that_only_people_can_write_is_a_note_until_somebody_writes_it() -> None:
    content = papers("review_summary")[0].content
    prompts = unwritten(content)
    assert prompts
    notes = [one for one in of(content) if one.severity == "note"]
    assert [one.code for one in notes] == ["LB-051"] * len(prompts)
    assert [prompt in one.message for one, prompt in zip(notes, prompts, strict=True)]
    assert len(of(filled(content, "Đã viết."))) == len(prompts) - 1


def of(content: bytes) -> list[Finding]:
    file = read_word_file("a.docx", content)
    return [one.finding for one in paper_faults(file, TODAY, Office())]


@pytest.mark.req("R-191")
@pytest.mark.parametrize(("today", "count"), [(date(2026, 5, 26), 0), (date(2026, 5, 27), 3)])
def test_a_paper_without_its_day_is_judged_by_the_form_of_today(today: date, count: int) -> None:
    undated = put("An Phú, ngày", "An Phú, ngày      tháng      năm 2026")
    assert [code for code, _ in found(R, undated, today=today)] == ["LB-046"] * count


@pytest.mark.req("R-006")
@pytest.mark.parametrize(("day", "codes"), [("30 tháng 6", []), ("01 tháng 7", ["LB-055"])])
def test_districts_may_be_named_as_long_as_there_were_any(day: str, codes: list[str]) -> None:
    dated = put("An Phú, ngày", f"An Phú, ngày {day} năm 2025")
    named = put("III. ĐỀ XUẤT", "III. ĐỀ XUẤT VỚI HUYỆN ỦY")
    assert [code for code, _ in found(R, both(dated, named))] == codes


@pytest.mark.req("R-191", "T-24")
def test_what_the_office_settled_takes_the_place_of_the_form() -> None:
    changed = put("- Thường trực", "- Thường trực Đảng ủy,")
    office = Office(settings={"form_recipients_end": ","})
    others = {at for _, at in found(D, changed, office=office)}
    assert "- Thường trực Đảng ủy," not in others
    assert "- Ban Xây dựng Đảng;" in others


@pytest.mark.req("R-193")
def test_the_offices_own_way_of_placing_tones_holds_even_where_no_other_stands_beside() -> None:
    seen = found(D, as_it_is, office=Office(style="old"))
    assert {code for code, _ in seen} == {"LB-053"}
    assert found(D, as_it_is, office=Office(style="new")) == []


@pytest.mark.req("R-193", "T-23")
def test_a_body_is_spelt_as_the_office_spells_it_even_where_no_other_stands_beside() -> None:
    office = Office(bodies=("Ban xây dựng đảng",))
    assert {code for code, _ in found(D, as_it_is, office=office)} == {"LB-056"}


@pytest.mark.req("R-193")
def test_most_words_decide_which_way_of_placing_tones_is_the_papers() -> None:
    many = put(ARTICLE, "Điều 1. " + "thuỷ lợi, hoà giải, khoẻ mạnh, " * 60)
    seen = found(D, many)
    assert seen
    assert all(code == "LB-053" and "uỷ" not in at for code, at in seen)
