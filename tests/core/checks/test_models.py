"""The name of a model, its topics, where it comes from, who leads it."""

from datetime import date

import pytest

from dvk_office.core.checks import columns
from dvk_office.core.checks.models import CHECKS
from dvk_office.core.findings import ERROR, WARNING
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import entry
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
SUBJECTS = """
| registrants | code | kind    | name                 |
|             | CT01 | Tập thể | Chi bộ thôn Đông Hòa |
|             | CT02 | Tập thể | Tổ dân vận Tây Hòa   |
"""
BASE = {
    "code": "MH01",
    "name": "Tuyến đường hoa",
    "registrant": "CT01",
    "field": "VH",
    "topics": "VH1",
    "origin": "Mới",
    "since_year": "",
    "replicated_from": "",
    "start_date": "16/3/2026",
    "dropped_on": "",
}
OTHER = BASE | {"code": "MH02", "name": "Tổ tự quản", "registrant": "CT02"}


def found(
    layout: Layout, rules: Rules, more: str = "", checks: tuple = CHECKS, **cells: str
) -> set[tuple[str, str]]:
    """Code and cell of the findings on two models: a sound one in row 4, in row 5 one changed in `cells`."""
    lines = [f"| | {' | '.join(row.values())} |" for row in (OTHER, BASE | cells)]
    text = "\n".join((SUBJECTS, f"| models | {' | '.join(BASE)} |", *lines, more))
    made = book(layout, rules, text)
    return {
        (one.code, f"{one.place.column_key}{one.place.row}")
        for check in checks
        for one in check(made, rules, layout, TODAY)
        if one.place.sheet_key in ("models", "details")
    }


@pytest.mark.req("R-026", "R-031", "R-038", "R-056", "R-057")
def test_two_models_of_two_subjects_have_no_finding(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-056")
@pytest.mark.parametrize("name", ["Tổ tự quản", "TỔ TỰ QUẢN", "“Tổ tự quản”", "Tổ  tự quản."])
def test_a_name_that_one_subject_uses_twice_is_an_error(
    layout: Layout, rules: Rules, name: str
) -> None:
    assert found(layout, rules, name=name, registrant="CT02") == {("MH-001", "name5")}
    assert entry("MH-001").severity == ERROR


@pytest.mark.req("R-056")
@pytest.mark.parametrize("registrant", ["CT01", ""])
def test_a_name_that_another_subject_uses_is_a_warning(
    layout: Layout, rules: Rules, registrant: str
) -> None:
    codes = found(layout, rules, name="tổ tự quản", registrant=registrant)
    assert codes == {("MH-002", "name5")}
    assert entry("MH-002").severity == WARNING


@pytest.mark.req("R-056")
def test_two_models_without_a_subject_are_not_said_to_have_the_same_one(
    layout: Layout, rules: Rules
) -> None:
    made = book(layout, rules, "| models | name |\n| | Tổ tự quản |\n| | Tổ tự quản |")
    (one,) = CHECKS[0](made, rules, layout, TODAY)
    assert (one.code, one.place.cell) == ("MH-002", "B5")


@pytest.mark.req("R-056")
def test_one_subject_may_have_several_models(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, registrant="CT02") == set()


@pytest.mark.req("R-056")
def test_names_that_differ_in_a_tone_are_two_names(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, name="Tổ tự quán", registrant="CT02") == set()


@pytest.mark.req("R-057")
@pytest.mark.parametrize("name", ["Văn hóa - xã hội", "Chi bộ thôn Đông Hoà", "2026", "01/02"])
def test_a_name_of_field_subject_or_figures_alone_says_nothing(
    layout: Layout, rules: Rules, name: str
) -> None:
    assert found(layout, rules, name=name) == {("MH-005", "name5")}


@pytest.mark.req("R-057", "R-062")
def test_a_model_without_a_name_is_an_error(layout: Layout, rules: Rules) -> None:
    assert ("O-001", "name5") in found(layout, rules, checks=columns.CHECKS, name="")


@pytest.mark.req("R-025")
@pytest.mark.parametrize("registrant", ["CT01; CT02", "CT01, CT02", "CT09"])
def test_a_model_has_one_leading_subject_and_not_two(
    layout: Layout, rules: Rules, registrant: str
) -> None:
    codes = found(layout, rules, checks=columns.CHECKS, registrant=registrant)
    assert codes == {("O-004", "registrant5")}
    assert entry("O-004").severity == ERROR


@pytest.mark.req("R-025")
def test_a_model_without_a_leading_subject_is_an_error(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, checks=columns.CHECKS, registrant="")
    assert codes == {("O-001", "registrant5")}


@pytest.mark.req("R-026")
def test_a_model_that_is_neither_new_nor_continued_is_an_error(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, checks=columns.CHECKS, origin="") == {("O-001", "origin5")}


@pytest.mark.req(
    "R-038", "R-039", "R-040", "R-041", "R-042", "R-043", "R-044", "R-045", "R-046", "R-047",
    "R-048", "R-049", "R-050",
)  # fmt: skip
def test_each_of_the_twelve_topic_groups_may_be_chosen_in_its_own_field(
    layout: Layout, rules: Rules
) -> None:
    topics = [(field.key, topic) for field in rules.fields for topic in field.topics]
    assert len(topics) == 12
    for field, topic in topics:
        assert found(layout, rules, field=field, topics=topic.key) == set()
        assert found(layout, rules, field=field, topics=topic.label) == set()


@pytest.mark.req("R-037", "R-038")
def test_a_topic_group_of_another_field_is_a_warning(layout: Layout, rules: Rules) -> None:
    for field in rules.fields:
        for topic in field.topics:
            other = next(one.key for one in rules.fields if one is not field)
            codes = found(layout, rules, field=other, topics=topic.key)
            assert codes == {("MH-006", "topics5")}
    assert entry("MH-006").severity == WARNING


@pytest.mark.req("R-038", "T-32")
@pytest.mark.parametrize(
    "topics", ["", "VH1; VH3", "Câu lạc bộ 5S", "VH2; giữ nghề cũ", "Covid 19"]
)
def test_none_or_several_topic_groups_or_free_words_will_do(
    layout: Layout, rules: Rules, topics: str
) -> None:
    assert found(layout, rules, topics=topics) == set()


@pytest.mark.req("R-038", "T-32")
@pytest.mark.parametrize("topics", ["VH4", "VH1; KT9", "vh 7"])
def test_a_number_that_no_topic_group_has_is_a_warning(
    layout: Layout, rules: Rules, topics: str
) -> None:
    assert found(layout, rules, topics=topics) == {("MH-007", "topics5")}


@pytest.mark.req("R-031")
@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("31/12/2025", {("MH-008", "start_date5")}),
        ("1/1/2026", set()),
        ("31/12/2026", set()),
        ("1/1/2027", {("MH-008", "start_date5")}),
    ],
)
def test_a_new_model_starts_between_the_first_and_the_last_day_of_the_year(
    layout: Layout, rules: Rules, day: str, codes: set[tuple[str, str]]
) -> None:
    assert found(layout, rules, start_date=day) == codes
    assert entry("MH-008").severity == ERROR


@pytest.mark.req("R-031")
def test_a_new_model_is_of_this_year(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, since_year="2025") == {("MH-009", "since_year5")}
    assert found(layout, rules, since_year="2026") == set()


@pytest.mark.req("R-026")
def test_a_continued_model_is_of_an_earlier_year(layout: Layout, rules: Rules) -> None:
    cells = {"origin": "Tiếp tục", "start_date": "1/6/2024"}
    assert found(layout, rules, since_year="2025", **cells) == set()
    assert found(layout, rules, since_year="2026", **cells) == {("MH-010", "since_year5")}


@pytest.mark.req("R-026")
@pytest.mark.parametrize("source", ["MH02", "Tổ tự quản", "Tuyến đường hoa xã Tân Hưng"])
def test_a_replicated_model_names_a_source_of_the_sheet_or_from_elsewhere(
    layout: Layout, rules: Rules, source: str
) -> None:
    assert found(layout, rules, origin="Nhân rộng", replicated_from=source) == set()


@pytest.mark.req("R-026")
def test_a_replicated_model_without_a_source_is_an_error(layout: Layout, rules: Rules) -> None:
    codes = found(layout, rules, checks=columns.CHECKS, origin="Nhân rộng")
    assert codes == {("O-002", "replicated_from5")}


@pytest.mark.req("R-026")
@pytest.mark.parametrize(
    ("source", "code"), [("MH77", "MH-011"), ("mh02", "MH-011"), ("MH01", "MH-012")]
)
def test_a_source_that_is_not_there_or_the_model_itself_is_an_error(
    layout: Layout, rules: Rules, source: str, code: str
) -> None:
    codes = found(layout, rules, origin="Nhân rộng", replicated_from=source)
    assert codes == {(code, "replicated_from5")}
    assert entry(code).severity == ERROR


@pytest.mark.req("R-026")
def test_a_new_model_with_a_source_is_asked_whether_it_is_replicated(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, replicated_from="MH02") == {("MH-013", "replicated_from5")}
    cells = {"origin": "Tiếp tục", "since_year": "2024", "start_date": ""}
    assert found(layout, rules, replicated_from="MH02", **cells) == set()


HEARD = "| hearings | model |\n| | MH01 |"


@pytest.mark.req("R-114", "T-14")
@pytest.mark.parametrize(
    ("details", "codes"),
    [
        ("| | MH01 | Đoàn kiểm tra | Cách làm hay |", set()),
        ("| | MH01 | Đoàn kiểm tra | |", {("MH-014", "discovery_reason4")}),
        ("| | MH01 | | |", {("MH-014", "discovered_by4")}),
        ("", {("MH-014", "code5")}),
    ],
)
def test_a_find_without_its_finder_or_reason_is_an_error(
    layout: Layout, rules: Rules, details: str, codes: set[tuple[str, str]]
) -> None:
    more = f"{HEARD}\n| details | model | discovered_by | discovery_reason |\n{details}"
    assert found(layout, rules, more, origin="Phát hiện") == codes
    assert entry("MH-014").severity == ERROR


@pytest.mark.req("R-114", "T-14")
@pytest.mark.parametrize(
    ("hearing", "cells", "codes"),
    [
        ("", {}, {("MH-015", "origin5")}),
        (HEARD, {}, set()),
        ("", {"dropped_on": "01/8/2026"}, set()),
    ],
)
def test_a_find_that_is_in_no_proposal_is_told(
    layout: Layout, rules: Rules, hearing: str, cells: dict[str, str], codes: set[tuple[str, str]]
) -> None:
    details = "| details | model | discovered_by | discovery_reason |\n| | MH01 | Đoàn | Hay |"
    assert found(layout, rules, f"{hearing}\n{details}", origin="Phát hiện", **cells) == codes
