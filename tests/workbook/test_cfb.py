"""The names inside an OLE container, read as an independent reader reads them, and never with a crash."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.workbook.cfb import MAGIC, entry_names, streams
from dvk_office.workbook.vba_modules import typed_modules
from tests.workbook import ole

MASTER = Path(__file__).resolve().parents[2] / "workbooks" / "dvk-2026.xlsm"

STREAMS = (
    {"EncryptionInfo": b"info", "EncryptedPackage": b"x" * 9_000},
    {"Workbook": b"\x09\x08\x10\x00"},
    {f"Stream {n}": b"" for n in range(9)},
    {},
)


@pytest.mark.parametrize("streams", STREAMS, ids=len)
def test_all_names_are_read_as_olefile_reads_them(streams: dict[str, bytes]) -> None:
    made = ole.container(streams)
    with olefile.OleFileIO(BytesIO(made)) as independent:
        names = {name for (name,) in independent.listdir()}
        assert independent.parsing_issues == []
    assert entry_names(made) - {"Root Entry"} == names == streams.keys()


@given(st.binary(max_size=1_500))
def test_junk_after_the_first_bytes_gives_some_names_or_none(junk: bytes) -> None:
    assert isinstance(entry_names(MAGIC + junk), frozenset)


@given(cut=st.integers(0, 2_000), flipped=st.integers(0, 1_500), by=st.integers(1, 255))
def test_a_container_that_is_cut_and_damaged_gives_some_names_or_none(
    cut: int, flipped: int, by: int
) -> None:
    made = bytearray(ole.container(STREAMS[0]))
    made[flipped] ^= by
    assert isinstance(entry_names(bytes(made[: len(made) - cut])), frozenset)


def test_streams_small_and_large_are_read_as_olefile_reads_them() -> None:
    with ZipFile(MASTER) as archive:
        project = archive.read("xl/vbaProject.bin")
    with olefile.OleFileIO(BytesIO(project)) as independent:
        expected = {path[-1]: independent.openstream(path).read() for path in independent.listdir()}
    assert dict(streams(project)) == expected


@given(cut=st.integers(0, 20_000), flipped=st.integers(0, 3_000), by=st.integers(1, 255))
def test_macros_that_are_cut_and_damaged_are_no_crash(cut: int, flipped: int, by: int) -> None:
    with ZipFile(MASTER) as archive:
        project = bytearray(archive.read("xl/vbaProject.bin"))
    project[flipped] ^= by
    with suppress(ValueError):
        typed_modules(bytes(project[: len(project) - cut]))
