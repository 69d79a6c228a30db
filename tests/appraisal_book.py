"""A small book of an appraisal: a team, two sittings, three models, one of them found while checking."""

from collections.abc import Sequence
from pathlib import Path

from dvk_office.jobs.documents import documents
from dvk_office.jobs.report import Report, silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.paper_book import TODAY, opened, paper_text, squeezed

SETTINGS = {"board_signer_name": "Vũ Thị Dung"}
TEXT = """
| organisations | code | name              | kind   | direct | must_register |
|               | TC01 | Chi bộ thôn Hạ    | Chi bộ | Có     | Có            |
| registrants | code | kind    | type       | name                  | position    | unit       | managing_organisation |
|             | CT01 | Tập thể | Chi bộ     | Chi bộ thôn Hạ        |             | thôn Hạ    | TC01 |
|             | CT02 | Tập thể | Tổ dân vận | Tổ dân vận thôn Trung |             | thôn Trung | TC01 |
|             | CT03 | Cá nhân | Đảng viên  | Trần Văn Đức          | Trưởng thôn | thôn Hạ    | TC01 |
|             | CT04 | Cá nhân | Người dân trên địa bàn | Nguyễn Thị Ánh |       |            | TC01 |
| models | code | name              | registrant | field | origin    | registered_on | plan_number | plan_date  | plan_received_on | start_date | end_date   | launch_date | goal | goal_higher_confirmed | figure | figure_unit | previous_figure |
|        | MH01 | Tuyến đường hoa   | CT01       | VH    | Mới       | 05/02/2026    | 01-KH/CB    | 04/02/2026 | 05/02/2026       | 01/3/2026  | 30/11/2026 | 10/3/2026   | Trồng 2 km đường hoa | | 2 | km | |
|        | MH02 | Tổ tự quản        | CT02       | QA    | Tiếp tục  | 05/02/2026    | 02-KH/TDV   | 04/02/2026 | 05/02/2026       | 01/3/2026  | 30/11/2026 |             | Không để mất trộm    | Có | | | |
|        | MH03 | Hiến đất mở đường | CT03       | KT    | Nhân rộng | 05/02/2026    | 03-KH/CB    | 04/02/2026 | 05/02/2026       | 01/3/2026  | 30/11/2026 |             | Hiến 300 m² đất      | | 300 | m² | |
|        | MH04 | Bếp ăn nghĩa tình | CT04       | VH    | Phát hiện |               |             |            |                  |            |            |             |                      | | | | |
| details | model | propaganda     | partners          | methods          | sustainability  | discovered_by | discovery_reason       |
|         | MH01  | Loa truyền thanh | Chi hội Phụ nữ  | Mỗi hộ một đoạn  | Thôn khác làm theo được |  |             |
|         | MH04  |                |                   |                  |                 | Đoàn kiểm tra | Cách làm hay, tiết kiệm |
| progress | model | as_of      | figure_reached | participants | beneficiaries | resources_money | resources_days | resources_land | results | limits |
|          | MH01  | 31/8/2026  | 1,5            | 40           | 1250          | 30000000        | 120            |                | Đã trồng 1,5 km. | Mùa khô thiếu nước. |
|          | MH01  | 15/11/2026 | 2              | 60           | 1300          | 45000000        | 150            |                | Đã trồng 2 km.   | |
| inspections | model | date      | kind                | result        |
|             | MH01  | 20/6/2026 | Chủ thể tự kiểm tra | Đúng tiến độ. |
| team | name          | position              | unit             | role        |
|      | Lê Văn Ân     | Chuyên viên           | Văn phòng Đảng ủy | Thư ký      |
|      | Phạm Đạt      | Phó Trưởng phòng      | Phòng Kinh tế    | Thành viên  |
|      | Vũ Thị Dung   | Trưởng Ban Xây dựng Đảng | Ban Xây dựng Đảng | Trưởng đoàn |
| meetings | code | kind                   | date       | time  | place      | chair       | secretary | summoned | present | absent_reason | ballots_issued | ballots_returned | ballots_valid | conclusion |
|          | CH01 | Phiên thẩm định        | 20/9/2026  | 7h30  | Hội trường |             |           | 3        | 3       |               |    |    |    | |
|          | CH02 | Phiên thẩm định        | 18/9/2026  | 13h30 | Trạm Y tế  | Vũ Thị Dung | Lê Văn Ân | 3        | 3       |               |    |    |    | |
|          | CH03 | Họp bình xét công nhận | 02/10/2026 | 8h00  | Phòng họp  | Lê Minh Tâm | Lê Văn Ân | 12       | 11      | một đồng chí đi học | 11 | 11 | 11 | Thống nhất công nhận 03 mô hình. |
| hearings | model | meeting | time | participants    | report_received | evidence_attached | members_present | votes_for | votes_against | conclusion | shortcomings    | notice_number | notice_date | decision_number | decision_date | certificate_number | recognition_votes |
|          | MH03  | CH01    |      | Ban công tác Mặt trận | 16/9/2026 | Có                | 3 | 3 | 0 | Đạt       |                   | 31-TB/ĐU | 28/9/2026 | 41-QĐ/ĐU | 05/10/2026 | 02/2026 | 11 |
|          | MH01  | CH01    | 9h00 | Chi hội Phụ nữ  | 16/9/2026       | Có                | 3 | 3 | 0 | Đạt       | Ghi sổ thu chi đều. | 31-TB/ĐU | 28/9/2026 | 41-QĐ/ĐU | 05/10/2026 | 01/2026 | 10 |
|          | MH02  | CH02    |      | Công an xã      | 14/9/2026       | Có                | 3 | 1 | 2 | Không đạt | Thiếu hồ sơ.      | 31-TB/ĐU | 28/9/2026 |          |            |         | |
|          | MH04  |         |      |                 |                 |                   |   |   |   |           |                   |          |           | 41-QĐ/ĐU | 05/10/2026 | 03/2026 | |
| scores | model | appraiser   | recused | recusal_reason | c1 | p1 | n1 | c2 | p2 | n2 | c3 | p3 | c4 | p4 | c5 | p5 | c6 | p6 | c7 | p7 | c8 | p8 | comment | date |
|        | MH01  | Vũ Thị Dung |         |                | Đạt | 9,5 | Tên gọi rõ. | Đạt | 9 | Có ra mắt. | Đạt | 9 | Đạt | 14 | Đạt | 14 | Đạt | 18 | Đạt | 14 | Đạt | 5 | Nên duy trì. | 20/9/2026 |
|        | MH01  | Lê Văn Ân   |         |                | Đạt | | | Đạt | | | Đạt | | Đạt | | Đạt | | Đạt | | Đạt | | Đạt | | | 20/9/2026 |
|        | MH01  | Phạm Đạt    | Có      | Vợ là chủ thể  | | | | | | | | | | | | | | | | | | | | |
| register | issuer            | kind             | number      | date      | subject | state       |
|          | Đảng ủy xã An Phú | Kế hoạch thẩm định | 12-KH/ĐU  | 01/9/2026 |         | Đã ban hành |
|          | Đảng ủy xã An Phú | Quyết định thành lập Đoàn thẩm định | 13-QĐ/ĐU | 03/9/2026 | | Đã ban hành |
|          | Đảng ủy xã An Phú | Giấy mời hội nghị thẩm định | 08-GM/ĐU | 10/9/2026 | CH01 | Đã ban hành |
|          | Ban Xây dựng Đảng | Tờ trình đề nghị công nhận mô hình | 05-TTr/BXDĐ | 30/9/2026 | | Đã ban hành |
|          | Đảng ủy xã An Phú | Biên bản họp     | 06-BB/ĐU    | 02/10/2026 | CH03   | Đã ban hành |
"""


def made(
    rules: Rules,
    layout: Layout,
    out: Path,
    *kinds: str,
    text: str = TEXT,
    only: Sequence[str] = (),
    **settings: object,
) -> Report:
    """The papers of `kinds` from the small book, changed as the test says; each run has a folder of its own in `out`."""
    book = opened(rules, layout, text, **{**SETTINGS, **settings})
    folder = out / f"lan-{sum(1 for _ in out.iterdir())}"
    return documents(book, kinds, only, folder, TODAY, silent)


def lines_of(path: Path) -> list[str]:
    """The lines of a paper, every space as one."""
    return [squeezed(one) for one in paper_text(path).splitlines()]
