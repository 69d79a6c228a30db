"""What score sheets say of the criteria, one by one and together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.criteria import (
    MET,
    NOT_APPLICABLE,
    UNMET,
    appraisers,
    outcomes,
    points_of,
    sheet_conclusion,
    signing_name,
    verdict_of,
)
from dvk_office.core.records import Book, Record
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEAM = """
| team | name        | role        |
|      | Phạm Đạt    | Thành viên  |
|      | Vũ Thị Dung | Trưởng đoàn |
"""
HEAD = "| scores | model | appraiser | recused | c1 | p1 | c2 | p2 | c3 | p3 | c4 | p4 | c5 | p5 | c6 | p6 | c7 | p7 | c8 | p8 |\n"


def sheet(appraiser: str, verdicts: str, points: str = "", recused: str = "") -> str:
    """A row of the sheet: a letter for each verdict, the same points for every criterion."""
    words = {"d": "Đạt", "k": "Không đạt", "a": "Không áp dụng", "-": ""}
    cells = " | ".join(f"{words[one]} | {points if one != 'a' else ''}" for one in verdicts)
    return f"| | MH01 | {appraiser} | {recused} | {cells} |\n"


def scored(rules: Rules, layout: Layout, *rows: str, **settings: object) -> Book:
    return book(layout, rules, TEAM + HEAD + "".join(rows), **settings)


def first(rules: Rules, layout: Layout, row: str) -> Record:
    return scored(rules, layout, row)["scores"][0]


def names(held: Book) -> list[str]:
    return [one.name for one in appraisers(held, "MH01")]


@pytest.mark.req("R-174")
def test_every_member_has_a_sheet_also_while_it_is_empty(rules: Rules, layout: Layout) -> None:
    held = scored(rules, layout, sheet("PHẠM ĐẠT", "dddddddd"))
    found = appraisers(held, "MH01")
    assert [one.name for one in found] == ["Vũ Thị Dung", "Phạm Đạt"]
    assert [one.sheet is None for one in found] == [True, False]


@pytest.mark.req("R-174", "T-39")
def test_who_stood_back_has_no_sheet(rules: Rules, layout: Layout) -> None:
    assert names(scored(rules, layout, sheet("Phạm Đạt", "--------", "", "Có"))) == ["Vũ Thị Dung"]


@pytest.mark.req("R-174")
def test_somebody_else_who_scored_has_one_too(rules: Rules, layout: Layout) -> None:
    held = scored(rules, layout, sheet("Lê Thị Hà", "dddddddd"))
    assert names(held) == ["Vũ Thị Dung", "Phạm Đạt", "Lê Thị Hà"]


@pytest.mark.req("R-174", "T-33")
def test_a_team_that_concludes_jointly_has_one_sheet_that_nobody_signs_alone(
    rules: Rules, layout: Layout
) -> None:
    held = scored(rules, layout, appraisal_mode="joint")
    (joint,) = appraisers(held, "MH01")
    assert (joint.name, signing_name(joint)) == ("ĐOÀN", "")


@pytest.mark.req("R-093")
@pytest.mark.parametrize(
    ("verdicts", "conclusion"),
    [("dadddddd", "pass"), ("dddddddk", "fail"), ("ddddddd-", ""), ("k-------", "fail")],
)
def test_a_sheet_passes_a_model_only_with_every_criterion(
    rules: Rules, layout: Layout, verdicts: str, conclusion: str
) -> None:
    assert sheet_conclusion(first(rules, layout, sheet("A", verdicts, "9")), rules) == conclusion


def test_no_sheet_concludes_nothing_and_has_no_points(rules: Rules) -> None:
    assert (sheet_conclusion(None, rules), points_of(None, rules)) == ("", None)


@pytest.mark.req("R-094")
@pytest.mark.parametrize(
    ("verdicts", "points", "total"),
    [("dddddddd", "4,5", 36), ("dadddddd", "4", 28), ("dddddddd", "", None)],
)
def test_points_are_added_up_only_where_none_is_missing(
    rules: Rules, layout: Layout, verdicts: str, points: str, total: float | None
) -> None:
    assert points_of(first(rules, layout, sheet("A", verdicts, points)), rules) == total


@pytest.mark.req("R-094")
def test_one_criterion_without_points_leaves_the_sum_open(rules: Rules, layout: Layout) -> None:
    row = sheet("A", "dddddddd", "4").replace("| Đạt | 4 |", "| Đạt |  |", 1)
    assert points_of(first(rules, layout, row), rules) is None


@pytest.mark.req("R-093")
@pytest.mark.parametrize(
    ("given", "majority", "all_of_them"),
    [
        ((MET, MET, UNMET), MET, UNMET),
        ((MET, UNMET), MET, UNMET),
        ((MET, UNMET, UNMET), UNMET, UNMET),
        ((NOT_APPLICABLE, NOT_APPLICABLE), NOT_APPLICABLE, NOT_APPLICABLE),
        (("", ""), "", ""),
    ],
)
def test_several_verdicts_amount_to_one_as_the_office_chose(
    given: tuple[str, ...], majority: str, all_of_them: str
) -> None:
    assert verdict_of(given, by_all=False) == majority
    assert verdict_of(given, by_all=True) == all_of_them


@given(st.lists(st.sampled_from([MET, UNMET, NOT_APPLICABLE, ""])))
def test_whoever_asks_for_all_is_never_easier_than_the_majority(given: list[str]) -> None:
    if verdict_of(given, by_all=True) == MET:
        assert verdict_of(given, by_all=False) == MET


@pytest.mark.req("R-093")
def test_the_outcome_of_a_criterion_counts_the_sheets_but_for_who_stood_back(
    rules: Rules, layout: Layout
) -> None:
    rows = (
        sheet("A", "dadddddd"),
        sheet("B", "dakddddd"),
        sheet("C", "dakddddd"),
        sheet("D", "kkkkkkkk", "", "Có"),
    )
    found = outcomes(scored(rules, layout, *rows), rules, "MH01")
    assert [(one.met, one.unmet, one.not_applicable, one.verdict) for one in found[:3]] == [
        (3, 0, 0, MET),
        (0, 0, 3, NOT_APPLICABLE),
        (1, 2, 0, UNMET),
    ]


def test_a_model_that_nobody_scored_has_no_outcome(rules: Rules, layout: Layout) -> None:
    assert {one.verdict for one in outcomes(scored(rules, layout), rules, "MH01")} == {""}
