"""Findings: their one line, their order, their number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.findings import (
    MOST_SHOWN,
    DvkError,
    Finding,
    count,
    finding,
    in_order,
)
from dvk_office.core.records import Place
from dvk_office.rules import messages

CELL = Place("models", "Mô hình", 9, "field", "D")
SHEETS = ("settings", "models", "scores")
places = st.builds(
    Place,
    st.sampled_from([*SHEETS, ""]),
    st.just("Trang"),
    st.integers(0, 30),
    st.just(""),
    st.sampled_from(["A", "B", "Z", "AA", "AB"]),
)
findings = st.builds(Finding, st.sampled_from(["O-001", "O-046", "O-031"]), places)


def test_a_finding_says_place_severity_code_message_mend_and_section() -> None:
    one = finding("TD-002", CELL, name="Lê Văn Bình", first="Trần Thị Hiền")
    entry = messages.entry("TD-002")
    assert str(one) == (
        f"Mô hình!D9: Lỗi TD-002: {one.message} Cách sửa: {one.mend} ({entry.section})"
    )
    assert "“Lê Văn Bình”" in one.message
    assert "{" not in one.message + one.mend
    assert one.severity == "error"


def test_a_finding_without_a_section_ends_with_its_mend() -> None:
    one = finding("O-001", CELL, column="Lĩnh vực")
    assert str(one).endswith(f"Cách sửa: {one.mend}")
    assert one.section == ""


@pytest.mark.parametrize("fact", ["{x}", "{{ x }}", "%s", "A & B < C", "]]>", "=cmd()"])
def test_a_fact_is_shown_as_it_is(fact: str) -> None:
    one = finding("O-003", CELL, column="Lĩnh vực", found=fact, hint="")
    assert f"“{fact}”" in one.message


@pytest.mark.req("R-188")
@pytest.mark.parametrize(
    "fact", ["Một\nHai", "Một\r\nHai", "Một\u2028Hai", "Một\tHai", "Một\n\n\nHai"]
)
def test_a_name_with_a_line_break_leaves_the_finding_in_one_line(fact: str) -> None:
    one = finding("O-003", CELL, column="Lĩnh vực", found=fact, hint="")
    assert "“Một Hai”" in one.message
    assert len(str(one).splitlines()) == 1


@pytest.mark.req("R-188")
def test_a_very_long_value_is_cut_short_in_a_finding() -> None:
    one, longest = (
        finding("O-003", CELL, column="Lĩnh vực", found="y" * number, hint="")
        for number in (32_767, MOST_SHOWN)
    )
    assert f"“{'y' * (MOST_SHOWN - 1)}…”" in one.message
    assert f"“{'y' * MOST_SHOWN}”" in longest.message


def test_facts_may_be_numbers() -> None:
    assert dict(finding("O-031", CELL, count=3, first=7).facts) == {"count": "3", "first": "7"}


def test_a_code_without_words_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        _ = finding("XX-999", CELL).message


def test_an_error_that_stops_everything_carries_its_finding() -> None:
    one = finding("TEP-017", Place(tab="so.xlsx"))
    error = DvkError(one)
    assert error.finding == one
    assert str(error) == str(one)


def test_findings_stand_by_tab_row_column_and_code() -> None:
    wanted = [
        finding("O-001", Place("", "so.xlsx")),
        finding("O-001", Place("settings", "Thông tin chung", 4, "", "D")),
        finding("O-001", Place("models", "Mô hình")),
        finding("O-001", Place("models", "Mô hình", 4, "", "B")),
        finding("O-004", Place("models", "Mô hình", 4, "", "B")),
        finding("O-001", Place("models", "Mô hình", 4, "", "Z")),
        finding("O-001", Place("models", "Mô hình", 4, "", "AA")),
        finding("O-001", Place("models", "Mô hình", 10, "", "A")),
        finding("O-001", Place("scores", "Phiếu đánh giá", 4, "", "A")),
    ]
    assert in_order(reversed(wanted), SHEETS) == tuple(wanted)


def test_equal_findings_are_shown_once_and_others_of_the_same_cell_are_kept() -> None:
    one, other = (finding("O-001", CELL, column=name) for name in ("Lĩnh vực", "Mã"))
    assert in_order([one, other, one], SHEETS) == (one, other)


@given(st.lists(findings, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_depend_on_who_found_them_first(found, random) -> None:
    mixed = list(found)
    random.shuffle(mixed)
    assert in_order(mixed, SHEETS) == in_order(found, SHEETS)
    assert set(in_order(found, SHEETS)) == set(found)


def test_findings_are_counted_by_severity() -> None:
    found = [finding("O-001", CELL), finding("O-004", CELL), finding("O-046", CELL)]
    assert count(found) == {"errors": 2, "warnings": 1, "notes": 0}
    assert count([]) == {"errors": 0, "warnings": 0, "notes": 0}
