"""A hearing and its meeting, its members, what the subject prepared, and whether the model may be heard at all."""

from datetime import date

import pytest

from dvk_office.core.checks.hearings import CHECKS
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
TEAM = "| team | name |\n" + "\n".join(f"| | Người {n} |" for n in "ABCDEFG")
MEETINGS = """
| meetings | code | kind        | date      | time | place      | summoned | present |
|          | CH01 | appraisal   | 15/9/2026 | 8:00 | Hội trường | 7        | 7       |
|          | CH02 | recognition | 20/9/2026 | 8:00 | Hội trường | 15       | 15      |
|          | CH03 | appraisal   | 1/12/2026 |      |            |          |         |
|          | CH04 | appraisal   | 16/9/2026 |      |            |          |         |
"""
MODELS = """
| models | code | name | origin     | launch_date | dropped_on |
|        | MH01 | Một  | Mới        | 3/4/2026    |            |
|        | MH02 | Hai  | Mới        |             |            |
|        | MH03 | Ba   | Nhân rộng  |             |            |
|        | MH04 | Bốn  | Tiếp tục   |             | 1/3/2026   |
|        | MH05 | Năm  | Phát hiện  |             |            |
"""
BASE = {
    "model": "MH01",
    "meeting": "CH01",
    "participants": "Chi ủy, nhân dân thôn",
    "evidence_attached": "x",
    "conclusion": "Đạt",
}


def found(
    layout: Layout,
    rules: Rules,
    today: date = TODAY,
    *,
    more: str = "",
    launch_replicated: str = "Không",
    **cells: str,
) -> set[tuple[str, str]]:
    """Code and column of the findings on one hearing: the sound one, changed in `cells`."""
    typed = BASE | cells
    hearing = f"| hearings | {' | '.join(typed)} |\n| | {' | '.join(typed.values())} |"
    text = "\n".join((MEETINGS, MODELS, more or TEAM, hearing))
    made = book(layout, rules, text, launch_replicated=launch_replicated)
    findings = [one for check in CHECKS for one in check(made, rules, layout, today)]
    assert {(one.place.sheet_key, one.place.row) for one in findings} <= {("hearings", 4)}
    return {(one.code, one.place.column_key) for one in findings}


@pytest.mark.req("R-119", "R-120", "R-122")
def test_a_hearing_that_leaves_blank_what_its_meeting_says_has_no_finding(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules) == set()


@pytest.mark.req("R-119")
def test_a_hearing_that_says_the_same_as_its_meeting_has_no_finding(
    layout: Layout, rules: Rules
) -> None:
    same = {"date": "15/9/2026", "time": "8h", "place": "hội  trường", "members_present": "7"}
    assert found(layout, rules, **same) == set()


@pytest.mark.req("R-122")
def test_a_hearing_in_another_kind_of_meeting_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, meeting="CH02") == {("HN-001", "meeting")}


@pytest.mark.req("R-119")
def test_another_day_than_the_meetings_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, date="16/9/2026") == {("HN-002", "date")}


@pytest.mark.req("R-119")
def test_another_place_or_an_earlier_hour_is_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, place="Nhà văn hóa") == {("HN-003", "place")}
    assert found(layout, rules, time="7:30") == {("HN-003", "time")}


@pytest.mark.req("R-119")
def test_the_turn_of_a_model_may_come_later_on_the_day(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, time="9:45") == set()


@pytest.mark.req("R-122")
def test_results_without_a_day_are_warned_of(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, meeting="") == {("HN-004", "date")}


@pytest.mark.req("R-122")
def test_results_of_a_hearing_to_come_are_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, meeting="CH03") == {("HN-015", "date")}


@pytest.mark.req("R-119", "R-120")
def test_a_hearing_to_come_needs_nothing_yet(layout: Layout, rules: Rules) -> None:
    empty = {"participants": "", "evidence_attached": "", "conclusion": ""}
    assert found(layout, rules, meeting="CH03", **empty) == set()


@pytest.mark.req("R-119")
def test_hour_and_place_known_nowhere_are_one_warning(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, meeting="CH04") == {("HN-006", "time")}
    assert found(layout, rules, meeting="CH04", time="8:00") == {("HN-006", "place")}


@pytest.mark.req("R-119", "R-120")
def test_participants_and_evidence_are_asked_for_afterwards(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, participants="") == {("HN-007", "participants")}
    assert found(layout, rules, evidence_attached="") == {("HN-008", "evidence_attached")}


@pytest.mark.req("R-117")
def test_more_members_than_the_team_has_is_an_error(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, members_present="8") == {("HN-010", "members_present")}


@pytest.mark.req("R-122")
def test_fewer_members_than_at_the_meeting_stood_back(layout: Layout, rules: Rules) -> None:
    recused = TEAM + "\n| scores | model | recused |\n| | MH01 | x |"
    assert found(layout, rules, members_present="6") == {("HN-011", "members_present")}
    assert found(layout, rules, members_present="6", more=recused) == set()


@pytest.mark.req("R-113", "R-117")
def test_a_team_that_is_not_enough_is_warned_of(layout: Layout, rules: Rules) -> None:
    held = {"meeting": "CH04", "time": "8:00", "place": "Hội trường"}
    assert found(layout, rules, members_present="4", **held) == {("HN-021", "members_present")}
    assert found(layout, rules, members_present="5", **held) == set()


@pytest.mark.req("T-41")
def test_a_dropped_model_is_not_heard(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, model="MH04") == {("HN-005", "model")}


@pytest.mark.req("R-085", "R-112", "T-13")
def test_a_new_model_does_not_pass_without_a_launch(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, model="MH02") == {("HN-022", "conclusion")}
    assert found(layout, rules, model="MH02", conclusion="Không đạt") == set()


@pytest.mark.req("R-085", "T-12")
def test_a_replicated_model_passes_without_one_unless_the_office_asks_for_it(
    layout: Layout, rules: Rules
) -> None:
    assert found(layout, rules, model="MH03") == set()
    assert found(layout, rules, model="MH03", launch_replicated="Có") == {("HN-022", "conclusion")}


@pytest.mark.req("R-114", "T-14")
def test_a_discovered_model_needs_no_launch(layout: Layout, rules: Rules) -> None:
    assert found(layout, rules, model="MH05") == set()
