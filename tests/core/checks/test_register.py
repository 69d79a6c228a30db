"""The register: days, states, subjects, the form of numbers, and their series."""

from datetime import date

import pytest

from dvk_office.core.checks import columns, register, register_series
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
CHECKS = (*register.CHECKS, *register_series.CHECKS, columns.duplicate_rows)
BEFORE = "| models | code |\n| | MH01 |\n"
BASE = {
    "issuer": "Đảng ủy xã An Phú",
    "kind": "Công văn",
    "number": "34-CV/ĐU",
    "date": "3/2/2026",
    "state": "Đã ban hành",
    "sent_on": "",
    "acknowledged_on": "",
    "cut_off": "",
    "subject": "",
}


def found(
    layout: Layout, rules: Rules, *rows: dict[str, str], **typed: object
) -> set[tuple[str, str]]:
    """Code and cell of the findings on papers that are sound but for the cells given."""
    head = f"| register | {' | '.join(BASE)} |"
    lines = [f"| | {' | '.join((BASE | cells).values())} |" for cells in rows]
    made = book(layout, rules, "\n".join((BEFORE, head, *lines)), **typed)
    findings = [one for check in CHECKS for one in check(made, rules, layout, TODAY)]
    assert {one.place.sheet_key for one in findings} <= {"register"}
    return {(one.code, f"{one.place.column_key}{one.place.row}") for one in findings}


def test_a_paper_issued_sent_and_answered_has_no_finding(layout: Layout, rules: Rules) -> None:
    sent = {"sent_on": "3/2/2026", "acknowledged_on": "5/2/2026", "cut_off": "1/2/2026"}
    assert found(layout, rules, sent | {"subject": "MH01"}) == set()


@pytest.mark.parametrize("key", ["date", "sent_on", "acknowledged_on"])
def test_a_day_to_come_is_an_error(layout: Layout, rules: Rules, key: str) -> None:
    assert found(layout, rules, {key: "24/11/2026"}) == {("SV-001", f"{key}4")}


def test_a_paper_sent_before_its_day_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {"sent_on": "2/2/2026"}) == {("SV-002", "sent_on4")}


def test_an_answer_before_the_sending_is_warned_of(layout: Layout, rules: Rules) -> None:
    cells = {"sent_on": "4/2/2026", "acknowledged_on": "3/2/2026"}
    assert found(layout, rules, cells) == {("SV-003", "acknowledged_on4")}


@pytest.mark.req("R-152")
def test_figures_up_to_a_day_after_the_paper_are_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {"cut_off": "4/2/2026"}) == {("SV-004", "date4")}


@pytest.mark.req("R-187")
def test_a_paper_waiting_for_its_number_has_none_and_was_not_sent(
    layout: Layout, rules: Rules
) -> None:
    waiting = {"state": "Chờ số", "number": "", "date": ""}
    assert found(layout, rules, waiting) == set()
    assert found(layout, rules, waiting | {"number": "34-CV/ĐU"}) == {("SV-005", "state4")}
    assert found(layout, rules, waiting | {"sent_on": "3/2/2026"}) == {("SV-005", "state4")}


@pytest.mark.req("R-187")
def test_a_number_without_its_day_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {"state": "", "date": ""}) == {("SV-006", "date4")}


def test_a_subject_that_is_nowhere_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {"subject": "MH99"}) == {("SV-007", "subject4")}


@pytest.mark.req("R-187", "T-42")
@pytest.mark.parametrize(
    "number", ["34", "Số 34-CV/ĐU", "34 CV/ĐU", "34/CV-ĐU", "34-cv/đu", "34\u2013CV/ĐU"]
)
def test_the_party_writes_number_kind_and_body_in_its_form(
    layout: Layout, rules: Rules, number: str
) -> None:
    assert found(layout, rules, {"number": number, "issuer": "ĐU"}) == {("SV-008", "number4")}


@pytest.mark.req("R-187", "T-42")
def test_the_state_writes_its_own_form(layout: Layout, rules: Rules) -> None:
    issuer = {"issuer": "Ủy ban nhân dân xã"}
    assert found(layout, rules, issuer | {"number": "512/QĐ-UBND"}) == set()
    assert found(layout, rules, issuer | {"number": "512-QĐ/UBND"}) == {("SV-009", "number4")}


@pytest.mark.req("R-187")
def test_another_body_may_write_either_form(layout: Layout, rules: Rules) -> None:
    for number in ("12/KH-MTTQ-BTT", "12-KH/ĐTN"):
        assert found(layout, rules, {"issuer": "Đoàn thể", "number": number}) == set()


@pytest.mark.req("R-187")
def test_one_number_for_two_papers_is_an_error(layout: Layout, rules: Rules) -> None:
    other = {"number": "034-CV/ĐU"}
    assert found(layout, rules, {}, other) == {("SV-010", "number5")}
    later = {"kind": "Văn bản khác", "date": "4/2/2026"}
    assert found(layout, rules, {}, later) == {("SV-010", "number5")}


@pytest.mark.req("R-187")
@pytest.mark.parametrize("day", ["1/2/2026", ""])
def test_one_number_on_two_days_is_that_error_alone(layout: Layout, rules: Rules, day: str) -> None:
    assert found(layout, rules, {}, {"date": day}) == {("SV-010", "number5")}


@pytest.mark.req("R-187")
def test_one_paper_typed_twice_is_a_double_row_alone(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {}, {}) == {("O-005", "issuer5")}


@pytest.mark.req("R-187")
def test_a_number_that_was_cancelled_may_be_given_to_a_paper_of_its_kind(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, {"state": "Hủy"}, {"date": "4/2/2026"}) == set()


def test_an_enclosure_goes_under_the_number_of_its_letter(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {}, {"kind": "Danh sách đề nghị thành phố"}) == set()


def test_a_cancelled_number_may_be_given_again(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, {"state": "Hủy"}, {"number": "034-CV/ĐU"}) == set()


@pytest.mark.req("R-187")
def test_the_state_begins_anew_each_year_and_the_party_does_not(
    layout: Layout, rules: Rules
) -> None:
    state = {"issuer": "UBND", "number": "05/QĐ-UBND", "date": "3/12/2025"}
    assert found(layout, rules, state, state | {"date": "3/2/2026"}) == set()
    party = {"date": "3/12/2025"}
    codes = found(layout, rules, party, {"number": "034-CV/ĐU"})
    assert codes == {("SV-010", "number5")}


@pytest.mark.req("R-187")
def test_a_later_number_of_an_earlier_day_is_warned_of(layout: Layout, rules: Rules) -> None:
    rows = ({"number": "36-CV/ĐU", "date": "1/2/2026"}, {})
    assert found(layout, rules, *rows) == {("SV-011", "date4")}


@pytest.mark.req("R-187")
def test_gaps_are_noted_only_in_a_series_of_the_boards_own(layout: Layout, rules: Rules) -> None:
    own = {"number": "3-CV/BXDĐ"}
    rows = ({"number": "1-CV/BXDĐ"}, own, {}, {"number": "40-CV/ĐU"})
    assert found(layout, rules, *rows) == set()
    assert found(layout, rules, *rows, own_series="Có") == {("SV-012", "number5")}


@pytest.mark.req("R-150", "R-151", "R-152")
@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ({"kind": "Báo cáo năm", "sent_on": "14/11/2026"}, {("SV-013", "cut_off4")}),
        ({"kind": "Báo cáo năm", "sent_on": "15/11/2026"}, set()),
        ({"kind": "Báo cáo năm", "sent_on": "10/2/2026", "cut_off": "15/11/2025"}, set()),
        ({"kind": "Báo cáo 6 tháng", "sent_on": "10/2/2026"}, {("SV-013", "cut_off4")}),
        ({"kind": "Báo cáo năm", "sent_on": "10/2/2026", "state": "Hủy"}, set()),
        ({"kind": "Kế hoạch", "sent_on": "10/2/2026"}, set()),
    ],
)
def test_a_report_sent_before_the_cut_off_is_asked_whose_year_it_tells(
    layout: Layout, rules: Rules, cells: dict[str, str], codes: set[tuple[str, str]]
) -> None:
    assert found(layout, rules, cells) == codes
