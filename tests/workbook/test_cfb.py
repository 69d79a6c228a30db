"""The names inside an OLE container, read as an independent reader reads them, and never with a crash."""

from io import BytesIO

import olefile
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dvk_office.workbook.cfb import MAGIC, entry_names
from tests.workbook import ole

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
