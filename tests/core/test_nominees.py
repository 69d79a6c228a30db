"""Who is put forward to the city, and in which order every paper lists them."""

import pytest

from dvk_office.core.nominees import chosen, considered, each_subject, nominees, totals
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| registrants | code | kind    | name             | leader |
|             | CT01 | Cá nhân | Trần Văn Đức     |        |
|             | CT02 | Tập thể | Chi bộ thôn Hạ   |        |
|             | CT03 | Cá nhân | Lê Văn Ân        | Có     |
|             | CT04 | Cá nhân | Nguyễn Văn An    |        |
| models | code | name | registrant |
|        | MH01 | Đường hoa | CT02  |
| hearings | model | conclusion |
|          | MH01  | Đạt        |
| exemplars | registrant | model | votes_for | chosen |
|           | CT01       | MH01  | 9         | Có     |
|           | CT02       | MH01  | 8         | Có     |
|           | CT03       | MH01  | 12        | Có     |
|           | CT04       | MH01  | 3         | Không  |
"""


def codes(layout: Layout, rules: Rules, order: str) -> list[str]:
    return [one.code for one in considered(book(layout, rules, TEXT, people_order=order))]


@pytest.mark.req("R-141", "R-185")
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["CT02", "CT04", "CT03", "CT01"]),
        ("votes", ["CT02", "CT03", "CT01", "CT04"]),
        ("typed", ["CT02", "CT01", "CT03", "CT04"]),
    ],
)
def test_collectives_come_first_and_persons_as_the_settings_say(
    layout: Layout, rules: Rules, order: str, expected: list[str]
) -> None:
    assert codes(layout, rules, order) == expected


@pytest.mark.req("R-141", "R-185")
def test_persons_may_stand_by_the_points_of_their_models(layout: Layout, rules: Rules) -> None:
    points = " | ".join(f"p{n}" for n in range(1, 9))
    text = f"""{TEXT}
| exemplars | registrant | model | votes_for |
|           | CT01       | MH01  | 9         |
|           | CT03       | MH02  | 12        |
|           | CT04       | MH03  | 3         |
| scores | model | appraiser | {points} |
|        | MH01  | A         | {" | ".join("5" * 8)} |
|        | MH03  | A         | {" | ".join("9" * 8)} |
"""
    held = considered(book(layout, rules, text, people_order="points"))
    assert [one.code for one in held] == ["CT04", "CT01", "CT03"]


@pytest.mark.req("R-129")
def test_only_the_chosen_are_put_forward(layout: Layout, rules: Rules) -> None:
    held = nominees(book(layout, rules, TEXT))
    assert "CT04" not in {one.code for one in held}
    assert totals(held) == (1, 2)


TWICE = (
    TEXT
    + """
| exemplars | registrant | model | votes_for | chosen |
|           | CT01       | MH01  | 9         | Có     |
|           | CT03       | MH01  | 12        | Có     |
|           | CT01       | MH02  | 11        | Có     |
|           |            | MH02  | 2         | Có     |
|           |            | MH03  | 1         | Có     |
"""
)


@pytest.mark.req("R-023", "R-129", "R-141", "T-10")
@pytest.mark.parametrize("order", ["name", "votes", "typed"])
def test_who_is_chosen_for_two_models_is_one_nominee_with_both(
    layout: Layout, rules: Rules, order: str
) -> None:
    held = nominees(book(layout, rules, TWICE, people_order=order))
    assert sorted(one.code for one in held) == ["", "", "CT01", "CT03"]
    both = next(one for one in held if one.code == "CT01")
    assert [one.row.text("model") for one in both.every] == ["MH01", "MH02"]
    assert totals(held) == (0, 2)


@pytest.mark.req("T-10")
def test_no_row_of_those_chosen_is_lost(layout: Layout, rules: Rules) -> None:
    rows = chosen(book(layout, rules, TWICE))
    held = [one.row for nominee in each_subject(rows) for one in nominee.every]
    assert sorted(held, key=lambda row: row.row) == sorted(
        (one.row for one in rows), key=lambda row: row.row
    )


@pytest.mark.req("R-110")
def test_a_leader_writes_another_report_than_other_persons(layout: Layout, rules: Rules) -> None:
    forms = {one.code: one.form for one in considered(book(layout, rules, TEXT))}
    assert forms == {
        "CT01": "individual",
        "CT02": "collective",
        "CT03": "leader",
        "CT04": "individual",
    }


def test_a_nominee_comes_with_model_and_hearing(layout: Layout, rules: Rules) -> None:
    (one,) = nominees(book(layout, rules, TEXT), ("CT02",))
    assert one.model is not None
    assert one.hearing is not None
    assert one.hearing.text("conclusion") == "pass"


def test_an_unknown_code_keeps_its_row(layout: Layout, rules: Rules) -> None:
    held = considered(book(layout, rules, TEXT + "| exemplars | registrant |\n|  | CT99 |\n"))
    assert [(one.code, one.registrant, one.kind) for one in held] == [("CT99", None, "")]


def test_an_order_is_reckoned_once_for_a_book_and_anew_for_another(
    layout: Layout, rules: Rules
) -> None:
    first, other = book(layout, rules, TEXT), book(layout, rules, TEXT)
    assert [one.row for one in considered(first)] == [one.row for one in considered(other)]
    assert considered(first)[0] is considered(first)[0]
    assert considered(first)[0] is not considered(other)[0]
