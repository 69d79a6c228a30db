"""Names, order and totals are the same in minutes, submission, summary, list and reports (R-141)."""

import re
from datetime import date
from pathlib import Path

import pytest

from dvk_office.jobs.documents import documents
from dvk_office.jobs.opening import Opened, open_book
from dvk_office.jobs.report import Made, silent
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules
from tests.city_book import (
    CITY_SETTINGS,
    CITY_TEXT,
    COLLECTIVE,
    INDIVIDUAL,
    LEADER,
    LIST,
    MINUTES,
    SUBMISSION,
    SUMMARY,
)
from tests.paper_book import TODAY, opened, paper_text

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "so-mau-2026.xlsx"
REPORTS = (COLLECTIVE, INDIVIDUAL, LEADER)
DISPATCH = "dispatch_slip"
TWICE = CITY_TEXT.replace(
    "| Nấu 900 suất ăn          |",
    """| Nấu 900 suất ăn |
|           | CT04       | MH03  | Có                 | Có | Có | Có | Có | Có | Có |    |    |    |                | MTTQ xã       | CH02    | 7         | Có     | 06/10/2026         | 20/10/1960 | Xã An Phú | thôn Trung |               | Giúp dời cổng |""",
)
CHOSEN = re.compile(r"([0-9]+)\. (.+), mô hình “(.+)”\.")
SHARES = re.compile(r"[0-9]{2} tập thể, [0-9]{2} cá nhân")
NAMED = re.compile(r"^(?:Tên tập thể|Họ và tên): (.+)\.$", re.MULTILINE)


def made_of(book: Opened, out: Path, today: date) -> dict[str, list[Made]]:
    report = documents(book, (MINUTES, SUBMISSION, SUMMARY, LIST, *REPORTS), (), out, today, silent)
    assert report.findings == ()
    found: dict[str, list[Made]] = {}
    for one in report.made:
        found.setdefault(one.kind, []).append(one)
    return found


def rows(made: Made) -> list[tuple[str, str]]:
    """Number and name in each row of the one list of a paper."""
    from docx import Document

    (table,) = [one for one in Document(str(made.path)).tables if one.cell(0, 0).text == "TT"]
    cells = [(row.cells[0].text, row.cells[1].text) for row in table.rows]
    return [(number, name.partition(",")[0]) for number, name in cells if number.isdecimal()]


def agree(found: dict[str, list[Made]]) -> None:
    """The four papers about all, and the reports of each, name the same."""
    texts = {kind: paper_text(found[kind][0].path) for kind in (MINUTES, SUBMISSION, SUMMARY, LIST)}
    listed = rows(found[LIST][0])
    assert len(listed) > 1
    assert rows(found[SUMMARY][0]) == rows(found[SUBMISSION][0]) == listed
    assert [(number, name) for number, name, _ in CHOSEN.findall(texts[MINUTES])] == listed
    shares = {kind: SHARES.findall(text)[-1] for kind, text in texts.items()}
    assert len(set(shares.values())) == 1, shares
    reports = [one for kind in REPORTS for one in found.get(kind, ())]
    names = [NAMED.findall(paper_text(one.path))[0] for one in reports]
    assert sorted(names) == sorted(name for _, name in listed)
    total = f"{len(listed):02}"
    assert f"Tổng số: {total} tập thể, cá nhân" in texts[SUBMISSION]
    assert f"{total} báo cáo, mỗi báo cáo 03 bộ, cộng {3 * len(listed)} quyển" in texts[SUBMISSION]


@pytest.mark.req("R-141", "R-185", "R-192")
@pytest.mark.parametrize("order", ["name", "votes", "typed"])
def test_the_dossier_of_the_small_book_agrees_in_every_order(
    rules: Rules, layout: Layout, tmp_path: Path, order: str
) -> None:
    settings = {**CITY_SETTINGS, "people_order": order}
    agree(made_of(opened(rules, layout, CITY_TEXT, **settings), tmp_path, TODAY))


@pytest.mark.req("R-023", "R-141", "R-192", "T-10")
@pytest.mark.parametrize("order", ["name", "votes", "typed"])
def test_who_is_chosen_for_two_models_stands_once_with_both_in_every_paper(
    rules: Rules, layout: Layout, tmp_path: Path, order: str
) -> None:
    book = opened(rules, layout, TWICE, **{**CITY_SETTINGS, "people_order": order})
    found = made_of(book, tmp_path, TODAY)
    agree(found)
    (slip,) = documents(book, (DISPATCH,), (), tmp_path, TODAY, silent).made
    assert SHARES.findall(paper_text(slip.path)) == ["02 tập thể, 02 cá nhân"]
    both = "Bếp ăn nghĩa tình; Hiến đất mở đường"
    assert all(both in paper_text(found[kind][0].path) for kind in (SUBMISSION, LIST))
    both = "mô hình “Bếp ăn nghĩa tình”, “Hiến đất mở đường”."
    assert both in paper_text(found[MINUTES][0].path)
    both = "Bếp ăn nghĩa tình; Văn hóa - xã hội; Hiến đất mở đường; Kinh tế"
    assert both in paper_text(found[SUMMARY][0].path)
    report = next(one for one in found[INDIVIDUAL] if "ct04" in one.path.name)
    assert "Mô hình khác được chọn: “Hiến đất mở đường”." in paper_text(report.path)
    assert "Nấu 900 suất ăn; Giúp dời cổng." in paper_text(report.path)


@pytest.mark.req("R-139", "T-10")
def test_achievements_typed_as_sentences_are_joined_with_one_mark(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    text = TWICE.replace("Nấu 900 suất ăn", "Nấu 900 suất ăn.")
    (summary,) = documents(
        opened(rules, layout, text, **CITY_SETTINGS), (SUMMARY,), (), tmp_path, TODAY, silent
    ).made
    assert "Nấu 900 suất ăn; Giúp dời cổng" in paper_text(summary.path)


@pytest.mark.req("R-132", "R-141", "R-180", "R-192")
def test_the_dossier_of_the_sample_agrees(tmp_path: Path, today: date) -> None:
    agree(made_of(open_book(SAMPLE), tmp_path, today))


@pytest.mark.req("R-141")
def test_a_dossier_of_some_has_only_them_in_the_same_order(
    rules: Rules, layout: Layout, tmp_path: Path
) -> None:
    book = opened(rules, layout, CITY_TEXT, **CITY_SETTINGS)
    report = documents(book, (SUMMARY, LIST), ("CT03", "CT02"), tmp_path, TODAY, silent)
    for made in report.made:
        assert [name for _, name in rows(made)] == ["Tổ dân vận thôn Trung", "Trần Văn Đức"]
