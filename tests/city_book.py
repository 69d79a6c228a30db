"""A small book of nominees: two collectives, a person who leads, one who is in no Party, one who was not chosen."""

from collections.abc import Callable
from pathlib import Path

from dvk_office.core.findings import Finding
from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import Report, silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import SETTINGS, TODAY, opened, paper_text, squeezed

BALLOT, COUNTING, MINUTES = "exemplar_ballot", "ballot_minutes", "exemplar_minutes"
SUBMISSION, SUMMARY, LIST = "city_submission", "achievement_summary", "nomination_list"
COLLECTIVE, INDIVIDUAL, LEADER = (
    f"achievement_report_{form}" for form in ("collective", "individual", "leader")
)
CITY_SETTINGS = {**SETTINGS, "people_order": "name"}
CITY_TEXT = """
| organisations | code | name             | kind           | direct | head         |
|               | TC01 | Chi bộ thôn Hạ   | Chi bộ         | Có     | Lý Thị Bưởi  |
|               | TC02 | Chi bộ thôn Trung | Chi bộ        | Có     | Hồ Văn Cam   |
|               | TC03 | Đảng ủy xã An Phú | Đảng bộ cơ sở |        |              |
| registrants | code | kind    | type       | name                  | birth_year | position    | leader | unit       | managing_organisation | grading | grading_year | grading_state |
|             | CT01 | Tập thể | Chi bộ     | Chi bộ thôn Hạ        |            |             |        | thôn Hạ    | TC01 | Tốt | 2026 | Dự kiến |
|             | CT02 | Tập thể | Tổ dân vận | Tổ dân vận thôn Trung |            |             |        | thôn Trung | TC02 | Tốt | 2026 | Dự kiến |
|             | CT03 | Cá nhân | Đảng viên  | Trần Văn Đức          | 1975       | Trưởng thôn | Có     | thôn Hạ    | TC01 |     |      |         |
|             | CT04 | Cá nhân | Người dân trên địa bàn | Nguyễn Thị Ánh | 1960   |             |        | thôn Trung | TC02 |     |      |         |
|             | CT05 | Cá nhân | Đảng viên  | Lê Văn Bình           | 1980       |             |        | thôn Trung | TC02 |     |      |         |
| models | code | name               | registrant | field | origin   | goal        | registered_on | plan_number | plan_date | plan_received_on | start_date | launch_date | since_year |
|        | MH01 | Tuyến đường hoa    | CT01       | VH    | Mới      | 02 km đường | 05/02/2026 | 01-KH/CB | 04/02/2026 | 05/02/2026 | 01/3/2026 | 01/3/2026 |      |
|        | MH02 | Tổ tự quản an ninh | CT02       | QA    | Tiếp tục |             | 03/02/2026 |          | 03/02/2026 | 03/02/2026 |           |           | 2024 |
|        | MH03 | Hiến đất mở đường  | CT03       | KT    | Mới      |             | 04/02/2026 |          | 04/02/2026 | 04/02/2026 | 02/3/2026 | 02/3/2026 |      |
|        | MH04 | Bếp ăn nghĩa tình  | CT04       | VH    | Mới      |             | 05/02/2026 |          | 05/02/2026 | 05/02/2026 | 03/3/2026 | 03/3/2026 |      |
|        | MH05 | Chợ sạch           | CT05       | KT    | Tiếp tục |             | 06/02/2026 |          | 06/02/2026 | 06/02/2026 |           |           | 2025 |
| details | model | methods                  | propaganda       | sustainability  |
|         | MH01  | Mỗi hộ chăm 20 m đường.  | Loa truyền thanh | Làm được ở các thôn |
| progress | model | as_of      | participants | beneficiaries | resources_money | results                |
|          | MH01  | 31/8/2026  | 1250         | 300           | 12000000        | Trồng 1,5 km đường hoa |
|          | MH01  | 15/11/2026 | 1400         | 320           | 15000000        | Trồng 02 km đường hoa  |
| meetings | code | kind                 | date       | time | place        | chair       | secretary    | summoned | present | absent_reason | ballots_issued | ballots_returned | ballots_valid | conclusion |
|          | CH01 | Phiên thẩm định      | 25/9/2026  |      |              |             |              |          |         |               |                |                  |               |            |
|          | CH02 | Họp bình xét điển hình | 05/10/2026 | 14h00 | Phòng họp Đảng ủy | Lê Minh Tâm | Đỗ Thị Xoan | 15 | 13 | Hai đồng chí đi công tác. | 13 | 13 | 12 | Nhất trí chọn. |
| hearings | model | meeting | date      | conclusion | notice_number | notice_date | decision_number | decision_date | most_exemplary |
|          | MH01  | CH01    | 25/9/2026 | Đạt        | 31-TB/ĐU      | 28/9/2026   | 41-QĐ/ĐU        | 02/10/2026    | Có |
|          | MH02  | CH01    | 25/9/2026 | Đạt        | 31-TB/ĐU      | 28/9/2026   | 41-QĐ/ĐU        | 02/10/2026    | Có |
|          | MH03  | CH01    | 25/9/2026 | Đạt        | 31-TB/ĐU      | 28/9/2026   | 41-QĐ/ĐU        | 02/10/2026    | Có |
|          | MH04  | CH01    | 25/9/2026 | Đạt        | 31-TB/ĐU      | 28/9/2026   | 41-QĐ/ĐU        | 02/10/2026    | Có |
|          | MH05  | CH01    | 25/9/2026 | Đạt        | 31-TB/ĐU      | 28/9/2026   | 41-QĐ/ĐU        | 02/10/2026    |    |
| exemplars | registrant | model | took_part_directly | e1 | e2 | e3 | e4 | e5 | e6 | l1 | l2 | l3 | directed_model | introduced_by | meeting | votes_for | chosen | report_received_on | birth_date | hometown | residence  | party_position | achievements             |
|           | CT03       | MH03  | Có                 | Có | Có | Có | Có | Có | Có | Có | Có | Có | MH03           | MTTQ xã       | CH02    | 12        | Có     | 06/10/2026         | 02/9/1975  | Xã An Phú | thôn Hạ   | Chi ủy viên    | Vận động 20 hộ hiến đất  |
|           | CT02       | MH02  |                    |    |    |    |    |    |    |    |    |    |                | Chi bộ thôn Trung | CH02 | 9        | Có     | 06/10/2026         |            |          |            |                | Không còn trộm cắp       |
|           | CT05       | MH05  | Có                 | Có | Có | Có | Có | Có | Có |    |    |    |                | MTTQ xã       | CH02    | 4         | Không  |                    | 03/3/1980  | Xã An Phú | thôn Trung |               | Giữ chợ sạch             |
|           | CT01       | MH01  |                    |    |    |    |    |    |    |    |    |    |                | Chi bộ thôn Hạ | CH02   | 10        | Có     | 06/10/2026         |            |          |            |                | Trồng 1,5 km đường hoa   |
|           | CT04       | MH04  | Có                 | Có | Có | Có | Có | Có | Có |    |    |    |                | MTTQ xã       | CH02    | 8         | Có     | 06/10/2026         | 20/10/1960 | Xã An Phú | thôn Trung |               | Nấu 900 suất ăn          |
| awards | registrant | year | form      | decision_number | decision_date | issuer          |
|        | CT01       | 2025 | Giấy khen | 312/QĐ-UBND     | 12/12/2025    | Chủ tịch UBND xã |
|        | CT01       | 2023 | Bằng khen | 18/QĐ-UBND      | 05/01/2023    | Chủ tịch UBND thành phố |
| archive | model | registration | plan | launch_evidence | inspection_minutes | place |
|         | MH01  | Có           | Có   | Có              | Thiếu              | Tủ 1  |
| register | issuer            | kind              | number   | date       | subject | state       |
|          | Đảng ủy xã An Phú | Biên bản họp      | 12-BB/ĐU | 05/10/2026 | CH02    | Đã ban hành |
|          | Đảng ủy xã An Phú | Tờ trình thành phố |         |            |         | Chờ số      |
"""


def changed(*pairs: tuple[str, str]) -> str:
    """The text of the book with each first part, wherever it stands, as its second one; spaces do not count."""
    text = squeezed_lines(CITY_TEXT)
    for old, new in pairs:
        assert squeezed(old) in text, old
        text = text.replace(squeezed(old), new)
    return text


def squeezed_lines(text: str) -> str:
    return "\n".join(squeezed(line) for line in text.splitlines())


def runner(rules: Rules, layout: Layout, out: Path) -> Callable[..., Report]:
    """The job on this book into `out`, changed as its caller says."""

    def run(
        *kinds: str, text: str = CITY_TEXT, only: tuple[str, ...] = (), **settings: object
    ) -> Report:
        book = opened(rules, layout, text, **{**CITY_SETTINGS, **settings})
        return documents(book, kinds, only, out, TODAY, silent)

    return run


def lines_of(report: Report) -> list[str]:
    """The lines of the one paper that was made."""
    assert len(report.made) == 1, report.findings
    return [squeezed(one) for one in paper_text(report.made[0].path).splitlines()]


def seen(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(one.code, one.place.column_key) for one in findings}
