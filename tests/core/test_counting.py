"""Whether a model counts in the year: one condition at a time, each at its boundary."""

from datetime import date

import pytest

from dvk_office.core.counting import BY_ORIGIN, OF_NO_ORIGIN, Judged, judged
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules
from tests.tables import book

SUBJECTS = """
| organisations | code | name        | direct |
|               | TC01 | Chi bộ An   | x      |
| registrants | code | name          | kind    | type       | managing_organisation |
|             | CT01 | Tổ dân vận An | Tập thể | Tổ dân vận | TC01                  |
"""
OLD = {
    "code": "MH01", "registrant": "CT01", "origin": "Tiếp tục", "registered_on": "5/2/2026",
    "still_suitable": "Có", "effective": "Có", "previous_figure": "50", "figure": "55",
}  # fmt: skip
NEW = {
    "code": "MH01", "registrant": "CT01", "origin": "Mới", "registered_on": "5/2/2026",
    "start_date": "1/3/2026", "launch_date": "8/3/2026",
}  # fmt: skip
REPLICATED = NEW | {"origin": "Nhân rộng", "launch_date": ""}
FOUND = {"code": "MH01", "registrant": "CT01", "origin": "Phát hiện", "start_date": "12/1/2026"}


def judge(
    layout: Layout, rules: Rules, day: date, row: dict[str, str], **settings: object
) -> Judged:
    """The model of `row`, judged on `day`."""
    table = f"| models | {' | '.join(row)} |\n| | {' | '.join(row.values())} |"
    (found,) = judged(book(layout, rules, SUBJECTS + table, **settings), rules, day)
    return found


@pytest.fixture
def why(layout: Layout, rules: Rules, today: date):
    """Why the model of a row does not count today; empty where it does."""
    return lambda row, **settings: judge(layout, rules, today, row, **settings).reason


# --- Models of former years (R-026 to R-030) ---


@pytest.mark.req("R-026", "R-027", "R-028", "R-029", "R-030", "T-11")
def test_a_continued_model_that_meets_all_four_conditions_counts(why) -> None:
    assert why(OLD) == ""


@pytest.mark.req("R-027", "T-11")
@pytest.mark.parametrize(("cell", "reason"), [("Không", "unsuitable"), ("", "suitable_unknown")])
def test_an_old_model_must_still_be_suitable(why, cell: str, reason: str) -> None:
    assert why(OLD | {"still_suitable": cell}) == reason


@pytest.mark.req("R-028", "T-11")
@pytest.mark.parametrize(("cell", "reason"), [("Không", "ineffective"), ("", "effective_unknown")])
def test_an_old_model_must_be_effective(why, cell: str, reason: str) -> None:
    assert why(OLD | {"effective": cell}) == reason


@pytest.mark.req("R-029", "R-026")
@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("1/1/2026", ""),
        ("31/12/2025", "registered_other_year"),
        ("1/1/2027", "registered_other_year"),
        ("23/11/2026", ""),
        ("24/11/2026", "registered_later"),
        ("", "unregistered"),
        ("31/11/2026", "unregistered"),
    ],
)
@pytest.mark.parametrize("row", [OLD, NEW, REPLICATED], ids=["old", "new", "replicated"])
def test_a_model_is_registered_in_the_year_and_by_today(
    why, row: dict[str, str], day: str, reason: str
) -> None:
    assert why(row | {"registered_on": day}) == reason


@pytest.mark.req("R-030", "T-11")
@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        ("49", "figure_not_higher"),
        ("50", "figure_not_higher"),
        ("50,1", ""),
        ("55", ""),
    ],
)
def test_equal_is_not_higher(why, figure: str, reason: str) -> None:
    assert why(OLD | {"figure": figure}) == reason


@pytest.mark.req("R-030")
def test_two_figures_decide_whatever_was_confirmed(why) -> None:
    confirmed = {"goal_higher_confirmed": "Có"}
    assert why(OLD | confirmed | {"figure": "50"}) == "figure_not_higher"
    assert why(OLD | {"goal_higher_confirmed": "Không"}) == ""


@pytest.mark.req("R-030", "T-11")
@pytest.mark.parametrize(
    ("cell", "reason"),
    [("Có", ""), ("Không", "goal_not_higher"), ("", "goal_unconfirmed")],
)
@pytest.mark.parametrize("blank", ["figure", "previous_figure"])
def test_goals_in_words_count_only_when_confirmed(why, blank: str, cell: str, reason: str) -> None:
    assert why(OLD | {blank: "", "goal_higher_confirmed": cell}) == reason


@pytest.mark.req("R-034")
def test_a_continued_model_needs_no_launch_and_no_start(why) -> None:
    assert why(OLD | {"launch_date": "", "start_date": ""}, provisional_until="1/3/2026") == ""


@pytest.mark.req("R-026", "T-41")
@pytest.mark.parametrize(
    ("day", "reason"),
    [("23/11/2026", "dropped"), ("24/11/2026", ""), ("tháng 6", "dropped"), ("", "")],
)
@pytest.mark.parametrize("row", [OLD, NEW], ids=["old", "new"])
def test_a_model_given_up_does_not_count(why, row: dict[str, str], day: str, reason: str) -> None:
    assert why(row | {"dropped_on": day}) == reason


# --- New and replicated models (R-031 to R-033) ---


@pytest.mark.req("R-031")
@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("31/12/2025", "start_other_year"),
        ("1/1/2026", ""),
        ("31/12/2026", ""),
        ("1/1/2027", "start_other_year"),
        ("", "start_unknown"),
    ],
)
@pytest.mark.parametrize("row", [NEW, REPLICATED], ids=["new", "replicated"])
def test_a_new_model_starts_in_the_year(why, row: dict[str, str], day: str, reason: str) -> None:
    assert why(row | {"start_date": day}) == reason


@pytest.mark.req("R-032", "T-13")
@pytest.mark.parametrize(
    ("day", "reason", "provisional"),
    [
        (date(2026, 3, 7), "", True),
        (date(2026, 11, 30), "", True),
        (date(2026, 12, 1), "not_launched", False),
    ],
)
def test_without_a_launch_a_new_model_counts_until_the_closing_day_only(
    layout: Layout, rules: Rules, day: date, reason: str, *, provisional: bool
) -> None:
    found = judge(layout, rules, day, NEW | {"launch_date": ""}, provisional_until="30/11/2026")
    assert (found.reason, found.case.provisional) == (reason, provisional)


@pytest.mark.req("R-032", "T-13")
@pytest.mark.parametrize(("launch", "reason"), [("24/11/2026", "not_launched"), ("23/11/2026", "")])
def test_only_a_launch_that_was_held_is_one(why, launch: str, reason: str) -> None:
    assert why(NEW | {"launch_date": launch}, provisional_until="22/11/2026") == reason


@pytest.mark.req("R-032")
def test_a_launched_model_is_not_provisional(layout: Layout, rules: Rules, today: date) -> None:
    assert not judge(layout, rules, today, NEW).case.provisional


@pytest.mark.req("R-032")
def test_a_planned_launch_is_none(why) -> None:
    row = NEW | {"launch_date": "", "launch_planned": "8/3/2026"}
    assert why(row, provisional_until="22/11/2026") == "not_launched"


@pytest.mark.req("R-033", "T-12")
@pytest.mark.parametrize(("typed", "reason"), [("Không", ""), ("Có", "not_launched")])
def test_the_office_decides_whether_a_replicated_model_must_be_launched(
    why, typed: str, reason: str
) -> None:
    settings = {"launch_replicated": typed, "provisional_until": "22/11/2026"}
    assert why(REPLICATED, **settings) == reason


# --- Models found while checking (T-14), and what is in doubt ---


@pytest.mark.req("R-026", "T-14")
@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({}, "discovered_only"),
        ({"registered_on": "1/9/2026"}, ""),
        ({"registered_on": "1/9/2025"}, "registered_other_year"),
        ({"registered_on": "1/9/2026", "start_date": "1/9/2025"}, "start_other_year"),
        ({"registered_on": "1/9/2026", "start_date": ""}, ""),
    ],
)
def test_a_discovered_model_counts_only_if_it_was_registered_too(
    why, cells: dict[str, str], reason: str
) -> None:
    assert why(FOUND | cells) == reason


@pytest.mark.req("R-026")
@pytest.mark.parametrize("origin", ["", "Cũ"])
def test_a_model_of_unknown_origin_does_not_count(why, origin: str) -> None:
    assert why(OLD | {"origin": origin}) == "origin_unknown"


@pytest.mark.req("R-024", "R-025")
@pytest.mark.parametrize("code", ["", "CT99"])
def test_a_model_without_a_known_subject_does_not_count(why, code: str) -> None:
    assert why(NEW | {"registrant": code}) == "subject_unknown"


@pytest.mark.req("R-024")
def test_every_type_of_subject_may_have_a_model_that_counts(
    layout: Layout, rules: Rules, today: date
) -> None:
    subjects = "".join(
        f"| | C{n} | Tên {n} | {one.label} |\n" for n, one in enumerate(rules.registrant_types)
    )
    models = "".join(
        f"| | C{n} | Mới | 5/2/2026 | 1/3/2026 | 8/3/2026 |\n"
        for n in range(len(rules.registrant_types))
    )
    text = (
        f"| registrants | code | name | type |\n{subjects}"
        f"| models | registrant | origin | registered_on | start_date | launch_date |\n{models}"
    )
    found = judged(book(layout, rules, text), rules, today)
    assert [one.reason for one in found] == [""] * len(rules.registrant_types)


@pytest.mark.req("R-026")
def test_of_two_rows_with_one_code_the_first_that_counts_does(
    layout: Layout, rules: Rules, today: date
) -> None:
    text = """
| models | code | registrant | origin | registered_on | start_date | launch_date |
|        | MH01 | CT01       | Mới    | 5/2/2025      | 1/3/2026   | 8/3/2026    |
|        | MH01 | CT01       | Mới    | 5/2/2026      | 1/3/2026   | 8/3/2026    |
|        | MH01 | CT01       | Mới    | 5/2/2026      | 1/3/2026   | 8/3/2026    |
|        |      | CT01       | Mới    | 5/2/2026      | 1/3/2026   | 8/3/2026    |
|        |      | CT01       | Mới    | 5/2/2026      | 1/3/2026   | 8/3/2026    |
"""
    found = judged(book(layout, rules, SUBJECTS + text), rules, today)
    reasons = [one.reason for one in found]
    assert reasons == ["registered_other_year", "", "same_code", "", ""]
    assert found[2].row == 5


@pytest.mark.parametrize(
    "reason", sorted({name for table in (*BY_ORIGIN.values(), OF_NO_ORIGIN) for name, _ in table})
)
def test_every_reason_has_words_that_its_facts_fill(
    layout: Layout, rules: Rules, today: date, reason: str
) -> None:
    row = OLD | {"figure": "1.250", "previous_figure": "1.300,5", "dropped_on": "1/6/2026"}
    text = word(f"uncounted_{reason}", **judge(layout, rules, today, row).facts())
    assert text
    assert "{" not in text


@pytest.mark.req("T-41")
@pytest.mark.parametrize(
    ("day", "text"),
    [("1/6/2026", "Đã loại bỏ ngày 01/06/2026"), ("31/6/2026", "Đã loại bỏ ngày chưa đọc được")],
)
def test_a_day_that_cannot_be_read_is_not_told_as_a_blank(
    layout: Layout, rules: Rules, today: date, day: str, text: str
) -> None:
    found = judge(layout, rules, today, OLD | {"dropped_on": day})
    assert word(f"uncounted_{found.reason}", **found.facts()) == text


def test_a_reason_says_the_values_found(layout: Layout, rules: Rules, today: date) -> None:
    found = judge(layout, rules, today, OLD | {"figure": "1.250", "previous_figure": "1300,5"})
    assert (found.facts()["figure"], found.facts()["previous_figure"]) == ("1.250", "1.300,5")
