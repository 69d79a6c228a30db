"""The rules of the year say what the guidance says; what it leaves open is marked as ours."""

from datetime import date

import pytest

from dvk_office.rules.layout import Layout
from dvk_office.rules.load import latest_year, load_year, read_rules, years
from dvk_office.rules.year import Rules


@pytest.mark.req("R-001")
def test_a_year_is_found_by_its_number(rules: Rules) -> None:
    assert load_year(rules.year) is rules
    assert rules.year in years()
    assert latest_year() == max(years())


def test_a_year_without_a_file_is_not_invented() -> None:
    with pytest.raises(KeyError):
        load_year(1999)


@pytest.mark.req("R-002", "R-003", "R-004")
def test_three_documents_can_be_cited(rules: Rules) -> None:
    for number, citation in zip(
        (
            "23-QĐ/TW, ngày 30/7/2021",
            "12-HD/BTGDVTU, ngày 10/01/2026",
            "lần thứ I, nhiệm kỳ 2025-2030",
        ),
        rules.basis,
        strict=True,
    ):
        assert number in citation


@pytest.mark.req("R-005")
def test_the_standing_committee_issues_the_guidance(rules: Rules) -> None:
    assert rules.issuer == "Ban Thường vụ Đảng ủy"


@pytest.mark.req("R-008")
def test_seven_recipients_stand_in_the_guidances_order(rules: Rules) -> None:
    assert rules.recipients == (
        "Ban TG và DV Thành ủy (để báo cáo)",
        "Thường trực Đảng ủy",
        "Lãnh đạo UBND xã",
        "Ủy ban MTTQ Việt Nam và các tổ chức chính trị, xã hội xã",
        "Ban xây dựng Đảng",
        "Các Tổ chức Đảng thuộc Đảng ủy",
        "Lưu VPĐU",
    )


@pytest.mark.req("R-037", "R-051")
def test_there_are_four_fields_in_order(rules: Rules) -> None:
    assert [one.label for one in rules.fields] == [
        "Kinh tế",
        "Văn hóa - xã hội",
        "Quốc phòng - an ninh, dân tộc - tôn giáo",
        "Xây dựng hệ thống chính trị",
    ]


TOPICS = {
    "KT1": ("Giải phóng mặt bằng", "hiến đất", "sản xuất, kinh doanh", "chuỗi liên kết", "OCOP"),
    "KT2": ("Nông thôn mới", "dồn điền, đổi thửa", "hữu cơ", "vốn vay, khởi nghiệp"),
    "KT3": ("giảm nghèo", "tuyến phố văn minh", "việc làm", "năng suất"),
    "VH1": ("hương ước", "nhân đạo", "an sinh", "đường hoa", "rác", "tự quản", "người có công"),
    "VH2": ("Bản sắc", "bảo tồn", "việc cưới, việc tang", "văn hóa đọc"),
    "VH3": ("Chuyển đổi số", "dịch vụ công", "bình dân học vụ số", "bảo hiểm y tế"),
    "QA1": ("chấp hành pháp luật",),
    "QA2": ("tội phạm", "cai nghiện", "người lầm lỡ", "camera an ninh", "hòa giải", "tự quản"),
    "QA3": ("Khám tuyển", "nghĩa vụ quân sự", "huấn luyện"),
    "QA4": ("có đạo", "lương - giáo", "chức sắc, tín đồ", "người có uy tín", "điểm nóng"),
    "HT1": ("trong sạch, vững mạnh", "doanh nghiệp", "nêu gương", "Chi bộ bốn tốt"),
    "HT2": ("thủ tục hành chính", "khiếu nại, tố cáo", "dân chủ ở cơ sở", "cải cách tư pháp"),
}


@pytest.mark.req(
    "R-038", "R-039", "R-040", "R-041", "R-042", "R-043", "R-044", "R-045", "R-046", "R-047",
    "R-048", "R-049", "R-050", "T-27",
)  # fmt: skip
def test_twelve_topic_groups_are_in_corrected_words(rules: Rules) -> None:
    labels = {topic.key: topic.label for one in rules.fields for topic in one.topics}
    assert labels.keys() == TOPICS.keys()
    missing = {key: one for key, told in TOPICS.items() for one in told if one not in labels[key]}
    assert missing == {}


@pytest.mark.req("R-024", "R-052", "T-28")
def test_collectives_are_the_union_of_both_lists(rules: Rules) -> None:
    found = {one.key for one in rules.registrant_types if one.kind == "collective"}
    assert found == {
        "party_cell", "party_committee", "mobilisation_team", "agency", "unit", "school", "front",
        "political_social", "association", "enterprise",
    }  # fmt: skip


@pytest.mark.req("R-053", "R-054")
def test_a_resident_without_any_post_may_register(rules: Rules) -> None:
    found = {one.key for one in rules.registrant_types if one.kind == "individual"}
    assert found == {
        "cadre", "party_member", "civil_servant", "public_employee", "worker", "union_member",
        "association_member", "armed_forces", "resident",
    }  # fmt: skip


@pytest.mark.req("R-013", "R-014", "R-016", "R-021", "T-07")
def test_four_targets_have_their_numbers(rules: Rules) -> None:
    found = [(one.key, one.code, one.at_least, one.percent, one.within) for one in rules.targets]
    assert found == [
        ("commune_models", "A", 5, None, ""),
        ("commune_new_or_replicated", "A1", 1, None, "commune_models"),
        ("organisations_with_model", "B", None, 100, ""),
        ("exemplars", "C", 7, None, ""),
    ]


@pytest.mark.req("R-145", "R-149", "R-150", "R-151", "R-165")
def test_each_dated_deadline_has_its_day(rules: Rules) -> None:
    assert {one.key: one.before for one in rules.deadlines if one.before} == {
        "registration": date(2026, 2, 10),
        "registration_summary": date(2026, 3, 10),
        "half_year_report": date(2026, 6, 30),
        "city_nomination": date(2026, 10, 15),
        "annual_report": date(2026, 11, 30),
    }


@pytest.mark.req("T-01")
def test_the_day_that_no_calendar_has_stands_beside_its_reading(rules: Rules) -> None:
    one = rules.deadline_by_key["annual_report"]
    assert (one.as_written, one.read_as, one.confirmed) == (
        "trước ngày 31/11/2026",
        "trước ngày 30/11/2026",
        False,
    )


def test_two_deadlines_have_no_day_of_their_own(rules: Rules) -> None:
    assert rules.deadline_by_key["appraisal_report"].days_before == 3
    assert rules.deadline_by_key["commendation"].setting == "closing_conference_date"


def test_eight_criteria_have_their_parts(rules: Rules) -> None:
    assert [one.key for one in rules.criteria] == [f"c{n}" for n in range(1, 9)]
    parts = [part.key for one in rules.criteria for part in one.parts]
    assert parts == ["1a", "1b", "1c", "1d", "2a", "2b", "4a", "4b"]
    assert [p.key for one in rules.criteria for p in one.parts if p.new_only] == ["2b"]


@pytest.mark.req("T-33")
def test_the_local_points_make_a_hundred(rules: Rules) -> None:
    assert [one.points for one in rules.criteria] == [10, 10, 10, 15, 15, 20, 15, 5]


@pytest.mark.req("T-16")
def test_a_leader_is_asked_three_things_more(rules: Rules) -> None:
    asked = {who: [] for who in ("collective", "individual", "leader")}
    for one in rules.exemplar_criteria:
        asked[one.who].append(one.key)
    assert asked["individual"] == ["e1", "e2", "e3", "e4", "e5", "e6"]
    assert asked["leader"] == ["l1", "l2", "l3"]
    assert len(asked["collective"]) == 3


@pytest.mark.req("T-37")
def test_steps_are_numbered_in_order(rules: Rules) -> None:
    assert [one.number for one in rules.building_steps] == [1, 2, 3, 4]
    assert [one.number for one in rules.appraisal_steps] == [1, 2, 3, 4, 5, 6]


@pytest.mark.req("T-20")
def test_five_dossier_parts_with_three_sets_per_nominee(rules: Rules) -> None:
    assert [(one.per, one.copies) for one in rules.dossier_parts] == [
        ("dossier", 1),
        ("dossier", 1),
        ("nominee", 3),
        ("dossier", 1),
        ("dossier", 1),
    ]


@pytest.mark.req("T-34")
def test_the_archive_items_are_columns_of_the_archive(rules: Rules, layout: Layout) -> None:
    assert len(rules.archive_items) == 11
    assert {one.key for one in rules.archive_items} <= layout.by_key["archive"].by_key.keys()


@pytest.mark.req("T-01", "T-02", "T-03", "T-23", "T-25")
def test_the_slips_of_the_guidance_are_listed(rules: Rules) -> None:
    found = {one.key: one.read_as for one in rules.errata}
    assert found["annual_report_day"] == "trước ngày 30/11/2026"
    assert found["part_of_criteria"] == "mục 1, phần IV"
    assert not any(one.confirmed for one in rules.errata)


@pytest.mark.req("T-33")
def test_each_local_choice_is_a_local_setting(rules: Rules, layout: Layout) -> None:
    chosen = {one.setting for one in rules.local_choices}
    local = {one.key for one in layout.settings if one.local}
    guided = {one.key for one in layout.settings if one.local and one.section}
    assert guided <= chosen <= local


@pytest.mark.req("T-04", "T-05", "T-08", "T-09", "T-12")
def test_the_defaults_of_what_is_left_open(rules: Rules) -> None:
    defaults = rules.local_defaults
    assert (defaults["strict_before"], defaults["appraisal_days"]) == ("Có", "calendar")
    assert (defaults["exemplar_level"], defaults["launch_replicated"]) == ("commune", "Không")
    assert (defaults["both_tags"], defaults["managed_counts"]) == ("Có", "Có")


def test_a_day_off_not_yet_in_force_is_left_out(rules: Rules) -> None:
    assert date(2026, 11, 24) not in {one.day for one in rules.holidays}
    assert date(2026, 2, 17) in {one.day for one in rules.holidays}


def test_every_entry_names_its_section(rules: Rules) -> None:
    groups = (
        rules.fields, rules.registrant_types, rules.targets, rules.deadlines, rules.criteria,
        rules.exemplar_criteria, rules.building_steps, rules.appraisal_steps, rules.dossier_parts,
        rules.archive_items, rules.local_choices,
    )  # fmt: skip
    assert all(one.section.startswith("Mục ") for group in groups for one in group)


@pytest.mark.parametrize("year", years())
def test_our_own_files_have_no_faults(year: int) -> None:
    from importlib.resources import files

    text = files("dvk_office.rules").joinpath(f"{year}.toml").read_text(encoding="utf-8")
    assert isinstance(read_rules(text), Rules)
