"""What a job writes is whole, and never takes the place of another file without keeping that one."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.core.findings import DvkError
from dvk_office.jobs.output import safe_name, write_file


def test_what_is_written_is_there_with_its_digest(tmp_path: Path) -> None:
    made = write_file(tmp_path / "mới" / "a.txt", b"x", "paper")
    assert (made.path.read_bytes(), made.sha256) == (b"x", sha256(b"x").hexdigest())


def test_one_of_many_papers_is_written_whole_too(tmp_path: Path) -> None:
    made = write_file(tmp_path / "a.docx", b"x", "paper", lasting=False)
    assert (made.path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (b"x", ["a.docx"])


def test_a_file_that_somebody_changed_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"mended by hand")
    write_file(path, b"new", "paper")
    kept = [one for one in tmp_path.iterdir() if one != path]
    assert [one.read_bytes() for one in kept] == [b"mended by hand"]


def test_the_same_content_again_leaves_no_copy(tmp_path: Path) -> None:
    for _ in range(2):
        write_file(tmp_path / "a.docx", b"same", "paper")
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_a_place_that_cannot_be_written_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file, no folder", encoding="utf-8")
    with pytest.raises(DvkError) as stop:
        write_file(tmp_path / "a" / "b.docx", b"x", "paper")
    assert stop.value.finding.code == "TEP-092"


def test_nothing_is_left_behind_where_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "b.docx").mkdir()
    with pytest.raises(DvkError):
        write_file(tmp_path / "b.docx", b"x", "paper")
    assert [one.name for one in tmp_path.iterdir()] == ["b.docx"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quyết định công nhận", "quyet-dinh-cong-nhan"),
        ("12-QĐ/ĐU", "12-qd-du"),
        ("Đường hoa: A & B", "duong-hoa-a-b"),
        ("CON", "con-1"),
        ("…", "tep"),
        ("../../etc", "etc"),
    ],
)
def test_a_name_is_safe_on_every_system(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=300))
def test_a_safe_name_is_short_and_plain_whatever_goes_in(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= 82
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
