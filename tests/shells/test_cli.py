"""The command line: exit codes, JSON alone on standard output, Vietnamese sentences for a wrong call."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dvk_office.shells.cli import run

ROOT = Path(__file__).resolve().parents[2]
CLEAN = next(ROOT.glob("samples/so-mau-[0-9]*.xlsx"))
FAULTY = next(ROOT.glob("samples/so-mau-co-loi-*.xlsx"))
DAY = ("--today", "2026-11-23")
HEAVY = {
    "pandas",
    "numpy",
    "docxtpl",
    "docx",
    "openpyxl",
    "xlwings",
    "rich",
    "jinja2",
    "xlsxwriter",
}


def test_a_clean_book_ends_with_nought_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(CLEAN), *DAY]) == 0
    assert "0 lỗi" in capsys.readouterr().out


def test_a_book_with_errors_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(FAULTY), *DAY]) == 1
    assert ": Lỗi MH-" in capsys.readouterr().out


def test_the_json_of_check_is_alone_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(FAULTY), *DAY, "--json"])
    answer = json.loads(capsys.readouterr().out)
    keys = {
        "code", "severity", "sheet_key", "sheet", "row", "column_key", "cell",
        "message", "mend", "section",
    }  # fmt: skip
    assert set(answer["findings"][0]) == keys
    assert answer["summary"]["errors"] > 0


def test_a_missing_file_is_one_finding_and_nothing_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["check", str(tmp_path / "không có.xlsx"), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [one["severity"] for one in answer["findings"]] == ["error"]


@pytest.mark.parametrize("call", [[], ["nope"], ["check"], ["check", "x.xlsx", "--today", "31/11"]])
def test_a_wrong_call_ends_with_two(call: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(call) == 2
    shown = capsys.readouterr()
    assert "Usage" not in shown.out + shown.err


def test_our_own_fault_ends_with_three_and_names_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("dvk_office.jobs.check.check", lambda *_: 1 / 0)
    assert run(["check", str(CLEAN), *DAY]) == 3
    assert str(tmp_path / "dvk_office.log") in capsys.readouterr().err
    assert "ZeroDivisionError" in (tmp_path / "dvk_office.log").read_text(encoding="utf-8")


def test_the_path_of_a_check_loads_no_heavy_library() -> None:
    code = (
        "import sys; from dvk_office.shells.cli import run; "
        f"run(['check', {str(CLEAN)!r}, '--json']); "
        "print('\\n' + ' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    loaded = {name.split(".")[0] for name in done.stderr.split()}
    assert loaded & HEAVY == set()
    assert "python_calamine" in loaded


@pytest.mark.parametrize("command", ["targets", "deadlines"])
def test_what_is_counted_comes_as_json_too(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run([command, str(CLEAN), *DAY, "--json"])
    rows = json.loads(capsys.readouterr().out)[command]
    assert all("key" in row and "section" in row for row in rows)


def test_the_keys_of_targets_are_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    run(["targets", str(CLEAN), *DAY, "--json"])
    targets = json.loads(capsys.readouterr().out)["targets"]
    assert [t["key"] for t in targets] == [
        "commune_models", "commune_new_or_replicated", "organisations_with_model", "exemplars",
    ]  # fmt: skip
    assert set(targets[0]) >= {
        "key",
        "required",
        "actual",
        "met",
        "missing",
        "rows",
        "excluded",
        "section",
    }


def test_the_keys_of_deadlines_are_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    run(["deadlines", str(CLEAN), *DAY, "--json"])
    deadlines = json.loads(capsys.readouterr().out)["deadlines"]
    assert {d["key"] for d in deadlines} >= {
        "registration", "registration_summary", "half_year_report", "city_nomination",
        "annual_report", "appraisal_report",
    }  # fmt: skip
    assert set(deadlines[0]) >= {"key", "last_day", "safe_day", "state", "section", "as_written"}


def answer(capsys: pytest.CaptureFixture[str], *call: str) -> dict[str, Any]:
    run([*call, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize(
    "command",
    [
        ["documents", str(CLEAN), "registration_report"],
        ["appendix", str(CLEAN)],
        ["send", str(CLEAN)],
    ],
)
def test_what_makes_files_lists_them_with_their_digests(
    command: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = answer(capsys, *command, *DAY, "--out", str(tmp_path))["made"]
    assert made
    for one in made:
        assert set(one) == {"path", "kind", "sha256"}
        assert sha256(Path(one["path"]).read_bytes()).hexdigest() == one["sha256"]


def test_what_could_not_be_made_is_an_empty_list_and_an_error(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    found = answer(capsys, "appendix", str(FAULTY), *DAY, "--out", str(tmp_path))
    assert found["made"] == []
    assert found["summary"]["errors"] > 0


def test_the_demo_lists_what_it_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    found = answer(capsys, "demo", "--out", str(tmp_path / "kết quả"))
    assert {one["kind"] for one in found["made"]} == {
        "calendar",
        "recognition_decision",
        "registration_report",
        "appendix_01",
        "letter",
    }


def test_the_demo_ends_in_a_short_table(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["demo", "--out", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 25
    assert lines[-2] == f"Đã lập 5 tệp trong thư mục: {tmp_path}"
    assert lines[-1].startswith("0 lỗi, ")


def test_the_demo_names_only_the_first_of_many_errors(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["demo", "--today", "2026-01-05", "--out", str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 40
    assert "“dvk check”" in lines[-3]


def test_the_list_of_papers_is_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    kinds = answer(capsys, "documents", "--list")["kinds"]
    keys = {"key", "title", "family", "section", "per", "copies", "template"}
    assert all(set(kind) == keys for kind in kinds)


def test_the_list_of_papers_is_printed_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["documents", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("recognition_decision ") for line in lines[1:])


def test_verifying_says_that_a_file_was_changed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    made = answer(capsys, "appendix", str(CLEAN), *DAY, "--out", str(tmp_path))["made"]
    assert run(["verify", str(tmp_path)]) == 0
    assert "Còn nguyên" in capsys.readouterr().out
    Path(made[0]["path"]).write_bytes(b"khac")
    assert run(["verify", str(tmp_path)]) == 1
    assert "Đã bị sửa" in capsys.readouterr().out


def test_a_year_without_rules_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert [one["code"] for one in answer(capsys, "schema", "--year", "1999")["findings"]] == [
        "QT-090"
    ]
