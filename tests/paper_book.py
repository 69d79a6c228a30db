"""A small book from which every paper can be made, and the text of a paper that was."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from dvk_office.jobs.opening import Opened
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.tables import book

TODAY = date(2026, 11, 23)
SETTINGS = {
    "commune": "An Phú",
    "city": "Hải Vân",
    "party_committee": "Đảng ủy xã An Phú",
    "party_superior": "Đảng bộ thành phố Hải Vân",
    "signer_name": "Lê Minh Tâm",
    "guidance_number": "07-HD/ĐU",
    "guidance_date": "20/01/2026",
}
TEXT = """
| organisations | code | name            | kind    | direct | must_register |
|               | TC01 | Chi bộ thôn Hạ  | Chi bộ  | Có     | Có            |
|               | TC02 | Chi bộ thôn Trung | Chi bộ | Có    | Có            |
|               | TC03 | Chi bộ Trạm Y tế | Chi bộ | Có     | Có            |
| registrants | code | kind     | type      | name             | position     | unit      | managing_organisation |
|             | CT01 | Tập thể  | Chi bộ    | Chi bộ thôn Hạ   |              | thôn Hạ   | TC01 |
|             | CT02 | Tập thể  | Tổ dân vận | Tổ dân vận thôn Trung |         | thôn Trung | TC02 |
|             | CT03 | Cá nhân  | Đảng viên | Trần Văn Đức     | Trưởng thôn  | thôn Hạ   | TC01 |
|             | CT04 | Cá nhân  | Người dân trên địa bàn | Nguyễn Thị Ánh |   | thôn Trung | TC02 |
| models | code | name                 | registrant | field | origin    | commune_task | registered_on | plan_received_on | dropped_on | launch_date | since_year | replicated_from |
|        | MH01 | Tuyến đường hoa      | CT01       | VH    | Mới       | Có  | 05/02/2026 | 06/02/2026 | | 01/3/2026 | | |
|        | MH02 | Tổ tự quản an ninh   | CT02       | QA    | Tiếp tục  |     | 03/02/2026 | 12/02/2026 | | | 2024 | |
|        | MH03 | Hiến đất mở đường    | CT03       | KT    | Nhân rộng | Có  | 04/02/2026 | 04/02/2026 | | | | MH05 |
|        | MH04 | Bếp ăn nghĩa tình    | CT04       | VH    | Phát hiện |     |            |            | | | | |
|        | MH05 | Lúa một giống        | CT01       | KT    | Tiếp tục  |     | 06/02/2026 |            | | | 2023 | |
|        | MH06 | Chợ sạch             | CT02       | KT    | Tiếp tục  |     | 02/02/2026 | 02/02/2026 | 20/02/2026 | | 2022 | |
| details | model | discovered_by  | discovery_reason         |
|         | MH04  | Đoàn kiểm tra  | Cách làm hay, tiết kiệm  |
| meetings | code | kind            | date      |
|          | CH01 | Phiên thẩm định | 25/9/2026 |
|          | CH02 | Họp bình xét công nhận | 02/10/2026 |
| hearings | model | meeting | date | conclusion | notice_number | notice_date | decision_number | decision_date |
|          | MH03  | CH01    | 25/9/2026 | Đạt       | 31-TB/ĐU | 28/9/2026 |             |           |
|          | MH01  | CH01    | 25/9/2026 | Đạt       | 31-TB/ĐU | 28/9/2026 |             |           |
|          | MH04  | CH01    | 25/9/2026 | Đạt       | 31-TB/ĐU | 28/9/2026 |             |           |
|          | MH02  | CH01    | 25/9/2026 | Không đạt | 31-TB/ĐU | 28/9/2026 |             |           |
|          | MH06  | CH01    | 25/9/2026 | Đạt       | 31-TB/ĐU | 28/9/2026 |             |           |
| register | issuer            | kind                     | number   | date     | state        |
|          | Đảng ủy xã An Phú | Báo cáo tổng hợp đăng ký | 15-BC/ĐU | 6/3/2026 | Đã ban hành  |
"""


def opened(rules: Rules, layout: Layout, text: str = TEXT, **settings: object) -> Opened:
    """The book of `text`, opened; settings that are not given have those of `SETTINGS`."""
    found = book(layout, rules, text, **{**SETTINGS, **settings})
    return Opened(Path("so.xlsx"), found, rules, layout, ())


def paper_text(content: bytes | Path) -> str:
    """Every paragraph of a .docx in its order, those of tables and headers included, one a line."""
    from docx import Document

    document = Document(BytesIO(content) if isinstance(content, bytes) else str(content))
    parts: list[Any] = [document.element.body]
    parts += [section.header._element for section in document.sections]  # noqa: SLF001 - the library shows no more
    lines = [_line(one) for part in parts for one in part.iter(_w("p"))]
    return "\n".join(lines)


def _line(paragraph: Any) -> str:
    signs = {
        _w("t"): lambda one: one.text or "",
        _w("br"): lambda _: "\n",
        _w("tab"): lambda _: "\t",
    }
    return "".join(signs[one.tag](one) for one in paragraph.iter() if one.tag in signs)


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name


def squeezed(text: str) -> str:
    """`text` with every space, also those that do not break, as one."""
    return re.sub(r"\s+", " ", text).strip()


def saved(document: Any) -> bytes:
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def filled(content: bytes, text: str, at: int = 0) -> bytes:
    """As Word leaves a field that somebody wrote in: the prompt's mark is gone, the words are there."""
    from docx import Document

    document = Document(BytesIO(content))
    field = list(document.element.body.iter(_w("sdt")))[at]
    mark = field.find(f"{_w('sdtPr')}/{_w('showingPlcHdr')}")
    mark.getparent().remove(mark)
    next(field.iter(_w("t"))).text = text
    return saved(document)


def field_names(content: bytes) -> list[str]:
    """The names of the fields that only people fill, in their order."""
    from docx import Document

    body = Document(BytesIO(content)).element.body
    return [one.get(_w("val")) for one in body.iter(_w("tag"))]
