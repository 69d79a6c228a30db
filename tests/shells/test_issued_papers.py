"""«Văn bản» by a button: a paper that was issued and edited is not made over before the person says so."""

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from shutil import copy

import pytest

from dvk_office.jobs.opening import open_book
from dvk_office.rules.actions import load_actions
from dvk_office.rules.layout import Layout
from dvk_office.shells.on_file import FileBook
from dvk_office.shells.work import OUT, Click, make_papers

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "so-mau-2026.xlsx"
KIND = "recognition_decision"
SIGNED = b"signed and scanned"
KEEP, OVER = "Giữ nguyên", "Lập lại"


@pytest.fixture
def made(tmp_path: Path, layout: Layout, today: date):
    """Makes the decision for one who picks the answer that begins so; gives the question and the files there are."""
    book = Path(copy(SAMPLE, tmp_path))
    action = next(one for one in load_actions() if one.key == "documents")
    asked: list[str] = []

    def run(answer: str = "") -> tuple[list[str], dict[str, bytes]]:
        def pick(question: str, choices: Sequence[str]) -> int | None:
            asked.append(question)
            return next((n for n, one in enumerate(choices) if one.startswith(answer)), None)

        port = FileBook(book, layout, lambda _line: None, pick)
        moment = datetime.combine(today, time())
        make_papers(Click(port, action, open_book(book), moment), (KIND,), ())
        files = {one.name: one.read_bytes() for one in (tmp_path / OUT).glob("*.docx")}
        return asked, files

    return run


def test_one_that_nobody_edited_is_made_again_without_a_question(made) -> None:
    made()
    asked, files = made()
    assert asked == []
    assert len(files) == 1


@pytest.mark.req("R-190")
@pytest.mark.parametrize("answer", [KEEP, OVER, "không trả lời"])
def test_one_that_was_edited_is_made_over_only_where_the_person_says_so(
    made, tmp_path: Path, answer: str
) -> None:
    (name,) = made()[1]
    (tmp_path / OUT / name).write_bytes(SIGNED)
    asked, files = made(answer)
    assert len(asked) == 1
    assert (files[name] != SIGNED) is (answer == OVER)
    assert SIGNED in files.values()
