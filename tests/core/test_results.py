"""The figures of a day: what counts by then and what not yet, and that the fields add up to the whole."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dvk_office.core.records import Record
from dvk_office.core.resources import last_result, resources
from dvk_office.core.results import results
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

HALF, LATE = date(2026, 6, 20), date(2026, 11, 15)
TEXT = """
| organisations | code | name            | kind   | direct | must_plan | own_plan_date |
|               | TC01 | Chi bộ thôn Hạ  | Chi bộ | Có     | Có        | 05/02/2026    |
|               | TC02 | Hội Nông dân xã | Hội    |        | Có        | 01/7/2026     |
|               | TC03 | Trạm Y tế       | Đơn vị |        |           | 05/02/2026    |
| registrants | code | kind    | name           |
|             | CT01 | Tập thể | Chi bộ thôn Hạ |
|             | CT02 | Cá nhân | Lê Văn Ân      |
| models | code | name      | registrant | field | origin    | registered_on | launch_date | dropped_on |
|        | MH01 | Đường hoa | CT01       | VH    | Mới       | 05/02/2026    | 01/3/2026   |            |
|        | MH02 | Chợ sạch  | CT02       | KT    | Mới       | 05/02/2026    | 01/7/2026   |            |
|        | MH03 | Tổ hòa giải | CT01     | QA    | Tiếp tục  | 05/02/2026    |             | 01/9/2026  |
|        | MH04 | Bếp ăn    | CT02       | VH    | Phát hiện |               |             |            |
|        | MH05 | Tủ sách   | CT01       | VH    | Tiếp tục  | 01/8/2026     |             |            |
| progress | model | as_of     | resources_money | resources_days | resources_land | participants | beneficiaries |
|          | MH01  | 15/6/2026 | 10000000        | 1,5            |                | 20           | 100           |
|          | MH01  | 20/6/2026 | 12000000        | 2,5            |                | 25           | 120           |
|          | MH01  | 21/6/2026 | 99000000        | 9,5            |                | 99           | 999           |
|          | MH03  | 30/5/2026 | 1000000         |                |                | 5            |               |
|          | MH04  | 30/5/2026 | 500             |                |                |              |               |
| inspections | model | date      | kind |
|             | MH01  | 20/6/2026 | self |
|             | MH01  | 21/6/2026 | board |
|             | MH01  | 01/3/2025 | board |
| activities | date      | kind       |
|            | 20/6/2026 | Tuyên truyền |
|            | 21/6/2026 | Tuyên truyền |
|            | 01/3/2025 | Văn bản    |
| meetings | code | kind                   | date      |
|          | CH01 | Phiên thẩm định        | 20/9/2026 |
|          | CH02 | Họp bình xét điển hình | 05/10/2026 |
| hearings | model | meeting | conclusion | decision_number | decision_date | most_exemplary |
|          | MH01  | CH01    | Đạt        | 41-QĐ/ĐU        | 02/10/2026    | Có             |
|          | MH02  | CH01    | Không đạt  |                 |               |                |
|          | MH04  |         |            | 41-QĐ/ĐU        | 02/10/2026    |                |
|          | MH05  | CH01    |            |                 |               |                |
| exemplars | registrant | model | meeting | chosen | city_number | city_date  | commend | commendation_date |
|           | CT01       | MH01  | CH02    | Có     |             |            | Có      | 10/11/2026        |
|           | CT02       | MH02  | CH02    | Không  |             |            | Có      | 16/11/2026        |
|           | CT01       | MH05  | CH02    | Có     | 9-QĐ/TU     | 01/11/2026 | Có      | 10/11/2026        |
"""
STAGES = (
    "registered", "launched", "unlaunched", "appraised", "passed", "recognised", "chosen", "city",
    "commended",
)  # fmt: skip


@pytest.fixture
def at(layout: Layout, rules: Rules):
    """The figures of the small book on a day."""
    return lambda day, text=TEXT: results(book(layout, rules, text), rules, day)


def codes(rows: tuple[Record, ...]) -> list[str]:
    key = "code" if rows and rows[0].heading.sheet_key == "models" else "registrant"
    return [row.text(key) for row in rows]


@pytest.mark.req("R-150", "R-152")
@pytest.mark.parametrize(
    ("stage", "by_june", "by_november"),
    [
        ("registered", ["MH01", "MH02", "MH03"], ["MH01", "MH02", "MH05"]),
        ("launched", ["MH01"], ["MH01", "MH02"]),
        ("unlaunched", ["MH02"], []),
        ("appraised", [], ["MH01", "MH02"]),
        ("passed", [], ["MH01"]),
        ("recognised", [], ["MH01", "MH04"]),
        ("chosen", [], ["CT01"]),
        ("city", [], ["CT01"]),
        ("commended", [], ["CT01"]),
    ],
)
def test_each_stage_has_the_rows_of_its_day(at, stage: str, by_june, by_november) -> None:
    found = [codes(getattr(at(day).whole.reached, stage)) for day in (HALF, LATE)]
    assert found == [by_june, by_november]


@pytest.mark.req("R-152")
def test_what_happened_on_the_very_day_is_in_and_on_the_next_is_not(at) -> None:
    decided, before = date(2026, 10, 2), date(2026, 10, 1)
    assert codes(at(decided).whole.reached.recognised) == ["MH01", "MH04"]
    assert codes(at(before).whole.reached.recognised) == []


def test_the_models_are_those_registered_and_those_recognised_though_only_found(at) -> None:
    assert codes(at(LATE).models) == ["MH01", "MH02", "MH04", "MH05"]


def test_the_most_exemplary_are_recognised_first(at) -> None:
    assert codes(at(LATE).exemplary) == ["MH01"]
    assert at(HALF).exemplary == ()


@pytest.mark.req("R-141", "R-185")
def test_the_most_exemplary_stand_in_the_order_of_every_list(at) -> None:
    marked = "| 02/10/2026    | Có |"
    first = f"|          | MH04  |         |            | 41-QĐ/ĐU        {marked}"
    text = "\n".join(
        one for one in TEXT.splitlines() if not one.startswith("|          | MH04  |  ")
    )
    text = text.replace("|          | MH01  | CH01 ", f"{first}\n|          | MH01  | CH01 ")
    assert codes(at(LATE, text).exemplary) == ["MH01", "MH04"]


@pytest.mark.req("R-074", "R-152")
def test_the_last_figures_on_or_before_the_day_are_summed_and_a_blank_is_not_nought(at) -> None:
    found = at(HALF).resources
    assert (found.money, found.days, found.participants) == (13_000_000, 2.5, 30)
    assert found.land is None
    assert codes(found.without) == ["MH02"]


@pytest.mark.req("R-152")
def test_a_model_without_any_row_by_the_day_has_no_figures(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT)
    assert last_result(made, "MH01", date(2026, 6, 14)) is None
    found = resources(made, made["models"][:2], date(2026, 6, 14))
    assert (found.rows, found.money) == ((), None)
    assert codes(found.without) == ["MH01", "MH02"]


def test_acts_and_inspections_are_those_of_the_year_up_to_the_day(at) -> None:
    found = at(HALF)
    assert dict(found.activities) == {"propaganda": 1}
    assert [row.text("kind") for row in found.inspections] == ["self"]


@pytest.mark.req("R-155", "R-158")
def test_plans_are_counted_of_the_bodies_that_must_have_one(at) -> None:
    assert [len(one) for one in (at(HALF).planning, at(HALF).planned, at(LATE).planned)] == [
        2,
        1,
        2,
    ]


@pytest.mark.req("R-051", "R-192")
@pytest.mark.parametrize("day", [HALF, LATE])
def test_the_fields_add_up_to_the_whole(at, rules: Rules, day: date) -> None:
    found = at(day)
    assert list(found.fields) == [one.key for one in rules.fields]
    for stage in STAGES:
        whole = getattr(found.whole.reached, stage)
        parts = [row for one in found.fields.values() for row in getattr(one.reached, stage)]
        assert sorted(row.row for row in parts) == sorted(row.row for row in whole)


YEAR = st.dates(date(2026, 1, 1), date(2026, 12, 31))
DAYS = YEAR.map(lambda day: day.strftime("%d/%m/%Y"))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["KT", "VH", "QA", "HT"]),
        st.sampled_from(["Mới", "Tiếp tục", "Nhân rộng", "Phát hiện"]),
        *[st.none() | DAYS] * 5,
    ),
    max_size=12,
)


@pytest.mark.req("R-152", "R-192")
def test_fields_add_up_on_any_day_and_what_was_decided_stays(layout: Layout, rules: Rules) -> None:
    @given(rows=ROWS, first=YEAR, later=YEAR)
    @settings(max_examples=60)
    def holds(rows, first: date, later: date) -> None:
        made = book(layout, rules, _text(rows))
        early, late = (results(made, rules, day) for day in sorted((first, later)))
        for stage in STAGES:
            parts = [getattr(one.reached, stage) for one in early.fields.values()]
            assert len(getattr(early.whole.reached, stage)) == sum(map(len, parts))
        for stage in ("launched", "appraised", "passed", "recognised", "chosen", "commended"):
            kept, now = (set(codes(getattr(one.whole.reached, stage))) for one in (early, late))
            assert kept <= now

    holds()


def _text(rows) -> str:
    """A book of models registered, launched, heard, decided and chosen on any days."""
    lines = ["| registrants | code | kind | name |", "| | CT01 | Tập thể | Chi bộ |"]
    lines.append(
        "| models | code | name | registrant | field | origin | registered_on | launch_date |"
    )
    lines += [
        f"| | M{n} | Tên {n} | CT01 | {field} | {origin} | {on or ''} | {launch or ''} |"
        for n, (field, origin, on, launch, *_rest) in enumerate(rows)
    ]
    lines.append("| hearings | model | date | conclusion | decision_number | decision_date |")
    lines += [
        f"| | M{n} | {held or ''} | Đạt | {'1-QĐ/ĐU' if decided else ''} | {decided or ''} |"
        for n, (*_start, held, decided, _given) in enumerate(rows)
    ]
    lines.append("| exemplars | registrant | model | chosen | commend | commendation_date |")
    lines += [f"| | CT01 | M{n} | Có | Có | {row[-1] or ''} |" for n, row in enumerate(rows)]
    return "\n".join(lines)
