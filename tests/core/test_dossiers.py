"""What is sent to the city: one dossier for each submission, its number and day, how many copies of each part."""

from datetime import date

import pytest

from dvk_office.core.dossiers import bound, dossiers, enclosed, meetings_of
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TEXT = """
| registrants | code | kind    | name           |
|             | CT01 | Tập thể | Chi bộ thôn Hạ |
|             | CT02 | Cá nhân | Lê Văn Ân      |
|             | CT03 | Cá nhân | Vũ Thị Bé      |
| meetings | code | kind                   | date       |
|          | CH01 | Họp bình xét điển hình | 05/10/2026 |
|          | CH02 | Họp bình xét điển hình | 02/10/2026 |
| exemplars | registrant | model | meeting | chosen | submission_number | submission_date |
|           | CT01       | MH01  | CH01    | Có     | 57-TTr/ĐU         | 12/10/2026      |
|           | CT02       | MH02  | CH02    | Có     | 057-TTr/ĐU        | 12/10/2026      |
|           | CT03       | MH03  | CH01    | Có     |                   |                 |
"""
REGISTER = """
| register | issuer | kind               | number    | date      | state       |
|          | Đảng ủy | Tờ trình thành phố | 56-TTr/ĐU | 8/10/2026 | Hủy         |
|          | Đảng ủy | Tờ trình thành phố | 57-TTr/ĐU | 9/10/2026 | Đã ban hành |
|          | Đảng ủy | Tờ trình thành phố | 61-TTr/ĐU | 13/10/2026 | Đã ban hành |
"""


@pytest.mark.req("R-134")
def test_each_submission_has_its_own_dossier_and_the_rest_wait_in_one(
    layout: Layout, rules: Rules
) -> None:
    found = dossiers(book(layout, rules, TEXT))
    assert [[one.code for one in dossier.nominees] for dossier in found] == [
        ["CT01", "CT02"],
        ["CT03"],
    ]
    assert [one.number for one in found] == ["57-TTr/ĐU", ""]


@pytest.mark.req("R-138", "R-141", "T-10")
def test_who_is_chosen_for_two_models_is_in_a_dossier_once(layout: Layout, rules: Rules) -> None:
    more = """
| exemplars | registrant | model | meeting | chosen | submission_number |
|           | CT02       | MH02  | CH02    | Có     | 57-TTr/ĐU         |
|           | CT02       | MH04  | CH01    | Có     | 57-TTr/ĐU         |
"""
    made = book(layout, rules, TEXT + more)
    (dossier,) = dossiers(made)
    (one,) = dossier.nominees
    assert [row.row.text("model") for row in one.every] == ["MH02", "MH04"]
    assert [row.text("code") for row in meetings_of(made, dossier)] == ["CH02", "CH01"]
    report = next(part for part in rules.dossier_parts if part.key == "achievement_report")
    assert bound(report, dossier) == 3


@pytest.mark.req("R-134")
def test_what_waits_does_not_take_the_submission_of_another_year(
    layout: Layout, rules: Rules
) -> None:
    before = """
| register | issuer | kind               | number    | date       | state       |
|          | Đảng ủy | Tờ trình thành phố | 40-TTr/ĐU | 12/10/2025 | Đã ban hành |
"""
    waiting = dossiers(book(layout, rules, TEXT + before))[-1]
    assert (waiting.number, waiting.day) == ("", None)


@pytest.mark.req("R-134", "R-142")
def test_the_day_of_a_submission_is_the_registers_not_the_day_of_sending(
    layout: Layout, rules: Rules
) -> None:
    first, second = dossiers(book(layout, rules, TEXT + REGISTER))
    assert (first.number, first.day) == ("57-TTr/ĐU", date(2026, 10, 9))
    assert (second.number, second.day) == ("61-TTr/ĐU", date(2026, 10, 13))


def test_a_submission_that_no_register_has_has_no_day(layout: Layout, rules: Rules) -> None:
    assert [one.day for one in dossiers(book(layout, rules, TEXT))] == [None, None]


def test_a_cancelled_submission_is_nobodys(layout: Layout, rules: Rules) -> None:
    only_cancelled = "\n".join(REGISTER.splitlines()[:3])
    (waiting,) = dossiers(book(layout, rules, TEXT + only_cancelled), ("CT03",))
    assert (waiting.number, waiting.day) == ("", None)


@pytest.mark.req("R-133")
def test_a_dossier_rests_on_every_meeting_that_chose_by_day(layout: Layout, rules: Rules) -> None:
    made = book(layout, rules, TEXT)
    first, second = dossiers(made)
    assert [one.text("code") for one in meetings_of(made, first)] == ["CH02", "CH01"]
    assert [one.text("code") for one in meetings_of(made, second)] == ["CH01"]


@pytest.mark.req("R-132", "R-138")
def test_four_parts_go_with_the_submission_the_reports_in_three_sets_each(
    layout: Layout, rules: Rules
) -> None:
    first, _ = dossiers(book(layout, rules, TEXT))
    copies = {part.key: bound(part, first) for part in enclosed(rules)}
    assert copies == {
        "minutes": 1,
        "achievement_report": 6,
        "achievement_summary": 1,
        "nomination_list": 1,
    }
