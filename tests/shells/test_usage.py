"""A wrong call is told in one Vietnamese sentence, and helps are Vietnamese throughout."""

import re

import pytest

from dvk_office.rules.documents import paper_kinds
from dvk_office.shells.cli import cli, run
from dvk_office.shells.usage import with_codes

ENGLISH = re.compile(
    r"\b(usage|option|options|argument|arguments|error|missing|invalid|got|unexpected|requires|show|file|directory)\b",
    re.IGNORECASE,
)
WRONG = {
    "no such command": (["kiem-tra"], "Không có lệnh “kiem-tra”."),
    "no book": (["check"], "Thiếu SỔ."),
    "no book for papers": (["documents"], "Thiếu SỔ."),
    "no folder": (["verify"], "Thiếu THƯ_MỤC."),
    "no such option": (["check", "so.xlsx", "--nhanh"], "Không có tùy chọn “--nhanh”."),
    "a word too many": (["check", "so.xlsx", "thừa"], "Lệnh thừa “thừa”."),
    "an option without its value": (["send", "so.xlsx", "--out"], "Tùy chọn “--out” cần một giá trị."),
    "a value too many": (["check", "so.xlsx", "--json=1"], "Tùy chọn “--json” không nhận giá trị nào."),
    "no day": (["check", "so.xlsx", "--today", "31/11"], "Giá trị của --today không dùng được. Ngày"),
    "a day that there is not": (["check", "so.xlsx", "--today", "2026-11-31"], "Giá trị của --today"),
    "no number": (["rules", "--year", "nay"], "Giá trị của --year không dùng được. Ghi một số"),
}  # fmt: skip


@pytest.mark.parametrize(("call", "sentence"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_is_told_in_vietnamese(
    call: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(call) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(sentence)
    assert len(shown.err.splitlines()) == 1
    assert not ENGLISH.findall(shown.err)


def test_a_file_in_the_place_of_a_folder_is_a_wrong_call(
    tmp_path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.joinpath("tep").write_text("", encoding="utf-8")
    assert run(["demo", "--out", str(tmp_path / "tep")]) == 2
    assert "thư mục, không phải tệp" in capsys.readouterr().err


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_every_help_is_vietnamese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"Cách dùng: dvk {command} ")
    assert not ENGLISH.findall(shown.replace("[TÙY CHỌN]", ""))


@pytest.mark.parametrize(
    ("kinds", "only"),
    [
        (("score_sheet",), ("MH01", "MH02")),
        (("score_sheet", "MH02"), ("MH01",)),
        (("MH02", "score_sheet"), ("MH01",)),
        (("score_sheet",), ("MH01, MH02",)),
        (("score_sheet",), ("MH01;MH02;",)),
    ],
)
def test_codes_may_follow_one_another_in_every_way(
    kinds: tuple[str, ...], only: tuple[str, ...]
) -> None:
    assert with_codes(kinds, only) == (("score_sheet",), ("MH01", "MH02"))


def test_without_only_a_word_with_a_digit_is_a_kind_that_there_is_not() -> None:
    assert with_codes(("score_sheet", "MH02"), ()) == (("score_sheet", "MH02"), ())


def test_no_kind_of_paper_has_a_digit_in_its_name() -> None:
    assert not [key for key in paper_kinds() if re.search(r"\d", key)]


def test_a_run_that_is_broken_off_says_that_it_goes_on_by_the_same_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken_off(*_given: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "main", broken_off)
    assert run(["documents", "so.xlsx", "movement_plan"]) == 2
    assert "Chạy lại cùng lệnh" in capsys.readouterr().err
