"""The whole way from a cell of a workbook to paper: what was typed there is printed as typed, but composed."""

import unicodedata
from collections.abc import Mapping

import openpyxl
import pytest

from dvk_office.jobs.documents import documents
from dvk_office.jobs.opening import open_book
from dvk_office.jobs.report import silent
from tests.paper_book import paper_text
from tests.sample_papers import ROOT, TODAY, sample

LONG = ("Tuyến đường  hoa & cây xanh. " * 180)[:4_999] + "."
TYPED = {  # the cells of one model's texts, each with what is printed of it
    "situation": ("một\tsau dấu tách\t\thai", "một\tsau dấu tách\t\thai"),
    "advantages": ("dòng một\r\n   - ý hai\n\ndòng ba", "dòng một\n   - ý hai\n\ndòng ba"),
    "difficulties": ("một_x000D_\nhai", "một\nhai"),
    "tasks": ("hai  ba   dấu cách", "hai  ba   dấu cách"),
    "methods": ("không\u00a0ngắt", "không\u00a0ngắt"),
    "expected_results": ("nhà 🌾 👨\u200d👩\u200d👧", "nhà 🌾 👨\u200d👩\u200d👧"),
    "partners": (
        unicodedata.normalize("NFD", "Tổ dân vận  thôn Thượng"),
        "Tổ dân vận  thôn Thượng",
    ),
    "resources_planned": (
        "A & B < C > \"D\" 'E' {{ 7*7 }} {% for %} ]]>",
        "A & B < C > \"D\" 'E' {{ 7*7 }} {% for %} ]]>",
    ),
    "milestones": (LONG, LONG),
    "sustainability": ("  \t hai đầu \u00a0\n", "hai đầu"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """By column, what the registration form and the plan of a model print between two marks."""
    folder = tmp_path_factory.mktemp("so")
    sheet = sample().layout.by_key["details"]
    details = sample().book["details"][0]
    book = openpyxl.load_workbook(ROOT / "samples" / "so-mau-2026.xlsx")
    for key, (typed, _) in TYPED.items():
        cell = book[sheet.tab][f"{details.heading.letters[key]}{details.row}"]
        cell.value = f"⟦{key}⟧{typed}⟦/{key}⟧" if typed.strip() == typed else typed
    book.save(folder / "so.xlsx")
    opened = open_book(folder / "so.xlsx")
    kinds, only = ("registration_form", "model_plan"), (details.text("model"),)
    report = documents(opened, kinds, only, folder, TODAY, silent)
    return {one.kind: paper_text(one.path) for one in report.made}


@pytest.mark.req("R-183", "R-188")
@pytest.mark.parametrize("key", TYPED)
def test_what_was_typed_into_a_cell_is_printed_as_typed(
    printed: Mapping[str, str], key: str
) -> None:
    typed, wanted = TYPED[key]
    whole = f"⟦{key}⟧{wanted}⟦/{key}⟧" if typed.strip() == typed else f" {wanted}.\n"
    assert any(whole in text for text in printed.values())
